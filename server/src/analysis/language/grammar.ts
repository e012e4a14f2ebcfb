import catalogue from '../catalogue/language/grammar.yaml';
import { mapOf, oneOf, part, readCatalogue, wordList, wordSetsOf } from '../catalogue/read';
import type { Token } from './types';

const set = wordSetsOf(catalogue);
const phraseList = (name: string): readonly (readonly string[])[] =>
  readCatalogue(catalogue, part(name, wordList)).map((phrase) => phrase.split(' '));
const kinds = <K extends string>(name: string, ...of: readonly K[]): ReadonlyMap<string, K> =>
  new Map(Object.entries(readCatalogue(catalogue, part(name, mapOf(oneOf(...of))))));

/** Closed classes of `catalogue/language/grammar.yaml`. */
export const modals = kinds('modals', 'may', 'will', 'should', 'must');
export const raisingVerbs = kinds('raising_verbs', 'asserts', 'may');
export const negators = set('negators');
export const denyingWords = set('denying_words');
export const sweepingWords = set('sweeping_words');
export const exclusiveAdverbs = set('exclusive_adverbs');
export const knowing = set('knowing');
export const current = set('current');
export const denyingVerbs = set('denying_verbs');
export const denyingAdjectives = set('denying_adjectives');
export const assuringVerbs = set('assuring_verbs');
export const assurances = set('assurances');
export const believingVerbs = set('believing_verbs');
export const wishingVerbs = set('wishing_verbs');
export const adjectivesLikeVerbs = set('adjectives_like_verbs');
export const complementTakers = set('complement_takers');
export const openingTime = set('opening_time');
export const permittingVerbs = set('permitting_verbs');
export const requestingVerbs = set('requesting_verbs');
export const determiners = set('determiners');
export const people = set('people');
export const plainAdjectives = set('plain_adjectives');
export const making = set('making');
export const taking = set('taking');
export const possessives = set('possessives');
export const prepositions = set('prepositions');
export const complexPrepositions = set('complex_prepositions');
export const subordinators = set('subordinators');
export const factualSubordinators = set('factual_subordinators');
export const relativePronouns = set('relative_pronouns');
export const conjunctions = set('conjunctions');
export const adversatives = set('adversatives');
export const firstPerson = set('first_person');
export const secondPerson = set('second_person');
export const thirdPerson = set('third_person');
export const connectives = set('connectives');
export const inclusion = set('inclusion');
export const compoundHeads = set('compound_heads');
export const manners = set('manners');
export const necessityGovernors = set('necessity_governors');
export const assertingNouns = set('asserting_nouns');
export const wholeOccasions = set('whole_occasions');
export const demandVerbs = set('demand_verbs');
export const partitives = set('partitives');
export const personGovernors = set('person_governors');
export const hadNouns = set('had_nouns');
export const movingVerbs = set('moving_verbs');
export const stayingVerbs = set('staying_verbs');
const frequencyArticles = set('frequency_articles');
const frequencyUnits = set('frequency_units');
export const listingVerbs = set('listing_verbs');
const adverbWords = set('adverbs');
const likeAdverbs = set('words_like_adverbs');
const objectPronouns = set('object_pronouns');
const conjunctionWords = set('conjunctions');

export const isAdverb = ({ kind, lower }: Token): boolean =>
  adverbWords.has(lower) || (kind === 'word' && lower.length > 4 && lower.endsWith('ly') && !likeAdverbs.has(lower));

/** As `isAdverb`, but for a name that ends like an adverb, right before what it does: "Receiptly sends …". */
export function isAdverbAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!isAdverb(token)) return false;
  const next = tokens[at + 1];
  if (!token.capitalised || adverbWords.has(token.lower) || next === undefined) return true;
  const before = tokens[at - 1];
  const opens =
    before === undefined ||
    before.kind === 'punctuation' ||
    before.lower === 'why' ||
    conjunctionWords.has(before.lower);
  return !(opens && (next.verb?.form === 'third' || (at > 0 && before?.lower !== '.' && modals.has(next.lower))));
}

/** "us" and "them", of which nothing is said: "partners who work with us receive …". */
export const isObjectPronoun = ({ lower }: Token): boolean => objectPronouns.has(lower);

/** A personal pronoun of which a verb may speak. */
export const isPronounSubject = (token: Token): boolean =>
  (firstPerson.has(token.lower) ||
    secondPerson.has(token.lower) ||
    thirdPerson.has(token.lower) ||
    token.lower === 'i') &&
  !possessives.has(token.lower) &&
  !isObjectPronoun(token);

/** A word that opens a subordinate clause; not "once" in "once an hour". */
export const isSubordinatorAt = (tokens: readonly Token[], at: number): boolean =>
  subordinators.has(tokens[at]?.lower ?? '') && !opensFrequency(tokens, at);

/** "once an hour", "once every day" */
export const opensFrequency = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'once' &&
  frequencyArticles.has(tokens[at + 1]?.lower ?? '') &&
  frequencyUnits.has(tokens[at + 2]?.lemma ?? '');

const phrasesByFirst = (
  phrases: readonly (readonly string[])[],
): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const map = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) map.set(phrase[0] as string, [...(map.get(phrase[0] as string) ?? []), phrase]);
  return map;
};
const neutral = phrasesByFirst(phraseList('not_a_negation'));
const muting = phrasesByFirst(phraseList('muting'));
const directing = set('directing');

/** Length in tokens of the phrase of a list that starts at `at`, or 0. */
function phraseAt(
  list: ReadonlyMap<string, readonly (readonly string[])[]>,
  tokens: readonly Token[],
  at: number,
): number {
  let longest = 0;
  const first = (tokens[at] as Token).lower;
  for (const phrase of list.get(first === "n't" ? 'not' : first) ?? []) {
    if (
      phrase.length > longest &&
      phrase.every((word, i) => tokens[at + i]?.lower === word || (word === 'not' && tokens[at + i]?.lower === "n't"))
    )
      longest = phrase.length;
  }
  return longest;
}

/** Token indexes of negators that deny nothing ("not limited to", "not only"). */
export function neutralNegators(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const length = phraseAt(neutral, tokens, i);
    for (let k = 0; k < length; k++) found.add(i + k);
  }
  return found;
}

/** "That is why we …": told, and only tied to what was said before; index of "why". */
export const isConsequence = (tokens: readonly Token[], why: number): boolean =>
  tokens[why]?.lower === 'why' &&
  tokens[why - 1]?.verb?.base === 'be' &&
  /^(?:that|this)$/.test(tokens[why - 2]?.lower ?? '');

/** Token indexes at which a wished or merely described practice begins ("the right to", "ask us not to"). */
export function mutingCues(tokens: readonly Token[]): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = phraseAt(muting, tokens, i);
    if (length > 0 && !isConsequence(tokens, i) && !namesWhatWeDo(tokens, i) && !isToldTo(tokens, i + length))
      found.push(i + length);
    const aim = directing.has(tokens[i]?.verb?.base ?? '') ? whatUsIsAsked(tokens, i + 1) : undefined;
    if (aim !== undefined) found.push(aim);
  }
  return found;
}

/** "What we collect is your name": told, where a form of "be" follows the verb. */
const namesWhatWeDo = (tokens: readonly Token[], what: number): boolean =>
  what === 0 &&
  tokens[what]?.lower === 'what' &&
  tokens.slice(what + 2, what + 6).some(({ lower, verb }) => lower === 'is' || (lower === 'are' && verb !== undefined));

/** "We want to inform you that we collect …": told; not "we inform you whether we collect …". */
const isToldTo = (tokens: readonly Token[], that: number): boolean =>
  tokens[that]?.lower === 'that' && secondPerson.has(tokens[that - 1]?.lower ?? '');

/** How many words may stand between "us" and what we are asked to do. */
const FURTHEST_AIM = 5;

/** "instruct us at any time not to process": where what is asked begins. */
function whatUsIsAsked(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.lower !== 'us') return undefined;
  for (let i = at + 1; i <= at + FURTHEST_AIM; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') return undefined;
    if (token.lower === 'to') return i;
  }
  return undefined;
}
