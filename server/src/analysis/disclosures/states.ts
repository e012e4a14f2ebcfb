import vocabulary from '../catalogue/disclosures/vocabulary.yaml';
import { mapOf, part, readCatalogue, text } from '../catalogue/read';
import { kept } from '../kept';
import type { Reading, RegionReading } from './reading';
import { phraseNumber } from './vocabulary';

const states = Object.entries(readCatalogue(vocabulary, part('states', mapOf(text))));
let numbered: (readonly [name: number, code: string])[] | undefined;

/** Makes the states' names known; must run before a draft is read. */
export function prepareStates(): (readonly [name: number, code: string])[] {
  numbered ??= states.map(([code, name]) => [phraseNumber(name), code] as const);
  return numbered;
}

/** Postal codes of the US states that the draft names. */
export function namedStates(reading: Reading): ReadonlySet<string> {
  return new Set(reading.regions.flatMap(statesIn));
}

const statesIn = kept(({ byConcept }: RegionReading): readonly string[] =>
  prepareStates()
    .filter(([name]) => byConcept.has(name))
    .map(([, code]) => code),
);
