import catalogue from '../catalogue/language/localFirst.yaml';
import { readCatalogue, record, wordList, wordLists } from '../catalogue/read';
import { wordsOf } from '../document/place';
import type { Place } from '../document/types';
import { kept } from '../kept';
import { secondPerson } from '../language/grammar';
import type { Sentence, Token } from '../language/types';
import { actionOfVerb } from './clauses/actions';
import { keeping, leaving } from './clauses/constructions';
import { isDataRoot } from './generalData';
import type { Statement } from './types';

const {
  local,
  onDevice,
  reaching,
  held,
  conditions: conditionWords,
} = readCatalogue(
  catalogue,
  record({
    local: wordList,
    onDevice: wordList,
    conditions: wordList,
    reaching: wordLists('verbs', 'ours'),
    held: wordLists('places', 'own', 'stores', 'joints'),
  }),
);
const verbs = new Set(reaching.verbs);
const ours = new Set(reaching.ours);
const conditions = new Set(conditionWords);
const places = new Set(held.places);
const own = new Set(held.own);
const stores = new Set(held.stores);
const joints = new Set(held.joints);
/** How many words may stand between "our" and "servers". */
const REACH = 2;
/** How many words may stand between "server" and "you". */
const READERS_REACH = 4;

/** Whether data stays on the reader's device. */
export const isLocal = kept(
  ({ evidence: { kind, sentence, place, lead }, action, polarity, dataScope }: Statement): boolean =>
    polarity === 'denied'
      ? dataScope.onDevice === true
      : action !== 'place' &&
        [
          kind === 'prose' ? wordsIn(sentence, place) : wordsIn(sentence),
          kind === 'list' ? plain(sentence.block.text) : '',
          lead ? plain(wordsOf(lead)) : '',
          plain(place.block.section.title),
        ].some((text) => has(text, local) || (!dataScope.fromDevice && has(text, onDevice))),
);

/** "Data stored locally", "What we keep in your cloud": the words that introduce what is said. */
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z-]+/g, ' ');
const has = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => ` ${text} `.includes(` ${phrase} `));
/** "Local storage", "on your device only": words that tell of the reader's device. */
export const saysLocal = (text: string): boolean => [local, onDevice].some((phrases) => has(plain(text), phrases));
const wordsIn = ({ tokens, start, end }: Sentence, place: Pick<Place, 'start' | 'end'> = { start, end }): string =>
  tokens
    .filter(({ start, end, kind }) => start >= place.start && end <= place.end && kind !== 'punctuation')
    .map(({ lower }) => lower)
    .join(' ');

/** "Your notes never leave your phone". */
export const isOfStaying = ({ polarity, source, evidence: { sentence } }: Statement): boolean =>
  polarity === 'denied' &&
  source === 'data_subject' &&
  sentence.tokens.some(({ verb }) => verb !== undefined && (keeping.has(verb.base) || leaving.has(verb.base)));

/**
 * A draft that says of its data that it stays on the reader's device ("your notes never leave your phone", "settings
 * are stored locally"). There, what "is collected", "is used" or stands below "Information you enter" stays on the
 * device too, unless the draft says that the company gets it.
 */
export const isLocalFirst = (statements: readonly Statement[]): boolean => statements.some(tellsOfDevice);

const tellsOfDevice = kept(
  (statement: Statement) => isOfStaying(statement) || isLocal(statement) || keepsOffServers(statement),
);

/** "No data is sent to our servers", but not "card numbers are not stored on our servers". */
export const keepsOffServers = ({ polarity, data, evidence: { sentence } }: Statement): boolean =>
  polarity === 'denied' &&
  data.some(({ id }) => isDataRoot(id)) &&
  sentence.tokens.some(({ lemma }) => lemma === 'server');

/** Whether a statement says that data reaches the company or somebody else, not just the reader's own device. */
export const reachesCompany = kept((statement: Statement): boolean => {
  const { action, actor, recipients, evidence } = statement;
  if (recipients.length > 0 || actor !== 'first_party') return true;
  if (action === 'use') return false;
  if (action !== 'collect' && action !== 'store' && action !== 'retain') return true;
  const { lead } = evidence;
  return (
    isSentAway(statement) ||
    wordsBeforeCondition(statement).some(({ lower }) => lower === 'we' || lower === 'us') ||
    (lead !== undefined && /\b(?:we|us)\b/i.test(wordsOf(lead)))
  );
});

/**
 * "uploads your notes", "stored on our servers", "we store your notes": said outright. What a list below "Information we
 * collect" names may well be collected on the device.
 */
export const isSentAway = kept((statement: Statement): boolean => {
  const words = wordsBeforeCondition(statement);
  const byUs = statement.evidence.kind === 'prose' && words.some(({ lower }) => lower === 'we');
  return statement.recipients.length > 0 || byUs || words.some(isReaching) || isHeldAway(statement);
});

/** "stored in Firebase", "kept in the cloud", "saved on a server in Germany": elsewhere than on the device. */
export const isHeldAway = kept((statement: Statement): boolean => {
  const { action, evidence } = statement;
  if (action !== 'store' && action !== 'retain') return false;
  const { tokens, terms } = evidence.sentence;
  const end = wordsBeforeCondition(statement).length;
  // "on your home server", "on a server that you set up"
  const isOwn = (at: number): boolean =>
    tokens.slice(Math.max(0, at - REACH), at).some(({ lower }) => own.has(lower)) ||
    tokens.slice(at + 1, at + 1 + READERS_REACH).some(({ lower }) => secondPerson.has(lower));
  const verb = tokens.findIndex((token) => token.verb !== undefined && actionOfVerb(token.verb.base) === action);
  const isBehindJoint = (at: number): boolean =>
    at > verb && tokens.slice(Math.max(0, at - REACH - 1), at).some(({ lower }) => joints.has(lower)) && !isOwn(at);
  return (
    tokens.some(({ lemma }, i) => i < end && places.has(lemma) && isBehindJoint(i)) ||
    terms.some(({ kind, ids, first, last }) => {
      const next = tokens[last + 1];
      const isHost = kind === 'company' && ids.includes('hosting') && (!next?.capitalised || stores.has(next.lemma));
      return isHost && first < end && isBehindJoint(first);
    })
  );
});

/** "… when synced, if you like": what only may happen stands behind these. */
function wordsBeforeCondition({ evidence: { sentence, place } }: Statement): readonly Token[] {
  const until = sentence.tokens.findIndex(({ lower }, i) => i > 0 && conditions.has(lower));
  return sentence.tokens.filter(({ end }, i) => end <= place.end && (until < 0 || i < until));
}

/** "us", "our servers", "uploads". */
const isReaching = ({ lower, verb }: Token, i: number, tokens: readonly Token[]): boolean =>
  (lower === 'us' && tokens[i - 1]?.verb?.base !== 'let') ||
  (lower === 'our' && tokens.slice(i + 1, i + 1 + REACH).some(({ lemma }) => ours.has(lemma))) ||
  (verb !== undefined && verbs.has(verb.base));
