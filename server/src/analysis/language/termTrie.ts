import { determiners, possessives } from './grammar';
import { nounLemma } from './lemmas';
import { sharedHead } from './sharedHeads';
import { enumerationMarks } from './termContext';
import { insert, longest, type Node, noIds, type TermEntry } from './termNodes';
import { tokenize } from './tokens';
import type { TermMatch, Token } from './types';

export type { TermEntry };

export interface TermMatcher {
  /** Longest matches, in order, not overlapping. `text` is what the tokens were read from. */
  match(tokens: readonly Token[], text: string): TermMatch[];
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

/** Nothing but the joints of an enumeration stands between two members: ", and your". */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 4) return to === from && tokens[from]?.glue === '/';
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i] as Token;
    if (!enumerationMarks.has(lower) && !(i > from && (determiners.has(lower) || possessives.has(lower)))) return false;
  }
  return true;
}
