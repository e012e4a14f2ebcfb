import {
  determiners,
  firstPerson,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
} from './grammar';
import { longest, matchOf, type Node, type TermEntry } from './termNodes';
import type { TermMatch, Token } from './types';

/** Members of an enumeration that share the head of the last one. */

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

/** Those that may stand behind a word: a "product serial and model number" is none of a device. */
function counting(
  entries: readonly TermEntry[] | undefined,
  before: Token | undefined,
): readonly TermEntry[] | undefined {
  const left = before && entries?.filter(({ notAfter }) => !notAfter?.includes(before.lower));
  return left ? (left.length > 0 ? left : undefined) : entries;
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
export function sharedHead(
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
    const found = whole && counting(sharedHeadOf(prefix, keys, whole), tokens[i - 1]);
    if (found) return matchOf(found, i, last);
    // "personal and indirect information": the last member says nothing to us, its head does
    const head =
      !whole &&
      (isPlainAdjective(next) ||
        next.glue === '-' ||
        ((members > 0 || generalNouns.has(keys[at + 1] as string)) && isNounLike(tokens, i, next)))
        ? counting(headOf(prefix, keys, at + 1, at + 2) ?? headOf(prefix, keys, at + 1, at + 1), tokens[i - 1])
        : undefined;
    if (head) return matchOf(head, i, last);
    // "medical, union membership or genetic information": a member may have a head of its own
    at = whole && whole.last > whole.first ? whole.last + 1 : at + 1;
  }
  return undefined;
}
