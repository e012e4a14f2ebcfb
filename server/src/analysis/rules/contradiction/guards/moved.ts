import catalogue from '../../../catalogue/places.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { kept } from '../../../kept';
import type { Statement } from '../../../practices/types';
import { locationsOf } from '../pairs/locations';

const { moving, lands } = readCatalogue(catalogue, wordLists('moving', 'lands'));

/**
 * "Your data may be transferred to computers outside your country", "we transfer it to Canada and process it there": told of
 * the place alone, so that nobody need have been given anything.
 */
export const isMovedOnly = kept(({ recipients, evidence: { sentence } }: Statement): boolean => {
  if (recipients.length > 0) return false;
  const { tokens } = sentence;
  const moved = tokens.findIndex(({ verb }) => verb !== undefined && moving.includes(verb.base));
  return (
    moved >= 0 &&
    (tokens.slice(moved).some(({ lower, lemma }) => lands.includes(lemma) || lands.includes(lower)) ||
      locationsOf(sentence).length > 0)
  );
});
