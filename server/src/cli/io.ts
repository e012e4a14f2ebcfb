import type { Writable } from 'node:stream';
import { reasonOf } from './discover';
import type { Progress } from './progress';

/** What a command reads from and writes to besides files. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly out: Output;
  readonly err: Output;
  readonly colours: boolean;
  /** Says on a terminal what a long run is at. */
  readonly progress?: Progress;
}

/** Raised when whoever read our output has had enough (`policy-linter … | head`). */
export class OutputClosed extends Error {}

/** What we write cannot be kept: the disk is full, or worse. */
export class OutputFailed extends Error {}

/** Writes in order and waits while the reader is slow, so that any amount of output arrives whole. */
export class Output {
  readonly #stream: Writable;
  readonly #clear: () => void;
  #failure: Error | undefined;

  /** @param clear takes away what stands in the way on the same terminal */
  constructor(stream: Writable, clear: () => void = () => {}) {
    this.#stream = stream;
    this.#clear = clear;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure =
        error.code === 'EPIPE'
          ? new OutputClosed()
          : new OutputFailed(`the output cannot be written: ${reasonOf(error)}`);
    });
  }

  async write(text: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (text === '') return;
    this.#clear();
    await new Promise<void>((resolve) => this.#stream.write(text, () => resolve()));
    if (this.#failure) throw this.#failure;
  }

  line(text: string): Promise<void> {
    return this.write(`${text}\n`);
  }
}
