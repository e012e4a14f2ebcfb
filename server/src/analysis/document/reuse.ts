import type { DraftBlock } from './draftBlock';
import type { Block, InlineSpan, Table } from './types';

/**
 * Puts blocks of an earlier version in the place of those that say the same after an edit, so that what was read from
 * them is kept. Only their places in the source move. Blocks at the beginning and the end are compared; between the two
 * lies the edit.
 */
export function reuseBlocks(earlier: readonly DraftBlock[], fresh: readonly DraftBlock[]): DraftBlock[] {
  const kept = new Map<Block, DraftBlock>();
  const tables = new Map<Table, Table | null>();
  const twinOf = (block: Block | undefined): Block | undefined => (block && kept.get(block)) ?? block;
  const isSame = (old: DraftBlock, block: DraftBlock): boolean =>
    saysTheSame(old, block) &&
    (block.kind === 'heading' || old.lead === twinOf(block.lead)) &&
    (!block.cell || isSameTable(old.cell!.table, block.cell.table, tables, twinOf));
  const most = Math.min(earlier.length, fresh.length);
  let start = 0;
  while (start < most && isSame(earlier[start], fresh[start])) {
    kept.set(fresh[start], earlier[start]);
    start++;
  }
  let end = 0;
  while (end < most - start && saysTheSame(earlier[earlier.length - 1 - end], fresh[fresh.length - 1 - end])) end++;
  for (; end > 0; end--) {
    const old = earlier[earlier.length - end];
    const block = fresh[fresh.length - end];
    if (isSame(old, block)) kept.set(block, old);
  }
  return fresh.map((block) => {
    const old = kept.get(block);
    if (old) {
      const { from, to, map, list, unmarked } = block;
      return Object.assign(old, { from, to, map, list, unmarked });
    }
    block.lead = twinOf(block.lead);
    const table = block.cell?.table;
    if (table?.lead) Object.assign(table, { lead: twinOf(table.lead) });
    return block;
  });
}

/** Equal but for where they stand and what introduces them. */
function saysTheSame(a: DraftBlock, b: DraftBlock): boolean {
  return (
    a.text === b.text &&
    a.kind === b.kind &&
    a.depth === b.depth &&
    a.marker === b.marker &&
    a.footnote === b.footnote &&
    (a.kind !== 'heading' || (a.unmarked === b.unmarked && (b.unmarked !== undefined || a.level === b.level))) &&
    a.runIn?.start === b.runIn?.start &&
    a.runIn?.end === b.runIn?.end &&
    a.cell?.row === b.cell?.row &&
    a.cell?.column === b.cell?.column &&
    a.breaks.length === b.breaks.length &&
    a.breaks.every((at, i) => at === b.breaks[i]) &&
    a.inline.length === b.inline.length &&
    a.inline.every((span, i) => isSameSpan(span, b.inline[i]))
  );
}

function isSameSpan(a: InlineSpan, b: InlineSpan): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end && a.target === b.target;
}

/** Tables are kept as a whole or not at all, since a cell is read with its row and header. */
function isSameTable(
  old: Table,
  table: Table,
  known: Map<Table, Table | null>,
  twinOf: (block: Block | undefined) => Block | undefined,
): boolean {
  let twin = known.get(table);
  if (twin === undefined) {
    const same =
      old.hasHeader === table.hasHeader &&
      old.lead === twinOf(table.lead) &&
      old.rows.length === table.rows.length &&
      table.rows.every(
        (row, r) => row.length === old.rows[r].length && row.every((cell, c) => isSameCell(old.rows[r][c], cell)),
      );
    twin = same ? old : null;
    known.set(table, twin);
  }
  return twin === old;
}

function isSameCell(a: Block | undefined, b: Block | undefined): boolean {
  return a === undefined || b === undefined ? a === b : saysTheSame(a as DraftBlock, b as DraftBlock);
}
