import type { TermMatch, TokenSpan } from '../../language/types';

export type SlotName =
  | 'object'
  | 'recipient'
  | 'source'
  | 'purpose'
  | 'channel'
  | 'condition'
  | 'exception'
  | 'agent'
  | 'relative'
  | 'other';

/** What stands right of a verb, sorted by the part it plays. */
export interface Slots {
  readonly data: TermMatch[];
  /** Nouns that may be types of data where an introduction says so: nothing in the clause itself does. */
  readonly unnamed: readonly TermMatch[];
  readonly recipients: TermMatch[];
  readonly sources: TermMatch[];
  readonly agents: TermMatch[];
  readonly purposes: { readonly term: TermMatch; readonly own: boolean }[];
  /** A purpose is given that the ontology does not know ("to infer characteristics"). */
  readonly unknownPurpose?: TokenSpan;
  readonly channels: TokenSpan[];
  readonly conditions: TokenSpan[];
  readonly exceptions: (TokenSpan & { readonly terms: readonly TermMatch[] })[];
  /** "this information", "it", "them": refers back. */
  readonly anaphors: TokenSpan[];
  /** "on your device", "locally" */
  readonly onDevice: boolean;
  /** The object is limited by a clause that the ontology does not know ("information that identifies you"). */
  readonly restricted: boolean;
  /** "directly", "generally", "additional": a denial so limited leaves room for the rest. */
  readonly limited: boolean;
  /** "only": everything else is denied. */
  readonly exclusive: boolean;
  /** "no", "none of": the object denies. */
  readonly denied: boolean;
  /** "the following …:" or a bare colon at the end: a list goes on. */
  readonly open?: SlotName;
}
