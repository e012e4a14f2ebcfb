import placeholders from '../catalogue/placeholders.yaml';
import { readCatalogue, wordLists } from '../catalogue/read';

const { names, requests, elements } = readCatalogue(placeholders, wordLists('names', 'requests', 'elements'));
const openers = new Set([...names, ...requests].filter((word) => !elements.includes(word)));

/** Longest gap in angle brackets; in UTF-16 units. */
const LONGEST = 80;
const WORDS_IN_ANGLES = /^<(\p{L}{2,20})((?:[ _-]\p{L}{1,20}){0,10})>$/u;

/**
 * Whether what looks like a tag is a gap that an author left: `<insert company name>`, `<DATE>`. It is read as words;
 * no element of HTML is called so.
 */
export function isGapTag(source: string, from: number, to: number): boolean {
  if (to - from > LONGEST) return false;
  const match = WORDS_IN_ANGLES.exec(source.slice(from, to));
  if (!match || !openers.has(match[1].toLowerCase())) return false;
  return match[2] !== '' || match[1] === match[1].toUpperCase();
}
