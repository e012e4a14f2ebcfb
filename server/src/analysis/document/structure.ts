import { cut, type DraftBlock, type DraftDocument } from './draftBlock';
import { splitEnumeration, titleInside } from './enumerations';
import { findLeads } from './leads';
import { quotesIn } from './quotes';
import { runInOf } from './runIns';
import { looksLikeTitle } from './titles';

/** What all formats have in common: bold titles, titles and enumerations inside a line, run-in headings, quotes, leads. */
export function findStructure(draft: DraftDocument): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  draft.blocks.forEach((block, i) => {
    if (isBoldTitle(block, draft.blocks[i + 1])) Object.assign(block, { kind: 'heading', unmarked: true, level: undefined });
    for (const part of titledParts(block)) for (const each of splitEnumeration(part, () => draft.newList())) blocks.push(each);
  });
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'item') block.runIn = runInOf(block);
    addQuotes(block);
  }
  findLeads(blocks);
  return blocks;
}

/** A paragraph that is bold as a whole and has something under it. */
function isBoldTitle(block: DraftBlock, next: DraftBlock | undefined): boolean {
  if (block.kind !== 'paragraph' || block.depth > 0 || !next || next.kind === 'cell') return false;
  const { text } = block;
  const bold = block.inline.some(
    (span) => span.kind === 'strong' && span.start === 0 && /^[\s:.]*$/.test(text.slice(span.end)),
  );
  return bold && looksLikeTitle(text.replace(/[\s:.]+$/, ''));
}

/** A run-in heading in the middle of a line begins a paragraph of its own. */
function titledParts(block: DraftBlock): DraftBlock[] {
  if (block.kind !== 'paragraph') return [block];
  const starts = [0];
  for (let at = titleInside(block.text, 0); at > 0; at = titleInside(block.text, at)) starts.push(at);
  if (starts.length === 1) return [block];
  return cut(
    block,
    starts,
    starts.map((_, i) => (i + 1 < starts.length ? starts[i + 1] - 1 : block.text.length)),
  );
}

function addQuotes(block: DraftBlock): void {
  const quotes = quotesIn(block.text);
  if (quotes.length > 0) block.inline = [...block.inline, ...quotes];
}
