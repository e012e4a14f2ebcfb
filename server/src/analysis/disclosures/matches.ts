import { getOrMake, kept } from '../kept';
import type { ConceptIndex, Condition } from './condition';

import { NumberIndex } from './places';
import type { News, Reading, RegionReading, Unit } from './reading';

/** The units that meet a condition, in reading order. Regions are asked as far as somebody wants to know, each once. */
export function* unitsMeeting(condition: Condition, draft: Reading): Generator<Unit> {
  const answer = getOrMake(draft.answers, condition, () => new Answer(condition)) as Answer;
  answer.bringUpToDate(draft);
  for (let i = 0; i < answer.regions.length || answer.findNext(draft); i++)
    yield* unitsIn(condition, answer.regions[i], answer.elsewhere);
}

/** Whether anything in the draft meets a condition. */
export const isMet = (condition: Condition, draft: Reading): boolean => !unitsMeeting(condition, draft).next().done;

/** What is known of a condition in one draft, kept through its versions. */
class Answer {
  /** Those with units that meet the condition, among the regions asked so far. */
  regions: RegionReading[] = [];
  elsewhere = '';
  /** So many regions from the beginning have been asked. */
  #asked = 0;
  #version = -1;
  /** Regions that can meet it, where an index tells. */
  #candidates: readonly number[] | undefined;

  constructor(private readonly condition: Condition) {}

  bringUpToDate(draft: Reading): void {
    if (this.#version === draft.version) return;
    const { elsewhere: parts } = this.condition;
    const elsewhere = parts.length === 0 ? '' : parts.map((part) => (isMet(part, draft) ? '1' : '0')).join('');
    const change = elsewhere === this.elsewhere ? draft.versions.since(this.#version) : undefined;
    const isNext = this.#version === draft.version - 1;
    this.#version = draft.version;
    this.elsewhere = elsewhere;
    this.#candidates = undefined;
    if (!change) {
      this.regions = [];
      this.#asked = 0;
      // after an edit, asking the regions is quicker than indexing all of them
      if (draft.version === 1) this.#candidates = this.condition.candidates(conceptIndex(draft));
      return;
    }
    const { start, removed, added } = change;
    if (this.#asked <= start) return;
    if (isNext && removed === 1 && added === 1) {
      this.#replace(draft.regions[start], start);
      return;
    }
    const beyond = this.#asked < start + removed;
    this.#asked = beyond ? start : this.#asked + added - removed;
    if (this.regions.some((region) => !this.#isKnown(region, draft)))
      this.regions = this.regions.filter((region) => this.#isKnown(region, draft));
    if (beyond) return;
    const known = new Set(this.regions);
    const fresh: RegionReading[] = [];
    for (let i = start; i < start + added; i++) {
      const region = draft.regions[i];
      if (!known.has(region) && this.#holds(region, isNext)) fresh.push(region);
    }
    if (fresh.length > 0) this.regions = [...this.regions, ...fresh].sort((a, b) => a.order - b.order);
  }

  /** One region stands where another one stood in the version before. */
  #replace(region: RegionReading, order: number): void {
    const at = firstFrom(this.regions, order, (one) => one.order);
    const held = this.regions[at]?.order === order;
    const holds = this.#holds(region, true);
    if (held && holds) this.regions[at] = region;
    else if (held) this.regions.splice(at, 1);
    else if (holds) this.regions.splice(at, 0, region);
  }

  /** Asks on, up to the next region where something meets it. */
  findNext({ regions }: Reading): boolean {
    while (this.#asked < regions.length) {
      this.#asked = this.#nextCandidate(this.#asked) ?? regions.length;
      const region = regions[this.#asked];
      if (!region) return false;
      this.#asked++;
      if (!this.#holds(region)) continue;
      this.regions.push(region);
      return true;
    }
    return false;
  }

  #nextCandidate(from: number): number | undefined {
    return this.#candidates ? this.#candidates[firstFrom(this.#candidates, from, (number) => number)] : from;
  }

  #isKnown(region: RegionReading, { regions }: Reading): boolean {
    return regions[region.order] === region && region.order < this.#asked;
  }

  /** `isNext`: what stood in the region's place before was asked in the version before. */
  #holds(region: RegionReading, isNext = false): boolean {
    return unitsIn(this.condition, region, this.elsewhere, isNext).length > 0;
  }
}

/** Index of the first of ascending members whose number is no smaller. */
function firstFrom<T>(members: readonly T[], from: number, numberOf: (member: T) => number): number {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(members[middle]) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where concepts occur in a draft, by the number of the region. */
const conceptIndex = kept(({ regions }: Reading): ConceptIndex => {
  const concepts: number[] = [];
  regions.forEach((region, order) => {
    for (const concept of region.byConcept.concepts()) concepts.push(concept, order);
  });
  return { byConcept: NumberIndex.of(concepts) };
});

function unitsIn(condition: Condition, region: RegionReading, elsewhere: string, isNext = false): readonly Unit[] {
  const known = region.found.get(condition);
  if (known?.elsewhere === elsewhere) return known.units;
  const { news } = region;
  const units = isNext && news && condition.isLocal ? findOn(condition, region, news) : findIn(condition, region);
  if (units.length > 0) region.found.set(condition, { elsewhere, units });
  else if (known) region.found.delete(condition);
  return units;
}

const none: readonly Unit[] = [];

function findIn(condition: Condition, region: RegionReading): readonly Unit[] {
  if (!condition.isPossible(region)) return none;
  const candidates = condition.candidates(region);
  if (!candidates) return region.units.filter((unit) => meets(condition, unit));
  if (candidates.length === 0) return none;
  return candidates.map((index) => region.units[index]).filter((unit) => meets(condition, unit));
}

/** What the region that stood there before knew of units that are still there, and what the new ones add. */
function findOn(condition: Condition, region: RegionReading, { before, units, byConcept }: News): readonly Unit[] {
  const kept = before.get(condition)?.units.filter((unit) => unit.region === region) ?? none;
  const fresh = condition.isPossible({ byConcept }) ? units.filter((unit) => meets(condition, unit)) : none;
  if (kept.length === 0 || fresh.length === 0) return kept.length > 0 ? kept : fresh;
  return [...kept, ...fresh].sort((a, b) => a.index - b.index);
}

/** A question is asked, not said; words that only the lead lends are judged with the lead itself. */
const meets = (condition: Condition, unit: Unit): boolean =>
  !unit.own.line.sentence.question && condition.spans(unit).length > 0;
