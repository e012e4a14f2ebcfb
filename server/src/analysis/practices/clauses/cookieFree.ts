import { prepositions, relativePronouns } from '../../language/grammar';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Actor } from './actors';
import { having, ownPages, running } from './constructions';

/**
 * "This website is cookie-free", "our app works without cookies", "our pages are free of trackers". Undefined where a
 * clause says no such thing.
 */
export function cookieFree(clause: Clause, actors: readonly Actor[]): Draft | undefined {
  const none = noCookies(clause, actors);
  if (none)
    return draft(clause, { ...readSlots(clause), onDevice: false }, { action: 'place', negated: true, data: [none] });
  const held = heldOnPages(clause);
  if (held) return draft(clause, readSlots(clause), { action: 'place', data: [held] });
  if (clause.embedding !== 'main' || clause.negated || !actors.some(({ id }) => id === 'first_party')) return undefined;
  if (!running.has(clause.base)) return undefined;
  const { tokens, terms } = clause.sentence;
  const cookie = terms.find((term) => term.first >= clause.right && term.last < clause.to && isCookie(term));
  if (
    !cookie ||
    !isRuledOut(
      cookie,
      tokens.map(({ lower }) => lower),
    )
  )
    return undefined;
  const slots = { ...readSlots(clause), exceptions: [], onDevice: false };
  return draft(clause, slots, { action: 'place', negated: true, data: [cookie] });
}

/** "Our newsletter contains a tracking pixel", "our pages include web beacons": the tracker meant. */
function heldOnPages({
  embedding,
  base,
  negated,
  passive,
  subject,
  right,
  to,
  sentence,
}: Clause): TermMatch | undefined {
  const { tokens, terms } = sentence;
  if (embedding !== 'main' || negated || passive || !subject || !having.has(base)) return undefined;
  if (tokens[subject.first]?.lower !== 'our' || !ownPages.has(tokens[subject.last]?.lemma ?? '')) return undefined;
  const cookie = terms.find((term) => term.first >= right && term.last < to && isCookie(term));
  const before = cookie && tokens.slice(right, cookie.first);
  // "a page on what cookies are"
  return before?.every((token) => token.kind === 'word' && !token.verb && !inOtherNoun(token)) ? cookie : undefined;
}

const inOtherNoun = ({ lower }: Token): boolean =>
  lower === 'no' || prepositions.has(lower) || relativePronouns.has(lower);

/** "There are no cookies on our pages", "you will find no cookies here", "our site has no cookies": the cookies meant. */
function noCookies(
  { embedding, base, negated, subject, right, to, sentence }: Clause,
  actors: readonly Actor[],
): TermMatch | undefined {
  const { tokens, terms } = sentence;
  if (embedding !== 'main' || negated || !subject) return undefined;
  const cookie = terms.find((term) => term.first >= right && term.last < to && isCookie(term));
  const words = tokens.map(({ lower }) => lower);
  if (!cookie || cookie.first > right + 1 || words[cookie.first - 1] !== 'no') return undefined;
  const opener = words[subject.last] ?? '';
  const told =
    (base === 'be' && opener === 'there') ||
    (base === 'find' && opener === 'you') ||
    (having.has(base) && actors.some(({ id }) => id === 'first_party'));
  const after = words[cookie.last + 1] ?? '.';
  // "no cookies that track you", "no cookies from advertisers"
  const ends = /^(?:[.,;!]|here|at|and|or|whatsoever)$/.test(after);
  const onPages = /^(?:on|in)$/.test(after) && /^(?:our|this|these|the|any)$/.test(words[cookie.last + 2] ?? '');
  return told && (ends || onPages) ? cookie : undefined;
}

/** "cookie-free", "free of cookies", "without any cookies". */
function isRuledOut({ first, last }: TermMatch, words: readonly string[]): boolean {
  if (words[last + 1] === 'free') return true;
  const before = words.slice(Math.max(0, first - 3), first).join(' ');
  return /(?:^| )(?:free (?:of|from)|without|without (?:any|the use of|setting|using))$/.test(before);
}
