import { cut, type DraftBlock } from './draftBlock';
import { splitEnumeration, titleInside } from './enumerations';
import { linksIn } from './links';
import { quotesIn } from './quotes';
import { runInOf } from './runIns';
import { withTitleLines } from './titleLines';
import { type Follower, findUnmarkedHeadings } from './unmarkedHeadings';
import { readWrittenMarkers } from './writtenMarkers';

/** What decides whether a line that no markup marks is a title. */
export interface Looks {
  /** The reader has judged by looks already: there is no markup that could say. */
  readonly titlesFound?: boolean;
  /** The draft marks few headings: a short line in Title Case is one. */
  readonly titlesByLooks: boolean;
  /** What stands behind the last block. */
  readonly following?: Follower;
}

/** What all formats have in common: titles and enumerations that no markup marks, run-in headings, quotes, addresses. */
export function findStructure(found: DraftBlock[], newList: () => number, looks: Looks): DraftBlock[] {
  const read = withTitleLines(found, looks.titlesByLooks);
  readWrittenMarkers(read, newList);
  if (!looks.titlesFound) findUnmarkedHeadings(read, looks.titlesByLooks, looks.following);
  const blocks: DraftBlock[] = [];
  for (const block of read)
    for (const part of titledParts(block)) for (const each of splitEnumeration(part, newList)) blocks.push(each);
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'item') block.runIn = runInOf(block);
    const found = [...quotesIn(block.text), ...linksIn(block.text, block.inline)];
    if (found.length > 0) block.inline = [...block.inline, ...found];
  }
  restoreNesting(blocks, newList);
  return blocks;
}

/**
 * Items under a titled item that introduces them ("Right to know. You can request the following:"), where pasting lost
 * their indentation: up to the next titled item they are a list of their own.
 */
function restoreNesting(blocks: readonly DraftBlock[], newList: () => number): void {
  for (let i = 0; i < blocks.length; i++) {
    const item = blocks[i];
    if (item.kind !== 'item' || !item.runIn || !item.text.endsWith(':')) continue;
    let end = i + 1;
    while (end < blocks.length && isSibling(item, blocks[end]) && !blocks[end].runIn) end++;
    if (end === i + 1 || end === blocks.length || !isSibling(item, blocks[end])) continue;
    const list = newList();
    for (let at = i + 1; at < end; at++) Object.assign(blocks[at], { list, depth: item.depth + 1 });
    i = end - 1;
  }
}

function isSibling(item: DraftBlock, other: DraftBlock): boolean {
  return other.kind === 'item' && other.list === item.list && other.depth === item.depth;
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
