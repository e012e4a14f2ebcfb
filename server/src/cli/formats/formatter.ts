import type { Finding } from '../../analysis/finding';
import type { Severity } from '../../analysis/severity';
import type { LineIndex } from '../../drafts/lineIndex';
import type { Colours } from '../colours';
import type { ReportedRegime } from '../outcome';

export interface CheckedDocument {
  /** As given. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly regimes: readonly ReportedRegime[];
  readonly lines: LineIndex;
  /** Lines of the other documents that findings speak of, by the names they have there. */
  readonly others: ReadonlyMap<string | undefined, LineIndex>;
}

export interface FormatterSetup {
  readonly colours: Colours;
  /** Whether a finding of this severity makes the run fail. */
  fails(severity: Severity): boolean;
  /** What a rule flags, in one line. */
  titleOf(rule: string): string | undefined;
}

/** Turns results into text piece by piece, so that a run over thousands of files keeps none of them. */
export interface Formatter {
  begin(): string;
  checked(document: CheckedDocument): string;
  /** A file that a search found and that is no policy. */
  notChecked(path: string, reason: string): string;
  /** A file that could not be read or checked. */
  failed(path: string, reason: string): string;
  end(): string;
}
