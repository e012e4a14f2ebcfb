import { RunMap } from './sourceMap';
import type { InlineKind, InlineSpan } from './types';

/** White space, as `\s` has it. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Soft hyphens, zero-width characters, direction marks, byte order marks: not seen, so not read. */
export function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff;
}

/** Reading text with its map and inline spans, source offsets absolute. */
export interface ReadingText {
  readonly text: string;
  readonly runs: readonly number[];
  readonly inline: InlineSpan[];
  /** Reading offsets at which a forced line break stands (`<br>`, two blanks at a line's end). */
  readonly breaks: readonly number[];
}

/**
 * Collects the reading text of one block from stretches of the source: white space becomes single blanks, invisible
 * characters go, entities come in decoded.
 */
export class ReadingTextBuilder {
  private parts: string[] = [];
  private length = 0;
  private runs: number[] = [];
  private pending = false;
  private pendingFrom = 0;
  private pendingTo = 0;
  private pendingBreak = false;
  private breaks: number[] = [];
  private spans: { kind: InlineKind; start: number; end: number; target?: string }[] = [];

  get isEmpty(): boolean {
    return this.length === 0;
  }

  get textLength(): number {
    return this.length;
  }

  /** Adds `source` from `from` to `to` as it stands. */
  append(source: string, from: number, to: number): void {
    let start = from;
    let at = from;
    while (at < to) {
      const code = source.charCodeAt(at);
      if (code > 0x20 && code < 0x7f) {
        at++;
        continue;
      }
      if (code > 0xff && code < 0x1680) {
        at++;
        continue;
      }
      if (isBlank(code)) {
        this.verbatim(source, start, at);
        const blankFrom = at;
        while (at < to && isBlank(source.charCodeAt(at))) at++;
        this.blank(blankFrom, at);
        start = at;
      } else if (isInvisible(code)) {
        this.verbatim(source, start, at);
        start = ++at;
      } else {
        at++;
      }
    }
    this.verbatim(source, start, to);
  }

  /** Adds `words` that stand in the source from `from` to `to` in another shape, such as an entity. */
  appendReplaced(words: string, from: number, to: number): void {
    if (words.length === 0) return;
    if (isBlank(words.charCodeAt(0))) this.blank(from, to);
    else if (!isInvisible(words.charCodeAt(0))) this.emit(words, from, to - from);
  }

  blank(from: number, to: number): void {
    if (this.length === 0) return;
    if (!this.pending) {
      this.pending = true;
      this.pendingFrom = from;
      this.pendingTo = to;
    } else if (this.pendingTo === from) {
      this.pendingTo = to;
    }
  }

  /** A forced line break: read as a blank, its place kept. */
  lineBreak(from: number, to: number): void {
    this.blank(from, to);
    this.pendingBreak = this.length > 0;
  }

  openSpan(kind: InlineKind, target?: string): number {
    this.spans.push({ kind, start: this.length + (this.pending ? 1 : 0), end: -1, target });
    return this.spans.length - 1;
  }

  closeSpan(span: number): void {
    this.spans[span].end = this.length;
  }

  /** A mark without words, such as a footnote reference. */
  mark(kind: InlineKind, target: string): void {
    this.spans.push({ kind, start: this.length, end: this.length, target });
  }

  finish(): ReadingText {
    const text = this.parts.join('');
    const inline: InlineSpan[] = [];
    for (const span of this.spans) {
      const end = span.end < 0 ? text.length : span.end;
      let { start } = span;
      if (text.charCodeAt(start) === 0x20) start++;
      if (span.kind === 'footnoteReference') inline.push({ ...span, start: end, end });
      else if (start < end) inline.push({ ...span, start, end });
    }
    return { text, runs: this.runs, inline, breaks: this.breaks };
  }

  private verbatim(source: string, from: number, to: number): void {
    if (from < to) this.emit(source.slice(from, to), from, to - from);
  }

  private emit(words: string, from: number, sourceLength: number): void {
    if (this.pending) {
      this.pending = false;
      if (this.pendingBreak) this.breaks.push(this.length);
      this.pendingBreak = false;
      this.run(' ', this.pendingFrom, this.pendingTo - this.pendingFrom);
    }
    this.run(words, from, sourceLength);
  }

  private run(words: string, from: number, sourceLength: number): void {
    const { runs } = this;
    const last = runs.length - 3;
    const continues =
      last >= 0 &&
      words.length === sourceLength &&
      runs[last + 1] + runs[last + 2] === from &&
      this.length - runs[last] === runs[last + 2];
    if (continues) runs[last + 2] += sourceLength;
    else runs.push(this.length, from, sourceLength);
    this.parts.push(words);
    this.length += words.length;
  }
}

/** The map of a reading text, its source offsets relative to `from`. */
export function mapFrom(reading: ReadingText, from: number): RunMap {
  const runs = Int32Array.from(reading.runs);
  for (let i = 1; i < runs.length; i += 3) runs[i] -= from;
  return new RunMap(runs, reading.text.length);
}
