import { prepositions } from '../../language/grammar';
import type { Clause, Token } from '../../language/types';
import { keepingWords, treatedAs } from './constructions';

/**
 * "We keep your data confidential", "so that we can keep them running": how something is treated, not that it is stored.
 * "Kept safe on our servers" is.
 */
export function isKeptAsIs({ base, passive, sentence: { tokens }, right, to }: Clause): boolean {
  if (!keepingWords.has(base)) return false;
  if (passive) return isTreatment(tokens, right);
  for (let i = right; i < to && endsNothing(tokens[i] as Token); i++) if (isTreatment(tokens, i + 1)) return true;
  return false;
}

/** The word tells how, and no place follows. */
const isTreatment = (tokens: readonly Token[], i: number): boolean =>
  treatedAs.has(tokens[i]?.lower ?? '') && !/^(?:on|in|at|with|for|until)$/.test(tokens[i + 1]?.lower ?? '');

/** A word of the object. */
const endsNothing = ({ kind, lower }: Token): boolean =>
  kind === 'word' && (!prepositions.has(lower) || objectPrepositions.has(lower));
const objectPrepositions: ReadonlySet<string> = new Set(['of', 'about', 'by', 'to', 'from']);
