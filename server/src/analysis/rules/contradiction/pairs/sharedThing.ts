import { part, readCatalogue, wordSet } from '../../../catalogue/read';
import catalogue from '../../../catalogue/takenBackHandling.yaml';
import { kept } from '../../../kept';
import { exclusiveAdverbs, isAdverb, negators } from '../../../language/grammar';
import { nounLemma } from '../../../language/lemmas';
import type { Sentence, Token } from '../../../language/types';
import { isGeneralData } from '../../../practices/generalData';
import type { Saying } from '../../said';

const common = readCatalogue(catalogue, part('common', wordSet));
/** In UTF-16 units: shorter words name little. */
const SHORTEST = 4;

/**
 * Whether what is done is done with what a promise is about: with the same type of data, or with what the promise calls by the
 * same noun ("what you send through the contact form is only used to …", "we pick addresses from the contact form").
 */
export function nameSameThing(promise: Saying, breach: Saying): boolean {
  const { sentence } = promise.unit.own.line;
  const limit = sentence.tokens.findIndex(
    ({ lower }) => exclusiveAdverbs.has(lower) || negators.has(lower) || lower === 'nothing',
  );
  const end = limit < 0 ? sentence.end : (sentence.tokens[limit] as Token).start;
  const done = thingsIn(breach.unit.own.line.sentence);
  return [...thingsIn(sentence)].some(([thing, start]) => done.has(thing) && (start < end || limit === 0));
}

/** Each with the reading offset at which it stands first. */
const thingsIn = kept((sentence: Sentence): ReadonlyMap<string, number> => {
  const things = new Map<string, number>();
  const add = (thing: string, { start }: Token): void => {
    if (!things.has(thing)) things.set(thing, start);
  };
  for (const token of sentence.tokens) if (isThing(token)) add(nounLemma(token.lower), token);
  for (const { kind, ids, first } of sentence.terms)
    if (kind === 'data')
      for (const id of ids) if (!isGeneralData(id)) add(`data ${id}`, sentence.tokens[first] as Token);
  return things;
});

const isThing = (token: Token): boolean =>
  token.kind === 'word' &&
  token.verb === undefined &&
  // a name is nobody's data
  !token.capitalised &&
  token.lower.length >= SHORTEST &&
  !isAdverb(token) &&
  !common.has(nounLemma(token.lower));
