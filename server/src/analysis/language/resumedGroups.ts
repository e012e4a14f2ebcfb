import { conjunctions, isAdverb, prepositions, relativePronouns, subordinators } from './grammar';
import type { Token, VerbGroup } from './types';
import { type Chain, isHave, modalityOf } from './verbChains';

/** Participles far behind their auxiliary: "are processed in memory and never saved", "have not sold your data nor shared it". */

/** Farther behind its auxiliary no participle is read with it. */
const LONGEST_PASSIVE = 24;

/** "are processed in memory and never saved": the second participle goes on the passive, over what stands between. */
export function resumedPassive(
  tokens: readonly Token[],
  verb: number,
  chain: Chain,
  groups: readonly VerbGroup[],
): VerbGroup | undefined {
  const head = groups[groups.length - 1];
  const form = tokens[verb]?.verb?.form;
  if (
    !head?.passive ||
    head.form !== 'finite' ||
    head.chainedTo !== undefined ||
    (form !== 'past' && form !== 'participle')
  )
    return undefined;
  if (chain.modal !== undefined || chain.be || chain.have || chain.do || chain.to) return undefined;
  const conjunction = tokens[chain.first - 1]?.lower ?? '';
  const own = chain.negations % 2 === 1;
  if (!/^(?:and|or|but)$/.test(conjunction) || verb - head.verb > LONGEST_PASSIVE) return undefined;
  // "is not sold and stored in the EU" says nothing of storing for sure
  if (head.negated && !own && conjunction !== 'or') return undefined;
  const next = tokens[verb + 1];
  const goesOn = [prepositions, subordinators, conjunctions].some((words) => words.has(next?.lower ?? ''));
  if (next?.kind === 'word' && !goesOn && !isAdverb(next)) return undefined;
  const between = tokens.slice(head.verb + 1, chain.first - 1);
  if (between.some(({ lower }) => relativePronouns.has(lower) || subordinators.has(lower) || lower === ';'))
    return undefined;
  const { enumerated: _, ...rest } = head;
  return {
    ...rest,
    first: chain.first,
    verb,
    base: tokens[verb]?.verb?.base as string,
    negated: own,
    modality: modalityOf(chain, head.modality),
  };
}

/** "We have not sold your data nor shared it": the second participle goes on the perfect, with an object of its own. */
export function resumedPerfect(
  tokens: readonly Token[],
  verb: number,
  chain: Chain,
  groups: readonly VerbGroup[],
): VerbGroup | undefined {
  const head = groups[groups.length - 1];
  const form = tokens[verb]?.verb?.form;
  if (!head || head.passive || head.form !== 'finite' || (form !== 'past' && form !== 'participle')) return undefined;
  if (chain.modal !== undefined || chain.be || chain.have || chain.do || chain.to) return undefined;
  if (!tokens.slice(head.first, head.verb).some((token) => isHave(token)) || verb - head.verb > LONGEST_PASSIVE)
    return undefined;
  const nor = tokens[chain.first]?.lower === 'nor';
  const conjunction = tokens[chain.first - 1]?.lower ?? '';
  if (!nor && conjunction !== 'or' && conjunction !== 'nor') return undefined;
  const next = tokens[verb + 1];
  const closes = [prepositions, subordinators, conjunctions].some((words) => words.has(next?.lower ?? ''));
  if (next?.kind !== 'word' || closes || isAdverb(next)) return undefined;
  const between = tokens.slice(head.verb + 1, chain.first);
  if (between.some(({ lower }) => relativePronouns.has(lower) || subordinators.has(lower) || lower === ';'))
    return undefined;
  const { enumerated: _, chainedTo: __, ...rest } = head;
  return {
    ...rest,
    first: chain.first,
    verb,
    base: tokens[verb]?.verb?.base as string,
    negated: nor,
    modality: modalityOf(chain, head.modality),
  };
}
