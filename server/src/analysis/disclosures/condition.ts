import type { ByConcept, Span } from './places';
import type { Unit } from './reading';

/** A condition ready to run. Evaluating it gives the places that meet it, in the unit's token numbering. */
export interface Condition {
  spans(unit: Unit): readonly Span[];
  /** Indexes of what can meet it, or undefined where anything can. */
  candidates(index: ConceptIndex): readonly number[] | undefined;
  /** Cheap: false where nothing can meet it. */
  isPossible(index: ConceptIndex): boolean;
  /** What it asks for anywhere in the draft, so that a region alone does not decide it. */
  readonly elsewhere: readonly Condition[];
  /** Whether a unit meets it depends on nothing but the unit. */
  readonly isLocal: boolean;
}

/** Where concepts occur: units of a region, or regions of a draft, by their number. */
export interface ConceptIndex {
  readonly byConcept: Pick<ByConcept<number>, 'has' | 'get'>;
}
