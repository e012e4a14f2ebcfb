/** Engines copy a stretch that is shorter. */
const SHARED = 13;

/**
 * A stretch of a text as a string of its own. Engines keep the whole text as long as a stretch of it lives, which would
 * keep every version of a draft.
 */
export function ownText(text: string, from = 0, to = text.length): string {
  if (to - from < SHARED) return text.slice(from, to);
  const middle = (from + to) >> 1;
  return [text.slice(from, middle), text.slice(middle, to)].join('');
}
