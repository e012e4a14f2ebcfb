import type { Block, Place, Range } from './types';

/** Source range of a place: slicing the source by it gives exactly its words (with the markup inside them). */
export function sourceRange(place: Place): Range {
  const { start, end } = place.block.map.range(place.start, place.end);
  return { start: place.block.from + start, end: place.block.from + end };
}

/** The words of a place, as read. */
export function wordsOf(place: Place): string {
  return place.block.text.slice(place.start, place.end);
}

export function wholeBlock(block: Block): Place {
  return { block, start: 0, end: block.text.length };
}
