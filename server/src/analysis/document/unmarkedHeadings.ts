import type { DraftBlock } from './draftBlock';
import { datesDraft, isCellAnswer, namesDraft } from './structureWords';
import { rankOf } from './titleLines';
import { isTitleCase, isUpperCase, looksLikeTitle, wordsIn } from './titles';

/** A draft with this many marked headings marks them all: a short line by itself is no heading there. */
const fewHeadings = 3;
/** As many marked headings as a draft has that marks them all. */
export const marksHeadings = (headings: number): boolean => headings >= fewHeadings;

/** What the look of a title depends on in the block behind it. */
export type Follower = Pick<DraftBlock, 'kind' | 'text' | 'depth' | 'list'>;

/** A paragraph beyond this titles nothing; in UTF-16 units. */
const longestTitle = 160;
/** A paragraph of this length is no label; in UTF-16 units. */
const proseLength = 60;

const number = /^(?:(?:section|article|part)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.):]?\s+(?=\S)/i;

/**
 * Paragraphs that title what follows, though no markup says so: bold as a whole, in capitals, numbered, or short and in
 * Title Case where the draft marks no headings. Items that hold nothing but such a title, too.
 */
export function findUnmarkedHeadings(
  blocks: readonly DraftBlock[],
  titlesByLooks: boolean,
  /** What stands behind the last of the blocks. */
  following: Follower | undefined,
): void {
  const sizes = new Map<number, number>();
  for (const block of blocks) if (block.kind === 'item') sizes.set(block.list, (sizes.get(block.list) ?? 0) + 1);
  const headings: DraftBlock[] = [];
  blocks.forEach((block, i) => {
    const next: Follower | undefined = blocks[i + 1] ?? following;
    if (block.kind !== 'paragraph' && block.kind !== 'item') return;
    if (!next || next.kind === 'cell' || block.breaks.length > 0 || block.text.length > longestTitle) return;
    const title = block.text.replace(/(?<![\s:.])[\s:.]+$/, '');
    if (!looksLikeTitle(title) || datesDraft(title) || isCellAnswer(title)) return;
    const bold = isBold(block);
    if (block.kind === 'item') {
      const alone = sizes.get(block.list) === 1 && next.kind === 'paragraph' && next.depth < block.depth;
      const headed = next.kind === 'paragraph' && next.list === block.list && next.depth === block.depth;
      const titled = bold || isUpperCase(title) || (alone && isTitleCase(wordsIn(title)) && wordsIn(title).length > 1);
      const introduced = blocks[i - 1]?.text.endsWith(':');
      if ((alone || headed) && titled && !introduced && !block.text.endsWith('.')) headings.push(block);
      return;
    }
    if (block.depth > 0 || (block.text.endsWith('.') && !bold)) return;
    if (bold || isCapitals(block.text, next) || isNumbered(block.text, next)) headings.push(block);
    else if (titlesByLooks && isTitleByLooks(block.text, blocks[i - 1], next)) headings.push(block);
  });
  for (const heading of headings) {
    heading.kind = 'heading';
    heading.unmarked = rankOf(heading.text);
    heading.list = 0;
    heading.depth = 0;
  }
}

/** Bold as a whole, but for closing punctuation. */
function isBold(block: DraftBlock): boolean {
  let end = 0;
  for (const span of block.inline) {
    if (span.kind !== 'strong') continue;
    if (block.text.slice(end, span.start).trim() !== '') return false;
    end = Math.max(end, span.end);
  }
  return end > 0 && /^[\s:.]*$/.test(block.text.slice(end));
}

function isCapitals(text: string, next: Follower): boolean {
  return isUpperCase(text) && wordsIn(text).length > 1 && !text.endsWith(':') && !isCapitalLine(next);
}

/** Lines in capitals one after the other shout a warning or lay out a table. */
function isCapitalLine(block: Follower): boolean {
  return block.kind === 'paragraph' && isUpperCase(block.text);
}

/** "2. Your choices", unless "3. …" follows at once: then it is an enumeration. */
function isNumbered(text: string, next: Follower): boolean {
  const mark = number.exec(text);
  if (!mark || text.endsWith(':') || !/^\d/.test(mark[1])) return false;
  const title = text.slice(mark[0].length);
  if (!/^\p{Lu}/u.test(title)) return false;
  // "12 Mill Road" is an address line, "2 Your data" before a paragraph a title.
  if (!/[.):]\s+$/.test(mark[0]) && !mark[1].includes('.') && next.text.length <= proseLength) return false;
  const following = number.exec(next.text);
  const parts = (mark: RegExpExecArray) => mark[1].split('.').length;
  return next.kind === 'item' || !following || !/^\d/.test(following[1]) || parts(following) > parts(mark);
}

function isTitleByLooks(text: string, previous: DraftBlock | undefined, next: Follower): boolean {
  if (text.endsWith(':') || /[,;]$/.test(text)) return false;
  // the title of the draft, above its first title
  if (!previous && next.kind === 'heading' && namesDraft(text)) return true;
  const words = wordsIn(text);
  if (words.length < 2 && !previous) return false;
  if (previous && /:$/.test(previous.text)) return false;
  if (!isTitleCase(words) && !text.endsWith('?')) return false;
  return next.kind === 'paragraph' && (next.text.length > proseLength || /[.:]$/.test(next.text));
}
