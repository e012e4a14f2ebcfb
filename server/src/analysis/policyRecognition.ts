import content from './catalogue/recognition.yaml';
import type { DocumentFormat } from './document/types';

interface RecognitionCatalogue {
  readonly fileNames: readonly string[];
  readonly clearTitles: readonly string[];
  readonly titles: readonly string[];
  readonly cues: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, readonly string[]>>;
}

export interface Recognition {
  readonly isPolicy: boolean;
  readonly reason?: 'notAPolicy' | 'notEnglish' | 'tooLarge' | 'empty';
}

/** A draft beyond this is not checked; in UTF-16 units. */
export const largestDraft = 5 * 1024 * 1024;

/** How much of a draft is looked at: source in UTF-16 units (a page's head can be long), reading text in words. */
const prefix: Record<DocumentFormat, number> = { markdown: 60_000, plaintext: 60_000, html: 400_000 };
const prefixWords = 6000;
/** A draft with fewer words is young: its name and its title speak for it before its text can. */
const youngDraft = 200;
/** Where front matter and directives are sought: UTF-16 units of the source. */
const declarationPrefix = 2000;
/** Where titles are sought: UTF-16 units of the text. */
const titlePrefix = 20_000;
/** Share of stop words in English prose is 0.3 to 0.5; menus and lists of data types have fewer. */
const leastShare = 0.1;
/** A language needs this many words to be told. */
const leastWords = 25;

const catalogue = content as RecognitionCatalogue;
const fileNames = new RegExp(`(?:^| )(?:${catalogue.fileNames.join('|')})(?: |$)`, 'i');
const clearTitles = new RegExp(`(?<!\\p{L})(?:${catalogue.clearTitles.join('|')})(?!\\p{L})`, 'iu');
const titles = new RegExp(`\\b(?:${catalogue.titles.join('|')})\\b`, 'i');
const cues = Object.values(catalogue.cues).map((cue) => new RegExp(`\\b(?:${cue})`, 'gi'));
const languages = Object.entries(catalogue.languages).map(([name, words]) => ({ name, words: new Set(words) }));

/**
 * Whether a file is a privacy policy that the linter reads: by its name and titles together with what it says, or by
 * what it says alone. Looks at a bounded prefix. What this decides holds for editor, server and directory search alike.
 */
export function recognisePolicy(source: string, format: DocumentFormat, fileName = ''): Recognition {
  if (source.length > largestDraft) return { isPolicy: false, reason: 'tooLarge' };
  const text = roughText(source.slice(0, prefix[format]), format);
  const facts = beginningOf(text);
  if (facts.words === 0) return { isPolicy: false, reason: 'empty' };
  const title = titleStrength(source, text, format);
  const named = fileNames.test(baseName(fileName));
  const language = languageOf(facts);
  if (language !== 'english' && language !== 'unknown')
    return { isPolicy: false, reason: title !== 'none' || named ? 'notEnglish' : 'notAPolicy' };
  if (isDeclared(source) || (named && title === 'clear' && facts.words < youngDraft)) return { isPolicy: true };
  const demand =
    title === 'clear' || (title === 'hint' && named) ? 'titled' : title === 'hint' || named ? 'hinted' : 'bare';
  return saysSo(facts, demand) ? { isPolicy: true } : { isPolicy: false, reason: 'notAPolicy' };
}

/** The author says so: `regimes:` in the front matter, or a directive comment at the top. */
function isDeclared(source: string): boolean {
  const head = source.slice(0, declarationPrefix);
  const frontMatter = /^\uFEFF?---\r?\n([\s\S]*?)\n---/.exec(head)?.[1];
  return (frontMatter !== undefined && /^regimes:/m.test(frontMatter)) || /<!--\s*policy-linter[\s-]/.test(head);
}

/** What is counted in a text. */
interface Facts {
  words: number;
  /** Words in Latin letters. */
  latin: number;
  /** Stop words of each language. */
  readonly stopWords: number[];
  /** Occurrences of each kind of cue, which never goes over the end of a line. */
  readonly cues: number[];
}

/** The facts of lines, which mostly stay the same from one version of a draft to the next. */
const knownLines = new Map<string, Facts>();
const mostKnown = 5000;

/** The facts of as much of a text as is looked at. */
function beginningOf(text: string): Facts {
  const sum: Facts = { words: 0, latin: 0, stopWords: languages.map(() => 0), cues: cues.map(() => 0) };
  for (const line of text.split('\n')) {
    let facts = factsOf(line);
    if (sum.words + facts.words > prefixWords) facts = count(firstWords(line, prefixWords - sum.words));
    sum.words += facts.words;
    sum.latin += facts.latin;
    facts.stopWords.forEach((number, i) => {
      sum.stopWords[i] += number;
    });
    facts.cues.forEach((number, i) => {
      sum.cues[i] += number;
    });
    if (sum.words >= prefixWords) break;
  }
  return sum;
}

function factsOf(line: string): Facts {
  let facts = knownLines.get(line);
  if (!facts) {
    if (knownLines.size >= mostKnown) knownLines.clear();
    facts = count(line);
    knownLines.set(line, facts);
  }
  return facts;
}

function count(line: string): Facts {
  const words = (line.match(/[\p{L}\p{M}'’]+/gu) ?? []).map((word) => word.toLowerCase());
  const latin = words.filter((word) => /^[\p{Script=Latin}'’]+$/u.test(word));
  return {
    words: words.length,
    latin: latin.length,
    stopWords: languages.map((language) => latin.reduce((sum, word) => sum + Number(language.words.has(word)), 0)),
    cues: cues.map((cue) => line.match(cue)?.length ?? 0),
  };
}

function firstWords(line: string, most: number): string {
  let left = most;
  for (const match of line.matchAll(/[\p{L}\p{M}'’]+/gu)) if (left-- === 0) return line.slice(0, match.index);
  return line;
}

/**
 * The language of running text by its stop words: a name of the catalogue, "other" for another script, "unknown" where
 * no language stands out (menus, code, a few words).
 */
function languageOf({ words, latin, stopWords }: Facts): string {
  if (latin < words / 2) return 'other';
  if (words < leastWords) return 'unknown';
  let best = 'unknown';
  let most = leastShare * words;
  languages.forEach(({ name }, i) => {
    if (stopWords[i] <= most) return;
    best = name;
    most = stopWords[i];
  });
  return best;
}

/** How many kinds of cues, how many cues and how many per 1000 words a text needs, by what else speaks for a policy. */
const demands = {
  titled: { kinds: 2, count: 3, density: 3 },
  hinted: { kinds: 3, count: 4, density: 4 },
  bare: { kinds: 6, count: 15, density: 14 },
} as const;

function saysSo({ words, cues: counts }: Facts, demand: keyof typeof demands): boolean {
  const kinds = counts.filter((number) => number > 0).length;
  const total = counts.reduce((sum, number) => sum + number, 0);
  const least = demands[demand];
  return kinds >= least.kinds && total >= least.count && (total * 1000) / words >= least.density;
}

/** `clear`: the draft calls itself a privacy policy; `hint`: one of its first headings speaks of privacy. */
function titleStrength(source: string, text: string, format: DocumentFormat): 'clear' | 'hint' | 'none' {
  const first = /\S.*/.exec(text.slice(0, titlePrefix))?.[0];
  const found = headingsIn(source, format).concat(first ?? []);
  const short = found.filter((title) => title.length <= 150);
  if (short.slice(0, 2).some((title) => clearTitles.test(title)) || (first && clearTitles.test(first.slice(0, 150))))
    return 'clear';
  return short.some((title) => titles.test(title)) ? 'hint' : 'none';
}

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
    if (found.push(match[1] ?? match[2]) === 3) break;
  return found;
}

function baseName(fileName: string): string {
  const name = /(?<![^/\\])[^/\\]*$/.exec(fileName)?.[0] ?? '';
  return name
    .replace(/\.\w+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Reading text near enough to count words in. */
function roughText(source: string, format: DocumentFormat): string {
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
