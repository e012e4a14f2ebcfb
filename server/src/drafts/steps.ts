import { commonEnd, commonStart } from '../analysis/commonText';

/**
 * A text on the way from one that was read to one that is to be read: at most a step more of what is new, cut at the end
 * of a line. Undefined where the whole is no more than a step away.
 * @param step UTF-16 units
 */
export function stepTowards(
  text: string,
  read: string,
  step: number,
): { readonly text: string; readonly remaining: number } | undefined {
  if (text.length - read.length <= step) return undefined;
  const start = text.startsWith(read) ? read.length : commonStart(read, text);
  const end = start === read.length ? 0 : commonLines(read, text, start);
  // what was read of a draft that is still growing counts, though its author has changed something in it since
  const to = lineEndAfter(text, Math.max(start, read.length - end) + step);
  const remaining = text.length - end - to;
  return remaining > 0 ? { text: text.slice(0, to) + text.slice(text.length - end), remaining } : undefined;
}

/** How many characters two texts end with alike, behind `start`; whole lines, as the last few are alike by chance. */
function commonLines(a: string, b: string, start: number): number {
  const length = commonEnd(a, b, start);
  const line = a.indexOf('\n', a.length - length) + 1;
  return line === 0 ? 0 : a.length - line;
}

/** Behind the line that holds an offset; the offset itself in a text that is one long line. */
function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 || end - offset > LONGEST_LINE ? Math.min(offset, text.length) : end + 1;
}

const LONGEST_LINE = 10_000;
