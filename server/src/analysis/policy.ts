import type { ActiveRegime, ChecklistItem } from './disclosures/types';
import type { Place, PolicyDocument } from './document/types';
import type { DocumentKind } from './documentSets/kinds';

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

/** Another document that the host found for the draft: a link leads to it or from it, or the project file names both. */
export interface SetDocument {
  /** How the host calls it: a path or an address. */
  readonly document: string;
  readonly policy: Policy;
  /** The draft's link to it. */
  readonly link?: DocumentLink;
  /** Its link to the draft. */
  readonly backLink?: DocumentLink;
  /** The project file puts both into one set. */
  readonly declared?: boolean;
  /** Reached by links of other documents of the set alone: on from the draft, or back from it. */
  readonly through?: 'on' | 'back';
}

/** A document of the draft's set, read. */
export interface SetMember extends SetDocument {
  readonly kind: DocumentKind;
  /** For messages: the file's name. */
  readonly name: string;
  /** What it holds may stand in for the draft: it is incorporated, not merely linked. */
  readonly completes: boolean;
}

/** A document of the draft's set that cannot be read. */
export interface RemoteMember {
  readonly url: string;
  readonly kind: DocumentKind;
  readonly link: DocumentLink;
}

/** The documents among which a draft's disclosures are spread. */
export interface PolicySet {
  /** What the draft itself is. */
  readonly kind: DocumentKind;
  readonly members: readonly SetMember[];
  readonly remote: readonly RemoteMember[];
}

/** A link of the draft to another document. */
export interface DocumentLink {
  /** As written, without `#…` and `?…`. */
  readonly target: string;
  /** Has an address of its own and is not read; otherwise the target is relative to the draft. */
  readonly remote: boolean;
  /** The link's words; undefined for a link in the front matter. */
  readonly place?: Place;
  /** The sentence says that the other document holds, completes or is one with this one. */
  readonly incorporates: boolean;
  /** What the link's words, or else its target, name. */
  readonly kind?: DocumentKind;
}
