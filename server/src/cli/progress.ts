/** Where progress is shown: a terminal, or anything else, which is spared it. */
interface ProgressScreen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Who waits less than this, in milliseconds, needs no progress. */
const PATIENCE = 1000;
/** Between two changes of the line, in milliseconds. */
const PACE = 100;
const CLEAR = '\r\u001b[K';

/** One line at the foot of a terminal that says what a long run is at; it is gone before anything else is written. */
export class Progress {
  readonly #screen: ProgressScreen;
  readonly #now: () => number;
  readonly #began: number;
  #count = 0;
  #shownAt = Number.NEGATIVE_INFINITY;
  #isShown = false;

  /** @param now milliseconds on a clock that only goes forward */
  constructor(screen: ProgressScreen, now: () => number) {
    this.#screen = screen;
    this.#now = now;
    this.#began = now();
  }

  /** One more file is done. */
  step(path: string): void {
    this.#count++;
    const time = this.#now();
    if (!this.#screen.isTTY || time - this.#began < PATIENCE || time - this.#shownAt < PACE) return;
    const room = Math.max(20, (this.#screen.columns ?? 80) - 1);
    const text = `${this.#count} ${this.#count === 1 ? 'file' : 'files'} … ${path}`;
    const shown = text.length > room ? `${text.slice(0, room - 1)}…` : text;
    this.#screen.write(CLEAR + shown);
    this.#shownAt = time;
    this.#isShown = true;
  }

  clear(): void {
    if (!this.#isShown) return;
    this.#screen.write(CLEAR);
    this.#isShown = false;
  }
}
