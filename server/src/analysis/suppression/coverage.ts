import type { Block, DirectiveComment, PolicyDocument, Range } from '../document/types';
import { readDirective } from './directive';
import type { Suppression } from './types';

const nothing: Range = { start: 0, end: 0 };

/** A rule that is suppressed from a place on, until an end mark names it or all. */
interface OpenRegion {
  readonly rule: string;
  readonly covered: Range[];
  readonly index: number;
}

/** The suppressions that a draft holds, in reading order, each with what it covers. */
export function readSuppressions(document: PolicyDocument): Suppression[] {
  const suppressions: Suppression[] = [];
  let open: OpenRegion[] = [];
  for (const comment of document.comments) {
    const directive = readDirective(comment.text);
    if (!directive) continue;
    const { start, end } = comment.range;
    const names = directive.rules.map(({ text }) => text);
    if (directive.command === 'end') {
      const ended = open.filter(({ rule }) => names.length === 0 || names.includes(rule));
      for (const { covered, index } of ended) covered[index] = { start: covered[index].start, end: start };
      open = open.filter((region) => !ended.includes(region));
      if (ended.length === 0)
        suppressions.push({ ...directive, comment, covered: names.map(() => nothing), stray: true });
    } else if (directive.command === 'region') {
      const covered = names.map(() => ({ start: end, end: document.source.length }));
      open.push(...names.map((rule, index) => ({ rule, covered, index })));
      suppressions.push({ ...directive, comment, covered });
    } else {
      const range = directive.command ? coveredBy(document, comment, directive.command) : nothing;
      suppressions.push({ ...directive, comment, covered: names.map(() => range) });
    }
  }
  return suppressions;
}

function coveredBy(document: PolicyDocument, { range }: DirectiveComment, reach: 'line' | 'nextLine' | 'file'): Range {
  if (reach === 'file') return { start: 0, end: document.source.length };
  const around = blockAround(document.blocks, range);
  if (reach === 'line') return extentOf(around ?? document.blocks.findLast(({ from }) => from < range.start));
  return extentOf(around && hasWordsAfter(around, range.end) ? around : nextBlock(document.blocks, range));
}

/** The innermost block in which a comment stands. */
function blockAround(blocks: readonly Block[], { start, end }: Range): Block | undefined {
  return blocks.findLast(({ from, to }) => from < start && end <= to);
}

function nextBlock(blocks: readonly Block[], { end }: Range): Block | undefined {
  return blocks.find(({ from }) => from >= end);
}

function hasWordsAfter(block: Block, offset: number): boolean {
  return block.map.toReading(offset - block.from) < block.text.length;
}

/** A block as its author sees it: of a table the whole row. */
function extentOf(block: Block | undefined): Range {
  if (!block) return nothing;
  const row = block.cell?.table.rows[block.cell.row]?.filter((cell) => cell !== undefined) ?? [];
  const blocks = row.length > 0 ? row : [block];
  return { start: Math.min(...blocks.map(({ from }) => from)), end: Math.max(...blocks.map(({ to }) => to)) };
}
