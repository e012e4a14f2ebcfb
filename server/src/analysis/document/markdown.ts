import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { directiveIn } from './directives';
import { type BlockShape, DraftDocument } from './draftBlock';
import { readFrontMatter } from './frontMatter';
import { readHtml } from './html';
import { addComment, labelOf, MarkdownInline } from './markdownInline';
import { markdownParser } from './markdownSyntax';
import { MarkdownTable } from './markdownTables';
import { titleLineOf } from './titleLines';

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

/** A table and what it is made of. */
const tableParts = new Set(['Table', 'TableHeader', 'TableRow', 'TableDelimiter', 'TableCell']);

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
  private table: MarkdownTable | undefined;

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
    if (name === 'Paragraph' || name === 'Task') return this.enterParagraph(node);
    if (tableParts.has(name)) return this.enterTable(node);
    switch (name) {
      case 'BulletList':
      case 'OrderedList':
        return this.enterList(node);
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
      case 'CodeBlock':
      case 'HTMLBlock':
      case 'CommentBlock':
        this.readPage(node);
        return false;
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
        this.table?.endHeader();
        return;
      case 'Table':
        if (this.table) this.draft.tables.push(this.table.finish());
        this.table = undefined;
    }
  }

  private enterList(node: SyntaxNodeRef): boolean {
    const depth = this.lists.length + 1;
    this.lists.push({ list: this.draft.newList(), depth, itemFrom: node.from, marker: '', fresh: false });
    return true;
  }

  private enterTable(node: SyntaxNodeRef): boolean {
    if (node.name === 'Table') this.table = new MarkdownTable();
    if (!this.table) return false;
    switch (node.name) {
      case 'TableHeader':
      case 'TableRow':
        this.table.startRow(this.draft.source.startsWith('|', node.from));
        return true;
      case 'TableDelimiter':
        this.table.nextColumn();
        return false;
      case 'TableCell':
        return this.startLeaf(node, { kind: 'cell', cell: this.table.cell });
      default:
        return true;
    }
  }

  /** HTML, and what the parser takes for code or a comment and a site's generator for HTML. */
  private readPage(node: SyntaxNodeRef): void {
    const { source } = this.draft;
    if (node.name === 'CodeBlock') {
      if (!INDENTED_ELEMENT.test(source.slice(node.from, Math.min(node.to, node.from + 100)))) return;
    } else if (node.name === 'CommentBlock') {
      // Words behind a comment on its line are shown as they are in HTML.
      const end = source.indexOf('-->', node.from) + 3;
      if (end <= 2 || !/\S/.test(source.slice(end, node.to))) {
        addComment(this.draft, node);
        return;
      }
    }
    readHtml(this.draft, node.from, node.to, this.lists.length);
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
    if (block?.cell) this.table?.fill(block.cell.column, block);
  }
}

function isLeafBlock(name: string): boolean {
  return name === 'Paragraph' || name === 'Task' || name === 'TableCell' || name in headingLevels;
}
