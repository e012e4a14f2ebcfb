import type { Section } from '../document/types';
import { getOrMake } from '../kept';
import type { Condition } from './condition';

import type { Scope } from './expression';
import { isMet } from './matches';
import type { Unit } from './reading';

/** Whether a condition is met somewhere in the scope around a unit. */
export function holdsIn(scope: Scope, part: Condition, self: Condition, unit: Unit): boolean {
  switch (scope) {
    case 'near': {
      const { index, section } = unit;
      return [index, index - 1, index + 1].some((at) => {
        const neighbour = unit.region.units[at];
        return neighbour?.section === section && part.spans(neighbour).length > 0;
      });
    }
    case 'block':
      return remember(self, unit, unit.block, () => anyOf(unit.region.byBlock.get(unit.block), part));
    case 'section':
      return remember(self, unit, unit.section, () => anyOf(unit.region.bySection.get(unit.section), part));
    case 'doc':
      return remember(self, unit, 'doc', () => anywhere(part, unit));
    case 'heading':
      return inRunIn(part, unit) || remember(self, unit, unit.section, () => inTitles(part, unit));
  }
}

const anywhere = (part: Condition, { region: { draft } }: Unit): boolean => draft !== undefined && isMet(part, draft);

const anyOf = (units: readonly Unit[] | undefined, part: Condition): boolean =>
  units?.some((unit) => part.spans(unit).length > 0) ?? false;

/** By region; by draft where the answer depends on more than the region. */
const answers = new WeakMap<object, Map<Condition, Map<unknown, boolean>>>();

function remember(self: Condition, { region }: Unit, key: unknown, find: () => boolean): boolean {
  const owner = self.elsewhere.length > 0 ? (region.draft ?? region) : region;
  const conditions = getOrMake(answers, owner, () => new Map());
  return getOrMake(
    getOrMake(conditions, self, () => new Map<unknown, boolean>()),
    key,
    find,
  );
}

function inTitles(part: Condition, { section, region }: Unit): boolean {
  for (let at: Section | undefined = section; at; at = at.parent) {
    const heading = region.draft?.headings.get(at);
    if (heading && part.spans(heading).length > 0) return true;
  }
  return false;
}

/** "Retention. We keep…": the first sentence of a block with a run-in heading is a title too. */
function inRunIn(part: Condition, unit: Unit): boolean {
  if (!unit.block.runIn || unit.own.line.sentence.index === 0) return false;
  const first = unit.region.byBlock.get(unit.block)?.[0];
  return first !== undefined && part.spans(first).length > 0;
}
