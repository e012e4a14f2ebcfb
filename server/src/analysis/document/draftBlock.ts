import { mapFrom, type ReadingText } from './readingText';
import { RunMap } from './sourceMap';
import type { Block, BlockKind, DirectiveComment, InlineSpan, Section, Table, TableCell } from './types';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Where a block stands until the sections are known. */
const nowhere: Section = { index: -1, title: '', level: 0, children: [], blocks: [] };

/** A block while the document is being read: what the format knows of it, before sections and leads are found. */
export interface DraftBlock extends Mutable<Block> {
  map: RunMap;
  /** Number of the list that an item belongs to; continuation paragraphs of an item have the item's. */
  list: number;
  /** A heading without any mark, known by its looks: how many levels below the last marked heading it ranks. */
  unmarked?: number;
  /** Reading offset at which the first line ends, where it titles the lines right below it. */
  titleLine?: number;
}

export interface BlockShape {
  readonly kind: BlockKind;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly list?: number;
  readonly level?: number;
  readonly marker?: string;
  readonly footnote?: string;
  readonly cell?: TableCell;
  readonly unmarked?: number;
}

/** What a format's reader hands to the passes that all formats share. */
export class DraftDocument {
  blocks: DraftBlock[] = [];
  readonly tables: Table[] = [];
  readonly comments: DirectiveComment[] = [];
  readonly anchors = new Set<string>();
  readonly footnotes = new Set<string>();
  frontMatter?: { readonly range: { start: number; end: number }; readonly text: string };
  private lists = 0;

  constructor(
    readonly source: string,
    /** The reader has judged by looks what is a heading: there is no markup that could say. */
    readonly titlesFound = false,
  ) {}

  newList(): number {
    return ++this.lists;
  }

  get listCount(): number {
    return this.lists;
  }

  /** Sets numbers aside for lists that were counted elsewhere: what to add to theirs. */
  reserveLists(count: number): number {
    this.lists += count;
    return this.lists - count;
  }

  /** Adds a block unless it has no words. */
  add(reading: ReadingText, shape: BlockShape): DraftBlock | undefined {
    if (reading.text.length === 0) return undefined;
    const block = draftBlock(reading, shape);
    this.blocks.push(block);
    return block;
  }
}

export function draftBlock(reading: ReadingText, shape: BlockShape): DraftBlock {
  return {
    index: 0,
    kind: shape.kind,
    text: reading.text,
    from: shape.from,
    to: shape.to,
    map: mapFrom(reading, shape.from),
    section: nowhere,
    inline: reading.inline,
    level: shape.level,
    depth: shape.depth,
    marker: shape.marker,
    lead: undefined,
    cell: shape.cell,
    runIn: undefined,
    footnote: shape.footnote,
    list: shape.list ?? 0,
    breaks: reading.breaks,
    unmarked: shape.unmarked,
  };
}

/**
 * Cuts a block where its reading text is to become several blocks. `starts` are the reading offsets at which a part
 * begins, ascending, the first 0; `ends` those at which it ends. Each part begins in the source at its own words; the
 * first keeps the block's beginning, its marker included, and the last its end.
 */
export function cut(block: DraftBlock, starts: readonly number[], ends: readonly number[]): DraftBlock[] {
  const parts = starts.map((start, i): DraftBlock => {
    const end = ends[i];
    const range = block.map.range(start, end);
    const from = i === 0 ? block.from : block.from + range.start;
    return {
      ...block,
      text: block.text.slice(start, end),
      from,
      to: i === starts.length - 1 ? block.to : block.from + range.end,
      map: block.map.slice(start, end, block.from - from),
      inline: [],
      breaks: [],
    };
  });
  let first = 0;
  for (const span of block.inline) {
    while (first < parts.length - 1 && ends[first] <= span.start) first++;
    for (let part = first; part < parts.length && starts[part] < Math.max(span.end, span.start + 1); part++) {
      const start = Math.max(span.start, starts[part]) - starts[part];
      const end = Math.min(span.end, ends[part]) - starts[part];
      if (start < end || span.start === span.end) (parts[part].inline as InlineSpan[]).push({ ...span, start, end });
    }
  }
  let part = 0;
  for (const at of block.breaks) {
    while (part < parts.length - 1 && ends[part] <= at) part++;
    if (at > starts[part]) (parts[part].breaks as number[]).push(at - starts[part]);
  }
  return parts;
}

/** One cell from the blocks that stand in it: their words in a row, a break where one ended. */
export function joined(blocks: readonly DraftBlock[], cell: TableCell): DraftBlock {
  const [first] = blocks;
  const last = blocks[blocks.length - 1];
  if (blocks.length === 1) return { ...first, kind: 'cell', cell, list: 0, level: undefined, marker: undefined };
  const texts: string[] = [];
  const runs: number[] = [];
  const inline: InlineSpan[] = [];
  const breaks: number[] = [];
  let length = 0;
  let end = 0;
  for (const block of blocks) {
    const shift = block.from - first.from;
    if (length > 0) {
      const { start } = block.map.range(0, 1);
      runs.push(length, end, shift + start - end);
      texts.push(' ');
      breaks.push(++length);
    }
    block.map.appendTo(runs, length, shift);
    for (const span of block.inline) inline.push({ ...span, start: span.start + length, end: span.end + length });
    for (const at of block.breaks) breaks.push(at + length);
    texts.push(block.text);
    length += block.text.length;
    end = shift + block.map.range(0, block.text.length).end;
  }
  return {
    ...first,
    kind: 'cell',
    cell,
    text: texts.join(''),
    to: last.to,
    map: new RunMap(Int32Array.from(runs), length),
    inline,
    breaks,
    list: 0,
    level: undefined,
    marker: undefined,
  };
}
