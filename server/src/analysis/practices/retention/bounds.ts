import type { Duration, Token } from '../../language/types';
import { phrases, words } from './wording';

const upperBounds = phrases('bounds.upper');
const lowerBounds = phrases('bounds.lower');
const longer = phrases('bounds.longer');
const usual = words('bounds.usual');
const about = words('bounds.about');
const inactivity = phrases('inactivity');

/** How far a hedge stands before its number, in tokens: "typically kept for 30 days". */
const HEDGE_REACH = 4;

/** What the words around a length of time make of it. Token indexes. */
interface Bounds {
  readonly bound?: 'upper' | 'lower';
  /** Where the limiting words begin. */
  readonly boundFirst?: number;
  /** "or longer", directly behind. */
  readonly open?: { readonly last: number };
  /** "typically 30 days", "30 days or longer": the number is no end. */
  readonly weakened: boolean;
  /** "about 30 days", and nothing more that takes from it. */
  readonly approximate: boolean;
}

export function boundsOf(tokens: readonly Token[], { first, last }: Duration, phraseFirst: number): Bounds {
  const from = Math.max(0, phraseFirst - HEDGE_REACH);
  const upper = upperBounds.find(tokens, from, first);
  const lower = lowerBounds.find(tokens, from, first);
  const idle = inactivity.find(tokens, Math.max(0, first - 10), Math.min(tokens.length, last + 5)) !== undefined;
  const isUpper = upper !== undefined && (lower === undefined || hasDenial(tokens, first) || upper.last > lower.last);
  const bound = idle ? undefined : isUpper ? 'upper' : lower ? 'lower' : undefined;
  const open = longer.at(tokens, last + 1);
  const hedged = tokens.slice(Math.max(0, first - HEDGE_REACH), first).some(({ lower: word }) => usual.has(word));
  // "complaints about other members, for six years" hedges nothing
  const nearly = about.has(tokens[first - 1]?.lower);
  const boundFirst = (isUpper ? upper : lower)?.first;
  return {
    ...(bound && { bound }),
    ...(boundFirst !== undefined && { boundFirst }),
    ...(open && { open }),
    weakened: hedged || nearly || open !== undefined,
    approximate: nearly && !hedged && !open,
  };
}

export const hasDenial = (tokens: readonly Token[], to: number): boolean =>
  tokens
    .slice(0, to)
    .some(({ lower }) => lower === 'not' || lower === "n't" || lower === 'no' || lower === 'never' || lower === 'none');

/** "for as long as we need it for what it was collected for, and no more than | three years": the limit goes with what is kept. */
export function isCapOn(tokens: readonly Token[], first: number): boolean {
  const upper = upperBounds.find(tokens, Math.max(0, first - HEDGE_REACH), first);
  return upper !== undefined && /^(?:and|but|or)$/.test(tokens[upper.first - 1]?.lower ?? '');
}
