import qualifiersCatalogue from '../../catalogue/language/qualifiers.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import {
  conjunctions,
  determiners,
  inclusion,
  isAdverb,
  negators,
  opensFrequency,
  possessives,
  prepositions,
  relativePronouns,
  subordinators,
} from '../../language/grammar';
import type { Token } from '../../language/types';
import {
  bareConditions,
  channelWords,
  conditionWords,
  kindNouns,
  meansNouns,
  notLimited,
  notNarrowing,
  occasions as occasionWords,
  openManners,
  reopening,
} from '../clauses/constructions';
import { isDemonstrative } from './slotCues';

/** Fixed phrases at which `slots.ts` turns to another part of the clause. Indexes are token indexes. */

const { naming: namingWords, occasions: occasionNouns } = readCatalogue(
  qualifiersCatalogue,
  wordLists('naming', 'occasions'),
);
const naming = new Set(namingWords);
const occasions = new Set(occasionNouns);

/** "circumstances", "limited cases" behind "in the following": the list names when, not what. */
export const namesOccasion = (tokens: readonly Token[], i: number): boolean =>
  occasions.has(tokens[i]?.lemma ?? '') || (tokens[i]?.kind === 'word' && occasions.has(tokens[i + 1]?.lemma ?? ''));

/** "them", "him" behind "with" or "to", not "them" before a noun. */
export const isPersonal = (tokens: readonly Token[], i: number): boolean =>
  /^(?:them|him|her|it)$/.test(wordAt(tokens, i)) &&
  /^(?:with|to)$/.test(wordAt(tokens, i - 1)) &&
  tokens[i + 1]?.kind !== 'word';

const wordAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

const opensInfinitive = (tokens: readonly Token[], i: number): boolean =>
  wordAt(tokens, i) === 'to' && tokens[i + 1]?.verb?.form === 'base';

/** "such as", "including", "for example": the nouns of the last slot go on. Length in tokens, or 0. */
export function reopeningLength(tokens: readonly Token[], i: number): number {
  const word = wordAt(tokens, i);
  const next = wordAt(tokens, i + 1);
  if (word === 'such' && next === 'as') return 2;
  // "in particular to send you …" goes on with the purpose
  if (word === 'in' && next === 'particular') return opensInfinitive(tokens, i + 2) ? 0 : 2;
  if (reopening.has(word) && opensInfinitive(tokens, i + 1)) return 0;
  if (word === 'including' && next === 'without' && wordAt(tokens, i + 2) === 'limitation') return 3;
  return reopening.has(word) || (word === 'for' && (next === 'example' || next === 'instance')) ? 1 : 0;
}

/** "which includes", "which may include" */
export function reopensByRelative(tokens: readonly Token[], i: number): boolean {
  // "which typically includes"
  const at = tokens[i + 1] && isAdverb(tokens[i + 1] as Token) ? i + 1 : i;
  const next = wordAt(tokens, at + 1);
  // "information that is not personal data"
  if (negators.has(wordAt(tokens, at + 2))) return false;
  return inclusion.has(next) || ((next === 'may' || next === 'can') && inclusion.has(wordAt(tokens, at + 2)));
}

export const opensRelative = (tokens: readonly Token[], i: number): boolean => {
  const word = wordAt(tokens, i);
  // "what kind of device you use"
  if (/^(?:what|which)$/.test(word) && kindNouns.has(wordAt(tokens, i + 1))) return false;
  return relativePronouns.has(word) && word !== 'where' && !(word === 'that' && isDemonstrative(tokens, i));
};

/** "not limited to" and its like deny nothing. */
export const isNeutralNot = (tokens: readonly Token[], i: number): boolean =>
  wordAt(tokens, i) === 'not' && notLimited.has(wordAt(tokens, i + 1));

/** "nothing but your name", "nobody except our host", "no one other than you": only that. */
export function isNothingBut(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i);
  const pronoun =
    word === 'nothing' || word === 'nobody' ? 1 : word === 'no' && wordAt(tokens, i + 1) === 'one' ? 2 : 0;
  if (pronoun === 0) return false;
  const [next, then] = [wordAt(tokens, i + pronoun), wordAt(tokens, i + pronoun + 1)];
  return next === 'but' || next === 'except' || (/^(?:more|other)$/.test(next) && then === 'than');
}

/** The word after which "nobody but", "nothing except" leave something in. */
export const endsNothingBut = (tokens: readonly Token[], i: number): boolean =>
  isNothingBut(tokens, i - 1) || (wordAt(tokens, i - 1) === 'one' && isNothingBut(tokens, i - 2));

/** "… and nothing else", "… and for no other purpose", "… and no one else": what stands before is all. */
export const isNothingElse = (tokens: readonly Token[], i: number): boolean =>
  (wordAt(tokens, i + 1) === 'else' && /^(?:nothing|nobody|one|none)$/.test(wordAt(tokens, i))) ||
  (wordAt(tokens, i) === 'no' && wordAt(tokens, i + 1) === 'other');

/** "not listed above": points at another part of the draft. */
export function pointsElsewhere(tokens: readonly Token[], i: number): boolean {
  const verb = tokens[i + 1]?.verb;
  return (
    wordAt(tokens, i) === 'not' &&
    verb !== undefined &&
    (verb.form === 'past' || verb.form === 'participle') &&
    naming.has(verb.base)
  );
}

/** "…, not personal information", "(never your name)", "rather than your name": set against what is done. */
export function isContrast(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i);
  if (word === 'rather' || word === 'instead') return true;
  const before = wordAt(tokens, i - 1);
  const isSet = before === ',' || before === 'but' || before === 'and' || before === '(';
  return isSet && (word === 'not' || (before === '(' && word === 'never'));
}

/** "in connection with our newsletters", "as part of the study": done there only. */
export const isOccasion = (tokens: readonly Token[], i: number): boolean =>
  (wordAt(tokens, i) === 'in' && occasionWords.has(wordAt(tokens, i + 1))) ||
  (wordAt(tokens, i) === 'as' && wordAt(tokens, i + 1) === 'part');

/** "publicly", "in plain text": only this manner is spoken of. */
export const isManner = (tokens: readonly Token[], i: number): boolean =>
  wordAt(tokens, i) === 'publicly' || (wordAt(tokens, i) === 'in' && openManners.has(wordAt(tokens, i + 1)));

/** "third parties in unsafe countries": only some of them. */
export const narrowsRecipients = (tokens: readonly Token[], i: number): boolean =>
  /^(?:in|within)$/.test(wordAt(tokens, i)) && !notNarrowing.has(wordAt(tokens, i + 1));

/** "with the following exceptions" */
export const announcesExceptions = (tokens: readonly Token[], i: number): boolean =>
  wordAt(tokens, i) === 'with' &&
  wordAt(tokens, i + 1) === 'the' &&
  wordAt(tokens, i + 2) === 'following' &&
  tokens[i + 3]?.lemma === 'exception';

/** "in order to", "so that" */
export const opensPurpose = (tokens: readonly Token[], i: number): boolean =>
  (wordAt(tokens, i) === 'in' && wordAt(tokens, i + 1) === 'order') ||
  (wordAt(tokens, i) === 'so' && wordAt(tokens, i + 1) === 'that');

/** A condition begins; "as well as", "as a group", "as defined in" are none. */
export function opensCondition(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i);
  if ((!subordinators.has(word) && !conditionWords.has(word)) || opensFrequency(tokens, i)) return false;
  if (word !== 'as') return true;
  return !(
    wordAt(tokens, i - 1) === 'well' ||
    /^(?:well|a|an|such|that|follows)$/.test(wordAt(tokens, i + 1)) ||
    tokens[i + 1]?.verb?.form === 'past'
  );
}

/** "technologies", "means" right before "including" or "such as". */
export function namesMeans(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower === ',' ? tokens[i - 2] : tokens[i - 1];
  return before !== undefined && (meansNouns.has(before.lemma) || meansNouns.has(before.lower));
}

/** "if any", "if applicable": ends where it began. */
export const isBareCondition = (tokens: readonly Token[], i: number): boolean =>
  wordAt(tokens, i) === 'if' &&
  bareConditions.has(wordAt(tokens, i + 1)) &&
  /^(?:,|;|:|\.|\)|and|or|)$/.test(wordAt(tokens, i + 2));

/** A noun phrase begins right behind another: "our partners | your name". */
export function opensSecondNoun(tokens: readonly Token[], i: number, from: number): boolean {
  const word = wordAt(tokens, i);
  const before = tokens[i - 1];
  if (i <= from || before?.kind !== 'word' || !(articles.has(word) || possessives.has(word)) || word === "'s")
    return false;
  const { lower, verb } = before;
  return !(
    prepositions.has(lower) ||
    conjunctions.has(lower) ||
    determiners.has(lower) ||
    possessives.has(lower) ||
    relativePronouns.has(lower) ||
    subordinators.has(lower) ||
    isAdverb(before) ||
    (verb !== undefined && verb.form !== 'third')
  );
}
const articles = new Set(['the', 'a', 'an', 'this', 'these', 'any', 'all', 'certain', 'some']);

export const opensChannel = (word: string): boolean => channelWords.has(word);
