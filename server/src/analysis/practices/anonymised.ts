import catalogue from '../catalogue/language/qualifiers.yaml';
import { wordSetsOf } from '../catalogue/read';
import { conjunctions, determiners, possessives, prepositions } from '../language/grammar';
import type { Sentence, TermMatch, Token } from '../language/types';
import { isOwnData } from './names/ownData';
import { dataGraph } from './ontologyGraph';
import type { Action, DataTypeId } from './types';

const words = wordSetsOf(catalogue);
const combined = words('ofNobody.combined');
const unnamed = words('ofNobody.unnamed');
const general = words('dataNouns');
const abouts: ReadonlySet<string> = new Set(['about', 'on', 'regarding', 'of']);

const impersonal = new Set(['non_personal', 'aggregate', 'deidentified', 'anonymous']);

/** "Aggregated location data" is about nobody in particular; a cookie is set on somebody's device. */
export const idsOf = (sentence: Sentence, term: TermMatch, action: Action): readonly DataTypeId[] =>
  action !== 'place' && isOfNobody(sentence, term) ? ['non_personal'] : term.ids;

/** Whether all that is told is about nobody; what only the draft has a name for may be either. */
export const areOfNobody = (sentence: Sentence, told: readonly TermMatch[], action: Action): boolean =>
  told.length > 0 &&
  (isOfSeries(sentence, told[0] as TermMatch) ||
    isGlossOf(sentence, told[0] as TermMatch, told) ||
    told.every(
      (term) =>
        idsOf(sentence, term, action).some((id) => impersonal.has(id)) ||
        (term.ids.every(isOwnData) && told.length > 1),
    ));

/** "aggregate statistics about visits, orders and related information": all of the series is of nobody. */
const isOfSeries = ({ tokens }: Sentence, { ids, last }: TermMatch): boolean =>
  ids.some((id) => impersonal.has(id)) && abouts.has(tokens[last + 1]?.lower ?? '');

/** "aggregate information (for example, page views)": the brackets say what is aggregated. */
function isGlossOf({ tokens }: Sentence, { ids, last }: TermMatch, told: readonly TermMatch[]): boolean {
  if (tokens[last + 1]?.lower !== '(' || !ids.some((id) => impersonal.has(id))) return false;
  const end = tokens.findIndex(({ lower }, i) => i > last && lower === ')');
  return told.every((term) => term.last < end);
}

/**
 * Whether words in front of a type of data make it data about nobody in particular: "aggregated location information",
 * "anonymous device and browser data". An "anonymous identifier" still tells one reader from the next (GDPR Recital 26).
 */
function isOfNobody({ tokens }: Sentence, { first, ids }: TermMatch): boolean {
  const identifies = ids.some((id) => dataGraph.isA(id, 'identifier'));
  for (let at = first - 1; at >= 0 && staysInPhrase(tokens, at); at--)
    if (isCombined(tokens, at) || (unnamed.has(tokens[at]?.lower ?? '') && !identifies)) return true;
  return false;
}

/** Adjectives and nouns, and "and" between two of them: "device and browser data", not "statistics and addresses". */
function staysInPhrase(tokens: readonly Token[], at: number): boolean {
  const { lower, kind, verb } = tokens[at] as Token;
  if (isAdjective(tokens, at)) return true;
  if (lower === ',') return isAdjective(tokens, at - 1);
  if (conjunctions.has(lower)) return isAdjective(tokens, at - 1) || isOpenNoun(tokens[at - 1]);
  const noun = kind === 'word' && (verb === undefined || verb.form === 'gerund');
  return noun && !prepositions.has(lower) && !determiners.has(lower) && !possessives.has(lower);
}

const isAdjective = (tokens: readonly Token[], at: number): boolean =>
  isCombined(tokens, at) || unnamed.has(tokens[at]?.lower ?? '');

/** "aggregated", "non-personal" */
function isCombined(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const compound = token?.glue === '-' ? `${tokens[at - 1]?.lower}-` : '';
  return combined.has(compound + (token?.lower ?? ''));
}

/** A noun that goes on behind "and": "device and browser data". */
const isOpenNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !general.has(token.lemma) && (token.lower === token.lemma || token.verb?.form === 'gerund');
