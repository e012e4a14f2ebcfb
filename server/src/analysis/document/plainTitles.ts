import type { Line, Marker } from './plainLines';
import { datesDraft, isCellAnswer, namesDraft } from './structureWords';
import { isTitleCase, isUpperCase, looksLikeTitle, wordsIn } from './titles';

/** A line beyond this is prose and no title or label; in UTF-16 units. */
const longestShortLine = 60;

/** A longer line right above another may be an item that goes on there; in UTF-16 units. */
const longestTitleAbove = 40;

/** Tells by its words and its neighbours whether a line of a plain text is a title. Lines are told by their index. */
export class PlainTitles {
  constructor(
    private readonly source: string,
    private readonly lines: readonly Line[],
  ) {}

  /** The title of the draft names it, or has nothing under it but a date or the first heading. */
  titlesDraft(at: number): boolean {
    const next = this.nextFilled(at);
    return namesDraft(this.lines[at].text) || (next >= 0 && (datesDraft(this.lines[next].text) || this.isTitle(next)));
  }

  /**
   * A line without any mark that titles what follows. `first`: nothing of the draft was read yet; `headingLine`: the
   * last line that is a heading.
   */
  isHeading(at: number, first: boolean, headingLine: number): boolean {
    const { text } = this.lines[at];
    const colon = text.endsWith(':');
    const title = colon ? text.slice(0, -1) : text;
    if (!looksLikeTitle(title) || datesDraft(title) || isCellAnswer(title)) return false;
    const next = this.nextFilled(at);
    if (next < 0) return false;
    if (colon)
      return !this.lines[next].marker && this.isProse(next) && (isTitleCase(wordsIn(title)) || isUpperCase(title));
    if (first) return true;
    if (isUpperCase(title) && wordsIn(title).length > 1) return true;
    // The further lines of an address.
    if (at > 0 && !this.lines[at - 1].blank && !this.isProse(at - 1) && headingLine !== at - 1) return false;
    if (next === at + 1) return this.isProse(next) || (this.isTitle(next) && this.isFollowedByProse(next));
    // One title after the other, each by itself: the cells of a table that lost its lines.
    return !(this.standsAlone(next) && this.standsAlone(this.nextFilled(next)));
  }

  isNumberedHeading(at: number, marker: Marker): boolean {
    if (
      marker.family === 'bullet' ||
      marker.family === 'letter' ||
      (marker.family === 'roman' && /^[(i-x]/.test(marker.written))
    )
      return false;
    const text = this.source.slice(marker.words, this.lines[at].end);
    const title = text.endsWith(':') ? text.slice(0, -1) : text;
    if (!looksLikeTitle(title) && !this.isSetApart(at, title)) return false;
    const next = this.nextFilled(at);
    if (next < 0) return false;
    const following = this.lines[next].marker;
    const enumerated = following && following.family === marker.family && following.style === marker.style;
    return !enumerated || marker.family === 'decimal' ? !enumerated || isTitleCase(wordsIn(title)) : false;
  }

  /** "10. This text" apart from what stands before it and above prose: a title, whatever its words. */
  private isSetApart(at: number, title: string): boolean {
    if (title.length > longestShortLine || !/^\p{Lu}/u.test(title) || /[.,;:!]$/.test(title)) return false;
    const next = this.nextFilled(at);
    if (!this.lines[at - 1]?.blank || next < 0 || this.lines[next].marker || !this.isProse(next)) return false;
    return next > at + 1 || (title.length <= longestTitleAbove && /^\p{Lu}/u.test(this.lines[next].text));
  }

  nextFilled(at: number): number {
    if (at < 0) return -1;
    for (let next = at + 1; next < this.lines.length; next++) if (!this.lines[next].blank) return next;
    return -1;
  }

  isTitle(at: number): boolean {
    return at >= 0 && at < this.lines.length && !this.lines[at].marker && looksLikeTitle(this.lines[at].text);
  }

  standsAlone(at: number): boolean {
    return this.isTitle(at) && this.lines[at + 1]?.blank === true && this.lines[at - 1]?.blank === true;
  }

  private isFollowedByProse(at: number): boolean {
    const next = this.nextFilled(at);
    return next >= 0 && this.isProse(next);
  }

  /** A sentence or the beginning of one, or a list item: what stands under a title. */
  isProse(at: number): boolean {
    const { text, marker } = this.lines[at];
    return marker !== undefined || text.length > longestShortLine || /[.!?:;,]$/.test(text);
  }
}
