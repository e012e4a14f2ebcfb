import type { Writable } from 'node:stream';

/** What a command reads from and writes to besides files. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly out: Output;
  readonly err: Output;
  readonly colours: boolean;
}

/** Raised when whoever read our output has had enough (`policy-linter … | head`). */
export class OutputClosed extends Error {}

/** Writes in order and waits while the reader is slow, so that any amount of output arrives whole. */
export class Output {
  readonly #stream: Writable;
  #failure: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure = error.code === 'EPIPE' ? new OutputClosed() : error;
    });
  }

  async write(text: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (text === '') return;
    await new Promise<void>((resolve) => this.#stream.write(text, () => resolve()));
    if (this.#failure) throw this.#failure;
  }

  line(text: string): Promise<void> {
    return this.write(`${text}\n`);
  }
}
