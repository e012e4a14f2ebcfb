import { getOrMake, kept } from '../kept';
import type { ConceptIndex, Condition } from './evaluate';
import type { Reading, RegionReading, Unit } from './reading';

/** The units that meet a condition, in reading order. */
export function* unitsMeeting(condition: Condition, draft: Reading): Generator<Unit> {
  if (condition.global) {
    for (const region of candidateRegions(condition, draft)) yield* findIn(condition, region);
    return;
  }
  const known = answerOf(condition, draft);
  if (known) {
    for (const region of known.regions) yield* unitsIn(condition, region);
    return;
  }
  const regions: RegionReading[] = [];
  for (const region of candidateRegions(condition, draft)) {
    const units = unitsIn(condition, region);
    if (units.length === 0) continue;
    regions.push(region);
    yield* units;
  }
  // whoever asks for the first few never comes here
  draft.answers.set(condition, { version: draft.version, regions });
}

/** The regions with units that meet a condition, all of them, as of a version of the draft. */
interface Answer {
  version: number;
  regions: RegionReading[];
}

/** An edit of more regions than this is read like a new draft. */
const mostAdded = 16;

/** What was found out about the version before, brought up to date. */
function answerOf(condition: Condition, draft: Reading): Answer | undefined {
  const answer = draft.answers.get(condition) as Answer | undefined;
  if (!answer || answer.version === draft.version) return answer;
  const { edit, version } = draft;
  if (!edit || answer.version !== version - 1 || edit.added.length > mostAdded) return undefined;
  if (answer.regions.some((region) => edit.removed.has(region)))
    answer.regions = answer.regions.filter((region) => !edit.removed.has(region));
  const added = edit.added.filter((region) => unitsIn(condition, region).length > 0);
  if (added.length > 0) answer.regions = [...answer.regions, ...added].sort((a, b) => a.order - b.order);
  answer.version = version;
  return answer;
}

/** Where concepts occur in a draft, by the number of the region. */
const conceptIndex = kept(({ regions }: Reading): ConceptIndex => {
  const byConcept = new Map<number, number[]>();
  regions.forEach((region, order) => {
    for (const concept of region.byConcept.keys()) {
      const indexed = byConcept.get(concept);
      if (indexed) indexed.push(order);
      else byConcept.set(concept, [order]);
    }
  });
  return { byConcept };
});

function candidateRegions(condition: Condition, draft: Reading): readonly RegionReading[] {
  // after an edit, asking each region is quicker than indexing all of them
  if (draft.edit && draft.edit.added.length <= mostAdded) return draft.regions;
  return condition.candidates(conceptIndex(draft))?.map((order) => draft.regions[order]) ?? draft.regions;
}

const found = new WeakMap<RegionReading, Map<Condition, readonly Unit[]>>();

function unitsIn(condition: Condition, region: RegionReading): readonly Unit[] {
  const conditions = getOrMake(found, region, () => new Map());
  return getOrMake(conditions, condition, () => findIn(condition, region));
}

const none: readonly Unit[] = [];

function findIn(condition: Condition, region: RegionReading): readonly Unit[] {
  const candidates = condition.candidates(region);
  if (!candidates) return region.units.filter((unit) => meets(condition, unit));
  if (candidates.length === 0) return none;
  return candidates.map((index) => region.units[index]).filter((unit) => meets(condition, unit));
}

/** A question is asked, not said; words that only the lead lends are judged with the lead itself. */
const meets = (condition: Condition, unit: Unit): boolean =>
  !unit.own.line.sentence.question && condition.spans(unit).length > 0;
