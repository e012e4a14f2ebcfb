import catalogue from '../../catalogue/contradiction.yaml';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import {
  conjunctions,
  denyingWords,
  determiners,
  modals,
  negators,
  possessives,
  prepositions,
  subordinators,
} from '../../language/grammar';
import type { Token } from '../../language/types';
import { keeping, leaving } from '../../practices/constructions';
import { opensChannel } from '../../practices/slotPhrases';
import type { Statement } from '../../practices/types';

const { complements } = catalogue as unknown as { readonly complements: { readonly neutral: readonly string[] } };
const neutral = new Set(complements.neutral);

/**
 * Whether words behind the verb of a denial say where, for what or with what help in a way that was not read: "for
 * routine checks of the vehicle", "outside your device", "off the platform". What is denied there may be done elsewhere.
 */
export const hasUnreadComplement = kept((statement: Statement): boolean => {
  const { place, sentence, kind } = statement.evidence;
  if (place.block !== sentence.block || kind === 'table' || kind === 'list') return false;
  const tokens = sentence.tokens.filter(({ start, end }) => start >= place.start && end <= place.end);
  const verb = tokens.findIndex((token) => token.verb !== undefined);
  // "your notes stay on your phone": the place is what the denial was read from
  if (verb < 0 || tokens.some(staysOrLeaves)) return false;
  const read = placesOf(statement).filter(({ block }) => block === place.block);
  const parties = statement.recipients.map((recipient) => recipient.place);
  // "videos are read in memory and never saved", "it has no interest in your whereabouts and does not track you": the
  // negator of what is denied is the last before it
  const named = statement.data[0]?.place;
  const before = (token: Token): boolean => named?.block !== place.block || token.start < named.start;
  const from = Math.max(
    verb,
    tokens.findIndex(isNegator),
    tokens.findLastIndex((token) => isNegator(token) && before(token)),
  );
  for (let i = subjectOf(tokens, from); i < tokens.length - 1; i++) {
    const token = tokens[i] as Token;
    if (!isOpening(token, tokens[i + 1] as Token) || isWithin(token, read)) continue;
    // "anyone outside our group": read with the recipient
    if (i > 0 && OF_RECIPIENT.has(token.lower) && isWithin(tokens[i - 1] as Token, parties)) continue;
    if (statement.channel !== undefined && opensChannel(token.lower)) continue;
    const last = endOfPhrase(tokens, i + 1);
    const phrase = tokens.slice(i + 1, last + 1);
    if (phrase.some((word) => isWithin(word, read))) continue;
    // what is taken "off our platform" may well be kept on it
    if (token.lower === 'off' || !phrase.every(isNeutral)) return true;
  }
  return false;
});

/** "anyone in the world", "third parties with whom we work" */
const OF_RECIPIENT: ReadonlySet<string> = new Set([
  'of',
  'in',
  'outside',
  'inside',
  'within',
  'beyond',
  'with',
  'at',
  'to',
  'like',
  'than',
]);

/** Where the subject of the denied verb begins, which may be narrowed itself ("the numbers of our text clubs are not sold"). */
function subjectOf(tokens: readonly Token[], negator: number): number {
  const boundary = tokens.findLastIndex(
    ({ lower, kind, glue }, i) =>
      i < negator &&
      glue === undefined &&
      (kind === 'punctuation' || conjunctions.has(lower) || subordinators.has(lower)),
  );
  return boundary + 1;
}

const staysOrLeaves = ({ verb }: Token): boolean =>
  verb !== undefined && (keeping.has(verb.base) || leaving.has(verb.base));

const isNegator = ({ lower, lemma }: Token): boolean => negators.has(lower) || denyingWords.has(lemma);

/** A preposition that is no part of a compound ("opt-in") and opens no infinitive ("to show"). */
const isOpening = ({ lower, glue }: Token, next: Token): boolean =>
  (prepositions.has(lower) || lower === 'off') &&
  glue === undefined &&
  next.glue === undefined &&
  next.verb?.form !== 'base';

/** A word that leaves a denial as wide as it is. */
export const isNeutral = ({ lower, lemma, kind }: Token): boolean =>
  kind !== 'word' || lower === 'no' || neutral.has(lower) || neutral.has(lemma);

function endOfPhrase(tokens: readonly Token[], from: number): number {
  let last = from;
  for (; last + 1 < tokens.length; last++) {
    const { lower, kind, glue, verb } = tokens[last + 1] as Token;
    // "photos of your home are never …", "is in no way collected"
    if (modals.has(lower) || auxiliaries.has(verb?.base ?? '')) break;
    if (verb?.form === 'past' && !isAttributed(tokens[last] as Token)) break;
    if (glue === undefined && (kind === 'punctuation' || isBoundary(lower))) break;
  }
  return last;
}

const auxiliaries: ReadonlySet<string> = new Set(['be', 'have', 'do']);

/** "our recorded calls" */
const isAttributed = ({ lower }: Token): boolean => determiners.has(lower) || possessives.has(lower);

const isBoundary = (word: string): boolean =>
  prepositions.has(word) || conjunctions.has(word) || subordinators.has(word);

const placesOf = ({ data, recipients, purposes, conditions, exceptions }: Statement): Place[] =>
  [...data, ...recipients, ...purposes, ...conditions, ...exceptions].map(({ place }) => place);

const isWithin = ({ start, end }: Token, places: readonly Place[]): boolean =>
  places.some((place) => start >= place.start && end <= place.end);
