import type { FileAccess } from '../config/fileAccess';

/** What the server needs of the machine it runs on; the entries `node.ts` and `browser.ts` provide it. */
export interface Host {
  readonly files: FileAccess;
  /** YYYY-MM-DD, where the author sits. */
  today(): string;
  /** Milliseconds from some fixed moment. */
  now(): number;
  /** Lets waiting messages be read before work goes on. */
  yield(): Promise<void>;
  /**
   * Address of the packaged page of a rule, undefined where there is none.
   * @param folder where the client says the pages are, as a URI
   */
  rulePage(rule: string, folder: string | undefined): string | undefined;
}
