/** Zero-based; characters are UTF-16 code units, as the protocol and the JSON output count them. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** Where the lines of a text start. Lines end with LF, CRLF or CR, as in the Language Server Protocol. */
export class LineIndex {
  #text: string;
  #starts: number[];
  /** The line asked for last. */
  #asked = 0;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0];
    scanLineStarts(text, 0, text.length, this.#starts);
  }

  get text(): string {
    return this.#text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** An offset outside the text is moved to its nearest end. */
  positionAt(offset: number): LinePosition {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#lineAt(inside);
    return { line, character: inside - this.#starts[line] };
  }

  rangeOf(range: { readonly start: number; readonly end: number }): LineRange {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  /** Any position is answered: beyond the end of a line gives the line's end, beyond the last line the text's end. */
  offsetAt(position: LinePosition): number {
    const { line, character } = position;
    if (!(line >= 0)) return 0;
    if (line >= this.#starts.length) return this.#text.length;
    const row = Math.floor(line);
    const start = this.#starts[row];
    const offset = start + Math.max(0, Math.floor(character) || 0);
    return Math.min(offset, this.#endOfLine(row));
  }

  /** A line without its end; empty for lines that are not there. */
  textOfLine(line: number): string {
    return this.#starts[line] === undefined ? '' : this.#text.slice(this.#starts[line], this.#endOfLine(line));
  }

  /** Replaces a stretch of the text; costs the lines it touches, apart from moving the starts of those after it. */
  replace(start: number, end: number, newText: string): void {
    const before = this.#text;
    this.#text = before.slice(0, start) + newText + before.slice(end);
    // One character further back, as a new LF may join a CR that stands there to one line end.
    const first = this.#lineAt(Math.max(0, start - 1));
    const next = this.#lineAt(end) + 1;
    const moved = newText.length - (end - start);
    const after = this.#starts.slice(next).map((lineStart) => lineStart + moved);
    const fresh: number[] = [];
    scanLineStarts(this.#text, this.#starts[first], after[0] ?? this.#text.length, fresh);
    if (after.length > 0) fresh.pop(); // the scan ends with the start of the first line after
    this.#starts = this.#starts.slice(0, first + 1).concat(fresh, after);
  }

  #lineAt(offset: number): number {
    const starts = this.#starts;
    // Places are mostly asked for in reading order.
    const near = this.#asked;
    if (starts[near] <= offset && (near + 1 >= starts.length || offset < starts[near + 1])) return near;
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    this.#asked = low;
    return low;
  }

  #endOfLine(line: number): number {
    if (line + 1 >= this.#starts.length) return this.#text.length;
    let end = this.#starts[line + 1] - 1;
    if (this.#text.charCodeAt(end) === LF && end > this.#starts[line] && this.#text.charCodeAt(end - 1) === CR) end--;
    return end;
  }
}

const LF = 10;
const CR = 13;

/** Adds the starts of the lines that begin after `from`, up to and including `to`. */
function scanLineStarts(text: string, from: number, to: number, starts: number[]): void {
  // what is not there is sought no further than here
  const stretch = text.slice(from, to);
  let lf = stretch.indexOf('\n');
  let cr = stretch.indexOf('\r');
  for (;;) {
    if (lf >= 0 && (cr < 0 || lf < cr)) {
      starts.push(from + lf + 1);
      lf = stretch.indexOf('\n', lf + 1);
    } else if (cr >= 0) {
      if (cr + 1 !== lf) {
        // the LF behind the last CR belongs to the same line end
        if (from + cr + 1 === to && text.charCodeAt(to) === LF) return;
        starts.push(from + cr + 1);
      }
      cr = stretch.indexOf('\r', cr + 1);
    } else return;
  }
}
