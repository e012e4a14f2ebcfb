import { sourceRange, wholeBlock } from '../document/place';
import { isMarkdown as isWrittenInMarkdown } from '../document/plainText';
import type { Block, PolicyDocument, Range } from '../document/types';
import type { Edit } from '../finding';

/** How a comment is written that no reader of the draft sees. */
type CommentStyle = 'html' | 'mdx' | 'line';

/** What a suppressing comment silences; its reason is left to the author, as a blank. */
interface SuppressionWish {
  readonly rule: string;
  /** Begins the reason, before the blank. */
  readonly because?: string;
  /** The draft is MDX, in which HTML comments are an error. */
  readonly mdx?: boolean;
}

/**
 * A comment (as a snippet) that suppresses a rule in the block at a source offset. It stands on a line of its own before the
 * block where that leaves the draft as it is rendered, else at the end of the block. Undefined where there is no such place.
 */
export function suppressAt(document: PolicyDocument, offset: number, wish: SuppressionWish): Edit | undefined {
  const block = document.blocks.findLast(({ from }) => from <= offset);
  if (!block) return undefined;
  const style = styleOf(document, wish);
  const prefix = style === 'line' ? indentationBefore(document, block) : ownLinePrefix(document, block, style);
  if (prefix !== undefined) return ownLine(document, block, prefix, comment(style, 'disable-next-line', ' --', wish));
  if (style === 'line') return undefined;
  // Markdown allows no "--" in a comment within a line.
  const inline = comment(style, block.cell || isMarkdown(document) ? 'disable-line' : 'disable-next-line', ':', wish);
  if (isMarkdown(document)) return { range: emptyAt(block.to), newText: ` ${inline}` };
  return { range: emptyAt(block.cell ? block.to : block.from), newText: inline };
}

/** A comment before the first block that suppresses a rule in the whole draft. */
export function suppressInFile(document: PolicyDocument, wish: SuppressionWish): Edit | undefined {
  const [first] = document.blocks;
  if (!first) return undefined;
  const style = styleOf(document, wish);
  const prefix = style === 'line' ? indentationBefore(document, first) : ownLinePrefix(document, first, style);
  if (prefix !== undefined) return ownLine(document, first, prefix, comment(style, 'disable-file', ' --', wish));
  if (style === 'line') return undefined;
  const inline = comment(style, 'disable-file', ':', wish);
  if (isMarkdown(document)) return { range: emptyAt(first.to), newText: ` ${inline}` };
  return { range: emptyAt(first.from), newText: inline };
}

/** Takes a comment out, with its line where nothing else stands there. */
export function withoutComment(source: string, { start, end }: Range): Edit {
  const lineStart = lineStartBefore(source, start);
  const after = /^[ \t]*(\r?\n|$)/.exec(source.slice(end, end + 200));
  const alone = /^[ \t]*$/.test(source.slice(lineStart, start)) && after;
  if (alone) return { range: { start: lineStart, end: end + after[0].length }, newText: '' };
  const blanks = /(?<![ \t])[ \t]*$/.exec(source.slice(lineStart, start))?.[0].length ?? 0;
  return { range: { start: start - blanks, end }, newText: '' };
}

function styleOf(document: PolicyDocument, { mdx }: SuppressionWish): CommentStyle {
  if (document.format === 'html') return 'html';
  if (!isMarkdown(document)) return 'line';
  return mdx ? 'mdx' : 'html';
}

function isMarkdown({ format, source }: PolicyDocument): boolean {
  return format === 'markdown' || (format === 'plaintext' && isWrittenInMarkdown(source));
}

function comment(style: CommentStyle, command: string, separator: string, { rule, because }: SuppressionWish): string {
  const words = `policy-linter-${command} ${rule}${separator} ${because ? `${because} ` : ''}\${1:[reason]}`;
  if (style === 'line') return `// ${words}`;
  return style === 'mdx' ? `{/* ${words} */}` : `<!-- ${words} -->`;
}

function ownLine({ source }: PolicyDocument, { from }: Block, prefix: string, text: string): Edit {
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  return { range: emptyAt(lineStartBefore(source, from)), newText: prefix + text + end };
}

const emptyAt = (offset: number): Range => ({ start: offset, end: offset });

/** What the comment's own line begins with, so that the draft renders the same; undefined where none can stand. */
function ownLinePrefix(document: PolicyDocument, block: Block, style: CommentStyle): string | undefined {
  const { source } = document;
  const indentation = indentationBefore(document, block);
  if (indentation === undefined || block.cell) return undefined;
  const isTag = source[block.from] === '<';
  if (!isMarkdown(document)) return isTag ? indentation : undefined;
  if (isListItem(source, block)) {
    return itemPrefix(document, block, indentation);
  }
  // A comment in the middle of a paragraph would cut it in two.
  const startsBlock = isTag || /#/.test(source[block.from]) || endsBlock(source, block.from);
  return startsBlock && !(isTag && style === 'mdx') ? indentation : undefined;
}

/** White space and quotation marks before a block on its first line; undefined where words stand there. */
function indentationBefore({ source, format }: PolicyDocument, block: Block): string | undefined {
  const from = format === 'plaintext' ? Math.min(block.from, sourceRange(wholeBlock(block)).start) : block.from;
  const prefix = source.slice(lineStartBefore(source, from), from).replace(/^\ufeff/, '');
  return /^[ \t>]*$/.test(prefix) ? prefix : undefined;
}

/** The line before is empty or a heading: nothing there goes on in this line. */
function endsBlock(source: string, offset: number): boolean {
  const lineStart = lineStartBefore(source, offset);
  if (lineStart === 0) return true;
  const before = source.slice(lineStartBefore(source, lineStart - 1), lineStart).trim();
  return /^(?:[> \t]*|[> \t]*#{1,6}[ \t].*|---)$/.test(before);
}

function isListItem(source: string, { kind, marker, from }: Block): boolean {
  return (
    kind === 'item' && marker !== undefined && /^(?:[-*+]|\d{1,9}[.)])$/.test(marker) && source.startsWith(marker, from)
  );
}

/** The comment stands in the item before, as anywhere else it would end the list; before the first item it needs no shelter. */
function itemPrefix({ blocks, source }: PolicyDocument, block: Block, indentation: string): string | undefined {
  const previous = blocks[block.index - 1];
  if (!previous || previous.depth < block.depth) {
    const between = source.slice(previous?.to ?? 0, block.from);
    return !previous || /^[\s>]*$/.test(between) ? indentation : undefined;
  }
  let at = previous.index;
  while (
    at >= 0 &&
    blocks[at].depth >= block.depth &&
    !(blocks[at].depth === block.depth && blocks[at].kind === 'item')
  )
    at--;
  const sibling = blocks[at];
  return sibling?.depth === block.depth ? contentIndentation(source, sibling, indentation) : undefined;
}

/** The column at which an item's words begin, as blanks; quotation marks stay. Undefined for an item quoted otherwise. */
function contentIndentation(source: string, { from }: Block, indentation: string): string | undefined {
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=[^ \t])|(?= {5}))/.exec(source.slice(from, from + 20));
  const outer = source.slice(lineStartBefore(source, from), from);
  if (!marker || outer !== indentation || outer.includes('\t')) return undefined;
  return outer + ' '.repeat(/ $/.test(marker[0]) ? marker[0].length : marker[0].length + 1);
}

function lineStartBefore(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}
