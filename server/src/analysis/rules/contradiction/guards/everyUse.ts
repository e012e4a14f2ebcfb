import catalogue from '../../../catalogue/contradiction.yaml';
import { wordSetsOf } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { sentencesOf } from '../../../practices/sentences';
import type { Condition } from '../../../practices/types';

const listed = wordSetsOf(catalogue, 'everyUse');
const openers = listed('openers');
const doings = listed('doings');
const beside = listed('beside');

/** "No addresses are recorded when you visit our website": what all readers do is no case of its own. */
export function isOfEveryUse({ kind, place }: Pick<Condition, 'kind' | 'place'>): boolean {
  if (kind === 'consent' || kind === 'legal' || kind === 'necessity') return false;
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
