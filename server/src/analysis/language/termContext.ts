import {
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  making,
  modals,
  movingVerbs,
  people,
  plainAdjectives,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  taking,
} from './grammar';
import type { Token } from './types';

/** What stands around a term: whether a word that may also be an ordinary one names data here. */

/** "your current", "your own" in front of a noun. */
export const isPlainlyOwned = (tokens: readonly Token[], first: number): boolean =>
  plainAdjectives.has(tokens[first - 1]?.lower ?? '') && /^(?:your|their|my)$/.test(tokens[first - 2]?.lower ?? '');

/** "We do not collect grades.", "never stores any symptoms": all that is taken. */
export function isTaken(tokens: readonly Token[], first: number, last: number): boolean {
  const after = tokens[last + 1]?.lower;
  if (after !== undefined && !enumerationMarks.has(after) && !closesEnumeration(after)) return false;
  // "invoices of our suppliers", "messages about outages": some of them
  if (after === 'of' || after === 'about') return false;
  const before = tokens[first - 1];
  const verb = before?.lower === 'any' || before?.lower === 'no' ? tokens[first - 2] : before;
  // not "a requested transaction"
  return verb?.verb?.form !== 'past' && taking.has(verb?.verb?.base ?? '');
}

/** "members'", "the patient's" in front of a noun. */
export function isOfPeople(tokens: readonly Token[], first: number): boolean {
  const mark = tokens[first - 1]?.lower;
  return mark !== undefined && /^['’]s?$/.test(mark) && people.has(tokens[first - 2]?.lemma ?? '');
}

/** "the notes you write", "photos that our users have uploaded", behind the noun. */
export function isMadeByReaders(tokens: readonly Token[], last: number): boolean {
  let at = last + 1;
  if (/^(?:that|which)$/.test(tokens[at]?.lower ?? '')) at++;
  if (possessives.has(tokens[at]?.lower ?? '')) at++;
  const maker = tokens[at];
  if (maker?.lower !== 'you' && !people.has(maker?.lemma ?? '')) return false;
  if (tokens[at + 1]?.verb?.base === 'have') at++;
  return making.has(tokens[at + 1]?.verb?.base ?? '');
}

/** "Our web server logs your IP address", "our servers log your name": the last word is the verb of the sentence, no part of a name. */
export const endsInVerb = (tokens: readonly Token[], first: number, last: number): boolean =>
  last > first &&
  (tokens[last]?.verb?.form === 'third' || (tokens[last]?.verb?.form === 'base' && isPluralNoun(tokens[last - 1]))) &&
  (possessives.has(tokens[last + 1]?.lower ?? '') || determiners.has(tokens[last + 1]?.lower ?? '')) &&
  !tokens.slice(0, last).some(({ verb }) => verb !== undefined);

const isPluralNoun = (token: Token | undefined): boolean =>
  token !== undefined && token.verb?.form !== 'base' && token.lemma !== token.lower;

/** "we pass your details on to …": "on" belongs to the verb. */
export const opensParticle = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'on' && tokens[at + 1]?.lower === 'to';

/** "Photos are …", "Manuscripts sent to us …", "Conversations with …", "Photos never leave …": what stands at `at`. */
export function opensDeed(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined) return false;
  const verb = tokens[isAdverb(after) || after.lower === 'never' ? at + 1 : at]?.verb;
  return (
    after.verb?.base === 'be' ||
    after.verb?.form === 'past' ||
    after.verb?.form === 'participle' ||
    modals.has(after.lower) ||
    (verb?.form === 'base' && movingVerbs.has(verb.base)) ||
    // "Calls for papers"
    (prepositions.has(after.lower) && after.lower !== 'for')
  );
}

export function isBeside(
  wanted: readonly string[],
  beside: readonly string[],
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  const after = tokens[last + 1]?.lower;
  const closes =
    after === undefined || enumerationMarks.has(after) || closesEnumeration(after) || tokens[last + 1]?.glue === '/';
  if (!closes) return false;
  if (first === 0 && (after === undefined || (after === '.' && tokens.length === last + 2))) return true;
  return beside.length > 0 && (wanted.includes('any') || wanted.some((id) => beside.includes(id)));
}

/** Between the marks of an enumeration ("name, age and gender") or alone in its block. */
export function isListed(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1]?.lower;
  const after = tokens[last + 1]?.lower;
  const opens =
    before === undefined
      ? after !== 'who'
      : enumerationMarks.has(before) || tokens[first]?.glue === '/' || isLimitedTo(tokens, first);
  const next = tokens[last + 1];
  const closes =
    after === undefined ||
    enumerationMarks.has(after) ||
    closesEnumeration(after) ||
    next?.glue === '/' ||
    // "Location – no"
    (before === undefined && /^[-\u2013\u2014]$/.test(after)) ||
    // "race, ethnicity or religion is collected"
    (before !== undefined && next?.verb?.base === 'be') ||
    (before !== undefined && modals.has(after));
  return (
    (opens && closes) ||
    (closes &&
      before !== undefined &&
      (before === 'your' || before === 'their' || ((before === 'any' || before === 'all') && after === ',')) &&
      (after === ',' || tokens[first - 2]?.lower === ',' || tokens[first - 2]?.lower === 'and'))
  );
}
/** "including but not limited to photos and videos" */
const isLimitedTo = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.lower === 'to' && tokens[first - 2]?.lower === 'limited';

const closesEnumeration = (word: string): boolean =>
  word === '.' ||
  word === ')' ||
  prepositions.has(word) ||
  conjunctions.has(word) ||
  subordinators.has(word) ||
  relativePronouns.has(word) ||
  firstPerson.has(word) ||
  secondPerson.has(word);
export const enumerationMarks = new Set([
  ',',
  ';',
  ':',
  '(',
  ')',
  '/',
  '&',
  'and',
  'or',
  'as',
  'including',
  'like',
  '"',
]);
