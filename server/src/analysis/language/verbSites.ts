import {
  conjunctions,
  determiners,
  firstPerson,
  modals,
  movingVerbs,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from './grammar';
import { nounLemma } from './lemmas';
import type { Token, VerbForm, VerbGroup } from './types';
import { type Chain, isBe } from './verbChains';

/** Where nouns end in a sentence: token indexes. */
export interface NounEnds {
  readonly parties: ReadonlySet<number>;
  /** Of data, where the words are no verb form: more than one, or one behind its article. */
  readonly data: ReadonlySet<number>;
}

/** A word that may be a verb, with what its surroundings tell: what stands before as a subject, behind as an object. */
export interface VerbSite extends VerbForm {
  readonly tokens: readonly Token[];
  /** Token index. */
  readonly verb: number;
  readonly chain: Chain;
  /** Token index of the word before the chain, -1 at the start. */
  readonly left: number;
  readonly before: Token | undefined;
  readonly next: Token | undefined;
  /** Token indexes at which a party's name ends. */
  readonly entityEnds: ReadonlySet<number>;
  /** Token indexes at which a name of data ends that is no verb form. */
  readonly dataEnds: ReadonlySet<number>;
  /** Verb groups left of it. */
  readonly groups: readonly VerbGroup[];
}

export const isPronoun = (lower: string): boolean =>
  firstPerson.has(lower) || secondPerson.has(lower) || thirdPerson.has(lower);

/** A word that can be the subject of a verb in the base form or the past. */
export function isSubjectWord(token: Token, index: number, entityEnds: ReadonlySet<number>): boolean {
  return (
    ((firstPerson.has(token.lower) || secondPerson.has(token.lower) || thirdPerson.has(token.lower)) &&
      token.lower !== 'us' &&
      token.lower !== 'them') ||
    token.lower === 'i' ||
    (relativePronouns.has(token.lower) && token.lower !== 'what' && token.lower !== 'where') ||
    entityEnds.has(index)
  );
}

/** A word that can end the subject of "collects", "is". */
export function thirdPersonSubject(
  { tokens, left: end, entityEnds, dataEnds, base }: VerbSite,
  anyWord: boolean,
): boolean {
  const left = beforeName(tokens, end);
  const token = tokens[left] as Token;
  if (possessives.has(token.lower) || prepositions.has(token.lower) || conjunctions.has(token.lower)) return false;
  if (determiners.has(token.lower)) return token.lower === 'this' || token.lower === 'that';
  return (
    isSubjectWord(token, left, entityEnds) ||
    (dataEnds.has(left) && movingVerbs.has(base)) ||
    (token.kind === 'word' && !subordinators.has(token.lower) && (anyWord || !token.verb || token.capitalised)) ||
    token.lower === ')' ||
    token.kind === 'symbol' ||
    token.kind === 'number'
  );
}

/** "our host, Acme Ltd, stores …": index of the word that the name between commas explains, else `end` itself. */
function beforeName(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.lower !== ',') return end;
  let first = end - 1;
  while (first > 0 && end - first < LONGEST_NAME && isNamePart(tokens[first])) first--;
  return first < end - 1 && first > 0 && tokens[first]?.lower === ',' ? first - 1 : end;
}
/** In tokens, the comma behind it included. */
const LONGEST_NAME = 6;
const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined && ((token.kind === 'word' && token.capitalised) || token.lower === '.' || token.lower === '&');

/** "your phone", "the record": no verb stands there. */
export const isNoun = (tokens: readonly Token[], index: number): boolean => {
  const { verb } = tokens[index] as Token;
  const before = tokens[index - 1]?.lower ?? '';
  return verb?.form === 'base' && (possessives.has(before) || before === 'the' || before === 'a' || before === 'an');
};

/** A plural noun that is no verb form. */
export const isPlural = ({ kind, verb, lower }: Token): boolean =>
  kind === 'word' && !verb && lower.length > 3 && nounLemma(lower) !== lower;

/** "your Acme handle", "bank transfer information": a party in the singular without an article takes the third person. */
export function isBareSingular(tokens: readonly Token[], index: number, entityEnds: ReadonlySet<number>): boolean {
  const { lower, kind } = tokens[index] as Token;
  const before = tokens[index - 1];
  if (!entityEnds.has(index) || kind !== 'word' || nounLemma(lower) !== lower || isPronoun(lower)) return false;
  const named = tokens[index]?.capitalised === true && before?.lower === 'your';
  const listed = before?.lower === ',' && tokens[index]?.capitalised === false;
  return named || listed;
}

/** Behind such a word a participle describes a noun: "the collected data". */
export const isAdjectivePosition = (before: Token | undefined): boolean =>
  before === undefined ||
  determiners.has(before.lower) ||
  possessives.has(before.lower) ||
  prepositions.has(before.lower) ||
  before.lower === 'and' ||
  before.lower === 'or' ||
  before.lower === '(';

export const opensAnObject = (next: Token | undefined): boolean =>
  next !== undefined && (determiners.has(next.lower) || possessives.has(next.lower) || next.lower === 'us');

/** What stands behind a verb, if not behind a noun. */
export const looksLikeObject = (next: Token | undefined): boolean =>
  next !== undefined &&
  next.lower !== 'of' &&
  !subordinators.has(next.lower) &&
  !relativePronouns.has(next.lower) &&
  !modals.has(next.lower) &&
  !isBe(next) &&
  (determiners.has(next.lower) ||
    next.lower === 'it' ||
    next.lower === 'them' ||
    next.lower === 'you' ||
    next.lower === 'us' ||
    prepositions.has(next.lower) ||
    next.kind === 'word') &&
  next.lower !== 'and' &&
  next.lower !== 'or';
