import type { DirectiveComment, Range } from '../document/types';

/** Words of a directive with their offsets in its text. */
export interface DirectiveWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How far a suppression reaches: the block it stands in, the next one, up to its end mark, the whole draft. */
export type Reach = 'line' | 'nextLine' | 'region' | 'file';

/** `disable…` or `enable` as written, not yet compared with the rules there are. */
export interface SuppressionDirective {
  /** Undefined for a word that is none of the directives ("disable-nextline"). */
  readonly command: Reach | 'end' | undefined;
  /** The directive's own word. */
  readonly word: DirectiveWord;
  readonly rules: readonly DirectiveWord[];
  /** Why it is right to suppress; empty where none is given. */
  readonly reason: string;
  readonly approved?: string;
  /** Last day on which it holds, as written. */
  readonly until?: DirectiveWord;
}

/** A suppression in the draft and where it holds. */
export interface Suppression extends SuppressionDirective {
  readonly comment: DirectiveComment;
  /** By rule, as an end mark may end the region of one of them; findings that begin in here are covered. */
  readonly covered: readonly Range[];
  /** An end mark with nothing to end. */
  readonly stray?: true;
}

/** A suppression that the project file states for this draft. */
export interface ProjectSuppression {
  /** Rule id, alias or family. */
  readonly rule: string;
  readonly reason: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly until?: string;
}

/** What became in one draft of a suppression that the project file states. */
export interface ProjectSuppressionUse {
  readonly suppression: ProjectSuppression;
  /** Some rule of that name ran: it is switched on, and its regime applies. */
  readonly ran: boolean;
  readonly silenced: number;
}

/** What became of a suppression of the draft in one run. */
export interface SuppressionUse {
  readonly suppression: Suppression;
  /** Its date has passed: it silences nothing any more. */
  readonly ended: boolean;
  readonly names: readonly NameUse[];
}

export interface NameUse {
  readonly name: DirectiveWord;
  /** There is such a rule or family. */
  readonly known: boolean;
  /** What was probably meant by an unknown name. */
  readonly near?: string;
  /** The rule ran: it is switched on, and its regime applies. */
  readonly ran: boolean;
  readonly silenced: number;
}
