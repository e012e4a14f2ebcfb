import type { Range } from '../document/types';

/** Something that a draft says of its own check; it comes before what the project file says. */
export interface DraftSetting {
  /** `unknown`: a key that there is not. */
  readonly kind: 'regime' | 'fact' | 'rule' | 'unknown';
  readonly name: string;
  /** As written; empty for a regime. */
  readonly value: string;
  readonly source: 'directive' | 'frontMatter';
  /** Of the name, or of the value where there is one, in the source. */
  readonly range: Range;
}
