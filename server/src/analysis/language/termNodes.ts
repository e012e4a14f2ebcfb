import { getOrMake, kept } from '../kept';
import { compoundHeads, possessives } from './grammar';
import {
  endsInVerb,
  isBeside,
  isListed,
  isMadeByReaders,
  isOfPeople,
  isPlainlyOwned,
  isTaken,
  opensDeed,
  opensParticle,
} from './termContext';
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
  /** Only as a member of an enumeration or as a whole block, or right after one of `onlyAfter`; with both also as all that is taken. */
  readonly listed?: boolean;
  readonly onlyAfter?: readonly string[];
  /** Only as the member of an enumeration behind a match of one of these ids ("any": of any data), or as a whole block. */
  readonly beside?: readonly string[];
  /** Not behind a match of one of these ids. */
  readonly notBeside?: readonly string[];
  /** … or where it opens its sentence and what is done with it follows. */
  readonly opening?: boolean;
}

/** A step of the trie: the words that may follow, and what ends here. */
export interface Node {
  /** Of the many leaves none has one. */
  next?: Map<string, Node>;
  entries?: readonly TermEntry[];
}

export function insert(root: Node, keys: readonly string[], entry: TermEntry): void {
  let node = root;
  for (const key of keys) {
    node.next ??= new Map();
    node = getOrMake(node.next, key, (): Node => ({ next: undefined, entries: undefined }));
  }
  node.entries = [...(node.entries ?? []), entry];
}

/** The longest term from a token on whose context holds. */
export function longest(
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
    // "date of your birth" is found as "date of birth"
    const step: Node | undefined = node.next?.get(keys[last + 1] as string);
    if (!step && keys[last] === 'of' && possessives.has(tokens[last + 1]?.lower ?? '')) last++;
    node = step ?? node.next?.get(keys[last + 1] as string);
  }
  return best;
}

/** Spelt out: spreading gives every match a shape of its own, which engines read slowly and keep at four times the size. */
export function matchOf(entries: readonly TermEntry[], first: number, last: number): TermMatch {
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

/** As the catalogue writes it, or with the capital that a sentence begins with. */
const isWritten = ({ term, kind, listed, beside }: TermEntry, words: string, first: number): boolean =>
  words === term ||
  (first === 0 && kind === 'data' && !listed && !beside && words.charAt(0).toLowerCase() + words.slice(1) === term);

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
    if ((compound && entry.kind === 'data') || (entry.kind !== 'purpose' && endsInVerb(tokens, first, last))) continue;
    if (entry.caseSensitive && !isWritten(entry, text.slice(tokens[first].start, tokens[last].end), first)) continue;
    if (before !== undefined && entry.notAfter?.includes(before)) continue;
    if (after !== undefined && entry.notBefore?.includes(after) && !opensParticle(tokens, last + 1)) continue;
    if (
      (entry.listed || entry.onlyAfter || entry.opening) &&
      // the reader asks for "my photos" where the draft speaks of "your photos"
      !(before !== undefined && entry.onlyAfter?.includes(before === 'my' ? 'your' : before)) &&
      // "your current salary"
      !(entry.onlyAfter?.includes('their') && isPlainlyOwned(tokens, first)) &&
      // "members' photos", "the user's photos"
      !(entry.onlyAfter?.includes('their') && (isOfPeople(tokens, first) || isMadeByReaders(tokens, last))) &&
      !((entry.listed || entry.opening) && entry.onlyAfter && isTaken(tokens, first, last)) &&
      !(entry.opening && first === 0 && opensDeed(tokens, last + 1)) &&
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

export const noIds: readonly string[] = [];
