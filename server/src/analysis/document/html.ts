import { directiveIn } from './directives';
import { type DraftBlock, DraftDocument } from './draftBlock';
import { isGapTag } from './gapTags';
import { type OpenElement, OpenElements } from './htmlElements';
import { isHidden } from './htmlHidden';
import { OpenHtmlLists } from './htmlLists';
import { isFooter, ownOfFooter, ownOfHeader } from './htmlPageParts';
import { OpenTables } from './htmlTables';
import { type Attributes, type HtmlHandler, tokenizeHtml } from './htmlTokens';
import { BlockWords } from './htmlWords';
import { isBlank } from './readingText';
import { withoutChrome } from './siteChrome';
import { blockElements, voidElements } from './structureWords';
import type { InlineKind } from './types';

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
  private readonly elements = new OpenElements();
  private readonly lists: OpenHtmlLists;
  private readonly tables: OpenTables;
  private readonly words: BlockWords;
  /** The page header that is being read, or was read last, holds navigation. */
  private navigates = false;
  /** Height at which the current block began; -1 once its element is not its own. */
  private blockHeight = -1;
  /** Start of the block element that opened last, as long as no words followed. */
  private elementFrom = -1;
  /** Start of the tag being read. */
  private tagFrom = 0;

  constructor(
    private readonly draft: DraftDocument,
    private readonly from: number,
    private readonly to: number,
    outerDepth: number,
  ) {
    this.lists = new OpenHtmlLists(outerDepth, () => draft.newList());
    this.tables = new OpenTables(draft);
    this.words = new BlockWords(draft.source);
  }

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
    if (this.elements.hidden) return;
    if (!this.words.begun) {
      while (from < to && isBlank(this.draft.source.charCodeAt(from))) from++;
      if (from === to) return;
    }
    if (this.words.hasWords(from, to)) this.endParagraph();
    this.beginBlock(from);
    this.words.append(from, to);
  }

  replacedText(words: string, from: number, to: number): void {
    if (this.elements.hidden) return;
    const blank = isBlank(words.charCodeAt(0));
    if (blank && !this.words.begun) return;
    if (!blank) this.endParagraph();
    this.beginBlock(from);
    this.words.appendReplaced(words, from, to);
  }

  private endParagraph(): void {
    if (this.words.endsParagraph && !this.inHeading) this.flush();
  }

  private beginBlock(from: number): void {
    if (this.words.begun) return;
    const own = this.elementFrom >= 0;
    this.words.begin(own ? this.elementFrom : from);
    this.blockHeight = (own ? this.elements.innermostBlock : undefined) ?? -1;
    this.elementFrom = -1;
  }

  private flush(): void {
    const block = this.words.take();
    if (!block) return;
    const { reading, from, to } = block;
    const list = this.lists.innermost;
    const shape = { from, to, depth: this.lists.depth, list: list?.list };
    const level = this.elements.headingLevel;
    if (level) this.draft.add(reading, { ...shape, kind: 'heading', level });
    else if (this.elements.isOpen('summary')) this.draft.add(reading, { ...shape, kind: 'heading', unmarked: 1 });
    else if (list?.fresh) this.draft.add(reading, { ...shape, kind: 'item', from: list.itemFrom });
    else this.draft.add(reading, { ...shape, kind: 'paragraph' });
    this.lists.continueItem();
  }

  private get inHeading(): boolean {
    return this.elements.headingLevel !== undefined;
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
      this.words.breakLine();
      return;
    }
    const isBlock = blockElements.has(name);
    if (isBlock) this.startBlock(name, attributes, end);
    if (voidElements.has(name)) return;
    const hides = this.hides(name, attributes);
    const isRead = !hides && !this.elements.hidden;
    if (isRead && listElements.has(name)) this.lists.start(this.elements.height, from);
    else if (isRead && name === 'table') this.tables.start(this.elements.height, this.lists.count);
    const inline = isRead && this.words.takesInline ? inlineKinds[name] : undefined;
    const header = name === 'header' && !hides ? this.draft.blocks.length : undefined;
    const footer = !hides && !this.inContent() && isFooter(name, attributes) ? this.draft.blocks.length : undefined;
    if (name === 'header') this.navigates = false;
    else if (name === 'nav' || attributes.role === 'navigation') this.navigates = true;
    this.elements.push({ name, isBlock, hides, inline, header, footer, level: isRead ? levelOf(name) : 0 });
    if (inline) this.words.openInline(inline, inline === 'link' ? attributes.href : undefined);
  }

  private startBlock(name: string, attributes: Attributes, end: number): void {
    const { headingLevel } = this.elements;
    if (headingLevel !== undefined && levelOf(name) > 0) this.popElement(`h${headingLevel}`);
    if (this.inHeading) this.words.separate(end);
    else this.flush();
    this.elementFrom = this.tagFrom;
    if (name === 'body') this.popElement('head');
    else if (itemElements.has(name)) this.startItem(name);
    else if (name === 'tr') this.startRow();
    else if (name === 'td' || name === 'th') this.startCell(name === 'th', attributes);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') this.popTable('rowHeight');
    else if (this.elements.innermost?.name === 'p') this.pop();
  }

  close(name: string, end: number): void {
    if (!this.popElement(name, end) && blockElements.has(name) && !this.inHeading) this.flush();
  }

  /**
   * Closes the innermost open element of a name with all that is open inside, but not across a cell; an item only
   * within its list. An inline element does not take the blocks in it along. False where there is none to close.
   */
  private popElement(name: string, end = -1): boolean {
    const height = this.elements.heightOf(name);
    if (height === undefined) return false;
    const list = this.lists.innermost;
    const table = this.tables.innermost;
    if (itemElements.has(name) && list && height < list.height) return false;
    if (table && !this.elements.hidden && name !== 'table' && height < table.cellHeight && !tableParts.has(name))
      return false;
    const element = this.elements.at(height);
    if (!element.isBlock && height < (this.elements.innermostBlock ?? 0)) {
      this.endInline(element);
      return true;
    }
    this.popTo(height + 1);
    if (end >= 0 && this.words.begun && this.blockHeight === height) this.words.endAt(end);
    this.pop();
    return true;
  }

  private popTo(height: number): void {
    while (this.elements.height > height) this.pop();
  }

  private pop(): void {
    const element = this.elements.innermost;
    if (!element) return;
    if (element.isBlock && (!this.inHeading || element.level > 0)) this.flush();
    if (element.isBlock) this.elementFrom = -1;
    this.elements.pop();
    this.endInline(element);
    if (element.header !== undefined && !this.inContent()) this.keepOwn(element.header, ownOfHeader);
    if (element.footer !== undefined) this.keepOwn(element.footer, ownOfFooter);
    this.lists.leave(this.elements.height);
    this.tables.leave(this.elements.height);
  }

  private endInline(element: OpenElement): void {
    if (element.inline) this.words.closeInline(element.inline);
    element.inline = undefined;
  }

  private hides(name: string, attributes: Attributes): boolean {
    if (name === 'button') return !this.inHeading && !this.elements.isOpen('summary');
    return isHidden(name, attributes);
  }

  private inContent(): boolean {
    return this.elements.isOpen('main') || this.elements.isOpen('article');
  }

  /** What a page header or footer holds besides the draft goes with it. */
  private keepOwn(first: number, ofPart: (blocks: DraftBlock[], navigates: boolean) => DraftBlock[]): void {
    const { blocks } = this.draft;
    for (const block of ofPart(blocks.splice(first), this.navigates)) blocks.push(block);
  }

  // ---- lists and tables

  private startItem(name: string): void {
    const list = this.lists.innermost;
    const table = this.tables.innermost;
    if (!list || this.elements.hidden || (table && table.lists >= this.lists.count)) return;
    this.popTo(list.itemHeight > list.height ? list.itemHeight : list.height + 1);
    this.lists.startItem(name, this.elements.height, this.tagFrom);
  }

  private startRow(): void {
    if (!this.tables.innermost || this.elements.hidden) return;
    this.popTable('rowHeight');
    this.tables.startRow(this.elements.height, this.elements.isOpen('thead'));
  }

  private startCell(header: boolean, attributes: Attributes): void {
    const table = this.tables.innermost;
    if (!table || this.elements.hidden) return;
    if (table.cellHeight > table.rowHeight) this.popTable('cellHeight');
    const { colspan, rowspan } = attributes;
    this.tables.startCell(this.elements.height, header, Number(colspan ?? 1), Number(rowspan ?? 1));
  }

  /** Closes the open cell or row of the innermost table. */
  private popTable(what: 'rowHeight' | 'cellHeight'): void {
    const table = this.tables.innermost;
    if (table && !this.elements.hidden && table[what] > table.height) this.popTo(table[what]);
  }
}

function levelOf(name: string): number {
  if (name.length === 2 && name[0] === 'h' && name[1] >= '1' && name[1] <= '6') return Number(name[1]);
  return 0;
}
