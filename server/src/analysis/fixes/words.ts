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

/** Text for a snippet: characters that the snippet syntax reads are escaped. */
export const snippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
