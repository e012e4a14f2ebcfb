import type { ActiveRegime, ChecklistItem, RegimeId } from './disclosures/types';
import type { DocumentFormat } from './document/types';
import type { Finding } from './finding';
import type { Policy } from './policy';
import type { OwnTerms } from './practices/names/terms';
import type { Severity } from './severity';
import type { ProjectSuppression, ProjectSuppressionUse } from './suppression/types';

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
  /** Terms and companies from the project file. */
  readonly ownTerms?: OwnTerms;
  /** Targets, as written, of links to files that are not there. */
  readonly missingFiles?: readonly string[];
  /** What the project file suppresses in this draft. */
  readonly suppressions?: readonly ProjectSuppression[];
}

export interface Analysis {
  readonly policy: Policy;
  readonly regimes: readonly ActiveRegime[];
  readonly findings: readonly Finding[];
  readonly checklist: readonly ChecklistItem[];
  /** Rules that threw: switched off for this run, the rest reported all the same. */
  readonly failedRules: readonly { readonly rule: string; readonly error: string }[];
  /** What became of the project file's suppressions that hold for this draft. */
  readonly projectSuppressions?: readonly ProjectSuppressionUse[];
}
