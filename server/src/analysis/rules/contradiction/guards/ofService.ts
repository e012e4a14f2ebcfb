import { determiners, possessives } from '../../../language/grammar';
import type { Sentence, TermMatch } from '../../../language/types';
import { sentenceAt } from '../../../practices/sentences';
import { wordsOfTerm } from '../../../practices/termPlaces';
import type { Mention } from '../../../practices/types';
import type { Claim } from '../pairs/claims';

/** "your GitHub credentials": the name in front of a type of data says with which service the reader has it. */

/** The name of a company that ends right before a token, as in "GitHub credentials". */
export const companyBefore = ({ terms }: Sentence, at: number): TermMatch | undefined =>
  terms.find(({ kind, last }) => kind === 'company' && last === at - 1);

/** What is denied of the data of one service leaves open what is done with that of others. */
export const isOfOtherService = (said: Claim, denied: Claim): boolean => {
  const service = serviceOf(denied.data);
  return service !== undefined && serviceOf(said.data) !== service;
};

function serviceOf({ place }: Mention): string | undefined {
  const sentence = sentenceAt(place.block, place.start);
  const first = sentence?.tokens.findIndex(({ start }) => start >= place.start) ?? -1;
  // "send Google your address": who gets it
  if (!sentence || isDetermined(sentence.tokens[first]?.lower ?? '')) return undefined;
  const company = companyBefore(sentence, first);
  return company && wordsOfTerm(sentence, company).toLowerCase();
}

const isDetermined = (word: string): boolean => possessives.has(word) || determiners.has(word);
