import type { RegimeId } from '../analysis/disclosures/types';
import type { Severity } from '../analysis/severity';

import type { ProjectSuppression } from '../analysis/suppression/types';

/** Where a value of the configuration comes from, for messages and for "show resolved configuration". */
export interface Origin {
  /** The project file's address. */
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** Something in the project file that cannot be used; the rest of the file still counts. */
export interface ConfigurationProblem {
  /** Names the mistake and what settles it. */
  readonly message: string;
  readonly uri: string;
  /** Nothing is wrong with the file, but the author should know. */
  readonly isNotice?: true;
  /** Zero-based, UTF-16. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A finding that the project silences in the drafts at a path. */
export interface SuppressedRule extends ProjectSuppression {
  /** A pattern; every draft where there is none. */
  readonly path?: string;
  readonly approved?: string;
  /** What to underline when the day is over. */
  readonly at: Pick<ConfigurationProblem, 'start' | 'end'>;
  /** Where the rule is named. */
  readonly named: Pick<ConfigurationProblem, 'start' | 'end'>;
}

/** What a project file says, with what the files it extends say. */
export interface ProjectConfiguration {
  readonly uri: string;
  readonly regimes?: Setting<readonly RegimeId[]>;
  readonly facts: ReadonlyMap<string, Setting<boolean>>;
  /** By rule id or family. */
  readonly rules: ReadonlyMap<string, Setting<Severity | 'off'>>;
  /** Ids of data types by terms of the author's own. */
  readonly terms: ReadonlyMap<string, Setting<readonly string[]>>;
  /** Roles (ids of recipients) by name of a company, as written. */
  readonly companies: ReadonlyMap<string, Setting<readonly string[]>>;
  /** Sets of drafts that complete each other: addresses. */
  readonly documents: readonly Setting<readonly string[]>[];
  /** Patterns of drafts that are always checked, and of those that are left out of searches. */
  readonly include: readonly Setting<string>[];
  readonly exclude: readonly Setting<string>[];
  readonly suppress: readonly Setting<SuppressedRule>[];
  /** Paths of other project files as written. */
  readonly extends: readonly Setting<string>[];
  readonly problems: readonly ConfigurationProblem[];
}

export const PROJECT_FILE = '.policy-linter.yml';

/** Names that a project file may use. */
export interface Vocabulary {
  readonly ruleIds: ReadonlySet<string>;
  readonly ruleFamilies: ReadonlySet<string>;
  /** Rule ids by their other names. */
  readonly ruleAliases: ReadonlyMap<string, readonly string[]>;
  /** Facts that some disclosure depends on. */
  readonly facts: ReadonlySet<string>;
  readonly dataTypes: ReadonlySet<string>;
  /** What companies can be: kinds of recipients. */
  readonly roles: ReadonlySet<string>;
}
