import { commonEnd, commonStart } from '../commonText';
import { isSameSet } from '../kept';
import { ownText } from '../ownText';
import { type DraftBlock, DraftDocument } from './draftBlock';
import { findListLeads } from './leads';
import { MarkdownPart } from './markdown';
import { partStarts } from './markdownParts';
import { reuseBlocks } from './reuse';
import { findStructure } from './structure';
import type { DirectiveComment, Table } from './types';
import { type Follower, marksHeadings } from './unmarkedHeadings';

/** A part whose words are still to be read, since that takes the labels of links that other parts define. */
interface OpenPart {
  readonly text: string;
  readonly headed: boolean;
  /** Labels of links. */
  readonly definitions: ReadonlySet<string>;
  readonly reader?: MarkdownPart;
}

/** A part as it was read, offsets counted from its beginning. */
interface ReadPart extends OpenPart {
  /** The labels with which it was read. */
  readonly known: ReadonlySet<string>;
  readonly draft: DraftDocument;
  /** Number of headings that the markup tells. */
  readonly marked: number;
}

/** The parts from one marked heading to the next: structure is sought among their blocks. */
interface Group {
  readonly parts: readonly ReadPart[];
  readonly titlesByLooks: boolean;
  readonly following: Follower | undefined;
  readonly blocks: DraftBlock[];
  /** Source offset of its beginning, and its length. */
  at: number;
  readonly length: number;
  readonly comments: readonly DirectiveComment[];
}

/** A Markdown draft that is read again after each edit: parts that the edit left alone are kept. */
export class MarkdownDraft {
  private constructor(
    private readonly parts: readonly ReadPart[],
    private readonly groups: readonly Group[],
    private readonly opening: string,
    private readonly definitions: ReadonlySet<string>,
    private readonly source: string,
  ) {}

  static read(source: string, earlier?: MarkdownDraft): MarkdownDraft {
    const opening = source.startsWith('---') || source.startsWith('\ufeff---') ? frontOf(source) : '';
    const found = earlier?.opening === opening ? earlier.edited(source) : openParts(source, 0, source.length);
    const definitions = definitionsOf(found, earlier?.definitions ?? new Set());
    const parts = found.map((part, i) => readPart(part, i === 0, definitions));
    const marked = parts.reduce((sum, part) => sum + part.marked, 0);
    const groups = groupsOf(parts, !marksHeadings(marked), earlier?.groups ?? []);
    return new MarkdownDraft(parts, groups, opening, definitions, source);
  }

  /** The draft as a whole, offsets counted from its beginning. */
  whole(source: string): DraftDocument {
    const draft = new DraftDocument(source);
    for (const { blocks, comments } of this.groups) {
      for (const block of blocks) draft.blocks.push(block);
      for (const comment of comments) draft.comments.push(comment);
    }
    for (const { draft: part } of this.parts) {
      for (const anchor of part.anchors) draft.anchors.add(anchor);
      for (const label of part.footnotes) draft.footnotes.add(label);
    }
    draft.frontMatter = this.parts[0]?.draft.frontMatter;
    return draft;
  }

  /** The parts after an edit: read again from the part before the first change to where an old part begins as before. */
  private edited(source: string): OpenPart[] {
    const { parts } = this;
    let first = 0;
    let from = 0;
    const start = commonStart(this.source, source);
    while (first < parts.length && from + parts[first].text.length <= start) from += parts[first++].text.length;
    if (first === parts.length && from === source.length) return [...parts];
    let last = parts.length;
    let to = source.length;
    const end = source.length - commonEnd(this.source, source, from);
    while (last > Math.max(first, 1) && to - parts[last - 1].text.length >= end) to -= parts[--last].text.length;
    // where a part ends depends on the line behind it
    if (first > 0) from -= parts[--first].text.length;
    if (to === 0) return openParts(source, 0, source.length);
    const known = new Map(parts.slice(Math.max(first, 1), last).map((part) => [part.text, part]));
    for (;;) {
      // one line more than the stretch, to see whether a part begins there
      const lineEnd = source.indexOf('\n', to);
      const starts = partStarts(source, from, lineEnd < 0 ? source.length : lineEnd + 1);
      const isJoined =
        last === parts.length || starts.some(({ at, headed }) => at === to && headed === parts[last].headed);
      if (isJoined) {
        const fresh = starts.filter(({ at }) => at < to);
        return [...parts.slice(0, first), ...partsAt(source, fresh, to, known), ...parts.slice(last)];
      }
      to += parts[last].text.length;
      known.set(parts[last].text, parts[last]);
      last++;
    }
  }
}

function openParts(source: string, from: number, to: number): OpenPart[] {
  return partsAt(source, partStarts(source, from, to), to, new Map());
}

function partsAt(
  source: string,
  starts: readonly { at: number; headed: boolean }[],
  to: number,
  known: ReadonlyMap<string, ReadPart>,
): OpenPart[] {
  return starts.map(({ at, headed }, i) => {
    const text = ownText(source, at, starts[i + 1]?.at ?? to);
    const old = known.get(text);
    // the first part alone can begin with front matter
    if (old && old.headed === headed && at > 0) return old;
    const reader = new MarkdownPart(text, at === 0);
    return { text, headed, definitions: reader.definitions, reader };
  });
}

/** Only brackets are read differently where other labels are defined. */
function readPart(part: OpenPart | ReadPart, first: boolean, known: ReadonlySet<string>): ReadPart {
  if ('known' in part && (part.known === known || !part.text.includes('['))) return part;
  const { text, headed, definitions, reader = new MarkdownPart(text, first) } = part;
  const draft = reader.read(known);
  const marked = draft.blocks.filter(({ kind }) => kind === 'heading').length;
  return { text, headed, definitions, known, draft, marked };
}

function definitionsOf(parts: readonly OpenPart[], earlier: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { definitions } of parts) for (const label of definitions) all.add(label);
  return isSameSet(all, earlier) ? earlier : all;
}

/** The lines between the fences, as far as they decide where front matter ends. */
function frontOf(source: string): string {
  const end = source.search(/\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/);
  return end < 0 ? source.slice(0, 10) : String(end);
}

function groupsOf(parts: readonly ReadPart[], titlesByLooks: boolean, earlier: readonly Group[]): Group[] {
  const members: ReadPart[][] = [];
  for (const part of parts) {
    if (part.headed || members.length === 0) members.push([part]);
    else members[members.length - 1].push(part);
  }
  const firsts = members.map((each) => followerIn(each));
  const isKept = (group: Group | undefined, at: number): boolean =>
    group !== undefined &&
    group.titlesByLooks === titlesByLooks &&
    isSameFollower(group.following, firsts[at + 1]) &&
    group.parts.length === members[at].length &&
    group.parts.every((part, i) => part === members[at][i]);
  let start = 0;
  while (start < Math.min(members.length, earlier.length) && isKept(earlier[start], start)) start++;
  const shift = members.length - earlier.length;
  let end = members.length;
  while (end > start && end - shift > start && isKept(earlier[end - shift - 1], end - 1)) end--;
  let at = 0;
  return members.map((each, i) => {
    const old = i < start ? earlier[i] : i >= end ? earlier[i - shift] : undefined;
    const group = old ?? readGroup(each, titlesByLooks, firsts[i + 1], earlierBlocks(earlier, i, start, end, shift));
    moveTo(group, at);
    at += group.length;
    return group;
  });
}

/** The blocks that stood where a changed group stands now. */
function earlierBlocks(
  earlier: readonly Group[],
  at: number,
  start: number,
  end: number,
  shift: number,
): readonly DraftBlock[] {
  // one group that became several, or several that became one, share theirs
  if (shift !== 0 && at === start) return earlier.slice(start, end - shift).flatMap(({ blocks }) => blocks);
  return shift === 0 ? (earlier[at]?.blocks ?? []) : [];
}

function followerIn(parts: readonly ReadPart[]): Follower | undefined {
  const [block] = parts[0].draft.blocks;
  return block && { kind: block.kind, text: block.text, depth: block.depth, list: -1 };
}

function isSameFollower(a: Follower | undefined, b: Follower | undefined): boolean {
  return a?.text === b?.text && a?.kind === b?.kind && a?.depth === b?.depth;
}

function readGroup(
  parts: readonly ReadPart[],
  titlesByLooks: boolean,
  following: Follower | undefined,
  earlier: readonly DraftBlock[],
): Group {
  const draft = new DraftDocument('');
  const comments: DirectiveComment[] = [];
  let at = 0;
  for (const part of parts) {
    copyInto(draft, part.draft, at);
    for (const { range, text } of part.draft.comments)
      comments.push({ text, range: { start: range.start + at, end: range.end + at } });
    at += part.text.length;
  }
  const found = findStructure(draft.blocks, () => draft.newList(), { titlesByLooks, following });
  findListLeads(found);
  return { parts, titlesByLooks, following, blocks: reuseBlocks(earlier, found), at: 0, length: at, comments };
}

/** Adds copies of a part's blocks: what is found out about them depends on their neighbours and must not stay with the part. */
function copyInto(draft: DraftDocument, part: DraftDocument, at: number): void {
  const lists = draft.reserveLists(part.listCount);
  const tables = new Map<Table, Table>();
  const copies = new Map<unknown, DraftBlock>();
  for (const block of part.blocks) {
    const { cell } = block;
    if (cell && !tables.has(cell.table)) tables.set(cell.table, { hasHeader: cell.table.hasHeader, rows: [] });
    const copy: DraftBlock = {
      ...block,
      from: block.from + at,
      to: block.to + at,
      list: block.list === 0 ? 0 : block.list + lists,
      cell: cell && { ...cell, table: tables.get(cell.table)! },
    };
    copies.set(block, copy);
    draft.blocks.push(copy);
  }
  for (const [table, copy] of tables)
    for (const row of table.rows) copy.rows.push(row.map((cell) => cell && copies.get(cell)));
}

function moveTo(group: Group, at: number): void {
  const by = at - group.at;
  if (by === 0) return;
  group.at = at;
  for (const block of group.blocks) {
    block.from += by;
    block.to += by;
  }
  for (const { range } of group.comments) Object.assign(range, { start: range.start + by, end: range.end + by });
}
