import type { Place } from '../document/types';
import type { Sentence, TermMatch, Token, TokenSpan } from '../language/types';

/** Where terms of a sentence stand, and in which words. */

export const placeOf = (sentence: Sentence, span: TokenSpan): Place => ({
  block: sentence.block,
  start: (sentence.tokens[span.first] as Token).start,
  end: (sentence.tokens[Math.min(span.last, sentence.tokens.length - 1)] as Token).end,
});

export const secondPersonPossessive = (sentence: Sentence, term: TermMatch): boolean =>
  (sentence.tokens[term.first] as Token).lower === 'your';
export const wordsOfTerm = (sentence: Sentence, term: TermMatch): string =>
  sentence.block.text.slice((sentence.tokens[term.first] as Token).start, (sentence.tokens[term.last] as Token).end);
