import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import { dataGraph } from '../ontologyGraph';
import type { RetentionStatement, Statement } from '../types';

interface Stated {
  readonly statements: readonly Statement[];
}

/** A kind of data that the draft says it collects, in its own words. */
export interface Category {
  readonly id: string;
  readonly words: string;
  readonly place: Place;
}

/** Types that hold all others, or no person's data: no categories. */
const GENERAL = new Set(['any_data', 'personal', 'non_personal', 'sensitive']);
/** Longer words are no name but a description. */
const LONGEST_NAME = 50;

/** Kinds of data that the draft collects, in reading order, each once. */
export const collectedCategories = ({ statements }: Stated): readonly Category[] => categoriesIn(statements);

const categoriesIn = kept((statements: Stated['statements']): readonly Category[] => {
  const found = new Map<string, Category>();
  const names = new Set<string>();
  for (const { action, polarity, actor, data, confidence } of statements) {
    if (action !== 'collect' || polarity !== 'affirmed' || actor !== 'first_party' || confidence !== 'high') continue;
    for (const { id, place } of data) {
      const words = wordsOf(place)
        .replace(/^(?:your|our|the)\s+/i, '')
        .trim();
      const name = words.toLowerCase();
      if (GENERAL.has(id) || words.length < 3 || words.length > LONGEST_NAME) continue;
      if (found.has(id) || names.has(name)) continue;
      found.set(id, { id, words, place });
      names.add(name);
    }
  }
  return [...found.values()];
});

/** Those that none of the statements speaks of, neither by name, nor by a wider name, nor as "everything else". */
export function uncoveredCategories(policy: Stated, periods: readonly RetentionStatement[]): readonly Category[] {
  const all = periods.some(({ data, object }) => object === undefined && data.every(({ id }) => GENERAL.has(id)));
  if (all) return [];
  const covered = periods.flatMap(({ data }) => data.map(({ id }) => id));
  return collectedCategories(policy).filter(({ id }) => !covered.some((wider) => dataGraph.isA(id, wider)));
}
