import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { directiveIn } from './directives';
import { type BlockShape, DraftDocument } from './draftBlock';
import { readFrontMatter } from './frontMatter';
import { readHtml } from './html';
import { addComment, labelOf, MarkdownInline } from './markdownInline';
import { markdownParser } from './markdownSyntax';
import { titleLineOf } from './titleLines';
import type { Block, Table } from './types';

interface ListFrame {
  readonly list: number;
  readonly depth: number;
  itemFrom: number;
  marker: string;
  /** The item has no block yet: its first paragraph is the item itself. */
  fresh: boolean;
}

const headingLevels: Record<string, number> = {
  ATXHeading1: 1,
  ATXHeading2: 2,
  ATXHeading3: 3,
  ATXHeading4: 4,
  ATXHeading5: 5,
  ATXHeading6: 6,
  SetextHeading1: 1,
  SetextHeading2: 2,
};

/** Whole blocks that are no prose. */
const skippedBlocks = new Set(['FencedCode', 'HorizontalRule', 'ProcessingInstructionBlock']);

/** Elements that are indented inside others below an empty line: code to CommonMark, part of the page to site generators. */
const INDENTED_ELEMENT =
  /^\s{0,40}<\/?(?:p|div|h[1-6]|[uo]l|li|d[ltd]|section|article|table|t[rdh]|span|strong|em|a|br|main)[\s/>]/i;

/** A part of a draft (see `partStarts`) as its own small document: offsets count from the part's beginning. */
export class MarkdownPart {
  readonly draft: DraftDocument;
  /** Labels of link definitions. */
  readonly definitions: ReadonlySet<string>;
  private readonly reader: MarkdownReader;

  /** `first`: front matter may stand at its top. */
  constructor(source: string, first: boolean) {
    this.draft = new DraftDocument(source);
    this.reader = new MarkdownReader(this.draft, first ? readFrontMatter(this.draft) : 0);
    this.definitions = this.reader.definitions;
  }

  /** Reads the words. Only a label that the draft defines makes `[label]` a link; anything else in brackets is words, often a placeholder. */
  read(definitions: ReadonlySet<string>): DraftDocument {
    this.reader.read(definitions);
    return this.draft;
  }
}

/**
 * The parser takes the carriage return of a Windows line end for a table cell, and a line of dashes for a delimiter row
 * only if nothing follows its last bar. Blanks take their places, so that no position changes.
 */
function withPlainTableRows(text: string): string {
  if (!text.includes('|')) return text.includes('\r') ? text.replace(/\r(?=\n)/g, ' ') : text;
  return text.replace(/\r(?=\n)/g, ' ').replace(/[^\n]+/g, (line) => {
    if (!/[ \t]$/.test(line) || !/^[\s>|:-]+$/.test(line) || !line.includes('|')) return line;
    const row = line.trimEnd();
    return row.endsWith('|') ? `${row.slice(0, -1).padEnd(line.length - 1)}|` : line;
  });
}

class MarkdownReader {
  private readonly lists: ListFrame[] = [];
  /** Labels that this part defines. */
  readonly definitions = new Set<string>();
  /** Labels that the whole draft defines. */
  private known: ReadonlySet<string> = this.definitions;
  private readonly tree: Tree;
  private footnote: string | undefined;
  private leaf: { readonly words: MarkdownInline; readonly shape: BlockShape } | undefined;
  private table: { table: Mutable<Table>; row: (Block | undefined)[]; column: number } | undefined;

  constructor(
    private readonly draft: DraftDocument,
    from: number,
  ) {
    const { source } = draft;
    // Line ends instead of the front matter: the tree's positions are those of the draft.
    const text = from > 0 ? '\n'.repeat(from) + source.slice(from) : source;
    this.tree = markdownParser.parse(withPlainTableRows(text));
    if (!source.includes(']:')) return;
    this.tree.iterate({
      enter: (node) => {
        if (node.name === 'LinkReference') this.define(node);
        return node.name !== 'Paragraph';
      },
    });
  }

  read(definitions: ReadonlySet<string>): void {
    this.known = definitions;
    this.tree.iterate({ enter: (node) => this.enter(node), leave: (node) => this.leave(node) });
  }

  private define(node: SyntaxNodeRef): void {
    const label = node.node.getChild('LinkLabel');
    if (label) this.definitions.add(labelOf(this.draft.source, label.from, label.to));
    const title = node.node.getChild('LinkTitle');
    const comment = title && directiveIn(this.draft.source, node, title.from + 1, title.to - 1);
    if (comment) this.draft.comments.push(comment);
  }

  private enter(node: SyntaxNodeRef): boolean {
    const { name } = node;
    if (this.leaf) return this.leaf.words.enter(node);
    if (name in headingLevels) return this.startLeaf(node, { kind: 'heading', level: headingLevels[name] });
    switch (name) {
      case 'Paragraph':
      case 'Task':
        return this.enterParagraph(node);
      case 'BulletList':
      case 'OrderedList':
        this.lists.push({
          list: this.draft.newList(),
          depth: this.lists.length + 1,
          itemFrom: node.from,
          marker: '',
          fresh: false,
        });
        return true;
      case 'ListItem': {
        const list = this.lists[this.lists.length - 1];
        list.itemFrom = node.from;
        list.fresh = true;
        return true;
      }
      case 'ListMark':
        this.lists[this.lists.length - 1].marker = this.draft.source.slice(node.from, node.to);
        return false;
      case 'FootnoteLabel':
        this.footnote = this.draft.source.slice(node.from + 2, node.to - 2);
        this.draft.footnotes.add(this.footnote);
        return false;
      case 'Table':
        this.table = { table: { hasHeader: true, rows: [] }, row: [], column: 0 };
        return true;
      case 'TableHeader':
      case 'TableRow':
        if (this.table) {
          this.table.row = [];
          this.table.table.rows.push(this.table.row);
          this.table.column = this.draft.source.charCodeAt(node.from) === 0x7c ? -1 : 0;
        }
        return true;
      case 'TableDelimiter':
        if (this.table) this.table.column++;
        return false;
      case 'TableCell':
        if (!this.table) return false;
        return this.startLeaf(node, {
          kind: 'cell',
          cell: { table: this.table.table, row: this.table.table.rows.length - 1, column: this.table.column },
        });
      case 'CodeBlock':
        if (INDENTED_ELEMENT.test(this.draft.source.slice(node.from, Math.min(node.to, node.from + 100))))
          readHtml(this.draft, node.from, node.to, this.lists.length);
        return false;
      case 'HTMLBlock':
        readHtml(this.draft, node.from, node.to, this.lists.length);
        return false;
      case 'CommentBlock': {
        // Words behind a comment on its line are shown as they are in HTML.
        const end = this.draft.source.indexOf('-->', node.from) + 3;
        if (end > 2 && /\S/.test(this.draft.source.slice(end, node.to)))
          readHtml(this.draft, node.from, node.to, this.lists.length);
        else addComment(this.draft, node);
        return false;
      }
      default:
        return !skippedBlocks.has(name);
    }
  }

  private leave(node: SyntaxNodeRef): void {
    if (this.leaf) {
      this.leaveLeaf(node);
      return;
    }
    switch (node.name) {
      case 'BulletList':
      case 'OrderedList':
        this.lists.pop();
        return;
      case 'Footnote':
        this.footnote = undefined;
        return;
      case 'TableHeader':
        // GitHub demands a header row; where it is empty, the table has none.
        if (this.table?.row.length === 0) this.table.table = { hasHeader: false, rows: [] };
        return;
      case 'Table':
        if (this.table) this.draft.tables.push(this.table.table);
        if (this.table && !this.table.table.hasHeader) this.table.table.hasHeader = isBoldRow(this.table.table.rows[0]);
        this.table = undefined;
    }
  }

  private enterParagraph(node: SyntaxNodeRef): boolean {
    const list = this.lists[this.lists.length - 1];
    if (this.isModuleSyntax(node)) return false;
    if (!list?.fresh) return this.startLeaf(node, { kind: 'paragraph' });
    list.fresh = false;
    return this.startLeaf(node, { kind: 'item', marker: list.marker, from: list.itemFrom });
  }

  /** `import …` and `export …` of MDX, which stand outside any list. */
  private isModuleSyntax(node: SyntaxNodeRef): boolean {
    if (this.lists.length > 0) return false;
    const start = this.draft.source.slice(node.from, Math.min(node.to, node.from + 500));
    return /^(?:import\s(?:[^\n]*\sfrom\s+)?["'][^"'\n]+["']|export\s+(?:default|const|let|function|\{|\*))/.test(
      start,
    );
  }

  private startLeaf(node: SyntaxNodeRef, shape: Partial<BlockShape> & Pick<BlockShape, 'kind'>): boolean {
    const list = this.lists[this.lists.length - 1];
    const whole = { from: node.from, to: node.to, depth: this.lists.length, list: list?.list, footnote: this.footnote };
    this.leaf = { words: new MarkdownInline(this.draft, this.known, node), shape: { ...whole, ...shape } };
    if (list) list.fresh = false;
    return true;
  }

  private leaveLeaf(node: SyntaxNodeRef): void {
    const { words, shape } = this.leaf!;
    words.leave(node);
    if (node.to < shape.to || !isLeafBlock(node.name)) return;
    this.leaf = undefined;
    const block = this.draft.add(words.finish(), shape);
    if (block?.kind === 'paragraph' || block?.kind === 'item') block.titleLine = titleLineOf(block, this.draft.source);
    if (block?.cell && this.table) this.table.row[block.cell.column] = block;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Converters leave the demanded header row empty and print the real one in bold below it. */
const isBoldRow = (row: readonly (Block | undefined)[] | undefined): boolean =>
  row !== undefined &&
  row.length > 1 &&
  row.every((cell) =>
    cell?.inline.some(({ kind, start, end }) => kind === 'strong' && start === 0 && end === cell.text.length),
  );

function isLeafBlock(name: string): boolean {
  return name === 'Paragraph' || name === 'Task' || name === 'TableCell' || name in headingLevels;
}
