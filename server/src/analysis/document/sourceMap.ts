import type { Range, SourceMap } from './types';

/**
 * A source map in runs: triples of reading offset, source offset and source length, ascending. A run whose lengths in
 * reading text and source are equal maps character by character; any other stands for its source as a whole (an entity,
 * a stretch of white space). What lies between runs is markup and belongs to no character.
 */
export class RunMap implements SourceMap {
  constructor(
    private readonly runs: Int32Array,
    /** Length of the reading text. */
    private readonly length: number,
  ) {}

  range(start: number, end: number): Range {
    if (this.runs.length === 0) return { start: 0, end: 0 };
    if (start >= end) {
      const at = start < this.length ? this.startOf(start) : this.endOf(this.length - 1);
      return { start: at, end: at };
    }
    // The end is that of the last character, not the start of the next: markup between the two stays outside.
    return { start: this.startOf(start), end: this.endOf(Math.min(end, this.length) - 1) };
  }

  toReading(offset: number): number {
    const { runs } = this;
    let low = 0;
    let high = runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle * 3 + 1] <= offset) low = middle;
      else high = middle - 1;
    }
    if (runs.length === 0) return 0;
    const [reading, source, sourceLength] = [runs[low * 3], runs[low * 3 + 1], runs[low * 3 + 2]];
    if (offset <= source) return reading;
    const readingLength = this.readingLength(low);
    if (offset >= source + sourceLength) return reading + readingLength;
    return readingLength === sourceLength ? reading + offset - source : reading;
  }

  /** The map of the reading text from `start` to `end`, its source offsets moved by `shift`. */
  slice(start: number, end: number, shift: number): RunMap {
    const out: number[] = [];
    for (let run = this.runAt(start); run * 3 < this.runs.length; run++) {
      const reading = this.runs[run * 3];
      if (reading >= end) break;
      const source = this.runs[run * 3 + 1];
      const sourceLength = this.runs[run * 3 + 2];
      const readingLength = this.readingLength(run);
      if (readingLength === sourceLength) {
        const cut = Math.max(0, start - reading);
        const kept = Math.min(reading + readingLength, end) - (reading + cut);
        out.push(reading + cut - start, source + cut + shift, kept);
      } else {
        out.push(Math.max(reading, start) - start, source + shift, sourceLength);
      }
    }
    return new RunMap(Int32Array.from(out), end - start);
  }

  /** Appends the runs to `out`, moved by `reading` and `source`. */
  appendTo(out: number[], reading: number, source: number): void {
    const { runs } = this;
    for (let i = 0; i < runs.length; i += 3) out.push(runs[i] + reading, runs[i + 1] + source, runs[i + 2]);
  }

  private startOf(reading: number): number {
    const run = this.runAt(reading);
    const into = reading - this.runs[run * 3];
    return this.runs[run * 3 + 1] + (this.readingLength(run) === this.runs[run * 3 + 2] ? into : 0);
  }

  private endOf(reading: number): number {
    const run = this.runAt(reading);
    const into = reading - this.runs[run * 3];
    const sourceLength = this.runs[run * 3 + 2];
    return this.runs[run * 3 + 1] + (this.readingLength(run) === sourceLength ? into + 1 : sourceLength);
  }

  private readingLength(run: number): number {
    const next = run * 3 + 3;
    return (next < this.runs.length ? this.runs[next] : this.length) - this.runs[run * 3];
  }

  /** Index of the run that holds a reading offset. */
  private runAt(reading: number): number {
    const { runs } = this;
    let low = 0;
    let high = runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle * 3] <= reading) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
