import type { Block, PolicyDocument, Region } from '../document/types';
import { kept } from '../kept';
import type { Sentence } from '../language/types';
import { sentencesIn } from './sentences';

interface InDocument {
  readonly document: Pick<PolicyDocument, 'regions'>;
}

/**
 * Collects something from a whole draft, in reading order. A region is looked through once, so what is collected must
 * depend on nothing but the region: its blocks, their sentences, leads and tables, and the titles above them.
 */
export function throughRegions<T>(read: (region: Region) => readonly T[]): (draft: InDocument) => T[] {
  const found = kept(read);
  return ({ document }) => document.regions.flatMap(found);
}

/** Collects from blocks; see `throughRegions`. */
export const throughBlocks = <T>(read: (block: Block) => readonly T[]): ((draft: InDocument) => T[]) =>
  throughRegions((region) => region.blocks.flatMap(read));

/** Collects from sentences; see `throughRegions`. */
export const throughSentences = <T>(read: (sentence: Sentence) => readonly T[]): ((draft: InDocument) => T[]) =>
  throughRegions((region) => sentencesIn(region).flatMap(read));
