import { mapOf, readCatalogue, record, text, wordList } from './catalogue/read';
import content from './catalogue/recognition.yaml';
import { changeBetween } from './disclosures/versions';
import type { DocumentFormat } from './document/types';
import { addCounts, countsOf, type LanguageCounts, noCounts } from './language/functionWords';
import { ownText } from './ownText';
import { isTitledBelow, SOON } from './titledBelow';

const catalogue = readCatalogue(
  content,
  record({
    clearTitles: wordList,
    titles: wordList,
    otherTitles: wordList,
    studies: wordList,
    cues: mapOf(text),
  }),
);

/** How much of a draft is looked at: source in UTF-16 units (a page's head can be long), reading text in words. */
const prefix: Record<DocumentFormat, number> = { markdown: 60_000, plaintext: 60_000, html: 400_000 };
const prefixWords = 6000;
/** Where titles are sought: UTF-16 units of the text. */
const titlePrefix = 20_000;
/** So many headings are looked at in a draft without tags. */
const mostHeadings = 3;
const clearTitles = new RegExp(`(?<!\\p{L})(?:${catalogue.clearTitles.join('|')})(?!\\p{L})`, 'iu');
const titles = new RegExp(`\\b(?:${catalogue.titles.join('|')})\\b`, 'i');
/** "Privacy" alone, as a page of its own is called. */
const privacyAlone = /^[^\p{L}]*(?:(?:your|our) )?privacy(?: [—–|·:-] \S.{0,40})?[^\p{L}]*$/iu;
/** "Privacy at Lanternbox", "Lanternbox – Privacy". */
const privacyAt =
  /^[^\p{L}]*(?:(?:(?:Y|y|O|o)ur )?(?:P|p)rivacy (?:at|in|with) (?:the )?\p{Lu}[^.]{1,40}|\p{Lu}[^.]{1,40} [—–|·:-] (?:(?:your|our) )?(?:P|p)rivacy)[^\p{L}]*$/u;
/** "Lanternbox Privacy": a product's page about it. */
const privacyOf = /^[^\p{L}]*\p{Lu}[\p{L}\p{N}.'’-]{1,30}(?: \p{Lu}[\p{L}\p{N}.'’-]{0,30}){0,2} Privacy[^\p{L}]*$/u;
/** A title that begins so is another text's; "Privacy policy for the terms editor" is not. */
const otherTitles = new RegExp(`^(?:[^\\n]{0,60}[^\\p{L}])?(?:${catalogue.otherTitles.join('|')})(?!\\p{L})`, 'iu');
const studies = new RegExp(`(?<!\\p{L})(?:${catalogue.studies.join('|')})(?!\\p{L})`, 'iu');
const cues = Object.values(catalogue.cues).map((cue) => new RegExp(`\\b(?:${cue})`, 'gi'));

/** What is counted in a text. */
export interface Facts {
  words: number;
  readonly language: LanguageCounts;
  /** Occurrences of each kind of cue, which never goes over the end of a line. */
  readonly cues: number[];
}

/** The facts of lines, which mostly stay the same from one version of a draft to the next. */
const knownLines = new Map<string, Facts>();
const mostKnown = 5000;

/** The facts of as much of a text as is looked at. */
function countedIn(text: string): Facts {
  const sum = noFacts();
  for (const line of text.split('\n')) {
    let facts = factsOf(line);
    if (sum.words + facts.words > prefixWords) facts = count(firstWords(line, prefixWords - sum.words));
    add(sum, facts, 1);
    if (sum.words >= prefixWords) break;
  }
  return sum;
}

const noFacts = (): Facts => ({ words: 0, language: noCounts(), cues: cues.map(() => 0) });

function add(sum: Facts, facts: Facts, times: 1 | -1): void {
  sum.words += times * facts.words;
  addCounts(sum.language, facts.language, times);
  for (let i = 0; i < sum.cues.length; i++) sum.cues[i] += times * facts.cues[i];
}

function factsOf(line: string): Facts {
  let facts = knownLines.get(line);
  if (!facts) {
    if (knownLines.size >= mostKnown) knownLines.clear();
    facts = count(line);
    // a stretch of the draft would keep this version of it
    knownLines.set(ownText(line), facts);
  }
  return facts;
}

function count(line: string): Facts {
  const words = (line.match(/[\p{L}\p{M}'’]+/gu) ?? []).map((word) => word.toLowerCase());
  return {
    words: words.length,
    language: countsOf(words),
    cues: cues.map((cue) => line.match(cue)?.length ?? 0),
  };
}

function firstWords(line: string, most: number): string {
  let left = most;
  for (const match of line.matchAll(/[\p{L}\p{M}'’]+/gu)) if (left-- === 0) return line.slice(0, match.index);
  return line;
}

/**
 * `clear`: the draft calls itself a privacy policy; `other`: it calls itself another text; `hint`: one of its first
 * headings speaks of privacy.
 */
type TitleStrength = 'clear' | 'hint' | 'other' | 'none';

function titleStrength(source: string, text: string, format: DocumentFormat): TitleStrength {
  const first = /\S.*/.exec(text.slice(0, titlePrefix))?.[0];
  const found = headingsIn(source, format).concat(first ?? []);
  const short = found.filter((title) => title.length <= 150);
  if (format !== 'html' && isTitledBelow(text)) return 'clear';
  if (short.slice(0, 2).some((title) => clearTitles.test(title)) || (first && clearTitles.test(first.slice(0, 80))))
    return 'clear';
  // sections have titles of their own: only what stands first names the text
  const line = format === 'html' ? short[0] : (frontTitle(source) ?? first);
  const name = /^.{0,80}[^.\s](?=\s*$)/.exec(line ?? '')?.[0] ?? '';
  if (([privacyAlone, privacyAt].some((shape) => shape.test(name)) && !studies.test(name)) || privacyOf.test(name))
    return 'clear';
  if (studies.test(name) || (otherTitles.test(name) && !titles.test(name))) return 'other';
  if (short.some((title) => titles.test(title))) return 'hint';
  return name === '' && format !== 'html' && opensAsPolicy.test(openingOf(source)) ? 'hint' : 'none';
}

/** What stands before the first heading, where a text whose page shows its title begins. */
const openingOf = (source: string): string =>
  source
    .slice(0, OPENING)
    .split(/^#/m, 1)[0]
    .replace(/[\u00a0\u2007\u202f]/g, ' ');
const OPENING = 1000;
const opensAsPolicy = /\bthis policy (?:covers|applies to|explains|describes|tells|sets out)\b/i;

/** The title in the front matter of a page that shows it above its text. */
const frontTitle = (source: string): string | undefined =>
  /^\uFEFF?---\r?\n(?:(?!---)[^\n]{0,500}\n){0,40}?title:[ \t]*["']?([^\n"']{1,150})/i.exec(source)?.[1];

/** The first headings, `<title>` and the title in front matter. */
function headingsIn(source: string, format: DocumentFormat): string[] {
  const found: string[] = [];
  if (format === 'html') {
    for (const match of source
      .slice(0, prefix.html)
      .matchAll(/<(title|h[1-3])\b[^<>]*>([^<]*(?:<(?!\/\1)[^<]*){0,20})/gi)) {
      if (found.push(match[2].replace(/<[^<>]*>/g, ' ').trim()) === 6) break;
    }
    return found;
  }
  for (const match of source.slice(0, titlePrefix).matchAll(/^(?:#{1,3}[ \t]+(.{1,150})|title:[ \t]*(.{1,150}))$/gim))
    if (found.push(match[1] ?? match[2]) === mostHeadings) break;
  return found;
}

/** The beginning of a draft as it was looked at last, to go on from when its author types. */
interface Beginning {
  readonly format: DocumentFormat;
  readonly lines: readonly string[];
  /** So many lines were counted whole: what they hold. */
  readonly counted: number;
  readonly sum: Facts;
  readonly title: TitleStrength;
  /** Lines before this one decide about the title. */
  readonly titled: number;
}

let last: Beginning | undefined;

/** What the beginning of a draft holds, and what its titles say. */
export function beginningOf(
  source: string,
  format: DocumentFormat,
): { readonly facts: Facts; readonly title: TitleStrength } {
  const head = source.slice(0, prefix[format]);
  return goneOn(head, format) ?? begun(head, format);
}

function begun(head: string, format: DocumentFormat): { facts: Facts; title: TitleStrength } {
  const text = roughText(head, format);
  const title = titleStrength(head, text, format);
  last = undefined;
  if (!isReadByLine(head, format)) return { facts: countedIn(text), title };
  const lines = head.split('\n');
  last = countedOn({ format, lines, counted: 0, sum: noFacts(), title, titled: titleLines(lines) });
  return { facts: factsIn(last), title };
}

/** The same from the draft looked at last, where a few lines have changed; undefined where that is not enough. */
function goneOn(head: string, format: DocumentFormat): { facts: Facts; title: TitleStrength } | undefined {
  if (!last || last.format !== format) return undefined;
  const lines = head.split('\n');
  // beyond what is counted nothing matters; where the draft is cut off, the rest moves
  const isCut = head.length === prefix[format];
  const [before, now] = isCut
    ? [last.lines, lines].map((all) => all.slice(0, last!.counted + MARGIN))
    : [last.lines, lines];
  const { start, removed, added } = changeBetween(before, now);
  if (removed + added > FEW_LINES) return undefined;
  const fresh = now.slice(start, start + added);
  if (!isReadByLine(fresh.join('\n'), format)) return undefined;
  const sum = noFacts();
  add(sum, last.sum, 1);
  let { counted } = last;
  if (start < counted) {
    if (start + removed > counted) return undefined;
    for (const line of before.slice(start, start + removed)) add(sum, factsOf(roughText(line, format)), -1);
    for (const line of fresh) add(sum, factsOf(roughText(line, format)), 1);
    counted += added - removed;
  }
  const title = start < last.titled ? titleOf(head, lines, format) : last.title;
  if (title === undefined) return undefined;
  last = countedOn({ ...last, lines, counted, sum, title, titled: titleLines(lines) });
  return { facts: factsIn(last), title: last.title };
}

/** An edit that touches more lines than this is looked at like a new draft. */
const FEW_LINES = 40;
const MARGIN = 20;

/** Counts lines as long as there is room, and takes back those for which there is none any more. */
function countedOn(from: Beginning): Beginning {
  const { lines, sum, format } = from;
  let { counted } = from;
  while (sum.words > prefixWords) add(sum, factsOf(roughText(lines[--counted], format)), -1);
  for (; counted < lines.length; counted++) {
    const facts = factsOf(roughText(lines[counted], format));
    if (sum.words + facts.words > prefixWords) break;
    add(sum, facts, 1);
  }
  return { ...from, counted };
}

/** With what of the first line that was not counted whole there is room for. */
function factsIn({ lines, counted, sum, format }: Beginning): Facts {
  const facts = noFacts();
  add(facts, sum, 1);
  const line = roughText(lines[counted] ?? '', format);
  add(facts, count(firstWords(line, prefixWords - sum.words)), 1);
  return facts;
}

/** Nothing in it reaches over the end of a line: comments, code, the tags of a page, front matter. */
const isReadByLine = (text: string, format: DocumentFormat): boolean =>
  format === 'plaintext' || (format === 'markdown' && !/```|<!--|^---/.test(text));

/** What the titles say, where the text begins soon enough to be found line by line. */
function titleOf(head: string, lines: readonly string[], format: DocumentFormat): TitleStrength | undefined {
  const first = lines.slice(0, SOON).find((line) => /\S/.test(roughText(line, format)));
  return first === undefined
    ? undefined
    : titleStrength(head, roughText(lines.slice(0, SOON).join('\n'), format), format);
}

/** The number of lines from the beginning that hold the first line of text and as many headings as are looked at. */
function titleLines(lines: readonly string[]): number {
  let headings = 0;
  let length = 0;
  for (let i = 0; i < lines.length; i++) {
    length += lines[i].length + 1;
    if (length > titlePrefix) return i + 1;
    if (
      /^(?:#{1,3}[ \t]+|title:[ \t]*)(?=[^\n]{0,100}\p{L})[^\n]{1,150}$/iu.test(lines[i]) &&
      ++headings === mostHeadings
    )
      return i + 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Reading text near enough to count words in. */
const roughText = (source: string, format: DocumentFormat): string =>
  withoutMarkup(source, format).replace(/[\u00a0\u2007\u202f]/g, ' ');

function withoutMarkup(source: string, format: DocumentFormat): string {
  if (format === 'html') {
    return source
      .replace(/<(script|style|noscript|svg)\b[^<>]*>[^<]*(?:<(?!\/\1)[^<]*)*/gi, ' ')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/&(?:nbsp|#160);/g, ' ')
      .replace(/&(?:rsquo|#8217|#39);/g, '’');
  }
  if (format === 'plaintext') return source;
  return source
    .replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '')
    .replace(/```[^`]*```/g, ' ')
    .replace(/\]\([^)\s]{0,500}\)/g, ']')
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, ' ')
    .replace(/[*_#>`[\]|]/g, ' ');
}
