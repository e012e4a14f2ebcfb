import { directiveIn } from './directives';
import { DraftDocument } from './draftBlock';
import { type Line, linesOf, type Marker } from './plainLines';
import { OpenLists } from './plainLists';
import { isTableLine, readTable } from './plainTables';
import { ReadingTextBuilder } from './readingText';
import { datesDraft, namesDraft } from './structureWords';
import { isTitleCase, isUpperCase, looksLikeTitle, wordsIn } from './titles';

/** A line beyond this is prose and no title or label; in UTF-16 units. */
const longestShortLine = 60;
/** Lines of text wrapped by hand are no longer than this; in UTF-16 units. */
const widestWrap = 160;

export function readPlainText(source: string): DraftDocument {
  const draft = new DraftDocument(source, true);
  // What speaks to the linter is read away first: it takes no part in how the lines around it are understood.
  const lines = linesOf(source).filter((line) => !addDirective(draft, line));
  new PlainTextReader(draft, lines).read();
  return draft;
}

/** Keeps a line that speaks to the linter: "// policy-linter-…", with "#" or nothing before it, or as a comment of HTML. */
function addDirective(draft: DraftDocument, line: Line): boolean {
  const prefix = /^(?:#|\/\/|<!--)?\s*(?=policy-linter-)/.exec(line.text);
  if (!prefix) return false;
  const end = line.text.endsWith('-->') ? line.end - 3 : line.end;
  const comment = { from: line.start, to: line.end };
  const directive = directiveIn(draft.source, comment, line.start + prefix[0].length, end);
  if (directive) draft.comments.push(directive);
  return directive !== undefined;
}

/** A text file written in Markdown is read as such: two or more `#` headings, bold titles or inline links. */
export function isMarkdown(source: string): boolean {
  const marks = /^(?:#{1,6}[ \t]+\S|\*\*[^*\n]{1,100}\*\*|[^\n]{0,200}\]\((?:https?:|mailto:|#|\.{0,2}\/))/gm;
  return marks.test(source) && marks.test(source);
}

class PlainTextReader {
  private readonly lists: OpenLists;
  private readonly width: number;
  private numberedHeadings = false;
  /** Headings without a number stood between title and here: "A." ranks below them. */
  private majorHeadings = false;
  private headings = 0;
  private lastLevel = 1;
  /** Index of the last line that is a heading. */
  private headingLine = -1;

  constructor(
    private readonly draft: DraftDocument,
    private readonly lines: readonly Line[],
  ) {
    this.lists = new OpenLists(() => draft.newList());
    this.width = wrapWidth(lines);
  }

  read(): void {
    let at = 0;
    while (at < this.lines.length) at = this.readFrom(at);
  }

  /** Reads the block that begins at a line; index of the line after it. */
  private readFrom(at: number): number {
    const line = this.lines[at];
    if (line.blank || isRule(line)) return at + 1;
    if (isTableLine(this.lines, at)) {
      this.lists.end();
      return readTable(this.draft, this.lines, at);
    }
    const underline = this.lines[at + 1];
    if (underline && isUnderline(underline) && line.text.length <= 200)
      return this.heading(at, underline.text[0] === '=' ? 1 : 2, 2);
    const marker = line.marker && this.lists.trusted(line.marker);
    if (marker) return this.isNumberedHeading(at, marker) ? this.numberedHeading(at, marker) : this.item(at, marker);
    if (this.isHeading(at)) return this.heading(at, this.levelOf(at), 1);
    return this.paragraph(at);
  }

  // ---- headings

  private heading(at: number, level: number, lines: number, marker?: Marker): number {
    const line = this.lines[at];
    this.lists.endAt(marker);
    this.headings++;
    this.headingLine = at;
    this.lastLevel = level;
    this.add(line.start, line.end, { kind: 'heading', level, from: line.start, depth: 0 });
    return at + lines;
  }

  private numberedHeading(at: number, marker: Marker): number {
    const parts = marker.family === 'decimal' ? marker.value : 1;
    const minor = marker.family === 'capital' && (this.numberedHeadings || this.majorHeadings);
    const level = Math.min(6, 1 + parts + (minor ? 1 : 0));
    if (marker.family === 'number') this.numberedHeadings = true;
    // The number is part of the title: drafts refer to "Section 4".
    return this.heading(at, level, 1, marker);
  }

  private levelOf(at: number): number {
    const { text } = this.lines[at];
    if (this.headings === 0 && this.titlesDraft(at)) return 1;
    this.majorHeadings = true;
    if (isUpperCase(text) || !this.numberedHeadings) return 2;
    return this.lastLevel <= 2 || !isTitleCase(wordsIn(text)) ? 3 : this.lastLevel;
  }

  /** The title of the draft names it, or has nothing under it but a date or the first heading. */
  private titlesDraft(at: number): boolean {
    if (this.draft.blocks.length > 0) return false;
    const next = this.nextFilled(at);
    return namesDraft(this.lines[at].text) || (next >= 0 && (datesDraft(this.lines[next].text) || this.isTitle(next)));
  }

  /** A line without any mark that titles what follows. */
  private isHeading(at: number): boolean {
    const { text } = this.lines[at];
    const colon = text.endsWith(':');
    const title = colon ? text.slice(0, -1) : text;
    if (!looksLikeTitle(title) || datesDraft(title)) return false;
    const next = this.nextFilled(at);
    if (next < 0) return false;
    const first = this.draft.blocks.length === 0;
    if (colon)
      return !this.lines[next].marker && this.isProse(next) && (isTitleCase(wordsIn(title)) || isUpperCase(title));
    if (first) return true;
    if (isUpperCase(title) && wordsIn(title).length > 1) return true;
    // The further lines of an address.
    if (at > 0 && !this.lines[at - 1].blank && !this.isProse(at - 1) && this.headingLine !== at - 1) return false;
    if (next === at + 1) return this.isProse(next) || (this.isTitle(next) && this.isFollowedByProse(next));
    // One title after the other, each by itself: the cells of a table that lost its lines.
    return !(this.standsAlone(next) && this.standsAlone(this.nextFilled(next)));
  }

  private isNumberedHeading(at: number, marker: Marker): boolean {
    if (
      marker.family === 'bullet' ||
      marker.family === 'letter' ||
      (marker.family === 'roman' && /^[(i-x]/.test(marker.written))
    )
      return false;
    const text = this.draft.source.slice(marker.words, this.lines[at].end);
    const title = text.endsWith(':') ? text.slice(0, -1) : text;
    if (!looksLikeTitle(title)) return false;
    const next = this.nextFilled(at);
    if (next < 0) return false;
    const following = this.lines[next].marker;
    const enumerated = following && following.family === marker.family && following.style === marker.style;
    return !enumerated || marker.family === 'decimal' ? !enumerated || isTitleCase(wordsIn(title)) : false;
  }

  private nextFilled(at: number): number {
    if (at < 0) return -1;
    for (let next = at + 1; next < this.lines.length; next++) if (!this.lines[next].blank) return next;
    return -1;
  }

  private isTitle(at: number): boolean {
    return at >= 0 && at < this.lines.length && !this.lines[at].marker && looksLikeTitle(this.lines[at].text);
  }

  private standsAlone(at: number): boolean {
    return this.isTitle(at) && this.lines[at + 1]?.blank === true && this.lines[at - 1]?.blank === true;
  }

  private isFollowedByProse(at: number): boolean {
    const next = this.nextFilled(at);
    return next >= 0 && this.isProse(next);
  }

  /** A sentence or the beginning of one, or a list item: what stands under a title. */
  private isProse(at: number): boolean {
    const { text, marker } = this.lines[at];
    return marker !== undefined || text.length > longestShortLine || /[.!?:;,]$/.test(text);
  }

  // ---- paragraphs and items

  private paragraph(at: number): number {
    const line = this.lines[at];
    const inner = this.lists.innermost;
    const inItem = inner !== undefined && line.indent > inner.indent;
    if (!inItem) this.lists.end();
    const last = this.endOfText(at, line.indent);
    const list = inItem ? { depth: inner.depth, list: inner.list } : { depth: 0 };
    this.add(line.start, this.lines[last].end, { kind: 'paragraph', from: line.start, ...list });
    return this.lines[last].text.endsWith(':') ? this.bareItems(last + 1) : last + 1;
  }

  private item(at: number, marker: Marker): number {
    const line = this.lines[at];
    const list = this.lists.listFor(line, marker);
    const last = this.endOfText(at, line.indent + 1);
    this.add(marker.words, this.lines[last].end, {
      kind: 'item',
      from: line.start,
      depth: list.depth,
      list: list.list,
      marker: marker.written,
    });
    return last + 1;
  }

  /** After "…the following:" lines without bullets, as pasting leaves them, are items all the same. */
  private bareItems(at: number): number {
    let first = at;
    while (first < this.lines.length && this.lines[first].blank) first++;
    let last = first;
    let separated = 0;
    let stops = 0;
    while (last < this.lines.length && this.isBareItem(last)) {
      const { text } = this.lines[last];
      if (text.endsWith(':')) break; // introduces a list of its own
      last++;
      if (/(?:[;,]|[;,] (?:and|or))$/.test(text)) separated++;
      else if (/[.!?]$/.test(text)) {
        stops++;
        if (separated > 0) break; // "…; and the last one."
      }
    }
    const count = last - first;
    const isList =
      count > 1 && (separated * 2 >= count - 1 ? separated > 0 : stops === 0 && !this.isLongest(first, last));
    if (!isList) return this.separateItems(first, at);
    const list = this.draft.newList();
    for (let i = first; i < last; i++) {
      const line = this.lines[i];
      this.add(line.start, line.end, { kind: 'item', from: line.start, depth: 1, list });
    }
    return last;
  }

  /** The same with a blank line between each two; the last is a title where prose follows it. */
  private separateItems(first: number, at: number): number {
    const found: number[] = [];
    for (
      let i = first;
      this.isTitle(i) && this.standsAlone(i) && !datesDraft(this.lines[i].text);
      i = this.nextFilled(i)
    )
      found.push(i);
    const after = found.length > 0 ? this.nextFilled(found[found.length - 1]) : -1;
    if (after >= 0 && this.isProse(after)) found.pop();
    if (found.length < 2) return at;
    const list = this.draft.newList();
    for (const i of found) {
      const line = this.lines[i];
      this.add(line.start, line.end, { kind: 'item', from: line.start, depth: 1, list });
    }
    return found[found.length - 1] + 1;
  }

  private isBareItem(at: number): boolean {
    const line = this.lines[at];
    return !line.blank && !line.marker && line.text.length <= 200 && !isRule(line);
  }

  private isLongest(first: number, last: number): boolean {
    for (let i = first; i < last; i++) if (this.lines[i].text.length > 80) return true;
    return false;
  }

  /** Last line of the text that begins at a line: what was wrapped, by hand or by a mail program, belongs together. */
  private endOfText(at: number, hanging: number): number {
    let last = at;
    for (let next = at + 1; next < this.lines.length; next++) {
      const line = this.lines[next];
      if (line.blank || isRule(line) || isUnderline(line)) break;
      if (line.marker && this.lists.trusted(line.marker)) break;
      if (!this.continues(this.lines[last], line, hanging)) break;
      last = next;
    }
    return last;
  }

  private continues(line: Line, next: Line, hanging: number): boolean {
    if (/^\p{Ll}/u.test(next.text) && !/[.!?:]$/.test(line.text)) return true;
    if (this.width === 0) return false;
    if (next.indent > hanging && next.indent > line.indent && line.marker !== undefined) return true;
    const firstWord = next.text.search(/\s/);
    const needed = line.indent + line.text.length + 1 + (firstWord < 0 ? next.text.length : firstWord);
    return needed > this.width * 0.85;
  }

  private add(
    from: number,
    to: number,
    shape: Parameters<DraftDocument['add']>[1] extends infer S ? Omit<S & object, 'to'> : never,
  ): void {
    const builder = new ReadingTextBuilder();
    builder.append(this.draft.source, from, to);
    this.draft.add(builder.finish(), { ...(shape as Parameters<DraftDocument['add']>[1]), to });
  }
}

function isRule(line: Line): boolean {
  return /^([-=_*~#/\\+.—–])\1{2,}$/.test(line.text) || /^(?:[-*_] ){2,}[-*_]$/.test(line.text);
}

function isUnderline(line: Line): boolean {
  return /^(?:={3,}|-{3,})$/.test(line.text);
}

/** The column at which lines were wrapped by hand; 0 where every paragraph is one line. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++)
    if (!lines[i].blank && !lines[i + 1].blank) lengths.push(lines[i].indent + lines[i].text.length);
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return width >= 40 && width <= widestWrap ? width : 0;
}
