import { conjunctions, determiners, possessives, prepositions } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { TermMatch, Token } from '../../language/types';
import { isCookie } from './slotCues';
import { gives, namesData, type SlotState } from './slotState';

/**
 * "your GitHub credentials", "store Facebook passwords": with whom the reader has the data. Only "send Google your address"
 * names who gets it.
 */
export const namesService = (state: SlotState, { kind, first, last }: TermMatch): boolean => {
  const { tokens, slot, termAt } = state;
  const before = tokens[first - 1]?.lower ?? '';
  const next = termAt.get(last + 1);
  return (
    slot === 'object' &&
    kind === 'company' &&
    (possessives.has(before) || determiners.has(before) || !gives(state)) &&
    (next ? next.kind === 'data' && !isCookie(next) : isPlainNoun(tokens[last + 1])) &&
    namesData(state, last + 1)
  );
};

/** "account" in "your Google account e-mail address" */
const isPlainNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  [determiners, possessives, prepositions, conjunctions].every((words) => !words.has(token.lower)) &&
  (token.verb === undefined || nounLemma(token.lower) === token.lower);
