/** Token indexes, the last inclusive. */
export type Span = readonly [first: number, last: number];

/** Where concepts occur, by their numbers. */
export interface ByConcept<T> {
  has(concept: number): boolean;
  get(concept: number): readonly T[] | undefined;
  concepts(): Iterable<number>;
}

/** Two bytes a number where they suffice, which is half the room: only sentences and regions without end need more. */
type Numbers = Uint16Array | Int32Array;
const MOST_IN_TWO_BYTES = 0xffff;

/**
 * Rows of numbers of which the first is a concept's, sorted by it, all in one array: a long draft has millions of them.
 */
class Rows {
  constructor(
    protected readonly numbers: Numbers,
    private readonly width: number,
  ) {}

  has(concept: number): boolean {
    return this.numbers[this.find(concept)] === concept;
  }

  *concepts(): Iterable<number> {
    const { numbers, width } = this;
    for (let at = 0; at < numbers.length; at += width)
      if (at === 0 || numbers[at] !== numbers[at - width]) yield numbers[at];
  }

  /** Where the rows of a concept begin. */
  protected find(concept: number): number {
    const { numbers, width } = this;
    let low = 0;
    let high = numbers.length / width;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle * width] < concept) low = middle + 1;
      else high = middle;
    }
    return low * width;
  }
}

/** Spans in a sentence; those of a concept in the order in which they were found. */
export class SpanIndex extends Rows implements ByConcept<Span> {
  /** From concept, first and last token, again and again. */
  static of(found: readonly number[]): SpanIndex {
    return new SpanIndex(sorted(found, 3), 3);
  }

  get(concept: number): readonly Span[] | undefined {
    const { numbers } = this;
    let spans: Span[] | undefined;
    for (let at = this.find(concept); numbers[at] === concept; at += 3) {
      spans ??= [];
      spans.push([numbers[at + 1], numbers[at + 2]]);
    }
    return spans;
  }
}

/** Units or regions in which concepts occur, by their numbers. */
export class NumberIndex extends Rows implements ByConcept<number> {
  /** From concept and number, again and again; the numbers ascending. */
  static of(found: readonly number[]): NumberIndex {
    return new NumberIndex(sorted(found, 2), 2);
  }

  get(concept: number): readonly number[] | undefined {
    const { numbers } = this;
    let all: number[] | undefined;
    for (let at = this.find(concept); numbers[at] === concept; at += 2) {
      all ??= [];
      if (all[all.length - 1] !== numbers[at + 1]) all.push(numbers[at + 1]);
    }
    return all;
  }
}

/** More rows than any list has. */
const MOST_ROWS = 2 ** 32;

/** Rows sorted by their first number, otherwise in the order in which they come. */
function sorted(rows: readonly number[], width: number): Numbers {
  const count = rows.length / width;
  const order = new Float64Array(count);
  for (let row = 0; row < count; row++) order[row] = rows[row * width] * MOST_ROWS + row;
  sort(order);
  const isSmall = rows.every((number) => number <= MOST_IN_TWO_BYTES);
  const numbers = isSmall ? new Uint16Array(rows.length) : new Int32Array(rows.length);
  order.forEach((key, at) => {
    const row = key % MOST_ROWS;
    for (let i = 0; i < width; i++) numbers[at * width + i] = rows[row * width + i];
  });
  return numbers;
}

/** Below this, moving numbers to their places is quickest. */
const FEW = 64;

function sort(numbers: Float64Array): void {
  if (numbers.length > FEW) {
    numbers.sort();
    return;
  }
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i];
    let at = i;
    for (; at > 0 && numbers[at - 1] > number; at--) numbers[at] = numbers[at - 1];
    numbers[at] = number;
  }
}
