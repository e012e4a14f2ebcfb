import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import type { Claim } from '../pairs/claims';

/**
 * A reason why two statements can stand side by side. Most reported contradictions in the literature are false because
 * one of these was not checked (PolicyLint, USENIX Security 2019; PoliGraph, USENIX Security 2023; PoliCond, ASE 2025).
 */
export interface Guard {
  /** What was found alike, for the explanation. */
  readonly name: string;
  /** Whether the guard lets the pair be compared. `said` is affirmed, `denied` is denied. */
  holds(said: Claim, denied: Claim, graphs: DraftGraphs): boolean;
}
