import { isBlank, type ReadingText, ReadingTextBuilder } from './readingText';
import type { InlineKind } from './types';

/** More nested emphasis than this has no further meaning. */
const deepestInline = 16;

/** The words of a block of a page as they are met, and the inline elements that are open. Offsets are of the source. */
export class BlockWords {
  private readonly inline: { readonly kind: InlineKind; readonly target?: string; span: number }[] = [];
  private builder: ReadingTextBuilder | undefined;
  private from = 0;
  private to = 0;
  private lineBreaks = 0;

  constructor(private readonly source: string) {}

  /** Words of the block were met. */
  get begun(): boolean {
    return this.builder !== undefined;
  }

  /** Two line breaks in a row end a paragraph. */
  get endsParagraph(): boolean {
    return this.lineBreaks > 1;
  }

  /** Where the block began; its words follow. */
  begin(from: number): void {
    const builder = new ReadingTextBuilder();
    this.builder = builder;
    this.from = from;
    this.lineBreaks = 0;
    for (const open of this.inline) open.span = builder.openSpan(open.kind, open.target);
  }

  /** Source text between two offsets, of a block that began. */
  append(from: number, to: number): void {
    if (this.hasWords(from, to)) this.endLine(from);
    this.builder?.append(this.source, from, to);
    let end = to;
    while (end > from && isBlank(this.source.charCodeAt(end - 1))) end--;
    if (end > from) this.to = end;
  }

  /** Words that the source writes otherwise ("&amp;"), of a block that began. */
  appendReplaced(words: string, from: number, to: number): void {
    const blank = isBlank(words.charCodeAt(0));
    if (!blank) this.endLine(from);
    this.builder?.appendReplaced(words, from, to);
    if (!blank) this.to = to;
  }

  hasWords(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (!isBlank(this.source.charCodeAt(at))) return true;
    return false;
  }

  breakLine(): void {
    if (this.builder) this.lineBreaks++;
  }

  private endLine(from: number): void {
    if (this.lineBreaks > 0) this.builder?.lineBreak(this.to, from);
    this.lineBreaks = 0;
  }

  /** An element that ended or began keeps the words before and after it apart. */
  separate(at: number): void {
    this.builder?.blank(this.to, at);
  }

  /** The element of the block ends here. */
  endAt(end: number): void {
    this.to = end;
  }

  /** The block that ended here, if it has words. */
  take(): { readonly reading: ReadingText; readonly from: number; readonly to: number } | undefined {
    const { builder, from, to } = this;
    this.builder = undefined;
    this.lineBreaks = 0;
    const reading = builder?.finish();
    return reading && reading.text.length > 0 ? { reading, from, to } : undefined;
  }

  // ---- inline elements

  get takesInline(): boolean {
    return this.inline.length < deepestInline;
  }

  openInline(kind: InlineKind, target: string | undefined): void {
    this.inline.push({ kind, target, span: this.builder ? this.builder.openSpan(kind, target) : -1 });
  }

  closeInline(kind: InlineKind): void {
    const open = this.inline.findLastIndex((span) => span.kind === kind);
    const [ended] = this.inline.splice(open, 1);
    if (this.builder && ended.span >= 0) this.builder.closeSpan(ended.span);
  }
}
