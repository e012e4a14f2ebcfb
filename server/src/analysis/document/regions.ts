import { dividedAnew } from './sections';
import type { Block, Region, Section } from './types';

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
  const changed = withDescendants(dividedAnew(sections), sections);
  const known = new Map(earlier.map((region) => [region.blocks[0], region]));
  return regionsOf(blocks).map((members, order) => {
    const region = known.get(members[0]);
    const around = { sections: members.map(({ section }) => section), leads: members.map(leadOfHeading) };
    if (region && isSame(region, members, around, changed)) return Object.assign(region, { order });
    const fresh = { blocks: members, order };
    surroundings.set(fresh, around);
    return fresh;
  });
}

const leadOfHeading = (block: Block): Block | undefined => (block.kind === 'heading' ? block.lead : undefined);

function isSame(
  region: Region,
  members: readonly Block[],
  around: Surroundings,
  changed: ReadonlySet<Section>,
): boolean {
  const before = surroundings.get(region);
  return (
    before !== undefined &&
    region.blocks.length === members.length &&
    members.every(
      (block, i) =>
        block === region.blocks[i] &&
        around.sections[i] === before.sections[i] &&
        around.leads[i] === before.leads[i] &&
        (changed.size === 0 || !changed.has(block.section)),
    )
  );
}

function withDescendants(changed: ReadonlySet<Section>, sections: readonly Section[]): ReadonlySet<Section> {
  if (changed.size === 0) return changed;
  const all = new Set(changed);
  for (const section of sections) if (section.parent && all.has(section.parent)) all.add(section);
  return all;
}

function regionsOf(blocks: readonly Block[]): Block[][] {
  // from the end: the first block that anything behind a heading goes back to
  const cuts: number[] = [];
  let reach = blocks.length;
  const first = firstUses(blocks);
  for (let i = blocks.length - 1; i > 0; i--) {
    reach = Math.min(reach, first[i]);
    if (blocks[i].kind === 'heading' && reach >= i) cuts.push(i);
  }
  const regions: Block[][] = [];
  let from = 0;
  for (const at of [...cuts.reverse(), blocks.length]) {
    if (at > from) regions.push(blocks.slice(from, at));
    from = at;
  }
  return regions;
}

/** By block: the index of the first block that it is read together with. */
function firstUses(blocks: readonly Block[]): Int32Array {
  const first = new Int32Array(blocks.length);
  const indexes = new Map<unknown, number>();
  blocks.forEach((block, i) => {
    indexes.set(block, i);
    first[i] = i;
    const { cell, kind } = block;
    if (block.lead && kind !== 'heading') first[i] = Math.min(i, indexes.get(block.lead) ?? i);
    if (!cell) return;
    const start = indexes.get(cell.table) ?? Math.min(i, indexes.get(cell.table.lead) ?? i);
    indexes.set(cell.table, start);
    first[i] = Math.min(i, start);
  });
  return first;
}
