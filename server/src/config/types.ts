import type { RegimeId } from '../analysis/disclosures/types';
import type { Severity } from '../analysis/rules/types';

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
  /** Zero-based, UTF-16. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What a project file says. */
export interface ProjectConfiguration {
  readonly uri: string;
  readonly regimes?: Setting<readonly RegimeId[]>;
  readonly facts: ReadonlyMap<string, Setting<boolean>>;
  /** By rule id or family. */
  readonly rules: ReadonlyMap<string, Setting<Severity | 'off'>>;
  /** Sets of drafts that complete each other: addresses. */
  readonly documents?: readonly Setting<readonly string[]>[];
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
}
