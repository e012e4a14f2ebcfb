import type { PhraseList } from '../../language/phrases';
import type { Sentence, Token } from '../../language/types';
import { hasDenial } from './bounds';
import type { RetentionPredicate } from './predicates';
import { phrases } from './wording';

const introducers: readonly (readonly ['span' | 'until' | 'beyond' | 'when', PhraseList])[] = [
  ['span', phrases('introducers.span')],
  ['until', phrases('introducers.until')],
  ['beyond', phrases('introducers.beyond')],
  ['when', phrases('introducers.when')],
];
/** Words that open a period ("as long as", "until"). Token indexes, `last` inclusive. */
export interface Introducer {
  readonly kind: (typeof introducers)[number][0];
  readonly first: number;
  readonly last: number;
}

/** "when" ends a storage only where something is deleted or not kept, "beyond" only where that is denied. */
export function introducerAt(
  { tokens, quoted }: Sentence,
  predicates: readonly RetentionPredicate[],
  first: number,
): Introducer | undefined {
  if (quoted.has(first)) return undefined;
  for (const [kind, list] of introducers) {
    const match = list.at(tokens, first);
    if (!match) continue;
    if (
      kind === 'when' &&
      !predicates.some(({ action, negated }) => action === 'delete' || (action === 'keep' && negated))
    )
      continue;
    if (kind === 'beyond' && !hasDenial(tokens, first)) continue;
    return { kind, first, last: match.last };
  }
  return undefined;
}

/** "While we take care of …, no system is safe", "while visiting", "for a while"; not "while the map is open". */
export function isContrast(tokens: readonly Token[], { first, last }: Introducer): boolean {
  if (!/^whil(e|st)$/.test(tokens[last].lower)) return false;
  const next = tokens[last + 1];
  if (!next || next.verb?.form === 'gerund' || tokens[first - 1]?.lower === 'a') return true;
  const opens = first === 0 || tokens[first - 1].lower === ',' || tokens[first - 1].lower === 'therefore';
  return opens && next.lower !== 'you' && next.lower !== 'your';
}
