import type { DraftBlock } from './draftBlock';
import { asksForCookies, namesDraft } from './structureWords';

/** Longest menu entry or button, in UTF-16 units. */
const longestEntry = 40;
/** Fewer short lines before the first heading are no menu. */
const leastEntries = 3;
/** Longest text of a cookie banner. */
const longestBanner = 700;

/**
 * The blocks of a page without its furniture: menu entries and cookie banners before the first heading, link lists and
 * banners at the end. Saved pages have lost the names that would tell them.
 */
export function withoutChrome(blocks: readonly DraftBlock[]): DraftBlock[] {
  const firstHeading = blocks.findIndex((block) => block.kind === 'heading');
  const before = blocks.slice(0, Math.max(0, firstHeading));
  const isMenu = before.filter((block) => isEntry(block) || isBanner(block)).length >= leastEntries;
  const kept = before.filter((block) => !isBanner(block) && !isLinks(block) && !(isMenu && isEntry(block)));
  for (const block of blocks.slice(before.length)) kept.push(block);
  let last = kept.length;
  while (last > 1 && (isLinks(kept[last - 1]) || isBanner(kept[last - 1]) || isNotice(kept[last - 1]))) last--;
  // A draft that is nothing but links stays as it is.
  return last > 1 ? kept.slice(0, last) : kept;
}

/** A few words without a full stop that do not name the draft, or nothing but links. */
export function isEntry(block: DraftBlock): boolean {
  if (block.kind === 'cell') return false;
  if (isLinks(block)) return true;
  return block.text.length <= longestEntry && !/[.:?!;,\d]/.test(block.text) && !namesDraft(block.text);
}

function isLinks(block: DraftBlock): boolean {
  if (block.kind === 'heading' || block.kind === 'cell') return false;
  let end = 0;
  for (const span of block.inline) {
    if (span.kind !== 'link' || !span.target || /^(?:mailto:|tel:)/i.test(span.target)) continue;
    if (/[^\s|•·/-]/.test(block.text.slice(end, span.start))) return false;
    end = Math.max(end, span.end);
  }
  return end > 0 && !/[^\s|•·/-]/.test(block.text.slice(end));
}

function isBanner(block: DraftBlock): boolean {
  return block.kind === 'paragraph' && block.text.length <= longestBanner && asksForCookies(block.text);
}

/** "© 2024 Example Ltd. All rights reserved." */
function isNotice(block: DraftBlock): boolean {
  return block.kind !== 'heading' && block.text.length < 200 && /^(?:©|\(c\)|copyright\b)/i.test(block.text);
}
