import type { DraftBlock } from './draftBlock';
import { announcesList } from './structureWords';
import type { Block, Table } from './types';

/** Finds what introduces each list and each table: the paragraph, item or heading right before it. */
export function findLeads(blocks: readonly DraftBlock[]): void {
  const leads = new Map<number, Block | undefined>();
  const tables = new Set<Table>();
  blocks.forEach((block, i) => {
    const before = i > 0 ? blocks[i - 1] : undefined;
    if (block.kind === 'item') {
      if (!leads.has(block.list)) leads.set(block.list, block.lead ?? leadOf(block, before, leads));
      block.lead = leads.get(block.list);
    } else if (block.cell && !tables.has(block.cell.table)) {
      tables.add(block.cell.table);
      const lead = before && introducesTable(before) ? before : undefined;
      if (lead) Object.assign(block.cell.table, { lead });
    }
  });
}

function leadOf(
  item: DraftBlock,
  before: DraftBlock | undefined,
  leads: ReadonlyMap<number, Block | undefined>,
): Block | undefined {
  if (!before || before.kind === 'cell') return undefined;
  if (before.kind === 'heading') return before;
  if (before.kind === 'item' && before.depth === item.depth) return leads.get(before.list);
  if (before.depth > item.depth) return undefined;
  return introduces(before.text) ? before : undefined;
}

function introducesTable(before: DraftBlock): boolean {
  return before.kind === 'heading' || (before.kind !== 'cell' && (introduces(before.text) || /\btable\b/i.test(lastSentence(before.text))));
}

/** A text introduces a list where it ends with a colon, without an end, or announces the list in its last sentence. */
function introduces(text: string): boolean {
  if (/[:–—-]\s*$/.test(text)) return true;
  if (!/[.!?…]["”’)\]]*$/.test(text)) return true;
  return announcesList(lastSentence(text));
}

function lastSentence(text: string): string {
  const end = text.slice(-400);
  const stop = end.slice(0, -2).search(/[.!?]["”’)]*\s(?!.*[.!?]["”’)]*\s)/s);
  return stop < 0 ? end : end.slice(stop + 1);
}
