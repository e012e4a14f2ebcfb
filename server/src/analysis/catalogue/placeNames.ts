import catalogue from './places.yaml';
import { entry, listOf, optional, part, readCatalogue, text, wordList } from './read';

/** Countries, regions and towns of `catalogue/places.yaml`; `within`: the region that a country belongs to; `countedWith`: with whose residents its own are named. */
export const places = readCatalogue(
  catalogue,
  part('places', listOf(entry({ id: text, within: optional(text), countedWith: optional(text), names: wordList }))),
);

/** Their names, in lower case. */
export const placeNames: ReadonlySet<string> = new Set(
  places.flatMap(({ names }) => names.map((name) => name.toLowerCase())),
);
