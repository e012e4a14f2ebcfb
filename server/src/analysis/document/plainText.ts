import { directiveIn } from './directives';
import { DraftDocument } from './draftBlock';
import { isRule, isUnderline, type Line, linesOf, type Marker, wrapWidth } from './plainLines';
import { OpenLists } from './plainLists';
import { isTableLine, readTable } from './plainTables';
import { PlainTitles } from './plainTitles';
import { ReadingTextBuilder } from './readingText';
import { datesDraft } from './structureWords';
import { isTitleCase, isUpperCase, wordsIn } from './titles';

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
  private readonly titles: PlainTitles;
  private readonly width: number;
  private numberedHeadings = false;
  /** Headings without a number stood between title and here: "A." ranks below them. */
  private majorHeadings = false;
  private lastLevel = 1;
  /** Index of the last line that is a heading. */
  private headingLine = -1;

  constructor(
    private readonly draft: DraftDocument,
    private readonly lines: readonly Line[],
  ) {
    this.lists = new OpenLists(() => draft.newList());
    this.titles = new PlainTitles(draft.source, lines);
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
    if (marker)
      return this.titles.isNumberedHeading(at, marker) ? this.numberedHeading(at, marker) : this.item(at, marker);
    if (this.titles.isHeading(at, this.draft.blocks.length === 0, this.headingLine))
      return this.heading(at, this.levelOf(at), 1);
    return this.paragraph(at);
  }

  // ---- headings

  private heading(at: number, level: number, lines: number, marker?: Marker): number {
    const line = this.lines[at];
    this.lists.endAt(marker);
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
    if (this.draft.blocks.length === 0 && this.titles.titlesDraft(at)) return 1;
    this.majorHeadings = true;
    if (isUpperCase(text) || !this.numberedHeadings) return 2;
    return this.lastLevel <= 2 || !isTitleCase(wordsIn(text)) ? 3 : this.lastLevel;
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
      count > 1 && (separated * 2 >= count - 1 ? separated > 0 : stops === 0 && this.areShort(first, last));
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
      this.titles.isTitle(i) && this.titles.standsAlone(i) && !datesDraft(this.lines[i].text);
      i = this.titles.nextFilled(i)
    )
      found.push(i);
    const after = found.length > 0 ? this.titles.nextFilled(found[found.length - 1]) : -1;
    if (after >= 0 && this.titles.isProse(after)) found.pop();
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

  private areShort(first: number, last: number): boolean {
    for (let i = first; i < last; i++) if (this.lines[i].text.length > 80) return false;
    return true;
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
