import type { ActiveRegime, RegimeId } from '../analysis/disclosures/types';
import type { Finding } from '../analysis/finding';
import type { ProjectSuppressionUse } from '../analysis/suppression/types';
import type { Analysis } from '../analysis/types';
import type { ProjectConfiguration } from '../config/types';
import type { FoundFile, Unreadable } from './discover';

/** A file, or a line of a stream of records with its number. */
export type Task = FoundFile | Unreadable | { readonly record: string; readonly number: number };

/** What became of a task: plain data, so that it can come from another thread. */
export interface Outcome {
  readonly path: string;
  /** For standard error, in order. */
  readonly notes: readonly string[];
  /** Why it could not be checked, or not wholly. */
  readonly failed?: string;
  /** Something went wrong beside the check, and a note says what. */
  readonly isIncomplete?: true;
  /** Why it was not checked although it could have been. */
  readonly notChecked?: string;
  readonly isSearched: boolean;
  /** Address of the project file that holds for it, and what it says unless that is known. */
  readonly projectUri?: string;
  readonly project?: ProjectConfiguration;
  readonly checked?: CheckedData;
  /** A line for standard output in its place. */
  readonly line?: string;
}

export type ReportedRegime = Pick<ActiveRegime, 'id' | 'source' | 'state'>;

interface CheckedData {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly regimes: readonly ReportedRegime[];
  /** Texts of other documents that findings speak of, by the names they have there. */
  readonly others: readonly (readonly [document: string, text: string])[];
  /** Regimes of which some disclosure was looked for. */
  readonly knownRegimes: readonly RegimeId[];
  readonly suppressions: readonly ProjectSuppressionUse[];
}

/** What is reported of an analysis. */
export function dataOf(text: string, analysis: Analysis): CheckedData {
  const spokenOf = new Set(analysis.findings.flatMap(({ related }) => related.map(({ document }) => document)));
  const members = analysis.policy.set?.members ?? [];
  return {
    text,
    findings: analysis.findings,
    regimes: analysis.regimes.map(({ id, source, state }) => ({ id, source, state })),
    others: members
      .filter(({ document }) => spokenOf.has(document))
      .map(({ document, policy }) => [document, policy.document.source] as const),
    knownRegimes: [...new Set(analysis.checklist.map(({ regime }) => regime))],
    suppressions: analysis.projectSuppressions ?? [],
  };
}
