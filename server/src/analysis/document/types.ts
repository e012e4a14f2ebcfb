/**
 * The block model: what Markdown, HTML and plain text have in common once their markup is read.
 *
 * Offsets come in two kinds and never mix: *source offsets* count UTF-16 code units of the draft as it stands in the
 * editor (a byte order mark is not part of it), *reading offsets* count UTF-16 code units of a block's reading text.
 */

/** A half-open stretch of the source: UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type DocumentFormat = 'markdown' | 'html' | 'plaintext';

/** `cell` is one table cell; `item` one list item without its nested lists. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell';

/** Maps reading offsets of one block to source offsets. Runs are relative to the block, so an edit above only moves `Block.from`. */
export interface SourceMap {
  /** Source range, relative to `Block.from`, of the reading text from `start` to `end`: exactly the words, without markup around them. */
  range(start: number, end: number): Range;
  /** Reading offset of the character at or after a source offset relative to `Block.from`. */
  toReading(offset: number): number;
}

export type InlineKind = 'link' | 'code' | 'strong' | 'emphasis' | 'quote' | 'footnoteReference';

/** Inline markup that matters to reading. `quote` is a title or term in quotation marks, found in all formats. */
export interface InlineSpan {
  readonly kind: InlineKind;
  /** Reading offsets. */
  readonly start: number;
  readonly end: number;
  /** Link target as written, or the footnote's label. */
  readonly target?: string;
}

export interface TableCell {
  readonly table: Table;
  /** Zero-based; the header row is row 0 when `Table.hasHeader`. */
  readonly row: number;
  readonly column: number;
}

export interface Table {
  readonly hasHeader: boolean;
  /** `rows[row][column]`; a missing cell is undefined. */
  readonly rows: (Block | undefined)[][];
  /** The paragraph, item or heading that introduces the table. */
  readonly lead?: Block;
}

export interface Section {
  readonly index: number;
  /** Heading text; empty for the part before the first heading. */
  readonly title: string;
  /** 1 to 6; 0 for the part before the first heading. */
  readonly level: number;
  readonly heading?: Block;
  readonly parent?: Section;
  readonly children: Section[];
  /** Blocks directly in this section (not in its children), heading included. */
  readonly blocks: Block[];
  /** Another section with text has the same title: the draft tells the same of several parts, one after the other. */
  readonly repeated?: boolean;
}

export interface Block {
  readonly index: number;
  readonly kind: BlockKind;
  /** Reading text: markup removed, entities decoded, white space collapsed to single blanks, soft hyphens dropped. */
  readonly text: string;
  /** Source offsets of the block, list marker or heading marks included. */
  readonly from: number;
  readonly to: number;
  readonly map: SourceMap;
  readonly section: Section;
  readonly inline: readonly InlineSpan[];
  /** Reading offsets at which a line or a paragraph of a table cell ends (`<br>`): no sentence goes across. */
  readonly breaks: readonly number[];
  /** 1 to 6 for headings. */
  readonly level?: number;
  /** List nesting: 0 outside lists, 1 for an item of an outer list. */
  readonly depth: number;
  /** List marker as written ("-", "•", "a.", "1)"). */
  readonly marker?: string;
  /**
   * What introduces the list in which an item stands: the paragraph, item or heading before it ("We collect:").
   * Undefined where nothing introduces the list. A label or subheading between an introduction and its lists ("We share
   * data with: / Advertisers:") has that introduction as its lead.
   */
  readonly lead?: Block;
  /** Set for cells. */
  readonly cell?: TableCell;
  /** Run-in heading ("Payment Data: When you buy…"): reading offsets of the title, without its colon. */
  readonly runIn?: { readonly start: number; readonly end: number };
  /** Set for the body of a footnote. */
  readonly footnote?: string;
}

/** `policy-linter-…` comments, uninterpreted. */
export interface DirectiveComment {
  readonly range: Range;
  /** The comment's content, trimmed. */
  readonly text: string;
}

/**
 * A stretch of the draft from a heading on that no list, table or introduction crosses. It stays the same object through
 * edits that leave its blocks and the sections around it alone, so that what was read from it can be kept.
 */
export interface Region {
  /** Its index among the draft's regions. */
  readonly order: number;
  readonly blocks: readonly Block[];
}

export interface PolicyDocument {
  /** The same object in all versions of a draft that were each read from the version before. */
  readonly draft: object;
  readonly format: DocumentFormat;
  readonly source: string;
  readonly blocks: readonly Block[];
  /** All blocks, in reading order. */
  readonly regions: readonly Region[];
  /** In reading order; the first may have level 0. */
  readonly sections: readonly Section[];
  /** YAML between `---` lines at the top of a Markdown draft: content without the fences. */
  readonly frontMatter?: { readonly range: Range; readonly text: string };
  readonly comments: readonly DirectiveComment[];
  /** Identifiers that a link `#…` can reach: heading slugs and `id`/`name` attributes. */
  readonly anchors: ReadonlySet<string>;
  /** Labels of footnotes that have a body. */
  readonly footnotes: ReadonlySet<string>;
}

/** A stretch of one block's reading text: how the later stages point at words. */
export interface Place {
  readonly block: Block;
  /** Reading offsets. */
  readonly start: number;
  readonly end: number;
}
