import type { InlineSpan } from './types';

/** Longest title or term in quotation marks; in UTF-16 units. What is longer is quoted speech or a mark that lacks its partner. */
const longestQuote = 300;
/** An apostrophe can look like the end of a single quote: those stay short. */
const longestSingleQuote = 120;

const marks = /["“”„«»'‘’]/g;

const partners: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '»': '«', '‘': '’', '"': '"', "'": "'" };

/** What stands in quotation marks, without them. An apostrophe is no quotation mark. */
export function quotesIn(text: string): InlineSpan[] {
  const spans: InlineSpan[] = [];
  let open = -1;
  let closing = '';
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const at = match.index;
    const mark = match[0];
    const before = at > 0 ? text[at - 1] : ' ';
    const after = at + 1 < text.length ? text[at + 1] : ' ';
    const single = closing === '’' || closing === "'";
    if (open >= 0 && at - open > (single ? longestSingleQuote : longestQuote)) open = -1;
    if (open >= 0 && (closing.includes(mark) || (closing === '”' && mark === '“' && !opens(before, after)))) {
      if (single && !ends(before, after)) continue;
      if (at > open + 1) spans.push({ kind: 'quote', start: open + 1, end: at });
      open = -1;
    } else if ((open < 0 || single) && mark in partners && opens(before, after)) {
      open = at;
      closing = partners[mark];
    }
  }
  return spans;
}

function opens(before: string, after: string): boolean {
  return /[\s([{<—–/:,;=-]/.test(before) && !/[\s.,;:!?)\]]/.test(after);
}

function ends(before: string, after: string): boolean {
  return !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after);
}
