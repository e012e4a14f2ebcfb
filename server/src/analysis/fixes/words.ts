import { sourceRange } from '../document/place';
import type { Place, Range } from '../document/types';

/** Where words can be added at the end of a place, before its closing punctuation: an empty source range. */
export function endOf(place: Place): Range {
  const { text } = place.block;
  let end = place.end;
  while (end > place.start && ' .;:!,'.includes(text[end - 1] as string)) end--;
  const at = sourceRange({ ...place, start: Math.max(place.start, end - 1), end }).end;
  return { start: at, end: at };
}

/** "our couriers" where the draft says so. */
export function withDeterminer({ block, start, end }: Place): string {
  const before = /\b(?:our|your|the|an?|its|their)\s+$/i.exec(block.text.slice(Math.max(0, start - 8), start));
  return block.text.slice(before ? start - before[0].length : start, end);
}

/** "a", "a and b", "a, b and c". */
export function enumerate(items: readonly string[], joiner = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items[items.length - 1]}`;
}

/** Words of the draft for use inside a sentence: "Phone numbers" gives "phone numbers", "IP address" stays. */
export function midSentence(words: string): string {
  const trimmed = words.trim();
  const second = trimmed.charAt(1);
  return second === second.toLowerCase() && second !== ''
    ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1)
    : trimmed;
}

/** Text for a snippet: characters that the snippet syntax reads are escaped. */
export const snippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
