import qualifiersCatalogue from '../../catalogue/language/qualifiers.yaml';
import { readCatalogue, wordSets } from '../../catalogue/read';
import {
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  modals,
  partitives,
  people,
  possessives,
  prepositions,
  secondPerson,
} from '../../language/grammar';
import type { TermMatch, Token } from '../../language/types';
import { aboutWords, anaphorNouns, exceptionWords, noPurposes, pointedAt, reopening } from '../clauses/constructions';

/** The word tests by which `slots.ts` tells the parts of a clause apart. Indexes are token indexes. */

const { limiting, neutral_relative } = readCatalogue(qualifiersCatalogue, wordSets('limiting', 'neutral_relative'));
/** Verbs that only say that data is held or given. */
export const neutralRelative = neutral_relative;

export const isCookie = (term: TermMatch): boolean =>
  term.kind === 'data' &&
  term.ids.some((id) => id.includes('cookie') || id === 'web_beacon' || id.includes('tracking'));

/** A denial with this word leaves room for the rest. */
export const isLimiting = (word: string): boolean => limiting.has(word);

/** "text message subscriber information", "data about the school": narrower than the general noun by words that the ontology does not know. */
export function isNarrowed(tokens: readonly Token[], term: TermMatch): boolean {
  const before = tokens[term.first - 1];
  if (
    before &&
    before.kind === 'word' &&
    !before.verb &&
    !determiners.has(before.lower) &&
    !possessives.has(before.lower) &&
    !prepositions.has(before.lower) &&
    !conjunctions.has(before.lower) &&
    !isAdverb(before) &&
    before.lower !== 'to'
  )
    return true;
  if (!aboutWords.has(tokens[term.last + 1]?.lower ?? '')) return false;
  return !tokens
    .slice(term.last + 2, term.last + 6)
    .some(({ lower, lemma }) => /^(?:you|your|us|people)$/.test(lower) || people.has(lemma));
}

/** "data", "information" alone. */
export const isGeneralNoun = (tokens: readonly Token[], { ids, first, last }: TermMatch): boolean =>
  first === last && ids.includes('any_data') && /^(?:data|information|info)$/.test((tokens[first] as Token).lower);

/** A purpose phrase with words of its own: not "for 30 days", "for you", "for example". */
export function saysPurpose(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[from + 1];
  if (!next || from + 1 >= to) return false;
  return (
    next.kind !== 'number' &&
    !(tokens[from + 2]?.kind === 'number') &&
    next.lower !== 'you' &&
    next.lower !== 'us' &&
    next.lower !== 'example' &&
    next.lower !== 'instance' &&
    !tokens.slice(from + 1, from + 6).some(({ lemma }) => noPurposes.has(lemma))
  );
}

/** Length of an exception cue at `i`, or 0. */
export function exceptionLength(tokens: readonly Token[], i: number): number {
  const lower = (tokens[i] as Token).lower;
  const next = tokens[i + 1]?.lower;
  if (lower === 'without' && next === 'limitation') return 0;
  if (exceptionWords.has(lower)) return 1;
  if ((lower === 'other' || lower === 'otherwise') && next === 'than') return 2;
  if ((lower === 'apart' || lower === 'aside') && next === 'from') return 2;
  if (lower === 'save' && (next === 'for' || next === 'as' || next === 'where')) return 2;
  if (lower === 'with' && next === 'the' && tokens[i + 2]?.lower === 'exception') return 4;
  if (lower === 'but' && next === 'only') return 2;
  // "your name, but never your e-mail address"
  if (lower === 'but' && (next === 'never' || next === 'not') && opensNouns(tokens, i + 2)) return 2;
  return 0;
}

const opensNouns = (tokens: readonly Token[], i: number): boolean =>
  possessives.has(tokens[i]?.lower ?? '') || /^e-?mail$/.test(tokens[i]?.lower ?? '');

/** End of a subordinate phrase: the clause's end, a semicolon, or a comma that closes a short insertion. */
export function phraseEnd(tokens: readonly Token[], from: number, to: number): number {
  let open = 0;
  // "your name and – if you like – your address"
  const inserted = isDash(tokens[from - 2]);
  for (let i = from; i < to; i++) {
    const lower = (tokens[i] as Token).lower;
    if (lower === '(') open++;
    // "when you click on content (such as a lesson) or ads"
    if (open > 0) {
      if (lower === ')') open--;
      continue;
    }
    if (inserted && isDash(tokens[i])) return i;
    if (lower === ';' || lower === ')' || (lower === ':' && i === to - 1)) return Math.max(from - 1, i - 1);
    if (lower === ',' && i + 1 < to && startsNewPart(tokens, i + 1)) return i;
  }
  return to - 1;
}

const isDash = (token: Token | undefined): boolean => token?.kind === 'punctuation' && /^[-–—]+$/.test(token.lower);

/** After the comma something other than the phrase goes on: "…, including your name", "…, to our partners". */
function startsNewPart(tokens: readonly Token[], i: number): boolean {
  const lower = (tokens[i] as Token).lower;
  // "where feasible, to train our models"
  if (lower === 'to' && tokens[i + 1]?.verb?.form === 'base') return true;
  // "when you open the app, and how you use it"
  if (lower === 'and' && tokens[i + 1]?.lower === 'how') return true;
  return reopening.has(lower) || lower === 'such' || firstPerson.has(lower) || lower === 'your';
}

export const isLast = (tokens: readonly Token[], last: number, to: number): boolean =>
  last >= to - 2 && (tokens[to - 1] as Token).lower === ':';

/** "that" before a noun points back ("that data"); before a verb or a subject it opens a clause. */
export function isDemonstrative(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    next.kind === 'word' &&
    !next.verb &&
    !firstPerson.has(next.lower) &&
    !secondPerson.has(next.lower) &&
    !isAdverb(next) &&
    pointedAt.has(next.lemma)
  );
}

/** The clause only says that the data is held or given: "that you provide", "which we collect". */
export function isNeutralRelative(tokens: readonly Token[], pronoun: number, to: number): boolean {
  for (let i = pronoun + 1; i < Math.min(pronoun + 7, to); i++) {
    const token = tokens[i] as Token;
    if (token.lower === ',' || token.lower === ';') return true;
    if (token.verb && token.verb.base !== 'be' && token.verb.base !== 'have' && token.verb.base !== 'do')
      return neutralRelative.has(token.verb.base);
  }
  return true;
}

/** "This is sold", "all of this goes to …": no noun stands behind it. */
export function standsAlone(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i] as Token;
  const next = tokens[i + 1];
  if (next === undefined) return true;
  if (lower !== 'this' && lower !== 'these' && lower !== 'those') return false;
  const helps = modals.has(next.lower) || auxiliaries.has(next.verb?.base ?? '');
  const isPart = tokens[i - 1]?.lower === 'of' && partitives.has(tokens[i - 2]?.lower ?? '');
  return helps || (isPart && (prepositions.has(next.lower) || next.verb !== undefined));
}
const auxiliaries: ReadonlySet<string> = new Set(['be', 'have', 'do', 'get']);

export function isAnaphor(tokens: readonly Token[], i: number, term: TermMatch | undefined): boolean {
  const lower = (tokens[i] as Token).lower;
  if (lower === 'it' || lower === 'them') return term === undefined;
  if (lower !== 'this' && lower !== 'that' && lower !== 'these' && lower !== 'those' && lower !== 'such') return false;
  const next = tokens[i + 1];
  if (next === undefined || next.kind === 'punctuation') return true;
  if (standsAlone(tokens, i)) return true;
  return anaphorNouns.has((next.lemma === 'personal' ? tokens[i + 2] : next)?.lemma ?? '');
}
