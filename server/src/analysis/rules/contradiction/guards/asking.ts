import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordList } from '../../../catalogue/read';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { Statement } from '../../../practices/types';
import type { Guard } from './guard';

const demands = readCatalogue(catalogue, part('demands', wordList));

/** "We never ask for your date of birth": broken where it must be given, not where it happens to be kept. */
export const sameAsking: Guard = {
  name: 'asked for',
  holds: ({ statement: said }, { statement: denied }) =>
    denied.asked !== true ||
    // "we will never ask you for your password": advice against those who pretend to be us
    (!denied.data.some(({ id }) => id === 'password' || dataGraph.isA(id, 'credentials')) &&
      // "we do not ask for information about you" speaks of the occasion around it
      !denied.data.every(({ id }) => id === 'any_data') &&
      isDemand(said) &&
      said.conditions.length === 0 &&
      said.modality === 'asserts'),
};

/** "you must give us", "we need", "the form asks for". */
const isDemand = ({ evidence: { sentence, place } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lemma, lower, start, end }) =>
      start >= place.start - 40 && end <= place.end && (demands.includes(lemma) || demands.includes(lower)),
  );
