import type { Citation } from '../citation';
import type { Place } from '../document/types';
import type { SettingProblem } from '../draftSettings/apply';
import type { Finding, Fix, PartOfFinding, RuleId } from '../finding';
import type { Policy } from '../policy';
import type { Severity } from '../severity';
import type { SuppressionUse } from '../suppression/types';

export type { Finding, Fix, RuleId };

export interface Related {
  readonly place: Place;
  /** The document of the place, where it is another one of the set. */
  readonly document?: string;
  readonly message: string;
}

/** What a rule yields; the engine turns places into ranges and settles the severity. */
export interface Report {
  readonly place: Place;
  readonly message: string;
  /** Overrides the rule's severity for this finding. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly citations?: readonly Citation[];
  /** As a function where they cost something to find: asked when somebody wants to see them, of the draft as it is then. */
  readonly fixes?: readonly Fix[] | ((policy: Policy) => readonly Fix[]);
  /** The finding rests on this regime: capped at warning unless the author confirmed it. */
  readonly regime?: string;
  /** Rows for the hover ("Says", "Denies", "Checked"). */
  readonly explanation?: readonly string[];
  /** Overrides the rule id, for rules generated from the catalogue (`disclosure/<id>`). */
  readonly rule?: RuleId;
  /** Where the report speaks of several things at once, each of which can be switched off or suppressed by itself. */
  readonly parts?: ReportParts;
}

export interface ReportParts {
  readonly rules: readonly PartOfFinding[];
  /** The same report about those parts only; there is at least one. */
  only(rules: ReadonlySet<RuleId>): Report;
}

export interface RuleContext {
  readonly policy: Policy;
  /** Today's date as YYYY-MM-DD, where the caller gave one. */
  readonly today?: string;
  /** Facts that the author states in the project file (`directed_to_children`). */
  readonly facts?: Readonly<Record<string, boolean>>;
  /** What became of the draft's suppressions, for rules that run last. */
  readonly suppressions?: readonly SuppressionUse[];
  /** What the draft sets in vain, for rules that run last. */
  readonly settingProblems?: readonly SettingProblem[];
}

export interface Rule {
  readonly id: RuleId;
  /** Other names under which the rule is known: in settings, in suppression comments, in `explain`. */
  readonly aliases?: readonly string[];
  /** One line for lists: what the rule flags. */
  readonly title: string;
  readonly severity: Severity | 'off';
  /** Why a rule ships off: what was measured, or that its subject is a matter of style. */
  readonly offBecause?: string;
  /** The rule speaks of suppressions, so it runs when all others have and nothing silences it. */
  readonly runs?: 'last';
  readonly citations: readonly Citation[];
  check(context: RuleContext): Iterable<Report>;
}
