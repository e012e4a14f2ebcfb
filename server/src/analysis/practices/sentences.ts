import type { Block, Region } from '../document/types';
import { kept } from '../kept';
import { readSentences } from '../language/sentences';
import type { Sentence } from '../language/types';
import { matcherFor } from './names/terms';

/** The sentences of a block, with the terms of the ontology. */
export const sentencesOf = kept((block: Block): readonly Sentence[] => readSentences(block, matcherFor(block)));

/** The sentence of a block in which a reading offset (UTF-16 units) lies. */
export const sentenceAt = (block: Block, at: number): Sentence | undefined =>
  sentencesOf(block).find(({ start, end }) => start <= at && at < end);

/** The sentences of a region, in reading order. */
export const sentencesIn = kept((region: Region): readonly Sentence[] => region.blocks.flatMap(sentencesOf));

/** Reads the sentences of a cell. */
export type SentencesOf = (block: Block) => readonly Sentence[];
