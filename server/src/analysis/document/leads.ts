import type { DraftBlock } from './draftBlock';
import { announcesList } from './structureWords';
import { looksLikeTitle } from './titles';
import type { Block, Section, Table } from './types';

/**
 * Finds what introduces each list and each table: the paragraph, item or heading right before it. A label that stands
 * between an introduction and its lists ("We share with: / Advertisers: / …") has that introduction as lead.
 */
export function findListLeads(blocks: readonly DraftBlock[]): void {
  const leads = new Map<number, Block | undefined>();
  const tables = new Set<Table>();
  blocks.forEach((block, i) => {
    const before = i > 0 ? blocks[i - 1] : undefined;
    if (block.kind === 'item') {
      if (!leads.has(block.list)) leads.set(block.list, block.lead ?? leadOf(block, before, leads));
      block.lead = leads.get(block.list);
    } else if (block.cell && !tables.has(block.cell.table)) {
      tables.add(block.cell.table);
      if (before && introducesTable(before)) Object.assign(block.cell.table, { lead: before });
    } else if (block.kind === 'paragraph' && isLabel(block) && before) {
      if (before.text.endsWith(':') && !isLabel(before)) block.lead = before;
      else if (before.kind === 'item' && before.lead && isLabel(before.lead)) block.lead = before.lead.lead;
    }
  });
}

/** "You have these rights:" before subheadings introduces what stands under each of them. */
export function findHeadingLeads(sections: readonly Section[]): void {
  for (const section of sections) {
    if (section.heading) (section.heading as DraftBlock).lead = undefined;
    const last = section.parent?.blocks[section.parent.blocks.length - 1];
    if (section.heading && last?.kind === 'paragraph' && last.text.endsWith(':'))
      (section.heading as DraftBlock).lead = last;
  }
}

/** "Advertising partners:" by itself. */
function isLabel(block: Block): boolean {
  return block.kind === 'paragraph' && block.text.endsWith(':') && looksLikeTitle(block.text.slice(0, -1));
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
  if (before.kind === 'heading') return true;
  return before.kind !== 'cell' && (introduces(before.text) || /\btable\b/i.test(lastSentence(before.text)));
}

/** A text introduces a list where it ends with a colon, without an end, or announces the list in its last sentence. */
export function introduces(text: string): boolean {
  if (!/[.!?…]["”’)\]]*$/.test(text)) return true;
  return announcesList(lastSentence(text));
}

/** The last sentence, near enough: what follows the last full stop before the end. */
function lastSentence(text: string): string {
  const end = text.slice(-400);
  for (let at = end.length - 3; at > 0; at--)
    if (/[.!?]/.test(end[at]) && end[at + 1] === ' ') return end.slice(at + 2);
  return end;
}
