import type { Citation } from './citation';
import type { Range } from './document/types';
import type { Severity } from './severity';

/** `<family>/<name>`; permanent once released. */
export type RuleId = string;

export interface Edit {
  /** Source range to replace; empty range inserts. */
  readonly range: Range;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  /** Only `safe` fixes take part in fix-all: they cannot change what the draft promises. */
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
  /** `newText` is a snippet with tab stops (LSP snippet syntax); plain clients get the defaults. */
  readonly snippet?: true;
}

export interface PartOfFinding {
  readonly rule: RuleId;
  /** What it is about, as it can stand in a sentence. */
  readonly title: string;
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The sentence, list item or table row that holds the range, as reading text. */
  readonly text: string;
  readonly related: readonly {
    readonly range: Range;
    readonly text: string;
    readonly message: string;
    readonly document?: string;
  }[];
  readonly citations: readonly Citation[];
  readonly fixes: readonly Fix[];
  readonly explanation: readonly string[];
  /** Where the finding speaks of several things at once. */
  readonly parts?: readonly PartOfFinding[];
}
