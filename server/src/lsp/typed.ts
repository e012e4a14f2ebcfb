import type { Position, Range } from 'vscode-languageserver';

/** The line in which something is to be completed. */
export interface Typed {
  /** Up to the caret. */
  readonly before: string;
  /** From the caret on. */
  readonly after: string;
  /** The line above; empty for the first. */
  readonly above: string;
  readonly position: Position;
  /** Range of the last so many characters before the caret. */
  back(characters: number): Range;
}
