import catalogue from '../../catalogue/language/ownData.yaml';
import { readCatalogue, wordLists, wordSetsOf } from '../../catalogue/read';
import {
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  negators,
  people,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
} from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { TermMatch, Token } from '../../language/types';
import { inventedNames } from '../clauses/constructions';

/** Whether words that no catalogue knows are the name of something: `catalogue/language/ownData.yaml`. Indexes are token indexes. */

const listed = wordSetsOf(catalogue);
const unsaid = listed('unsaid');
/** Nouns that name no data. */
export const namesNothing: ReadonlySet<string> = listed('noData');

const { adjectives: adjectiveEndings } = readCatalogue(catalogue, wordLists('adjectives'));
const compounds = listed('compounds');
/** Words that stand in no name. */
export const inNoName: ReadonlySet<string> = listed('noNames');
const owners = listed('owners');
const bare = listed('bare');
/** "item", "number": a noun that names something only together with others. */
export const isBare = (word: string): boolean => bare.has(nounLemma(word));
const plain = listed('plain');
/** Adjectives without the ending of one. */
export const isPlainAdjective = (word: string): boolean => plain.has(word);

export interface Name {
  readonly first: number;
  readonly last: number;
  /** In their dictionary form. */
  readonly words: readonly string[];
  /** A name without a noun for data behind it: "swim times", not "route". */
  readonly alone: boolean;
  /** "jobs viewed": a participle stands behind the noun. */
  readonly described?: true;
  /** "times": may name anything, and is data only in the middle of other data. */
  readonly vague?: true;
  /** Where "you join" ends, in "channels you join". */
  readonly until?: number;
}

/** Longer ones are no names. */
const LONGEST = 5;
/** Names of two letters. */
const shortNames = new Set(['id', 'ids']);
const joints = new Set([',', ';', ':', '(', ')', '&', 'and', 'or', 'and/or', 'including']);
/** Words behind which the members of what stands before them begin. */
export const openers: ReadonlySet<string> = new Set([':', '(', 'including', 'like']);

export const isJoint = (token: Token | undefined): boolean => token !== undefined && joints.has(token.lower);

const subjects = listed('subjects');
/** "shipping" before "information" */
export const isTopic = ({ lower }: Token): boolean => subjects.has(lower);

/** Articles, possessives and adjectives that do not belong to a name. */
export const isUnsaid = (token: Token): boolean =>
  determiners.has(token.lower) || possessives.has(token.lower) || unsaid.has(token.lower) || isAdverb(token);

interface Around {
  readonly termAt: ReadonlyMap<number, TermMatch>;
  /** Where the object ends. */
  readonly end: number;
  /** A noun for data stands right behind it. */
  readonly headed: boolean;
}

/** The name between two tokens, the second exclusive. */
export function nameBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  { termAt, end, headed }: Around,
): Name | undefined {
  let first = from;
  while (first < to && isUnsaid(tokens[first] as Token)) first++;
  if (first === to || to - first > LONGEST) return undefined;
  const words = tokens.slice(first, to);
  const head = words.at(-1) as Token;
  if (!words.every(isNamingWord) || words.slice(1).some(({ verb }) => verb?.form === 'gerund')) return undefined;
  const lemmas = namesOf(words);
  if (headed)
    return describes(words, isTitle(head) && isTitle(tokens[to]))
      ? { first, last: to - 1, words: lemmas, alone: false }
      : undefined;
  const after = to < end ? tokens[to] : undefined;
  const described = isDescribed(words);
  const until = isPlural(head) && head.lemma !== 'thing' ? readersDoing(tokens, to, end) : undefined;
  const done = until !== undefined;
  if ((after && !closes(after)) || !(isNoun(head) || described) || (!done && namesNoData(words))) return undefined;
  if (after?.lower === 'of') {
    const governed = governedBy(tokens, to, termAt, bare.has(nounLemma(head.lower)));
    return governed && { first, last: governed.last, words: [...lemmas, 'of', ...governed.words], alone: true };
  }
  const alone = words.length > 1 || done || namesAlone(head, tokens[first - 1]);
  const ofAnything = bare.has(nounLemma(head.lower)) && (isPlural(head) || head.verb === undefined);
  const vague = !alone && (ofAnything || isDeeds(head));
  return {
    first,
    last: to - 1,
    words: lemmas,
    alone,
    ...(described && { described }),
    ...(vague && { vague }),
    ...(done && { until }),
  };
}

/** "channels you join", "posts that you view": index of the verb. */
function readersDoing(tokens: readonly Token[], to: number, end: number): number | undefined {
  const at = tokens[to]?.lower === 'that' ? to + 1 : to;
  const verb = tokens[at + 1]?.lower === 'have' ? at + 2 : at + 1;
  const { verb: said } = tokens[verb] ?? {};
  const does = said !== undefined && said.form !== 'gerund' && said.base !== 'have';
  return tokens[at]?.lower === 'you' && verb < end && does ? verb : undefined;
}

/** "votes", "likes": a verb elsewhere. */
export const isDeeds = (head: Token): boolean => isPlural(head) && head.verb?.form === 'third';

const isPlural = ({ lower }: Token): boolean => nounLemma(lower) !== lower;

/** Nouns that name no data; some of them do together with others ("event results", "card type"). */
const namesNoData = (words: readonly Token[]): boolean => {
  const { lemma, lower } = words.at(-1) as Token;
  // "your child": somebody, not something
  if (words.length === 1 && people.has(lemma)) return true;
  if (words.length > 1 && compounds.has(lemma) && !owners.has((words[0] as Token).lemma)) return false;
  return namesNothing.has(lemma) || namesNothing.has(lower);
};

/** The last word in the singular: "swim times" and "swim time" are one name. */
const namesOf = (words: readonly Token[]): string[] =>
  words.map(({ lower }, i) => (i === words.length - 1 ? nounLemma(lower) : lower));

/**
 * "sessions" in "number of sessions"; undefined where the catalogue knows the data behind "of". A `quantity` may be one of
 * anything: "amount of the transfer".
 */
function governedBy(
  tokens: readonly Token[],
  of: number,
  termAt: ReadonlyMap<number, TermMatch>,
  quantity: boolean,
): { readonly last: number; readonly words: readonly string[] } | undefined {
  let at = of + 1;
  while (tokens[at] && isUnsaid(tokens[at] as Token)) at++;
  const words: Token[] = [];
  for (; words.length < LONGEST && tokens[at] && isNamingWord(tokens[at] as Token); at++) {
    const kind = termAt.get(at)?.kind;
    if (kind === 'data' || kind === 'company') return undefined;
    words.push(tokens[at] as Token);
  }
  const head = tokens[at - 1] as Token;
  const ends = !tokens[at] || closes(tokens[at] as Token);
  return words.length > 0 && ends && isNoun(head) && (quantity || !namesNothing.has(head.lemma))
    ? { last: at - 1, words: namesOf(words) }
    : undefined;
}

/** "Social Data" with capitals is a name. */
const isTitle = (token: Token | undefined): boolean => token?.capitalised === true;

/** "route" before "information": neither who the data is about nor what it is like, but in a name. */
const describes = (words: readonly Token[], named: boolean): boolean => {
  const last = words.at(-1) as Token;
  return (
    !inventedNames.has(last.lower) &&
    !owners.has(last.lemma) &&
    (named || (!isAdjective(last) && !plain.has(last.lower))) &&
    isNounLike(last)
  );
};

const isNounLike = ({ verb }: Token): boolean =>
  verb === undefined || verb.form === 'base' || verb.form === 'third' || verb.form === 'gerund';

export const isNoun = (head: Token): boolean =>
  (head.verb === undefined || head.verb.form === 'third' || head.verb.form === 'base') &&
  !/(?:ous|ful|less|able|ible)$/.test(head.lower);

/** "jobs viewed", "amount charged" */
const isDescribed = (words: readonly Token[]): true | undefined => {
  const { verb, glue } = words.at(-1) as Token;
  const form = glue === undefined ? verb?.form : undefined;
  const noun = words.at(-2);
  const told = form === 'past' || form === 'participle';
  return (told && noun !== undefined && noun.verb?.form !== 'base' && isNoun(noun)) || undefined;
};

export const isAdjective = ({ lower, lemma }: Token): boolean =>
  lower.endsWith('ous') || (lower === lemma && adjectiveEndings.some((ending) => lower.endsWith(ending)));

/** A single word that is no adjective and no part of a longer name; "your answers" are some, "answers" may be any. */
const namesAlone = (token: Token, before: Token | undefined): boolean =>
  (token.verb === undefined ||
    (before?.lower === 'your' && token.verb.form === 'third') ||
    // "an address for the parcel"
    (/^an?$/.test(before?.lower ?? '') && token.verb.form === 'base')) &&
  (!bare.has(nounLemma(token.lower)) || (before?.lower === 'your' && token.lower !== token.lemma)) &&
  !plain.has(token.lower) &&
  !isAdjective(token);

const closes = ({ kind, lower }: Token): boolean =>
  kind === 'punctuation' ||
  joints.has(lower) ||
  prepositions.has(lower) ||
  relativePronouns.has(lower) ||
  subordinators.has(lower) ||
  firstPerson.has(lower) ||
  secondPerson.has(lower);

/** No word of a closed class, no mark, no single letter. */
const isNamingWord = (token: Token): boolean => {
  const { kind, lower } = token;
  return (
    kind === 'word' &&
    (lower.length > 2 || shortNames.has(lower) || token.glue === '-') &&
    !inNoName.has(lower) &&
    !determiners.has(lower) &&
    !possessives.has(lower) &&
    !isAdverb(token) &&
    !conjunctions.has(lower) &&
    (!prepositions.has(lower) || token.glue === '-') &&
    !relativePronouns.has(lower) &&
    !subordinators.has(lower) &&
    !firstPerson.has(lower) &&
    !secondPerson.has(lower) &&
    !negators.has(lower)
  );
};
