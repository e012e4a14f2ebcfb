import catalogue from '../../catalogue/contradiction.yaml';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import { conjunctions, denyingWords, negators, prepositions, subordinators } from '../../language/grammar';
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
  for (let i = from + 1; i < tokens.length - 1; i++) {
    const token = tokens[i] as Token;
    if (!isOpening(token, tokens[i + 1] as Token) || isWithin(token, read)) continue;
    // "anyone outside our group": read with the recipient
    if (isWithin(tokens[i - 1] as Token, parties)) continue;
    if (statement.channel !== undefined && opensChannel(token.lower)) continue;
    const last = endOfPhrase(tokens, i + 1);
    const phrase = tokens.slice(i + 1, last + 1);
    if (phrase.some((word) => isWithin(word, read))) continue;
    // what is taken "off our platform" may well be kept on it
    if (token.lower === 'off' || !phrase.every(isNeutral)) return true;
  }
  return false;
});

const staysOrLeaves = ({ verb }: Token): boolean =>
  verb !== undefined && (keeping.has(verb.base) || leaving.has(verb.base));

const isNegator = ({ lower, lemma }: Token): boolean => negators.has(lower) || denyingWords.has(lemma);

/** A preposition that is no part of a compound ("opt-in") and opens no infinitive ("to show"). */
const isOpening = ({ lower, glue }: Token, next: Token): boolean =>
  (prepositions.has(lower) || lower === 'off') &&
  glue === undefined &&
  next.glue === undefined &&
  next.verb?.form !== 'base';

const isNeutral = ({ lower, lemma, kind }: Token): boolean =>
  kind !== 'word' || neutral.has(lower) || neutral.has(lemma);

function endOfPhrase(tokens: readonly Token[], from: number): number {
  let last = from;
  for (; last + 1 < tokens.length; last++) {
    const { lower, kind, glue } = tokens[last + 1] as Token;
    if (glue === undefined && (kind === 'punctuation' || isBoundary(lower))) break;
  }
  return last;
}

const isBoundary = (word: string): boolean =>
  prepositions.has(word) || conjunctions.has(word) || subordinators.has(word);

const placesOf = ({ data, recipients, purposes, conditions, exceptions }: Statement): Place[] =>
  [...data, ...recipients, ...purposes, ...conditions, ...exceptions].map(({ place }) => place);

const isWithin = ({ start, end }: Token, places: readonly Place[]): boolean =>
  places.some((place) => start >= place.start && end <= place.end);
