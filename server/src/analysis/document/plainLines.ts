import { isBlank, isInvisible } from './readingText';

/** One line of a plain text. Offsets are source offsets. */
export interface Line {
  /** First and behind the last character that is not white space. */
  readonly start: number;
  readonly end: number;
  /** Columns of white space before the first character; a tab goes to the next multiple of four. */
  readonly indent: number;
  readonly blank: boolean;
  readonly text: string;
  readonly marker: Marker | undefined;
}

type MarkerFamily = 'bullet' | 'number' | 'decimal' | 'letter' | 'capital' | 'roman';

export interface Marker {
  readonly family: MarkerFamily;
  /** Marker as written ("-", "1.", "(a)"). */
  readonly written: string;
  /** What sets lists of one family apart: the bullet itself, the punctuation around a number. */
  readonly style: string;
  /** Position in the sequence, from 1; 0 for bullets. For decimals ("2.1") the number of parts. */
  readonly value: number;
  /** Source offset of the words after the marker. */
  readonly words: number;
}

/** Lines of text wrapped by hand are no longer than this; in UTF-16 units. */
const widestWrap = 160;
const bullet = /^(?:[•‣◦▪▫●○■□◆◇►▸➢➤✓✔·∙⁃―→»]\s*|[-–—*+o]\s+)(?=\S)/u;
const enumerator = /^(\(?)(\d{1,3}(?:\.\d{1,2}){0,4}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})([.)]|\.\))?(\s+)(?=\S)/;
const romanNumerals = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

export function romanValue(written: string): number {
  return romanNumerals.indexOf(written.toLowerCase()) + 1;
}

function markerOf(text: string, start: number): Marker | undefined {
  const point = bullet.exec(text);
  if (point) {
    const written = point[0].trim();
    // "- - -" and "* * *" are rules.
    return { family: 'bullet', written, style: written, value: 0, words: start + point[0].length };
  }
  const match = enumerator.exec(text);
  if (!match) return undefined;
  const [whole, open, name, close = ''] = match;
  if (open && close !== ')') return undefined;
  const marker = { written: whole.trim(), style: open + close, words: start + whole.length };
  if (/^\d/.test(name)) {
    const parts = name.split('.');
    if (parts.length > 1) return { ...marker, family: 'decimal', value: parts.length, style: 'decimal' };
    return close ? { ...marker, family: 'number', value: Number(name) } : undefined;
  }
  if (!close) return undefined;
  if (name.length > 1) return { ...marker, family: 'roman', value: romanValue(name) };
  const lower = name.toLowerCase();
  const value = lower.charCodeAt(0) - 96;
  return { ...marker, family: name === lower ? 'letter' : 'capital', value };
}

const lineEnd = /\r\n|[\n\r\u2028\u2029\f]|$/g;

export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let from = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  lineEnd.lastIndex = from;
  while (from <= source.length) {
    lineEnd.lastIndex = from;
    const end = lineEnd.exec(source)!;
    addLine(lines, source, from, end.index);
    if (end[0] === '') break;
    from = end.index + end[0].length;
  }
  return lines;
}

/** A line longer than this may be a whole draft whose line ends were lost in pasting; in UTF-16 units. */
const longLine = 1500;

function addLine(lines: Line[], source: string, from: number, to: number): void {
  const gaps = to - from > longLine ? lostLineEnds(source, from, to) : [];
  for (const gap of gaps) {
    lines.push(lineAt(source, from, gap.start));
    from = gap.end;
  }
  lines.push(lineAt(source, from, to));
}

/** Gaps of two or more blanks, where they are no habit after full stops: what pasting made of line ends. */
function lostLineEnds(source: string, from: number, to: number): { start: number; end: number }[] {
  const gaps: { start: number; end: number }[] = [];
  let inside = 0;
  for (const match of source.slice(from, to).matchAll(/(?<=\S)[ \t\u00a0]{2,}(?=\S)/g)) {
    const start = from + match.index;
    gaps.push({ start, end: start + match[0].length });
    if (!/[.!?]/.test(source[start - 1])) inside++;
  }
  return inside * 4 >= gaps.length && gaps.length > 2 ? gaps : [];
}

function lineAt(source: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  for (; start < to; start++) {
    const code = source.charCodeAt(start);
    if (code === 9) indent += 4 - (indent % 4);
    else if (isBlank(code)) indent++;
    else if (!isInvisible(code)) break;
  }
  let end = to;
  while (end > start && isSilent(source.charCodeAt(end - 1))) end--;
  const text = source.slice(start, end);
  return { start, end, indent, blank: start === end, text, marker: markerOf(text, start) };
}

function isSilent(code: number): boolean {
  return isBlank(code) || isInvisible(code);
}

/** A line of dashes or the like between two parts. */
export function isRule(line: Line): boolean {
  return /^([-=_*~#/\\+.—–])\1{2,}$/.test(line.text) || /^(?:[-*_] ){2,}[-*_]$/.test(line.text);
}

/** A line that marks the one above as a title. */
export function isUnderline(line: Line): boolean {
  return /^(?:={3,}|-{3,})$/.test(line.text);
}

/** The column at which lines were wrapped by hand; 0 where every paragraph is one line. */
export function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++)
    if (!lines[i].blank && !lines[i + 1].blank) lengths.push(lines[i].indent + lines[i].text.length);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return width >= 40 && width <= widestWrap ? width : 0;
}
