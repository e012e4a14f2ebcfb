import { directiveIn } from './directives';
import { DraftDocument } from './draftBlock';
import { isGapTag } from './gapTags';
import { isHidden } from './htmlHidden';
import { TableFrame } from './htmlTables';
import { type Attributes, type HtmlHandler, tokenizeHtml } from './htmlTokens';
import { isBlank, ReadingTextBuilder } from './readingText';
import { isEntry, withoutChrome } from './siteChrome';
import { blockElements, voidElements } from './structureWords';
import type { InlineKind } from './types';

interface OpenElement {
  readonly name: string;
  readonly isBlock: boolean;
  /** What is inside is not read. */
  readonly hides: boolean;
  inline?: InlineKind;
  /** Of a heading that is read; else 0. */
  readonly level: number;
  /** Block count when a page header began: only its headings are the draft's. */
  readonly header?: number;
}

interface ListFrame {
  /** Height of the element stack at the list and at its open item. */
  readonly height: number;
  itemHeight: number;
  list: number;
  depth: number;
  itemFrom: number;
  fresh: boolean;
  /** Of a definition list: depth and number of its terms; a definition stands one level below. */
  readonly terms: { readonly depth: number; readonly list: number };
  afterTerm: boolean;
}

interface TableLevel {
  readonly height: number;
  rowHeight: number;
  cellHeight: number;
  readonly frame: TableFrame;
  /** Lists open outside the table. */
  readonly lists: number;
}

const inlineKinds: Record<string, InlineKind> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  q: 'quote',
};

const listElements = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);
const itemElements = new Set(['li', 'dt', 'dd']);
const tableParts = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);
/** Longest words of a page header; in UTF-16 units. */
const longestHeader = 2000;
/** More nested emphasis than this has no further meaning. */
const deepestInline = 16;

/** Reads a page. */
export function readHtmlDocument(source: string): DraftDocument {
  const draft = new DraftDocument(source);
  readHtml(draft, 0, source.length, 0);
  draft.blocks = withoutChrome(draft.blocks);
  return draft;
}

/** Reads the HTML between two source offsets into the draft: a page, or a block of HTML inside Markdown at list depth `depth`. */
export function readHtml(draft: DraftDocument, from: number, to: number, depth: number): void {
  new HtmlReader(draft, from, to, depth).read();
}

class HtmlReader implements HtmlHandler {
  private readonly stack: OpenElement[] = [];
  /** Stack heights at which elements of a name are open. */
  private readonly heights = new Map<string, number[]>();
  private readonly lists: ListFrame[] = [];
  private readonly tables: TableLevel[] = [];
  private readonly inline: { kind: InlineKind; target?: string; span: number }[] = [];
  /** Stack heights of the open block elements. */
  private readonly blockHeights: number[] = [];
  /** Levels of the open headings. */
  private readonly headings: number[] = [];
  private hidden = 0;
  /** The page header that is being read, or was read last, holds navigation. */
  private navigates = false;
  private builder: ReadingTextBuilder | undefined;
  private blockFrom = 0;
  private blockTo = 0;
  /** Stack height at which the current block began; -1 once its element is not its own. */
  private blockHeight = -1;
  /** Start of the block element that opened last, as long as no words followed. */
  private elementFrom = -1;
  private lineBreaks = 0;
  /** Start of the tag being read. */
  private tagFrom = 0;

  constructor(
    private readonly draft: DraftDocument,
    private readonly from: number,
    private readonly to: number,
    private readonly outerDepth: number,
  ) {}

  read(): void {
    tokenizeHtml(this.draft.source, this.from, this.to, this);
    this.popTo(0);
    this.flush();
  }

  comment(comment: { readonly from: number; readonly to: number }, from: number, to: number): void {
    const directive = directiveIn(this.draft.source, comment, from, to);
    if (directive) this.draft.comments.push(directive);
  }

  // ---- words

  text(from: number, to: number): void {
    if (this.hidden > 0) return;
    const { source } = this.draft;
    if (!this.builder) {
      while (from < to && isBlank(source.charCodeAt(from))) from++;
      if (from === to) return;
    }
    if (this.lineBreaks > 0 && this.hasWords(from, to)) this.breakLine(from);
    this.block(from).append(source, from, to);
    let end = to;
    while (end > from && isBlank(source.charCodeAt(end - 1))) end--;
    if (end > from) this.blockTo = end;
  }

  private hasWords(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (!isBlank(this.draft.source.charCodeAt(at))) return true;
    return false;
  }

  replacedText(words: string, from: number, to: number): void {
    if (this.hidden > 0) return;
    const blank = isBlank(words.charCodeAt(0));
    if (blank && !this.builder) return;
    if (!blank && this.lineBreaks > 0) this.breakLine(from);
    this.block(from).appendReplaced(words, from, to);
    if (!blank) this.blockTo = to;
  }

  /** Two line breaks in a row end a paragraph; one is a blank. */
  private breakLine(from: number): void {
    const breaks = this.lineBreaks;
    this.lineBreaks = 0;
    if (breaks > 1 && this.headings.length === 0) this.flush();
    else this.builder?.lineBreak(this.blockTo, from);
  }

  private block(from: number): ReadingTextBuilder {
    if (this.builder) return this.builder;
    this.builder = new ReadingTextBuilder();
    this.blockFrom = this.elementFrom >= 0 ? this.elementFrom : from;
    this.blockHeight = this.elementFrom >= 0 ? this.blockHeights[this.blockHeights.length - 1] : -1;
    this.elementFrom = -1;
    this.lineBreaks = 0;
    for (const open of this.inline) open.span = this.builder.openSpan(open.kind, open.target);
    return this.builder;
  }

  private flush(): void {
    const { builder } = this;
    this.builder = undefined;
    this.lineBreaks = 0;
    if (!builder) return;
    const reading = builder.finish();
    if (reading.text.length === 0) return;
    const list = this.lists[this.lists.length - 1];
    const depth = list ? list.depth : this.outerDepth;
    const shape = { from: this.blockFrom, to: this.blockTo, depth, list: list?.list };
    const level = this.headings[this.headings.length - 1];
    if (level) this.draft.add(reading, { ...shape, kind: 'heading', level });
    else if (this.heights.get('summary')?.length) this.draft.add(reading, { ...shape, kind: 'heading', unmarked: 1 });
    else if (list?.fresh) this.draft.add(reading, { ...shape, kind: 'item', from: list.itemFrom });
    else this.draft.add(reading, { ...shape, kind: 'paragraph' });
    if (list) list.fresh = false;
  }

  // ---- elements

  open(name: string, attributes: Attributes, from: number, end: number): void {
    if (isGapTag(this.draft.source, from, end)) {
      this.text(from, end);
      return;
    }
    this.tagFrom = from;
    if (attributes.id) this.draft.anchors.add(attributes.id);
    if (name === 'a' && attributes.name) this.draft.anchors.add(attributes.name);
    if (name === 'br') {
      if (this.builder) this.lineBreaks++;
      return;
    }
    const isBlock = blockElements.has(name);
    if (isBlock) this.startBlock(name, attributes, end);
    if (voidElements.has(name)) return;
    const hides = this.hides(name, attributes);
    if (this.hidden === 0 && !hides) {
      if (listElements.has(name)) this.startList();
      else if (name === 'table') this.startTable();
    }
    const kind = hides || this.hidden > 0 || this.inline.length >= deepestInline ? undefined : inlineKinds[name];
    const header = name === 'header' && !hides ? this.draft.blocks.length : undefined;
    if (name === 'header') this.navigates = false;
    else if (name === 'nav' || attributes.role === 'navigation') this.navigates = true;
    const level = hides || this.hidden > 0 ? 0 : levelOf(name);
    this.push({ name, isBlock, hides, inline: kind, header, level });
    if (level > 0) this.headings.push(level);
    if (!kind) return;
    const target = kind === 'link' ? attributes.href : undefined;
    this.inline.push({ kind, target, span: this.builder ? this.builder.openSpan(kind, target) : -1 });
  }

  private startBlock(name: string, attributes: Attributes, end: number): void {
    if (levelOf(name) > 0 && this.headings.length > 0) this.popElement(this.headingName());
    if (this.headings.length > 0) this.builder?.blank(this.blockTo, end);
    else this.flush();
    this.elementFrom = this.tagFrom;
    if (name === 'body') this.popElement('head');
    else if (itemElements.has(name)) this.startItem(name);
    else if (name === 'tr') this.startRow();
    else if (name === 'td' || name === 'th') this.startCell(name === 'th', attributes);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') this.popTable('rowHeight');
    else if (this.stack[this.stack.length - 1]?.name === 'p') this.popTo(this.stack.length - 1);
  }

  private headingName(): string {
    return `h${this.headings[this.headings.length - 1]}`;
  }

  private push(element: OpenElement): void {
    const height = this.stack.length;
    const heights = this.heights.get(element.name);
    if (heights) heights.push(height);
    else this.heights.set(element.name, [height]);
    if (element.isBlock) this.blockHeights.push(height);
    this.stack.push(element);
    if (element.hides) this.hidden++;
  }

  close(name: string, end: number): void {
    if (!this.popElement(name, end) && blockElements.has(name) && this.headings.length === 0) this.flush();
  }

  /**
   * Closes the innermost open element of a name with all that is open inside, but not across a cell; an item only
   * within its list. An inline element does not take the blocks in it along. False where there is none to close.
   */
  private popElement(name: string, end = -1): boolean {
    const heights = this.heights.get(name);
    if (!heights?.length) return false;
    const height = heights[heights.length - 1];
    const list = this.lists[this.lists.length - 1];
    const table = this.tables[this.tables.length - 1];
    if (itemElements.has(name) && list && height < list.height) return false;
    if (table && this.hidden === 0 && name !== 'table' && height < table.cellHeight && !tableParts.has(name))
      return false;
    if (!this.stack[height].isBlock && height < (this.blockHeights[this.blockHeights.length - 1] ?? 0)) {
      this.endInline(this.stack[height]);
      return true;
    }
    while (this.stack.length > height + 1) this.pop();
    if (this.builder && this.blockHeight === height && end >= 0) this.blockTo = end;
    this.pop();
    return true;
  }

  private popTo(height: number): void {
    while (this.stack.length > height) this.pop();
  }

  private pop(): void {
    const element = this.stack[this.stack.length - 1];
    if (element.isBlock && (this.headings.length === 0 || element.level > 0)) this.flush();
    if (element.isBlock) {
      this.blockHeights.pop();
      this.elementFrom = -1;
    }
    if (element.level > 0) this.headings.pop();
    this.stack.pop();
    this.heights.get(element.name)!.pop();
    if (element.hides) this.hidden--;
    this.endInline(element);
    if (element.header !== undefined && !this.inContent()) this.keepHeadings(element.header);
    this.leaveFrames(this.stack.length);
  }

  private leaveFrames(height: number): void {
    const list = this.lists[this.lists.length - 1];
    if (list && height <= list.height) this.lists.pop();
    else if (list && height === list.itemHeight) {
      list.itemHeight = list.height;
      list.fresh = false;
    }
    const table = this.tables[this.tables.length - 1];
    if (!table) return;
    if (height <= table.height) {
      this.tables.pop();
      table.frame.endCell();
      table.frame.finish();
    } else if (height === table.cellHeight) table.frame.endCell();
  }

  private endInline(element: OpenElement): void {
    if (!element.inline) return;
    const open = this.inline.findLastIndex(({ kind }) => kind === element.inline);
    const [ended] = this.inline.splice(open, 1);
    if (this.builder && ended.span >= 0) this.builder.closeSpan(ended.span);
    element.inline = undefined;
  }

  private hides(name: string, attributes: Attributes): boolean {
    if (name === 'button') return this.headings.length === 0 && !this.heights.get('summary')?.length;
    if (name === 'footer' || attributes.role === 'contentinfo') return !this.inContent();
    return isHidden(name, attributes);
  }

  private inContent(): boolean {
    return Boolean(this.heights.get('main')?.length || this.heights.get('article')?.length);
  }

  /**
   * A page header holds logo, menu and search; its headings name the page. Where one without navigation holds the draft's
   * title, what it says below ("Last updated …") is the draft's too. One that holds the whole draft is none.
   */
  private keepHeadings(first: number): void {
    const { blocks } = this.draft;
    let length = 0;
    for (let i = first; i < blocks.length; i++) length += blocks[i].text.length;
    if (length > longestHeader) return;
    let titled = false;
    const kept = blocks.splice(first).filter((block) => {
      titled ||= block.level === 1;
      return block.kind === 'heading' || (titled && !this.navigates && !isEntry(block));
    });
    for (const block of kept) blocks.push(block);
  }

  // ---- lists

  private startList(): void {
    const outer = this.lists[this.lists.length - 1];
    const depth = (outer ? outer.depth : this.outerDepth) + 1;
    const list = this.draft.newList();
    this.lists.push({
      height: this.stack.length,
      itemHeight: this.stack.length,
      list,
      depth,
      itemFrom: this.tagFrom,
      fresh: false,
      terms: { depth, list },
      afterTerm: false,
    });
  }

  private startItem(name: string): void {
    const list = this.lists[this.lists.length - 1];
    const table = this.tables[this.tables.length - 1];
    if (!list || this.hidden > 0 || (table && table.lists >= this.lists.length)) return;
    this.popTo(list.itemHeight > list.height ? list.itemHeight : list.height + 1);
    list.itemHeight = this.stack.length;
    list.itemFrom = this.tagFrom;
    list.fresh = true;
    if (name === 'dt') Object.assign(list, list.terms, { afterTerm: true });
    else if (name === 'dd' && list.afterTerm)
      Object.assign(list, { depth: list.terms.depth + 1, list: this.draft.newList(), afterTerm: false });
  }

  // ---- tables

  private startTable(): void {
    this.tables[this.tables.length - 1]?.frame.holdsTable();
    const height = this.stack.length;
    this.tables.push({
      height,
      rowHeight: height,
      cellHeight: height,
      frame: new TableFrame(this.draft, this.draft.blocks.length),
      lists: this.lists.length,
    });
  }

  private startRow(): void {
    const table = this.tables[this.tables.length - 1];
    if (!table || this.hidden > 0) return;
    this.popTable('rowHeight');
    table.rowHeight = this.stack.length;
    table.cellHeight = this.stack.length;
    table.frame.startRow(Boolean(this.heights.get('thead')?.length));
  }

  private startCell(header: boolean, attributes: Attributes): void {
    const table = this.tables[this.tables.length - 1];
    if (!table || this.hidden > 0) return;
    if (table.cellHeight > table.rowHeight) this.popTable('cellHeight');
    table.cellHeight = this.stack.length;
    table.frame.startCell(header, Number(attributes.colspan ?? 1), Number(attributes.rowspan ?? 1));
  }

  /** Closes the open cell or row of the innermost table. */
  private popTable(what: 'rowHeight' | 'cellHeight'): void {
    const table = this.tables[this.tables.length - 1];
    if (table && this.hidden === 0 && table[what] > table.height) this.popTo(table[what]);
  }
}

function levelOf(name: string): number {
  if (name.length === 2 && name[0] === 'h' && name[1] >= '1' && name[1] <= '6') return Number(name[1]);
  return 0;
}
