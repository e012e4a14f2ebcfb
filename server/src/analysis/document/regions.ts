import { changedSections } from './sections';
import type { Block, Region, Section, Table } from './types';

/** What of a region's surroundings what is read from it may depend on. */
interface Surroundings {
  readonly sections: readonly Section[];
  /** What introduces the region's headings from outside. */
  readonly leads: readonly (Block | undefined)[];
}

const surroundings = new WeakMap<Region, Surroundings>();

/**
 * Divides a draft at its headings, where no list or table goes on behind one. A region of the version before is kept if
 * it holds the same blocks in the same sections.
 */
export function findRegions(
  blocks: readonly Block[],
  sections: readonly Section[],
  earlier: readonly Region[] = [],
): Region[] {
  const changed = withDescendants(changedSections(sections), sections);
  const known = new Map<Block, Region>();
  for (const region of earlier) known.set(region.blocks[0], region);
  const starts = regionStarts(blocks);
  return starts.map((from, order) => {
    const to = starts[order + 1] ?? blocks.length;
    const region = known.get(blocks[from]);
    if (region && isSame(region, blocks, from, to, changed)) return Object.assign(region, { order });
    const fresh = { blocks: blocks.slice(from, to), order };
    surroundings.set(fresh, {
      sections: fresh.blocks.map(({ section }) => section),
      leads: fresh.blocks.map(leadOfHeading),
    });
    return fresh;
  });
}

const leadOfHeading = (block: Block): Block | undefined => (block.kind === 'heading' ? block.lead : undefined);

function isSame(
  region: Region,
  blocks: readonly Block[],
  from: number,
  to: number,
  changed: ReadonlySet<Section>,
): boolean {
  if (region.blocks.length !== to - from) return false;
  const before = surroundings.get(region);
  if (!before) return false;
  for (let i = 0; i < to - from; i++) {
    const block = blocks[from + i];
    if (
      block !== region.blocks[i] ||
      block.section !== before.sections[i] ||
      leadOfHeading(block) !== before.leads[i] ||
      (changed.size > 0 && changed.has(block.section))
    )
      return false;
  }
  return true;
}

function withDescendants(changed: ReadonlySet<Section>, sections: readonly Section[]): ReadonlySet<Section> {
  if (changed.size === 0) return changed;
  const all = new Set(changed);
  for (const section of sections) if (section.parent && all.has(section.parent)) all.add(section);
  return all;
}

/** Indexes of the blocks with which regions begin. */
function regionStarts(blocks: readonly Block[]): number[] {
  // from the end: the first block that anything behind a heading goes back to
  const cuts: number[] = [];
  let reach = blocks.length;
  const first = firstUses(blocks);
  for (let i = blocks.length - 1; i > 0; i--) {
    reach = Math.min(reach, first[i]);
    if (blocks[i].kind === 'heading' && reach >= i) cuts.push(i);
  }
  if (blocks.length > 0) cuts.push(0);
  return cuts.reverse();
}

/** By block: the index of the first block that it is read together with. */
function firstUses(blocks: readonly Block[]): Int32Array {
  const first = new Int32Array(blocks.length);
  const tables = new Map<Table, number>();
  const indexOf = (block: Block | undefined, otherwise: number): number =>
    block && blocks[block.index] === block ? block.index : otherwise;
  for (let i = 0; i < blocks.length; i++) {
    const { lead, kind, cell } = blocks[i];
    let use = i;
    if (lead && kind !== 'heading') use = Math.min(i, indexOf(lead, i));
    if (cell) {
      const start = tables.get(cell.table) ?? Math.min(i, indexOf(cell.table.lead, i));
      tables.set(cell.table, start);
      use = Math.min(i, start);
    }
    first[i] = use;
  }
  return first;
}
