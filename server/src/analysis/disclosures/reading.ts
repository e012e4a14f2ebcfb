import type { Block, PolicyDocument, Region, Section } from '../document/types';
import { Collection, kept } from '../kept';
import type { Sentence } from '../language/types';
import { sentencesOf } from '../practices/sentences';
import { type ByConcept, NumberIndex, type Span } from './places';
import { changeBetween, Versions } from './versions';

/** A sentence with the places of every concept in it. */
export interface Line {
  readonly sentence: Sentence;
  readonly spans: ByConcept<Span>;
}

/** A line within a unit: its tokens are numbered from `offset` on. */
export interface Part {
  readonly line: Line;
  readonly offset: number;
}

/**
 * A stretch that is judged as a whole: a sentence, a list item behind the words that introduce it, or a table row with
 * each cell behind its column's header.
 */
export interface Unit {
  /** Among the region's; it moves when others come or go before it. */
  readonly index: number;
  readonly parts: readonly Part[];
  /** The part that the unit is about; the others only lend it their words. */
  readonly own: Part;
  readonly section: Section;
  readonly block: Block;
  readonly kind: 'sentence' | 'heading' | 'row';
  /** The region in which it stands; `index` counts its units. */
  readonly region: RegionReading;
}

/** One region of the draft as the disclosure patterns see it. It is kept as long as the region is. */
export interface RegionReading {
  readonly units: readonly Unit[];
  /** Units in which a concept occurs, by concept. */
  readonly byConcept: ByConcept<number>;
  readonly bySection: ReadonlyMap<Section, readonly Unit[]>;
  readonly byBlock: ReadonlyMap<Block, readonly Unit[]>;
  readonly headings: ReadonlyMap<Section, Unit>;
  /** Units that meet conditions, where there are some: under what the condition found elsewhere in the draft. */
  readonly found: Map<unknown, { readonly elsewhere: string; readonly units: readonly Unit[] }>;
  /** Where an edit made it from another one: what that knew, and what is not in that. */
  news?: News;
  /** The draft in which the region stands now, and where among its regions. */
  draft: Reading | undefined;
  order: number;
}

/** What sets a region apart from the one that stood in its place before an edit. */
export interface News {
  readonly before: RegionReading['found'];
  readonly units: readonly Unit[];
  readonly byConcept: ByConcept<number>;
}

/** The draft as the disclosure patterns see it. */
export interface Reading {
  readonly regions: readonly RegionReading[];
  readonly headings: ReadonlyMap<Section, Unit>;
  /** Each section with a heading, and the words of its heading; the same object as long as they are. */
  readonly titles: readonly (Section | Line)[];
  /** What has been found out about the draft and is kept through its versions. */
  readonly answers: Map<unknown, unknown>;
  readonly versions: Versions;
  /** Its number among the versions. */
  readonly version: number;
}

/** Sentences of a list item, or behind a run-in title, that are read together with it. */
const CONTINUED = 3;

/** Reads the units of a region; those that stood in the region before it stay the same objects. */
function readRegion(region: Region, lineOf: (sentence: Sentence) => Line, before?: RegionReading): RegionReading {
  const earlier = new Map(before?.units.map((unit) => [unit.own.line, unit]));
  const fresh: Unit[] = [];
  const linesOf = new Map<Block, Line[]>();
  for (const block of region.blocks) {
    const sentences = sentencesOf(block);
    if (sentences.length > 0) linesOf.set(block, sentences.map(lineOf));
  }
  const units: Unit[] = [];
  const reading: Mutable<RegionReading> = { units, ...noIndexes, found: new Map(), draft: undefined, order: 0 };
  const add = (lines: readonly Line[], own: number, kind: Unit['kind']): void => {
    const { block } = (lines[own] as Line).sentence;
    const { section } = block;
    const last = earlier.get(lines[own] as Line);
    if (last && last.kind === kind && last.section === section && isOf(lines, last)) {
      units.push(Object.assign(last, { index: units.length, region: reading }));
      return;
    }
    const parts = numbered(lines);
    const unit = { index: units.length, parts, own: parts[own] as Part, section, block, kind, region: reading };
    units.push(unit);
    fresh.push(unit);
  };
  let softLead: Block | undefined;
  for (const block of region.blocks) {
    const lines = linesOf.get(block);
    if (block.kind === 'heading') softLead = undefined;
    if (!lines) continue;
    if (block.kind === 'cell') {
      if (isRowStart(block)) addRow(block, linesOf, add);
      continue;
    }
    if (block.kind === 'heading') {
      add(lines, 0, 'heading');
      continue;
    }
    if (softLead && block.lead === softLead) softLead = undefined;
    const leads = leadLines(block.lead ?? (block.kind === 'paragraph' ? softLead : undefined), linesOf);
    const [title] = block.runIn ? lines : [];
    lines.forEach((line, i) => {
      // only the first sentences continue what introduces them
      const context = i >= CONTINUED ? [] : title && i > 0 ? [...leads, title] : leads;
      add([...context, line], context.length, 'sentence');
    });
    if (block.kind === 'paragraph' && block.text.endsWith(':')) softLead = block;
  }
  if (before) reading.news = { before: before.found, units: fresh, byConcept: byConceptOf(fresh) };
  return Object.assign(reading, indexes(units));
}

const isOf = (lines: readonly Line[], { parts }: Unit): boolean =>
  parts.length === lines.length && parts.every(({ line }, i) => line === lines[i]);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const noIndexes = { byConcept: NumberIndex.of([]), bySection: new Map(), byBlock: new Map(), headings: new Map() };

/** The regions of a draft, each read once. */
class Regions {
  #members: readonly Region[] = [];
  #readings: readonly RegionReading[] = [];
  /** The region that an edit put in the place of another one. */
  #fresh: RegionReading | undefined;

  constructor(private readonly lineOf: (sentence: Sentence) => Line) {}

  of(members: readonly Region[]): readonly RegionReading[] {
    const [last, readings] = [this.#members, this.#readings];
    if (members === last) return readings;
    const { start, removed, added } = changeBetween(last, members);
    const before = removed === 1 && added === 1 ? readings[start] : undefined;
    // what was new in the version before no longer is
    if (this.#fresh) this.#fresh.news = undefined;
    const fresh = members.slice(start, start + added).map((region) => readRegion(region, this.lineOf, before));
    this.#fresh = before && fresh[0];
    this.#members = members;
    this.#readings = [...readings.slice(0, start), ...fresh, ...readings.slice(start + removed)];
    return this.#readings;
  }
}

/** Reads drafts, each region once. */
export function draftReader(read: (sentence: Sentence) => Line['spans']): (document: PolicyDocument) => Reading {
  const lineOf = kept((sentence: Sentence): Line => ({ sentence, spans: read(sentence) }));
  const drafts = kept((_draft: object) => ({
    regions: new Regions(lineOf),
    headings: new Collection((region: RegionReading) => [...region.headings]),
    titles: new Collection(({ headings }: RegionReading): (Section | Line)[] =>
      [...headings].flatMap(([section, { own }]) => [section, own.line]),
    ),
    versions: new Versions(),
    answers: new Map<unknown, unknown>(),
  }));
  return (document) => {
    const known = drafts(document.draft);
    const regions = known.regions.of(document.regions);
    const draft: Reading = {
      regions,
      headings: new Map(known.headings.of(regions)),
      titles: known.titles.of(regions),
      answers: known.answers,
      versions: known.versions,
      version: known.versions.add(regions),
    };
    regions.forEach((region, order) => {
      region.draft = draft;
      region.order = order;
    });
    return draft;
  };
}

function indexes(units: readonly Unit[]): Pick<RegionReading, 'byConcept' | 'bySection' | 'byBlock' | 'headings'> {
  const bySection = new Map<Section, Unit[]>();
  const byBlock = new Map<Block, Unit[]>();
  const headings = new Map<Section, Unit>();
  for (const unit of units) {
    push(bySection, unit.section, unit);
    push(byBlock, unit.block, unit);
    if (unit.kind === 'heading') headings.set(unit.section, unit);
  }
  return { byConcept: byConceptOf(units), bySection, byBlock, headings };
}

/** By concept: indexes of units. */
function byConceptOf(units: readonly Unit[]): ByConcept<number> {
  const concepts: number[] = [];
  for (const { parts, index } of units)
    for (const { line } of parts) for (const concept of line.spans.concepts()) concepts.push(concept, index);
  return NumberIndex.of(concepts);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function numbered(lines: readonly Line[]): Part[] {
  let offset = 0;
  return lines.map((line) => {
    const part = { line, offset };
    offset += line.sentence.tokens.length;
    return part;
  });
}

/** Each item repeats its lead and each row its headers, so neither may be long. */
const LONGEST_CONTEXT = 150;
const isShort = ({ sentence }: Line): boolean => sentence.tokens.length <= LONGEST_CONTEXT;

/** The last sentence of what introduces a list, and what introduces that where it is itself an item. */
function leadLines(lead: Block | undefined, linesOf: ReadonlyMap<Block, readonly Line[]>): Line[] {
  if (!lead) return [];
  const last = linesOf.get(lead)?.at(-1);
  const outer = lead.kind === 'item' && lead.lead ? linesOf.get(lead.lead)?.at(-1) : undefined;
  return [outer, last].filter((line) => line !== undefined).filter(isShort);
}

const isRowStart = (block: Block): boolean =>
  block.cell !== undefined && block.cell.table.rows[block.cell.row]?.find((cell) => cell !== undefined) === block;

function addRow(
  block: Block,
  linesOf: ReadonlyMap<Block, readonly Line[]>,
  add: (lines: readonly Line[], own: number, kind: Unit['kind']) => void,
): void {
  const { table, row } = block.cell as NonNullable<Block['cell']>;
  const header = table.hasHeader && row > 0 ? table.rows[0] : undefined;
  const lines: Line[] = leadLines(table.lead, linesOf);
  let own = -1;
  table.rows[row]?.forEach((cell, column) => {
    if (!cell) return;
    const head = header?.[column];
    if (head) lines.push(...(linesOf.get(head) ?? []).slice(0, 1).filter(isShort));
    const cellLines = linesOf.get(cell) ?? [];
    if (own < 0 && cellLines.length > 0) own = lines.length;
    lines.push(...cellLines);
  });
  if (own >= 0) add(lines, own, 'row');
}
