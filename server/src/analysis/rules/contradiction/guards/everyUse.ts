import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists, wordSetsOf } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { Condition, DataTypeId } from '../../../practices/types';

const { recorded } = readCatalogue(catalogue, part('everyUse', wordLists('recorded')));
const listed = wordSetsOf(catalogue, 'everyUse');
const openers = listed('openers');
const doings = listed('doings');
const beside = listed('beside');

/**
 * "No addresses are recorded when you visit our website": what all readers do is no case of its own for data that is recorded
 * by itself. A name may well be asked for elsewhere.
 */
export function isOfEveryUse({ kind, place }: Pick<Condition, 'kind' | 'place'>, data: DataTypeId): boolean {
  if (kind === 'consent' || kind === 'legal' || kind === 'necessity') return false;
  if (!recorded.some((wider) => dataGraph.isA(data, wider))) return false;
  const tokens = tokensAt(place).filter((token) => token.kind === 'word');
  return (
    openers.has(tokens[0]?.lower ?? '') &&
    tokens.some(({ lemma }) => doings.has(lemma)) &&
    tokens.slice(1).every(({ lower, lemma }) => doings.has(lemma) || beside.has(lower) || beside.has(lemma))
  );
}

const tokensAt = ({ block, start, end }: Place) =>
  sentencesOf(block)
    .flatMap(({ tokens }) => tokens)
    .filter((token) => token.start >= start && token.end <= end);
