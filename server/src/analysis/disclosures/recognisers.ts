import { type Disclosure, regimeCatalogue, regimeIds } from './catalogue';
import type { Condition } from './condition';
import { compile } from './evaluate';
import { parseExpression } from './expression';
import { unitsMeeting } from './matches';
import type { Reading, Unit } from './reading';

/** Finds what a disclosure asks for in a draft. */
interface Recogniser {
  readonly present: readonly Condition[];
  readonly weak: readonly Condition[];
}

export interface Recognition {
  readonly grade: 'present' | 'weak' | 'missing';
  readonly units: readonly Unit[];
}

/** Places kept per disclosure: enough to show, few enough to stay quick. */
const PLACES = 3;

const compileAll = (sources: readonly string[] = []): Condition[] =>
  sources.map((source) => compile(parseExpression(source)));

/**
 * Every regime's conditions are compiled together on first use: their phrases go into one trie, and a draft is read
 * against it once.
 */
let compiled: ReadonlyMap<string, Recogniser> | undefined;

function recognisers(): ReadonlyMap<string, Recogniser> {
  compiled ??= new Map(
    regimeIds.flatMap((regime) =>
      (regimeCatalogue.get(regime)?.disclosures ?? []).map(
        ({ id, present, weak }) => [id, { present: compileAll(present), weak: compileAll(weak) }] as const,
      ),
    ),
  );
  return compiled;
}

/** Makes every phrase known; must run before a draft is read. */
export function prepareRecognisers(): void {
  recognisers();
}

export function recognise(disclosure: Disclosure, reading: Reading): Recognition {
  const recogniser = recognisers().get(disclosure.id);
  const present = unitsOf(recogniser?.present ?? [], reading);
  if (present.length > 0) return { grade: 'present', units: present };
  const weak = unitsOf(recogniser?.weak ?? [], reading);
  return weak.length > 0 ? { grade: 'weak', units: weak } : { grade: 'missing', units: [] };
}

function unitsOf(conditions: readonly Condition[], reading: Reading): Unit[] {
  const found: Unit[] = [];
  for (const condition of conditions) {
    for (const unit of unitsMeeting(condition, reading)) {
      if (!found.includes(unit)) found.push(unit);
      if (found.length >= PLACES) return found;
    }
  }
  return found;
}
