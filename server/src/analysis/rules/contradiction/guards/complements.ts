import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { kept } from '../../../kept';
import {
  conjunctions,
  denyingWords,
  determiners,
  modals,
  negators,
  possessives,
  prepositions,
  subordinators,
} from '../../../language/grammar';
import type { Token } from '../../../language/types';
import { keeping, leaving } from '../../../practices/clauses/constructions';
import { isReadersDevice } from '../../../practices/readersDevice';
import { opensChannel } from '../../../practices/slots/slotPhrases';
import type { Statement } from '../../../practices/types';

const complements = readCatalogue(
  catalogue,
  part('complements', wordLists('neutral', 'ofRecipient', 'elsewhere', 'sites', 'cookieHosts')),
);
const neutral = new Set(complements.neutral);
const otherSites = new Set(complements.sites);
const cookieHosts = new Set(complements.cookieHosts);

/**
 * Whether words behind the verb of a denial say where, for what or with what help in a way that was not read: "for
 * routine checks of the vehicle", "outside your device", "off the platform". What is denied there may be done elsewhere.
 */
export const hasUnreadComplement = (statement: Statement): boolean => unreadComplements(statement).length > 0;

/** The phrases of `hasUnreadComplement`, each from its preposition on. */
export const unreadComplements = kept((statement: Statement): readonly Complement[] => {
  const denial = deniedWords(statement);
  if (!denial) return [];
  const found: Complement[] = [];
  const { tokens, from } = denial;
  const parties = statement.recipients.map((recipient) => recipient.place);
  for (let i = from; i < tokens.length - 1; i++) {
    const token = tokens[i] as Token;
    if (!isOpening(token, tokens[i + 1] as Token) || isRead(statement, token)) continue;
    // "anyone outside our group": read with the recipient
    if (i > 0 && ofRecipient.has(token.lower) && isWithin(tokens[i - 1] as Token, parties)) continue;
    if (statement.channel !== undefined && opensChannel(token.lower)) continue;
    // "is stored only on your phone": where it is, which is what the denial was read from
    if (statement.exclusive && isReadersDevice(tokens, i + 1)) continue;
    const last = endOfPhrase(tokens, i + 1);
    const phrase = tokens.slice(i + 1, last + 1);
    if (phrase.some((word) => isRead(statement, word)) || (token.lower === 'by' && isOurs(statement, phrase))) continue;
    // "on any other website": not on ours
    const isOther = phrase.some(({ lemma }, at) => otherSites.has(lemma) && phrase[at - 1]?.lower === 'other');
    // "any of the following information: …"
    if (!isOther && phrase.some(({ lower }) => lower === 'following')) continue;
    const isElsewhere = isOther || elsewhere.has(token.lower);
    if (isElsewhere || !phrase.every((word) => isNeutral(word) || isCookieHost(statement, word)))
      found.push({ words: [token, ...phrase], isElsewhere });
  }
  return found;
});

/** "never read by our staff" */
const isOurs = ({ evidence: { sentence } }: Statement, phrase: readonly Token[]): boolean =>
  sentence.terms.some(
    ({ kind, ids, first, last }) =>
      kind === 'entity' &&
      ids.includes('first_party') &&
      sentence.tokens[first] === phrase[0] &&
      sentence.tokens[last] === phrase.at(-1),
  );

/** A phrase that tells where, for what or with what help. */
export interface Complement {
  readonly words: readonly Token[];
  /** "off the platform", "on any other website": not where the draft applies. */
  readonly isElsewhere: boolean;
}

/** The words of a denial in its clause, where its subject begins in them, and the verb that is denied or its negator. */
interface DeniedWords {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly verb: number;
}

/** Undefined where a denial is none of a clause, and where its place is all that it was read from ("your notes stay on your phone"). */
export const deniedWords = kept((statement: Statement): DeniedWords | undefined => {
  const { place, sentence, kind } = statement.evidence;
  if (place.block !== sentence.block || kind === 'table' || kind === 'list') return undefined;
  const tokens = sentence.tokens.filter(({ start, end }) => start >= place.start && end <= place.end);
  const first = tokens.findIndex((token) => token.verb !== undefined);
  if (first < 0 || tokens.some(staysOrLeaves)) return undefined;
  // "videos are read in memory and never saved", "it has no interest in your whereabouts and does not track you": the
  // negator of what is denied is the last before it
  const named = statement.data[0]?.place;
  const before = (token: Token): boolean => named?.block !== place.block || token.start < named.start;
  const verb = Math.max(
    first,
    tokens.findIndex(isNegator),
    tokens.findLastIndex((token) => isNegator(token) && before(token)),
  );
  return { tokens, verb, from: subjectOf(tokens, verb) };
});

/** "anyone in the world", "third parties with whom we work" */
const ofRecipient: ReadonlySet<string> = new Set(complements.ofRecipient);
/** What is taken "off our platform" may well be kept on it, and what is done "across websites" is not done on ours. */
const elsewhere: ReadonlySet<string> = new Set(complements.elsewhere);

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
  (kind !== 'word' && !/\p{L}/u.test(lower)) || lower === 'no' || neutral.has(lower) || neutral.has(lemma);

/** "on your computer": where cookies lie anyway. */
export const isCookieHost = ({ action }: Statement, { lemma }: Token): boolean =>
  action === 'place' && cookieHosts.has(lemma);

function endOfPhrase(tokens: readonly Token[], from: number): number {
  let last = from;
  for (; last + 1 < tokens.length; last++) {
    const { lower, kind, glue, verb } = tokens[last + 1] as Token;
    // "photos of your home are never …", "is in no way collected"
    if (modals.has(lower) || isAuxiliary(tokens[last + 1] as Token)) break;
    if (verb?.form === 'past' && !isAttributed(tokens[last] as Token)) break;
    if (glue === undefined && (kind === 'punctuation' || isBoundary(lower))) break;
  }
  return last;
}

export const isAuxiliary = ({ verb }: Token): boolean =>
  verb !== undefined && (verb.base === 'be' || verb.base === 'have' || verb.base === 'do');

/** "our recorded calls" */
const isAttributed = ({ lower }: Token): boolean => determiners.has(lower) || possessives.has(lower);

const isBoundary = (word: string): boolean =>
  prepositions.has(word) || conjunctions.has(word) || subordinators.has(word);

const placesOf = ({ data, recipients, purposes, conditions, exceptions }: Statement): Place[] =>
  [...data, ...recipients, ...purposes, ...conditions, ...exceptions].map(({ place }) => place);

/** Whether a word belongs to what was read of a statement. */
export const isRead = (statement: Statement, token: Token): boolean =>
  isWithin(
    token,
    placesOf(statement).filter(({ block }) => block === statement.evidence.place.block),
  );

const isWithin = ({ start, end }: Token, places: readonly Place[]): boolean =>
  places.some((place) => start >= place.start && end <= place.end);
