import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder of its own for a test, by names in it; made when it is first needed. */
export class Folder {
  #made: string | undefined;

  get #path(): string {
    this.#made ??= mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
    return this.#made;
  }

  readonly address = (name: string): string => pathToFileURL(path.join(this.#path, name)).href;

  readonly write = (name: string, content: string): void => {
    const file = path.join(this.#path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

  remove(): void {
    if (this.#made !== undefined) rmSync(this.#made, { recursive: true });
  }
}
