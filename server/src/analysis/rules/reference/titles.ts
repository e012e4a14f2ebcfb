import { part, readCatalogue, wordSet } from '../../catalogue/read';
import catalogue from '../../catalogue/references.yaml';
import type { Block } from '../../document/types';
import { kept } from '../../kept';
import { lemmaOf } from '../../language/lemmas';
import { tokenize } from '../../language/tokens';
import { Search, throughBlocks } from '../../practices/throughout';

/** Something in the draft that a reader would take for the title of a section. */
export interface Title {
  readonly text: string;
  readonly words: readonly string[];
  readonly block: Block;
  /** A heading proper; else a run-in heading, a short line or bold words. */
  readonly heading: boolean;
}

/** A longer mention is no title; in UTF-16 units. */
const LONGEST_MENTION = 150;
/** Titles longer than this are sentences. */
const LONGEST_TITLE = 16;
/** Share of common words from which two titles are taken for the same. */
const ALIKE = 0.6;
/** Share of common content words from which a title is offered instead. */
const RELATED = 0.3;
const NUMBERING =
  /^(?:(?:section|part|article|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-z])\s*[.):–—-]+\s*|^\d{1,2}(?:\.\d{1,2}){0,3}\s+/i;
/** Words that say nothing about what a section is about. */
const smallWords = readCatalogue(catalogue, part('smallWords', wordSet));

/** Words of a title in dictionary form, without numbering. */
export function titleWords(title: string): string[] {
  return tokenize(title.replace(NUMBERING, ''))
    .filter((token) => token.kind === 'word' || token.kind === 'number')
    .map((token) => token.verb?.base ?? lemmaOf(token.lower));
}

export function withoutNumbering(title: string): string {
  return title.replace(NUMBERING, '').trim();
}

/** What in a block a reader would take for a title. */
const titlesIn = kept((block: Block): readonly Title[] => {
  const heading = block.kind === 'heading';
  const texts = [block.text];
  if (!heading) {
    if (block.runIn) texts.push(block.text.slice(block.runIn.start, block.runIn.end));
    for (const { kind, start, end } of block.inline)
      if (kind === 'strong' || kind === 'emphasis') texts.push(block.text.slice(start, end));
  }
  return texts.flatMap((text) => {
    if (text.length > 150) return [];
    const words = titleWords(text);
    return words.length > 0 && words.length <= LONGEST_TITLE ? [{ text, words, block, heading }] : [];
  });
});

/** The titles that headings are, in reading order. */
export const headingsOf = throughBlocks((block) => (block.kind === 'heading' ? titlesIn(block) : []));

/**
 * A heading that lost its mark and runs into its text: the title in capitals anywhere, or written as a title at the
 * beginning of a paragraph ("Opt out of marketing messages. You may…").
 */
function runsInto(title: string): (block: Block) => boolean {
  const bare = withoutNumbering(title);
  const shouted = bare.toUpperCase();
  const lower = bare.toLowerCase();
  return (block) =>
    (shouted !== bare && block.text.includes(shouted)) ||
    (block.text.length > bare.length && opening(block).startsWith(lower));
}

/** What a block begins with, long enough for any title, in lower case. */
const opening = kept(({ text }: Block) => withoutNumbering(text.slice(0, LONGEST_MENTION + 20)).toLowerCase());

/** Looks for a title that is not the mention itself, marked or not. */
export function searchFor(title: string, from: Block): Search {
  const words = titleWords(title);
  const isIn = runsInto(title);
  return new Search(({ blocks }) =>
    blocks.some((block) => block !== from && (isKnownTitle(words, titlesIn(block), from) || isIn(block))),
  );
}

/** Looks for a marked title that these words name. */
export const searchForTitle = (words: readonly string[], from: Block): Search =>
  new Search(({ blocks }) => blocks.some((block) => isKnownTitle(words, titlesIn(block), from)));

/** Whether a reader who looks for these words finds a title: the same but for case, punctuation, numbering or a word or two. */
function isKnownTitle(words: readonly string[], titles: readonly Title[], from: Block): boolean {
  return titles.some((title) => title.block !== from && sharesWord(words, title) && answers(words, title));
}

/** Cheap: most titles have no word in common with the one that is looked for. */
function sharesWord(words: readonly string[], title: Title): boolean {
  const known = stemsOf(title);
  return words.length === 0 || words.some((word) => known.has(stem(word)));
}

const stemsOf = kept(({ words }: Title): ReadonlySet<string> => new Set(words.map(stem)));

function answers(words: readonly string[], title: Title): boolean {
  if (likeness(words, title.words) >= ALIKE) return true;
  const at = indexOfWords(title.words, words);
  // an abbreviated heading ("Cookies" for "Cookies and similar technologies"); other lines must begin with the words
  return at === 0 ? title.heading || title.words.length <= words.length + 4 : at > 0 && title.heading;
}

/** The one that the author may have meant. */
export function closestTitle(words: readonly string[], titles: readonly Title[]): Title | undefined {
  const content = words.filter((word) => !smallWords.has(word));
  let best: Title | undefined;
  let score = RELATED;
  for (const title of titles) {
    const share = likeness(
      content,
      title.words.filter((word) => !smallWords.has(word)),
    );
    if (share > score) [best, score] = [title, share];
  }
  return best;
}

/** Dice coefficient over words. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.findIndex((other) => sameWord(word, other));
    if (at < 0) continue;
    common++;
    left.splice(at, 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** "organisation" and "organization", "contacting" and "contact". */
const sameWord = (a: string, b: string): boolean => a === b || stem(a) === stem(b);
const stem = (word: string): string => word.slice(0, 6);

function indexOfWords(words: readonly string[], part: readonly string[]): number {
  for (let at = 0; at + part.length <= words.length; at++)
    if (part.every((word, i) => sameWord(word, words[at + i]))) return at;
  return -1;
}
