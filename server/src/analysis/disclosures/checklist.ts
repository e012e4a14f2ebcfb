import { wholeBlock } from '../document/place';
import type { Place } from '../document/types';
import { factsOf } from '../draftSettings/apply';
import { isSameList, kept } from '../kept';
import type { Policy } from '../policy';
import { type Disclosure, disclosuresOf, regimeCatalogue } from './catalogue';
import { Facts } from './facts';
import type { Reading, Unit } from './reading';
import { readingIfFilled, readingOf } from './readingOf';
import { type Recognition, recognise } from './recognisers';
import type { RegimeOptions } from './regimes';
import { namedStates } from './states';
import type { ActiveRegime, ChecklistItem, DisclosureStatus, RegimeId } from './types';
import { isDatedElsewhere } from './writtenDates';

/** The part of a policy from which the checklist is drawn. */
type ReadPolicy = Omit<Policy, 'regimes' | 'checklist'>;

/** Every disclosure of the regimes that apply: whether the draft makes it, where, and whether it has to. */
export function checkDisclosures(
  policy: ReadPolicy,
  regimes: readonly ActiveRegime[],
  options: RegimeOptions,
): readonly ChecklistItem[] {
  const reading = readingOf(policy);
  const last = lastChecklist(policy.document.draft);
  const facts = new Facts(policy, reading, factsOf(policy.document, options.project?.facts));
  const states = namedStates(reading);
  const done = new Set<string>();
  const items: ChecklistItem[] = [];
  for (const regime of regimes) {
    if (regime.state !== 'active') continue;
    for (const disclosure of disclosuresOf(regime.id)) {
      if (done.has(disclosure.id)) continue;
      done.add(disclosure.id);
      const required = isRequired(disclosure, facts, states);
      const graded = recogniseIn(policy, disclosure, reading);
      const before = last.items.get(disclosure.id);
      if (before && isSame(before, regime, required, graded)) items.push(before.item);
      else {
        const item = checklistItem(disclosure, regime, required, graded);
        last.items.set(disclosure.id, { regime, required, graded, item });
        items.push(item);
      }
    }
  }
  if (!isSameList(items, last.all)) last.all = items;
  return last.all;
}

/** An item, and what it says. */
interface KnownItem {
  readonly regime: ActiveRegime;
  readonly required: ChecklistItem['required'];
  readonly graded: Graded;
  readonly item: ChecklistItem;
}

/** Items stay the same objects as long as they say the same, and so does the list. */
const lastChecklist = kept((_draft: object): { all: readonly ChecklistItem[]; items: Map<string, KnownItem> } => ({
  all: [],
  items: new Map(),
}));

const isSame = (known: KnownItem, regime: ActiveRegime, required: KnownItem['required'], graded: Graded): boolean =>
  known.required === required &&
  known.regime.id === regime.id &&
  known.regime.source === regime.source &&
  known.graded.grade === graded.grade &&
  known.graded.unfilled === graded.unfilled &&
  isSameList(known.graded.units, graded.units);

function isRequired(disclosure: Disclosure, facts: Facts, states: ReadonlySet<string>): ChecklistItem['required'] {
  const met = facts.meets(disclosure.when);
  if (met === false) return 'no';
  if (disclosure.states && !disclosure.states.some((state) => states.has(state))) return 'unknown';
  return met ? 'yes' : 'unknown';
}

interface Graded extends Recognition {
  readonly unfilled?: true;
}

/** A placeholder satisfies nothing, but what stands around it shows that the author means to say it. */
function recogniseIn(policy: ReadPolicy, disclosure: Disclosure, reading: Reading): Graded {
  const found = recognise(disclosure, reading);
  if (found.grade === 'present') return found;
  if (disclosure.fact === 'date' && isDatedElsewhere(policy.document)) return { grade: 'present', units: [] };
  const filled = readingIfFilled(policy);
  const meant = filled && recognise(disclosure, filled);
  return meant?.grade === 'present' ? { grade: 'weak', units: meant.units, unfilled: true } : found;
}

function checklistItem(
  disclosure: Disclosure,
  regime: ActiveRegime,
  required: ChecklistItem['required'],
  { grade, units, unfilled }: Graded,
): ChecklistItem {
  // who asks for a regime by name wants to know of every disclosure whether it is there
  const status: DisclosureStatus =
    grade === 'missing' && required === 'no' && regime.source !== 'option' ? 'notRequired' : grade;
  return {
    id: disclosure.id,
    regime: regime.id,
    status,
    required,
    places: units.map(placeOf),
    ...(unfilled && { unfilled }),
    reason: unfilled ? 'What says so waits to be filled in.' : reasonFor(disclosure, status, required, regime.id),
  };
}

function reasonFor(
  disclosure: Disclosure,
  status: DisclosureStatus,
  required: ChecklistItem['required'],
  regime: RegimeId,
): string {
  const asOf = regimeCatalogue.get(regime)?.asOf ?? '';
  switch (status) {
    case 'present':
      return 'The draft says so.';
    case 'weak':
      return `Something comes close. ${disclosure.says}`;
    case 'notRequired':
      return 'Nothing in the draft calls for it.';
    case 'elsewhere':
      return 'Another document may say it; it was not checked.';
    case 'missing':
      return required === 'yes'
        ? `Asked for by ${disclosure.citation} (law as of ${asOf}); the draft does not say it.`
        : required === 'no'
          ? 'The draft does not say it, and nothing in the draft calls for it.'
          : 'The draft does not say it; whether it has to depends on facts that only you know.';
  }
}

function placeOf(unit: Unit): Place {
  const { sentence } = unit.own.line;
  if (unit.kind === 'row') return wholeBlock(sentence.block);
  return { block: sentence.block, start: sentence.start, end: sentence.end };
}
