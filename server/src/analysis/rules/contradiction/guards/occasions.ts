import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import type { Token } from '../../../language/types';
import { pointingDeterminers } from '../../../practices/clauses/constructions';

const words = readCatalogue(catalogue, wordLists('occasions', 'spots', 'wholes'));
const occasions = new Set(words.occasions);
const spots = new Set(words.spots);
const wholes = new Set(words.wholes);

/** Whether a denial speaks of one occasion or spot only, not of the whole service. */
export const isOfOneOccasion = (tokens: readonly Token[]): boolean => isPointedAt(tokens) || isAtOneSpot(tokens);

/** "… is collected in this process": one occasion, not the whole service. */
const isPointedAt = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }, i) =>
      occasions.has(lower) &&
      pointingDeterminers.has(tokens[i + 1]?.lower ?? '') &&
      // "we learn nothing from this."
      (tokens[i + 2] === undefined || tokens[i + 2]?.kind === 'word' || tokens[i + 2]?.lower === '.') &&
      !wholes.has(tokens[i + 2]?.lower ?? ''),
  );

/** "We do not collect names on our public feedback page": not elsewhere, perhaps. */
const isAtOneSpot = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }, i) =>
      occasions.has(lower) &&
      (tokens[i + 1]?.lower === 'our' || tokens[i + 1]?.lower === 'the') &&
      tokens
        .slice(i + 3, i + 6)
        .some(({ lower: noun }, k, rest) => spots.has(noun) && rest.slice(0, k).every(isPlain)) &&
      tokens[i + 2]?.kind === 'word' &&
      !wholes.has(tokens[i + 2]?.lower ?? ''),
  );
const isPlain = ({ kind, verb }: Token): boolean => kind === 'word' && verb === undefined;
