import { readFrontMatterEnd } from './frontMatter';

/** A part ends at the first blank line before a paragraph behind this many UTF-16 units. */
const leastPart = 800;

const heading = /#{1,6}[ \t]+[^\s#]/y;
/** What begins a paragraph at the top level whatever precedes the blank line: a letter, a quotation mark, bold words. */
const paragraph = /\p{L}|["“”‘’(©]|\*\*[^\s*]|__[^\s_]/uy;
const fence = /[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,9}(`{3,}(?![^\n]*`)|~{3,})/y;
const markup = / {0,3}<(?:!--|(?:script|pre|style|textarea)\b|\?|!\[CDATA\[|![a-z])/iy;
/** Only lines whose first character is one of these can open what goes on over blank lines. */
const opener = /[ \t>*+\-`~<\d]/;

const closers: readonly (readonly [RegExp, string])[] = [
  [/<!--$/, '-->'],
  [/<script$/i, '</script>'],
  [/<pre$/i, '</pre>'],
  [/<style$/i, '</style>'],
  [/<textarea$/i, '</textarea>'],
  [/<\?$/, '?>'],
  [/<!\[CDATA\[$/, ']]>'],
  [/<![a-z]$/i, '>'],
];

/** Something that goes on over blank lines: fenced code, a comment, a script. */
type Open = { readonly mark: string; readonly fence: boolean } | undefined;

/**
 * Where parts begin between two offsets, `from` itself included: stretches of Markdown that can be read by themselves, as
 * nothing that opens before one goes on in it. `headed`: a heading begins it, which ends whatever stood before. Headings
 * and paragraphs after a blank line begin one; a list, a quotation or a table is never cut. `from` must begin a part.
 */
export function partStarts(source: string, from: number, to: number): { at: number; headed: boolean }[] {
  const starts = [{ at: from, headed: startsWith(heading, source, from) }];
  let partFrom = from;
  let open: Open;
  let blank = false;
  let line = from === 0 ? readFrontMatterEnd(source) : from;
  while (line < to) {
    let end = source.indexOf('\n', line);
    end = end < 0 ? source.length : end + 1;
    if (open) {
      if (closes(source, line, end, open)) open = undefined;
      blank = false;
    } else if (isBlankLine(source, line, end)) {
      blank = true;
    } else {
      if (blank && line > partFrom) {
        const headed = startsWith(heading, source, line);
        if (headed || (line - partFrom >= leastPart && startsWith(paragraph, source, line))) {
          starts.push({ at: line, headed });
          partFrom = line;
        }
      }
      blank = false;
      open = opens(source, line, end);
    }
    line = end;
  }
  return starts;
}

/** Whether a part would begin at `at`, read on from the part that begins at `from`. */
function startsWith(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

function opens(source: string, from: number, end: number): Open {
  if (!opener.test(source[from])) return undefined;
  fence.lastIndex = from;
  const marks = fence.exec(source);
  if (marks && fence.lastIndex <= end) return { mark: marks[1], fence: true };
  markup.lastIndex = from;
  const tag = markup.exec(source);
  if (!tag || markup.lastIndex > end) return undefined;
  const mark = closers.find(([pattern]) => pattern.test(tag[0]))?.[1];
  return mark === undefined || source.slice(markup.lastIndex, end).toLowerCase().includes(mark)
    ? undefined
    : { mark, fence: false };
}

function closes(source: string, from: number, end: number, open: NonNullable<Open>): boolean {
  const line = source.slice(from, end);
  if (!open.fence) return line.toLowerCase().includes(open.mark.toLowerCase());
  const marks = line.replace(/^[ \t>]*/, '').trimEnd();
  return marks.length >= open.mark.length && marks === open.mark[0].repeat(marks.length);
}

function isBlankLine(source: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}
