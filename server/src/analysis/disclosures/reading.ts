import type { Block, PolicyDocument, Region, Section } from '../document/types';
import { kept } from '../kept';
import type { Sentence } from '../language/types';
import { sentencesOf } from '../practices/sentences';
import type { Span } from './vocabulary';

/** A sentence with the places of every concept in it. */
export interface Line {
  readonly sentence: Sentence;
  readonly spans: ReadonlyMap<number, readonly Span[]>;
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
  readonly byConcept: ReadonlyMap<number, readonly number[]>;
  readonly bySection: ReadonlyMap<Section, readonly Unit[]>;
  readonly byBlock: ReadonlyMap<Block, readonly Unit[]>;
  readonly headings: ReadonlyMap<Section, Unit>;
  /** The draft in which the region stands now, and where among its regions. */
  draft: Reading | undefined;
  order: number;
}

/** The draft as the disclosure patterns see it. */
export interface Reading {
  readonly regions: readonly RegionReading[];
  readonly headings: ReadonlyMap<Section, Unit>;
  /** Regions that the version before had not, and those of it that are gone; undefined where none was read before. */
  readonly edit?: { readonly added: readonly RegionReading[]; readonly removed: ReadonlySet<RegionReading> };
  /** What conditions have found out about this draft and kept from the version before. */
  readonly answers: Map<unknown, unknown>;
  /** Counts the versions. */
  readonly version: number;
}

/** Sentences of a list item, or behind a run-in title, that are read together with it. */
const CONTINUED = 3;

/** Reads the units of a region. */
function readRegion(region: Region, read: (sentence: Sentence) => Line['spans']): RegionReading {
  const linesOf = new Map<Block, Line[]>();
  for (const block of region.blocks) {
    const sentences = sentencesOf(block);
    if (sentences.length > 0)
      linesOf.set(
        block,
        sentences.map((sentence) => ({ sentence, spans: read(sentence) })),
      );
  }
  const units: Unit[] = [];
  const reading: Mutable<RegionReading> = { units, ...noIndexes, draft: undefined, order: 0 };
  const add = (lines: readonly Line[], own: number, kind: Unit['kind']): void => {
    const parts = numbered(lines);
    const part = parts[own] as Part;
    const block = part.line.sentence.block;
    units.push({ index: units.length, parts, own: part, section: block.section, block, kind, region: reading });
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
  return Object.assign(reading, indexes(units));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const noIndexes = { byConcept: new Map(), bySection: new Map(), byBlock: new Map(), headings: new Map() };

/** Reads drafts, each region once. */
export function draftReader(read: (sentence: Sentence) => Line['spans']): (document: PolicyDocument) => Reading {
  const regionReading = kept((region: Region) => readRegion(region, read));
  return (document) => {
    const regions = document.regions.map(regionReading);
    const earlier = regions.find(({ draft }) => draft !== undefined)?.draft;
    const now = new Set(regions);
    const edit = earlier && {
      added: regions.filter(({ draft }) => draft !== earlier),
      removed: new Set(earlier.regions.filter((region) => !now.has(region))),
    };
    const headings = new Map<Section, Unit>();
    const draft: Reading = {
      regions,
      headings,
      ...(edit && { edit }),
      answers: earlier?.answers ?? new Map(),
      version: (earlier?.version ?? 0) + 1,
    };
    regions.forEach((region, order) => {
      region.draft = draft;
      region.order = order;
      for (const [section, unit] of region.headings) headings.set(section, unit);
    });
    return draft;
  };
}

function indexes(units: readonly Unit[]): Pick<RegionReading, 'byConcept' | 'bySection' | 'byBlock' | 'headings'> {
  const byConcept = new Map<number, number[]>();
  const bySection = new Map<Section, Unit[]>();
  const byBlock = new Map<Block, Unit[]>();
  const headings = new Map<Section, Unit>();
  for (const unit of units) {
    push(bySection, unit.section, unit);
    push(byBlock, unit.block, unit);
    if (unit.kind === 'heading') headings.set(unit.section, unit);
    for (const part of unit.parts) {
      for (const concept of part.line.spans.keys()) {
        const indexed = byConcept.get(concept);
        if (!indexed) byConcept.set(concept, [unit.index]);
        else if (indexed[indexed.length - 1] !== unit.index) indexed.push(unit.index);
      }
    }
  }
  return { byConcept, bySection, byBlock, headings };
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
