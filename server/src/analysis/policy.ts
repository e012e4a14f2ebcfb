import type { ActiveRegime, ChecklistItem } from './disclosures/types';
import type { PolicyDocument } from './document/types';
import type { PolicySet } from './documentSets/members';
import type { Sentence } from './language/types';
import type { LocalDefinition, RetentionStatement, Statement } from './practices/types';

/** The draft as read: what every rule looks at. */
export interface Policy {
  readonly document: PolicyDocument;
  /** In reading order. */
  readonly sentences: readonly Sentence[];
  readonly statements: readonly Statement[];
  readonly retention: readonly RetentionStatement[];
  readonly definitions: readonly LocalDefinition[];
  /** How the drafting company calls itself, the clearest first ("Acme Ltd", "Acme"). */
  readonly ownNames: readonly string[];
  readonly regimes: readonly ActiveRegime[];
  readonly checklist: readonly ChecklistItem[];
  /** The documents that complete it, where the host found some. */
  readonly set?: PolicySet;
  /** Targets, as written, of the draft's links to files that the host found missing. */
  readonly missingFiles?: readonly string[];
}
