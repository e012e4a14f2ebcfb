import { derived } from '../dependencies';
import type { Block, PolicyDocument, Region } from '../document/types';
import { Collection, kept } from '../kept';
import type { Sentence } from '../language/types';
import { sentencesIn } from './sentences';
import type { Statement } from './types';

interface InDocument {
  readonly document: PolicyDocument;
}

interface InPolicy extends InDocument {
  readonly statements: readonly Statement[];
}

/**
 * Collects something from a whole draft, in reading order. A region is looked through once, so what is collected must
 * depend on nothing but the region (its blocks, their sentences, leads and tables, and the titles above them) and the
 * region before it. As long as the draft holds the same, the result is the same object.
 */
export function throughRegions<T>(
  read: (region: Region, before: Region | undefined) => readonly T[],
): (draft: InDocument) => readonly T[] {
  const collections = kept((_draft: object) => new Collection(read));
  return derived(({ document }) => collections(document.draft).of(document.regions));
}

/**
 * Collects something from all statements, in reading order; see `throughRegions`. What is collected must depend on nothing
 * but the statement.
 */
export function throughStatements<T>(read: (statement: Statement) => readonly T[]): (draft: InPolicy) => readonly T[] {
  const collections = kept((_draft: object) => new Collection((statement: Statement) => read(statement)));
  return derived(({ document, statements }) => collections(document.draft).of(statements));
}

/** Collects from blocks; see `throughRegions`. */
export const throughBlocks = <T>(read: (block: Block) => readonly T[]): ((draft: InDocument) => readonly T[]) =>
  throughRegions((region) => region.blocks.flatMap(read));

/** Collects from sentences; see `throughRegions`. */
export const throughSentences = <T>(
  read: (sentence: Sentence) => readonly T[],
): ((draft: InDocument) => readonly T[]) => throughRegions((region) => sentencesIn(region).flatMap(read));

/**
 * Looks for something in the regions of a draft. The region where it was found last is asked first, and a region where
 * it was not found is not asked again.
 */
export class Search {
  #found: Region | undefined;
  #without: readonly Region[] = [];

  constructor(private readonly holds: (region: Region) => boolean) {}

  in({ regions }: Pick<PolicyDocument, 'regions'>): boolean {
    if (this.#found && regions[this.#found.order] === this.#found) return true;
    const asked = this.#without;
    let start = 0;
    while (start < regions.length && regions[start] === asked[start]) start++;
    let end = regions.length;
    const shift = asked.length - regions.length;
    while (end > start && end + shift > start && regions[end - 1] === asked[end - 1 + shift]) end--;
    this.#found = regions.slice(start, end).find((region) => this.holds(region));
    if (!this.#found) this.#without = regions;
    return this.#found !== undefined;
  }
}
