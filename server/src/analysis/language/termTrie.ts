import { getOrMake, kept } from '../kept';
import {
  compoundHeads,
  determiners,
  firstPerson,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
} from './grammar';
import { nounLemma } from './lemmas';
import { enumerationMarks, isBeside, isListed, isOfPeople, opensDeed } from './termContext';
import { tokenize } from './tokens';
import type { TermKind, TermMatch, Token } from './types';

/** A surface form and what it stands for. */
export interface TermEntry {
  readonly kind: TermKind;
  readonly ids: readonly string[];
  readonly term: string;
  /** Company names match only as written. */
  readonly caseSensitive?: boolean;
  /** The term does not count where one of these words (lower case) stands right before or right after it. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  /** Only as a member of an enumeration or as a whole block, or right after one of `onlyAfter`. */
  readonly listed?: boolean;
  readonly onlyAfter?: readonly string[];
  /** Only as the member of an enumeration behind a match of one of these ids ("any": of any data), or as a whole block. */
  readonly beside?: readonly string[];
  /** Not behind a match of one of these ids. */
  readonly notBeside?: readonly string[];
  /** … or where it opens its sentence and what is done with it follows. */
  readonly opening?: boolean;
}

export interface TermMatcher {
  /** Longest matches, in order, not overlapping. `text` is what the tokens were read from. */
  match(tokens: readonly Token[], text: string): TermMatch[];
}

interface Node {
  /** Of the many leaves none has one. */
  next?: Map<string, Node>;
  entries?: readonly TermEntry[];
}

/**
 * Finds terms by walking a trie over word keys, so matching is linear in the tokens. Nouns are keyed by singular
 * ("IP addresses"), purposes by dictionary form ("improving our services"). Shared heads are distributed: "first and last
 * name" gives both names.
 */
export function buildTermTrie(entries: readonly TermEntry[]): TermMatcher {
  const nouns: Node = {};
  const phrases: Node = {};
  for (const entry of entries) {
    const phrase = entry.kind === 'purpose';
    for (const spelling of spellings(entry.term)) {
      const keys = tokenize(spelling).map(phrase ? phraseKey : nounKey);
      if (keys.length > 0) insert(phrase ? phrases : nouns, keys, entry);
    }
  }
  return {
    match(tokens, text) {
      const found = matchIn(nouns, tokens, text, nounKey, () => false);
      const covered = new Set<number>();
      for (const match of found) for (let i = match.first; i <= match.last; i++) covered.add(i);
      const purposes = matchIn(phrases, tokens, text, phraseKey, (i) => covered.has(i));
      return purposes.length === 0 ? found : [...found, ...purposes].sort((a, b) => a.first - b.first);
    },
  };
}

/** A hyphen also stands for nothing: "geo-location" is found as "geolocation" and "geo location". */
const spellings = (term: string): string[] => (term.includes('-') ? [term, term.replace(/-/g, '')] : [term]);

/** The dictionary form of a word that is no verb form is a noun's. */
const hasNounLemma = ({ kind, verb, lower }: Token): boolean =>
  kind === 'word' && (verb === undefined || verb.form === 'third') && lower !== "n't";
const nounKey = (token: Token): string => (hasNounLemma(token) ? token.lemma : nounLemma(token.lower));
const phraseKey = (token: Token): string =>
  token.verb && token.verb.form !== 'third' ? token.verb.base : nounKey(token);

function insert(root: Node, keys: readonly string[], entry: TermEntry): void {
  let node = root;
  for (const key of keys) {
    node.next ??= new Map();
    node = getOrMake(node.next, key, (): Node => ({ next: undefined, entries: undefined }));
  }
  node.entries = [...(node.entries ?? []), entry];
}

function matchIn(
  root: Node,
  tokens: readonly Token[],
  text: string,
  keyOf: (token: Token) => string,
  skip: (index: number) => boolean,
): TermMatch[] {
  const matches: TermMatch[] = [];
  const keys = tokens.map(keyOf);
  for (let i = 0; i < tokens.length; i++) {
    if (skip(i) || (tokens[i] as Token).kind === 'punctuation' || isNegatedPrefix(tokens, i)) continue;
    const previous = matches.at(-1);
    const beside = previous?.kind === 'data' && isJoined(tokens, previous.last + 1, i) ? previous.ids : noIds;
    const found = longest(root, tokens, text, keys, i, beside);
    if (
      found &&
      found.last > i &&
      (determiners.has((tokens[i] as Token).lower) || possessives.has((tokens[i] as Token).lower))
    ) {
      // "your email" must not cut "email address" short
      const inner = longest(root, tokens, text, keys, i + 1);
      if (inner && inner.last > found.last) continue;
    }
    // "analytics and crash data": a party by itself, data before the head it shares
    const shared =
      !found || (found.kind === 'entity' && found.first === found.last)
        ? sharedHead(root, tokens, text, keys, i)
        : undefined;
    if (found && shared?.kind !== 'data') {
      matches.push(found);
      i = found.last;
      continue;
    }
    if (shared) {
      matches.push(shared);
      i = shared.last;
    }
  }
  return matches;
}

/** "personal" in "non-personal" is not the word "personal". */
const isNegatedPrefix = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i] as Token).glue === '-' && /^(?:non|de|un|anti|pre|ex|pseudo)$/.test(tokens[i - 1]?.lower ?? '');

function longest(
  root: Node,
  tokens: readonly Token[],
  text: string,
  keys: readonly string[],
  first: number,
  /** What the member before it in an enumeration names. */
  beside: readonly string[] = noIds,
): TermMatch | undefined {
  let node = root.next?.get(keys[first] as string);
  let best: TermMatch | undefined;
  for (let last = first; node; last++) {
    const entries = countingEntries(node, tokens, text, first, last, beside);
    if (entries) best = matchOf(entries, first, last);
    const next: string | undefined = keys[last + 1];
    node = next === undefined ? undefined : node.next?.get(next);
  }
  return best;
}

/** Spelt out: spreading gives every match a shape of its own, which engines read slowly and keep at four times the size. */
function matchOf(entries: readonly TermEntry[], first: number, last: number): TermMatch {
  const { kind, ids, roles } = meaningOf(entries);
  return { kind, ids, roles, first, last };
}

/** The first kind listed gives a match its kind; company roles of other kinds are kept beside it. */
const meaningOf = kept((entries: readonly TermEntry[]): Pick<TermMatch, 'kind' | 'ids' | 'roles'> => {
  const kind = (entries[0] as TermEntry).kind;
  const idsOf = (chosen: readonly TermEntry[]): string[] => [...new Set(chosen.flatMap((entry) => entry.ids))];
  const roles = kind === 'data' ? idsOf(entries.filter((entry) => entry.kind === 'company')) : [];
  const ids = idsOf(entries.filter((entry) => entry.kind === kind));
  return { kind, ids, roles: roles.length > 0 ? roles : undefined };
});

/** The entries of a node whose context holds here. */
function countingEntries(
  node: Node,
  tokens: readonly Token[],
  text: string,
  first: number,
  last: number,
  beside: readonly string[],
): readonly TermEntry[] | undefined {
  if (!node.entries) return undefined;
  const before = tokens[first - 1]?.lower;
  const after = tokens[last + 1]?.lower;
  const counting: TermEntry[] = [];
  const compound = after !== undefined && compoundHeads.has(after);
  for (const entry of node.entries) {
    if (compound && entry.kind === 'data') continue;
    if (entry.caseSensitive && text.slice((tokens[first] as Token).start, (tokens[last] as Token).end) !== entry.term)
      continue;
    if (before !== undefined && entry.notAfter?.includes(before)) continue;
    if (after !== undefined && entry.notBefore?.includes(after)) continue;
    if (
      (entry.listed || entry.onlyAfter || entry.opening) &&
      // the reader asks for "my photos" where the draft speaks of "your photos"
      !(before !== undefined && entry.onlyAfter?.includes(before === 'my' ? 'your' : before)) &&
      // "members' photos", "the user's photos"
      !(entry.onlyAfter?.includes('their') && isOfPeople(tokens, first)) &&
      !(entry.opening && first === 0 && opensDeed(tokens[last + 1])) &&
      !(entry.listed && isListed(tokens, first, last))
    )
      continue;
    if (entry.notBeside?.some((id) => beside.includes(id))) continue;
    if (entry.beside && !isBeside(entry.beside, beside, tokens, first, last)) continue;
    counting.push(entry);
  }
  // mostly all of them do, and what they mean together is known
  return counting.length === node.entries.length ? node.entries : counting.length > 0 ? counting : undefined;
}

const noIds: readonly string[] = [];

/** Nothing but the joints of an enumeration stands between two members: ", and your". */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 4) return to === from && tokens[from]?.glue === '/';
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i] as Token;
    if (!enumerationMarks.has(lower) && !(i > from && (determiners.has(lower) || possessives.has(lower)))) return false;
  }
  return true;
}

const joiners = new Set(['and', 'or', ',', '&', 'and/or']);

/** Farther off nobody reads a head as shared. */
const MOST_MEMBERS = 12;

/** What the words between two tokens name behind the words of a prefix. */
function headOf(
  prefix: Node | undefined,
  keys: readonly string[],
  first: number,
  last: number,
): readonly TermEntry[] | undefined {
  let node = prefix;
  for (let k = first; node && k <= last; k++) node = node.next?.get(keys[k] as string);
  const entries = node?.entries?.filter((entry) => !entry.caseSensitive);
  return entries && entries.length > 0 ? entries : undefined;
}

/** "information" in "sexual orientation information", behind another first word. */
function sharedHeadOf(
  prefix: Node | undefined,
  keys: readonly string[],
  { first, last }: TermMatch,
): readonly TermEntry[] | undefined {
  for (let k = first + 1; k <= last; k++) {
    const found = headOf(prefix, keys, k, last);
    if (found) return found;
  }
  return undefined;
}

/** "location and route information": nobody does something to a route here. */
const generalNouns = new Set(['information', 'data']);

/** "route" in "location, travel and route information": a verb by its looks, in a series that no verb opens. */
const isNounLike = (tokens: readonly Token[], i: number, { verb }: Token): boolean =>
  verb?.form === 'base' && (tokens[i] as Token).verb === undefined;

/** No verb and no word of a closed class, but "other". */
const isPlainAdjective = ({ lower, verb }: Token): boolean =>
  lower === 'other' ||
  (verb === undefined &&
    !determiners.has(lower) &&
    !possessives.has(lower) &&
    !prepositions.has(lower) &&
    !firstPerson.has(lower) &&
    !secondPerson.has(lower) &&
    !relativePronouns.has(lower) &&
    !subordinators.has(lower));

/** "billing" in "billing and shipping addresses", "first" in "first, middle and last name". */
function sharedHead(
  root: Node,
  tokens: readonly Token[],
  text: string,
  keys: readonly string[],
  i: number,
): TermMatch | undefined {
  if ((tokens[i] as Token).kind !== 'word' || !root.next?.has(keys[i] as string)) return undefined;
  let prefix: Node | undefined = root.next?.get(keys[i] as string);
  let at = i + 1;
  while (prefix && tokens[at]?.glue === '-') prefix = prefix.next?.get(keys[at++] as string); // "non-personal and technical information"
  const last = at - 1;
  for (let members = 0; members < MOST_MEMBERS; members++) {
    let joined = tokens[at]?.glue === '/';
    while (at < tokens.length && joiners.has((tokens[at] as Token).lower)) {
      at++;
      joined = true;
    }
    while (joined && tokens[at + 1]?.glue === '-' && !longest(root, tokens, text, keys, at)) at++; // "genetic and self-reported data"
    const next = tokens[at];
    if (!joined || !next || next.kind !== 'word') return undefined;
    const whole = longest(root, tokens, text, keys, at);
    const found = whole && sharedHeadOf(prefix, keys, whole);
    if (found) return matchOf(found, i, last);
    // "personal and indirect information": the last member says nothing to us, its head does
    const head =
      !whole &&
      (isPlainAdjective(next) ||
        next.glue === '-' ||
        ((members > 0 || generalNouns.has(keys[at + 1] as string)) && isNounLike(tokens, i, next)))
        ? (headOf(prefix, keys, at + 1, at + 2) ?? headOf(prefix, keys, at + 1, at + 1))
        : undefined;
    if (head) return matchOf(head, i, last);
    // "medical, union membership or genetic information": a member may have a head of its own
    at = whole && whole.last > whole.first ? whole.last + 1 : at + 1;
  }
  return undefined;
}
