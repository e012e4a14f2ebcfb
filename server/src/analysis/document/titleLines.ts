import { cut, type DraftBlock } from './draftBlock';
import { datesDraft } from './structureWords';
import { isUpperCase, looksLikeTitle, wordsIn } from './titles';

/** Lines of these lengths may have been broken by hand, at the width of the longest; in UTF-16 units. */
const narrowestWrap = 40;
const widestWrap = 160;
/** A line beyond this is prose; in UTF-16 units. */
const longestLabel = 60;

const number = /^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u;

/**
 * Reading offset at which the first line of a paragraph or an item ends, where that line titles the lines right below it ("Sharing
 * your information" above "We may share…"): Markdown makes one paragraph of them, though the author wrote a title.
 */
export function titleLineOf({ text, from, to, map, inline }: DraftBlock, source: string): number | undefined {
  const end = source.indexOf('\n', from);
  if (end < 0 || end >= to) return undefined;
  const [first, second, ...further] = source.slice(from, to).split('\n');
  const at = map.toReading(end - from);
  const title = text.slice(0, at).trimEnd();
  const rest = text.slice(at).trimStart();
  if (!looksLikeTitle(title) || datesDraft(title) || !/^["“]?\p{Lu}/u.test(rest) || !/[.!?:]["”)]?$/.test(rest))
    return undefined;
  // A bold beginning is a run-in title.
  if (inline.some(({ kind, start }) => kind === 'strong' && start === 0)) return undefined;
  const below = second.trim();
  if (below.length <= longestLabel && !/[.!?:]$/.test(below)) return undefined;
  const widest = further.reduce((most, line) => Math.max(most, line.length), Math.max(first.length, second.length));
  return isWrapped(first.trimEnd(), below, widest) ? undefined : title.length;
}

/** The first word of the line below had no place any more in the line. */
function isWrapped(line: string, below: string, widest: number): boolean {
  if (widest < narrowestWrap || widest > widestWrap) return false;
  const word = below.search(/\s/);
  return line.length + 1 + (word < 0 ? below.length : word) > widest * 0.85;
}

/**
 * Makes headings of first lines that are titles: of all where the draft marks no headings, else of those with a number or
 * in capitals. The others, and those in lists, stay where they are, as run-in titles.
 */
export function withTitleLines(blocks: DraftBlock[], titlesByLooks: boolean): DraftBlock[] {
  if (!blocks.some(({ titleLine }) => titleLine !== undefined)) return blocks;
  return blocks.flatMap((block) => {
    const { titleLine, text, kind, depth } = block;
    if (titleLine === undefined || kind !== 'paragraph' || depth > 0) return [block];
    const title = text.slice(0, titleLine);
    const isCapitals = isUpperCase(title) && wordsIn(title).length > 1;
    if (!titlesByLooks && !number.test(title) && !isCapitals) return [block];
    const [heading, rest] = cut(block, [0, titleLine + 1], [titleLine, text.length]);
    return [
      { ...heading, kind: 'heading', unmarked: rankOf(title), titleLine: undefined },
      { ...rest, titleLine: undefined },
    ];
  });
}

/** How far below the last marked heading: "2." one level, "2.1" two. */
export function rankOf(title: string): number {
  const mark = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s/.exec(title);
  return mark ? mark[1].split('.').length : 1;
}
