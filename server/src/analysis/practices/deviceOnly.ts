import catalogue from '../catalogue/language/localFirst.yaml';
import { wordSetsOf } from '../catalogue/read';
import type { Place } from '../document/types';
import { determiners, firstPerson, modals, negators, possessives, relativePronouns } from '../language/grammar';
import type { Sentence, TermMatch, Token } from '../language/types';
import { denyingSubjects, leaving } from './clauses/constructions';
import { isDataRoot } from './generalData';
import { isOnDevice, isReadersDevice } from './readersDevice';
import { placeOf } from './termPlaces';
import type { Mention } from './types';

/**
 * Promises that data is nowhere but on the reader's device: "your notes stay on your phone", "all data is stored only in
 * your browser", "nothing you type leaves your computer", "no data is sent to any server". The words of the promise stand
 * in `catalogue/language/localFirst.yaml`.
 */
export interface DevicePromise {
  readonly place: Place;
  /**
   * What stays: all data, whatever readers put in, or the types that are named; `servers` where the company is said to
   * have none of its own, so that nothing can lie there.
   */
  readonly of: 'all' | 'entered' | 'servers' | readonly Mention[];
}

const listed = wordSetsOf(catalogue, 'promise');
const having = listed('having');
const machines = listed('machines');
const staying = listed('staying');
const keeping = listed('keeping');
const only = listed('only');
const sending = listed('sending');
const servers = listed('servers');
const entering = listed('entering');
const limits = listed('limits');
/** How many words may stand between the verb and the device: "stays right where it is, on your phone". */
const REACH = 6;

/** What a sentence promises; undefined where it promises nothing of the kind, or not without more. */
export function devicePromise(sentence: Sentence): DevicePromise | undefined {
  const { tokens, question } = sentence;
  if (question || tokens.length > LONGEST) return undefined;
  const none = tokens.findIndex((_, i) => hasNoServers(tokens, i));
  if (none >= 0 && !tokens.some(({ lower }) => limits.has(lower) && lower !== 'cloud' && lower !== 'or'))
    return { of: 'servers', place: { block: sentence.block, start: sentence.start, end: wordsEnd(sentence) } };
  const verb = tokens.findIndex((_, i) => promises(tokens, i));
  if (verb < 0 || tokens.some(({ lower }, i) => limits.has(lower) && !isOfWhatIsEntered(tokens, i, verb)))
    return undefined;
  const of = whatStays(sentence, verb);
  return of && { of, place: { block: sentence.block, start: sentence.start, end: wordsEnd(sentence) } };
}
/** In tokens: a longer sentence says more than that. */
const LONGEST = 40;

/** "We have no servers", "there is no backend", "the app does not run any server of its own". */
function hasNoServers(tokens: readonly Token[], i: number): boolean {
  const base = tokens[i]?.verb?.base;
  if (base === undefined || !having.has(base)) return false;
  if (base === 'be' && tokens[i - 1]?.lower !== 'there') return false;
  const rest = tokens.slice(i + 1, i + 5);
  const at = rest.findIndex(({ lemma }) => machines.has(lemma));
  if (at < 0 || rest[at + 1]?.glue !== undefined) return false;
  // "no servers in China", "no server that stores your photos", "no database of profiles"
  if (!/^(?:\.|,|;|and|or|of|at|)$/.test(rest[at + 1]?.lower ?? '')) return false;
  if (rest[at + 1]?.lower === 'of' && !possessives.has(tokens[i + at + 3]?.lower ?? '')) return false;
  const between = rest.slice(0, at).map(({ lower }) => lower);
  const none = between[0] === 'no' && between.slice(1).every((word) => word === 'own' || word === 'backend');
  const any = isNegated(tokens, i) && between.every((word) => /^(?:an?|any|own|our)$/.test(word));
  return none || any;
}

/** Without the full stop. */
function wordsEnd({ tokens, end }: Sentence): number {
  const last = tokens.at(-1);
  return last?.lower === '.' ? (tokens.at(-2)?.end ?? end) : end;
}

/** "anything that you type": the word opens no condition. */
const isOfWhatIsEntered = (tokens: readonly Token[], i: number, verb: number): boolean =>
  i < verb && tokens[i]?.lower === 'that' && tokens[i + 1]?.lower === 'you';

function promises(tokens: readonly Token[], i: number): boolean {
  const base = tokens[i]?.verb?.base;
  if (base === undefined) return false;
  const negated = isNegated(tokens, i);
  const rest = tokens.slice(i + 1);
  // "may be processed locally"
  if (tokens.slice(0, i).some(({ lower }) => modals.has(lower) && !FIRM.has(lower))) return false;
  // "never leaves your device to our servers": others may get it
  if (leaving.has(base) && negated) return isReadersDevice(rest, 0) && !rest.some(({ lower }) => lower === 'to');
  if (negated) return sending.has(base) && (serverIn(rest) > 0 || isToNobody(base, rest));
  if (!isOnDevice(rest.slice(0, REACH))) return false;
  if (staying.has(base) && base !== 'exist') return true;
  return keeping.has(base) && (isOnly(tokens.slice(Math.max(0, i - 2), i)) || isOnly(rest) || saysAll(tokens, i));
}

const FIRM: ReadonlySet<string> = new Set(['will', 'shall', "'ll"]);

const isNegated = (tokens: readonly Token[], verb: number): boolean =>
  tokens.slice(Math.max(0, verb - 4), verb).some(({ lower }) => negators.has(lower)) ||
  denyingSubjects.has(tokens[0]?.lower ?? '');

const isOnly = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }, i) => only.has(lower) || (lower === 'nowhere' && tokens[i + 1]?.lower === 'else'));

/** "all data is stored locally" */
const saysAll = (tokens: readonly Token[], verb: number): boolean =>
  tokens.slice(0, verb).some(({ lower }) => lower === 'all' || lower === 'everything');

/**
 * "to any server", "on external servers": not "on our servers", "on external servers that we run", where others may have
 * it. Token index, -1 where there is none.
 */
function serverIn(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ lemma }, i) => i < REACH && lemma === 'server');
  const next = tokens[at + 1];
  const ofSome = next?.kind === 'word' && (next.verb !== undefined || relativePronouns.has(next.lower));
  const isAny = at > 0 && servers.has(tokens[at - 1]?.lower ?? '');
  return isAny && !ofSome && !tokens.slice(0, at).some(({ lower }) => lower === 'our') ? at : -1;
}

/** "are never uploaded", "is not sent anywhere". */
const isToNobody = (base: string, [next]: readonly Token[]): boolean =>
  next?.lower === 'anywhere' || (base === 'upload' && (next === undefined || /^[.;]$/.test(next.lower)));

/** What the words before the verb name, or those behind it: "we do not send any data to any server". */
function whatStays(sentence: Sentence, verb: number): DevicePromise['of'] | undefined {
  const { tokens } = sentence;
  const label = tokens.findIndex(({ lower }, i) => i < verb && lower === ':');
  const before = whatIsNamed(sentence, label + 1, verb);
  if (before !== undefined) return before;
  const sent = serverIn(tokens.slice(verb + 1));
  return sent > 0 && isByUs(tokens, label + 1) ? whatIsNamed(sentence, verb + 1, verb + 1 + sent) : undefined;
}

/** "we", "the app", "this extension": readers and others promise nothing. */
const isByUs = (tokens: readonly Token[], at: number): boolean =>
  firstPerson.has(tokens[at]?.lower ?? '') || /^(?:the|this|our)$/.test(tokens[at]?.lower ?? '');

function whatIsNamed(sentence: Sentence, from: number, to: number): DevicePromise['of'] | undefined {
  const { tokens, terms } = sentence;
  const words = tokens.slice(from, to);
  const data = terms.filter((term) => term.kind === 'data' && term.first >= from && term.last < to);
  if (words.some(({ lower }, i) => lower === 'you' && isEntering(words, i))) return 'entered';
  const [first] = words;
  if (data.length === 0)
    return words.length <= 3 && /^(?:everything|nothing)$/.test(first?.lower ?? '') ? 'all' : undefined;
  const [root] = data.filter(({ ids }) => ids.some(isDataRoot));
  if (root) return data.length === 1 && isWhole(tokens, from, root) ? 'all' : undefined;
  return data.flatMap((term) => term.ids.map((id) => ({ id, place: placeOf(sentence, term) })));
}

/** "you type", "you have entered". */
const isEntering = (tokens: readonly Token[], you: number): boolean =>
  tokens.slice(you + 1, you + 4).some(({ verb }) => verb !== undefined && entering.has(verb.base));

/** "all of your data", "no information": nothing narrows it. */
const isWhole = (tokens: readonly Token[], from: number, { first, last }: TermMatch): boolean =>
  tokens.slice(from, first).every(({ lower, kind }) => kind !== 'word' || WHOLE.has(lower) || possessives.has(lower)) &&
  !/^(?:of|about|for|used|from|in)$/.test(tokens[last + 1]?.lower ?? '') &&
  // "data processed locally": a kind of it
  !(isBareNoun(tokens, first) && tokens[last + 1]?.verb?.form === 'past') &&
  // "the data", of which the sentence before speaks; "the data that you enter" is told
  !(/^(?:the|this|these|such)$/.test(tokens[first - 1]?.lower ?? '') && tokens[last + 1]?.verb !== undefined);
const isBareNoun = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1] === undefined || tokens[first - 1]?.kind !== 'word';
const WHOLE: ReadonlySet<string> = new Set([
  ...determiners,
  'all',
  'of',
  'no',
  'any',
  'user',
  'users',
  'personal',
  'that',
  'we',
  'means',
]);
