import type { DocumentFormat } from '../analysis/document/types';
import type { CheckSettings } from './engine';

/** A draft to check as one of its set. */
export interface DraftInSet {
  readonly uri: string;
  readonly text: string;
  readonly format: DocumentFormat;
  readonly settings: CheckSettings;
  /** Links that lead out of this folder (an address that ends in a slash) are not followed. */
  readonly root: string;
}
