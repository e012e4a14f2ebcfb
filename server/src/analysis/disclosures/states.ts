import vocabulary from '../catalogue/disclosures/vocabulary.yaml';
import type { ReadingWithMemo } from './evaluate';
import { phraseNumber } from './vocabulary';

const states = Object.entries((vocabulary as { states: Record<string, string> }).states);
let numbered: (readonly [name: number, code: string])[] | undefined;

/** Makes the states' names known; must run before a draft is read. */
export function prepareStates(): (readonly [name: number, code: string])[] {
  numbered ??= states.map(([code, name]) => [phraseNumber(name), code] as const);
  return numbered;
}

/** Postal codes of the US states that the draft names. */
export function namedStates(reading: ReadingWithMemo): ReadonlySet<string> {
  return new Set(
    prepareStates()
      .filter(([name]) => reading.byConcept.has(name))
      .map(([, code]) => code),
  );
}
