import type { SyntaxNodeRef } from '@lezer/common';
import { directiveIn } from './directives';
import { type BlockShape, DraftDocument } from './draftBlock';
import { decodeEntity } from './entities';
import { readFrontMatter } from './frontMatter';
import { readHtml } from './html';
import { markdownParser } from './markdownSyntax';
import { ReadingTextBuilder } from './readingText';
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

/** Marks and targets: markup that stands for no words. */
const silent = new Set([
  'HeaderMark',
  'QuoteMark',
  'EmphasisMark',
  'CodeMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'StrikethroughMark',
  'TaskMarker',
  'ProcessingInstruction',
  'JSXTag',
  'TemplateTag',
]);

/** Whole blocks that are no prose. */
const skippedBlocks = new Set(['FencedCode', 'CodeBlock', 'HorizontalRule', 'ProcessingInstructionBlock']);

export function readMarkdown(source: string): DraftDocument {
  const draft = new DraftDocument(source);
  const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const from = readFrontMatter(draft, bom);
  new MarkdownReader(draft, from).read();
  return draft;
}

class MarkdownReader {
  private readonly lists: ListFrame[] = [];
  private readonly definitions = new Set<string>();
  private footnote: string | undefined;
  private leaf: { builder: ReadingTextBuilder; pos: number; shape: BlockShape; spans: number[] } | undefined;
  private table: { table: Table; row: (Block | undefined)[]; column: number } | undefined;

  constructor(
    private readonly draft: DraftDocument,
    private readonly from: number,
  ) {}

  read(): void {
    const { source } = this.draft;
    // Line ends instead of the front matter: the tree's positions are those of the draft.
    const text = this.from > 0 ? '\n'.repeat(this.from) + source.slice(this.from) : source;
    const tree = markdownParser.parse(text);
    // Only a defined label makes `[label]` a link; anything else in brackets is words, often a placeholder.
    tree.iterate({
      enter: (node) => {
        if (node.name === 'LinkReference') this.define(node);
        return node.name !== 'Paragraph';
      },
    });
    tree.iterate({ enter: (node) => this.enter(node), leave: (node) => this.leave(node) });
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
    if (this.leaf) return this.enterInline(node);
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
      case 'HTMLBlock':
        readHtml(this.draft, node.from, node.to, this.lists.length);
        return false;
      case 'CommentBlock':
        this.comment(node);
        return false;
      default:
        return !skippedBlocks.has(name);
    }
  }

  private leave(node: SyntaxNodeRef): void {
    if (this.leaf) {
      this.leaveInline(node);
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
    this.leaf = {
      builder: new ReadingTextBuilder(),
      pos: node.from,
      shape: {
        from: node.from,
        to: node.to,
        depth: this.lists.length,
        list: list?.list,
        footnote: this.footnote,
        ...shape,
      },
      spans: [],
    };
    if (list) list.fresh = false;
    return true;
  }

  private enterInline(node: SyntaxNodeRef): boolean {
    const leaf = this.leaf!;
    const { source } = this.draft;
    const { builder } = leaf;
    this.appendUntil(node.from);
    const skip = () => {
      leaf.pos = Math.max(leaf.pos, node.to);
      return false;
    };
    if (node.name === 'LinkMark' && source[node.from] === ']') {
      leaf.pos = node.node.parent!.to; // behind the text of a link stand only its target and title
      return false;
    }
    if (silent.has(node.name)) return skip();
    switch (node.name) {
      case 'StrongEmphasis':
        leaf.spans.push(builder.openSpan('strong'));
        return true;
      case 'Emphasis':
        leaf.spans.push(builder.openSpan('emphasis'));
        return true;
      case 'InlineCode':
        leaf.spans.push(builder.openSpan('code'));
        return true;
      case 'Link': {
        const target = this.linkTarget(node);
        if (target === undefined) {
          builder.append(source, node.from, node.to);
          return skip();
        }
        leaf.spans.push(builder.openSpan('link', target));
        return true;
      }
      case 'Autolink':
        leaf.spans.push(builder.openSpan('link', source.slice(node.from + 1, node.to - 1)));
        return true;
      case 'URL': {
        const parent = node.node.parent?.name;
        if (parent === 'Link' || parent === 'Image') return skip();
        if (parent === 'Autolink') return true;
        const span = builder.openSpan('link', source.slice(node.from, node.to));
        builder.append(source, node.from, node.to);
        builder.closeSpan(span);
        return skip();
      }
      case 'Image':
        return skip();
      case 'FootnoteReference':
        builder.mark('footnoteReference', source.slice(node.from + 2, node.to - 1));
        return skip();
      case 'Entity':
        builder.appendReplaced(decodeEntity(source.slice(node.from, node.to)), node.from, node.to);
        return skip();
      case 'Escape':
        builder.append(source, node.from + 1, node.to);
        return skip();
      case 'HardBreak':
        builder.lineBreak(node.from, node.to);
        return skip();
      case 'HTMLTag':
        this.inlineTag(node);
        return skip();
      case 'Comment':
      case 'MDXComment':
        this.comment(node);
        return skip();
      case 'AttributeList':
        if (source.charCodeAt(node.from + 1) === 0x23) this.draft.anchors.add(source.slice(node.from + 2, node.to - 1));
        return skip();
      default:
        return true;
    }
  }

  private leaveInline(node: SyntaxNodeRef): void {
    const leaf = this.leaf!;
    this.appendUntil(Math.min(node.to, leaf.shape.to));
    switch (node.name) {
      case 'StrongEmphasis':
      case 'Emphasis':
      case 'InlineCode':
      case 'Link':
      case 'Autolink': {
        const span = leaf.spans.pop();
        if (span !== undefined) leaf.builder.closeSpan(span);
        return;
      }
    }
    if (node.to < leaf.shape.to || !isLeafBlock(node.name)) return;
    this.leaf = undefined;
    const block = this.draft.add(leaf.builder.finish(), leaf.shape);
    if (block?.cell && this.table) this.table.row[block.cell.column] = block;
  }

  private appendUntil(to: number): void {
    const leaf = this.leaf!;
    if (to <= leaf.pos) return;
    leaf.builder.append(this.draft.source, leaf.pos, to);
    leaf.pos = to;
  }

  /** Target of a link as written; undefined where the brackets make no link. */
  private linkTarget(node: SyntaxNodeRef): string | undefined {
    const { source } = this.draft;
    const url = node.node.getChild('URL');
    if (url) return source.slice(url.from, url.to);
    const marks = node.node.getChildren('LinkMark');
    if (marks.length > 2) return '';
    const label = node.node.getChild('LinkLabel');
    const empty = label && label.to - label.from <= 2;
    const key =
      label && !empty
        ? labelOf(source, label.from, label.to)
        : labelOf(source, node.from, label ? label.from : node.to);
    return this.definitions.has(key) ? `[${key}]` : undefined;
  }

  private inlineTag(node: SyntaxNodeRef): void {
    const leaf = this.leaf!;
    const tag = this.draft.source.slice(node.from, node.to);
    if (/^<br\b/i.test(tag)) leaf.builder.lineBreak(node.from, node.to);
    const id = /\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/i.exec(tag);
    if (id) this.draft.anchors.add(id[1]);
  }

  private comment(node: SyntaxNodeRef): void {
    const { source } = this.draft;
    const html = source.startsWith('<!--', node.from);
    const end = source.endsWith(html ? '-->' : '*/}', node.to) ? 3 : 0;
    const comment = directiveIn(source, node, node.from + (html ? 4 : 3), node.to - end);
    if (comment) this.draft.comments.push(comment);
  }
}

function isLeafBlock(name: string): boolean {
  return name === 'Paragraph' || name === 'Task' || name === 'TableCell' || name in headingLevels;
}

/** Link labels match regardless of case and white space. */
function labelOf(source: string, from: number, to: number): string {
  return source
    .slice(from + 1, to - 1)
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
