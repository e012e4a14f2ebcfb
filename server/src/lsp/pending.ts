import type { CancellationToken } from 'vscode-languageserver';
import type { Outcome } from './outcomes';

/** A check that is due. */
export class Pending {
  readonly done: Promise<Outcome | undefined>;
  /** Resolves when it turns out that the check takes longer than a frame. */
  readonly long: Promise<void>;
  /** What was spent on it in steps, in milliseconds. */
  spent = 0;
  readonly #askedBy: (CancellationToken | undefined)[] = [];
  #isLong!: () => void;

  constructor(run: (pending: Pending) => Promise<Outcome | undefined>) {
    this.long = new Promise((resolve) => {
      this.#isLong = resolve;
    });
    this.done = run(this);
  }

  join(token: CancellationToken | undefined): Promise<Outcome | undefined> {
    this.#askedBy.push(token);
    return this.done;
  }

  /** Of those who asked, somebody still waits. */
  get isWanted(): boolean {
    return !this.#askedBy.every((token) => token?.isCancellationRequested);
  }

  isLong(): void {
    this.#isLong();
  }
}
