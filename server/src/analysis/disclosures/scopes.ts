import type { Section } from '../document/types';
import type { Condition, ReadingWithMemo } from './evaluate';
import type { Scope } from './expression';
import type { Unit } from './reading';

/** Whether a condition is met somewhere in the scope around a unit. */
export function holdsIn(scope: Scope, part: Condition, self: Condition, unit: Unit, reading: ReadingWithMemo): boolean {
  switch (scope) {
    case 'near': {
      const { index, section } = unit;
      return [index, index - 1, index + 1].some((at) => {
        const neighbour = reading.units[at];
        return neighbour?.section === section && part.spans(neighbour, reading).length > 0;
      });
    }
    case 'block':
      return remember(self, unit.block, reading, () => anyOf(reading.byBlock.get(unit.block), part, reading));
    case 'section':
      return remember(self, unit.section, reading, () => anyOf(reading.bySection.get(unit.section), part, reading));
    case 'doc':
      return remember(self, 'doc', reading, () => anywhere(part, reading));
    case 'heading':
      return (
        inRunIn(part, unit, reading) ||
        remember(self, unit.section, reading, () => inTitles(part, unit.section, reading))
      );
  }
}

function anywhere(part: Condition, reading: ReadingWithMemo): boolean {
  const candidates = part.candidates(reading)?.map((index) => reading.units[index] as Unit) ?? reading.units;
  return candidates.some((unit) => !unit.own.line.sentence.question && part.spans(unit, reading).length > 0);
}

const anyOf = (units: readonly Unit[] | undefined, part: Condition, reading: ReadingWithMemo): boolean =>
  units?.some((unit) => part.spans(unit, reading).length > 0) ?? false;

function remember(self: Condition, key: unknown, reading: ReadingWithMemo, find: () => boolean): boolean {
  let known = reading.memo.get(self);
  if (!known) {
    known = new Map();
    reading.memo.set(self, known);
  }
  let value = known.get(key);
  if (value === undefined) {
    value = find();
    known.set(key, value);
  }
  return value;
}

function inTitles(part: Condition, section: Section, reading: ReadingWithMemo): boolean {
  for (let at: Section | undefined = section; at; at = at.parent) {
    const heading = reading.headings.get(at);
    if (heading && part.spans(heading, reading).length > 0) return true;
  }
  return false;
}

/** "Retention. We keep…": the first sentence of a block with a run-in heading is a title too. */
function inRunIn(part: Condition, unit: Unit, reading: ReadingWithMemo): boolean {
  if (!unit.block.runIn || unit.own.line.sentence.index === 0) return false;
  const first = reading.byBlock.get(unit.block)?.[0];
  return first !== undefined && part.spans(first, reading).length > 0;
}
