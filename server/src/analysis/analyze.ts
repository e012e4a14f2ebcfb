import type { ActiveRegime, ChecklistItem, RegimeId } from './disclosures/types';
import type { DocumentFormat } from './document/types';
import type { Policy } from './policy';
import type { Finding, Severity } from './rules/types';

export interface AnalysisOptions {
  readonly format: DocumentFormat;
  /** Today's date, YYYY-MM-DD; rules about dates are silent without it. */
  readonly today?: string;
  /** Exactly these regimes, whatever the text says (`--regime`). */
  readonly regimes?: readonly RegimeId[];
  /** Regimes and facts from the project file; weaker than the draft's own directives and front matter. */
  readonly project?: { readonly regimes?: readonly RegimeId[]; readonly facts?: Readonly<Record<string, boolean>> };
  /** Severity by rule id or family, from the project file. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

export interface Analysis {
  readonly policy: Policy;
  readonly regimes: readonly ActiveRegime[];
  readonly findings: readonly Finding[];
  readonly checklist: readonly ChecklistItem[];
  /** Rules that threw: switched off for this run, the rest reported all the same. */
  readonly failedRules: readonly { readonly rule: string; readonly error: string }[];
}

/** Reads a draft and reports what a careful reviewer would raise. Pure: same text and options, same findings in the same order. */
export declare function analyze(text: string, options: AnalysisOptions): Analysis;
