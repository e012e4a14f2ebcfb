import type { DraftBlock } from './draftBlock';
import { plainRunIn } from './structureWords';
import { isTitleCase, isUpperCase, wordsIn } from './titles';

/** Longest run-in heading; in UTF-16 units and words. */
const longestRunIn = 90;
const mostRunInWords = 10;
/** A title in lower case style is shorter: beyond this it is mostly a clause. */
const mostPlainWords = 6;

/** "YOUR RIGHTS You may ask us …" */
const capitalRunIn = /^(\p{Lu}[\p{Lu}\d’'&/, -]{5,90}\p{Lu})[.:?–—-]?\s+(?=["“]?\p{Lu}\p{Ll}|\p{Lu}\s\p{Ll})/u;

/** Reading offsets of the run-in heading at the beginning of a block ("Payment Data: When you buy…"), without its mark. */
export function runInOf(block: DraftBlock): { start: number; end: number } | undefined {
  const { text, titleLine } = block;
  if (titleLine !== undefined) return { start: 0, end: titleLine };
  const strong = block.inline.find((span) => span.kind === 'strong');
  if (strong && strong.start === 0 && strong.end < text.length) return strongRunIn(text, strong.end);
  const capitals = capitalRunIn.exec(text);
  if (capitals && wordsIn(capitals[1]).length > 1) return { start: 0, end: capitals[1].length };
  const colon = text.slice(0, longestRunIn).search(/:\s/);
  const beforeSentence = block.kind === 'item' && /^:\s["“]?\p{Lu}/u.test(text.slice(colon, colon + 4));
  if (colon > 0 && colon + 2 < text.length && isRunInTitle(text.slice(0, colon), { beforeSentence }))
    return { start: 0, end: colon };
  const stop = text.slice(0, longestRunIn).search(/\.\s\p{Lu}/u);
  if (block.kind === 'item' && stop > 0) {
    const words = wordsIn(text.slice(0, stop));
    if (words.length > 1 && words.length <= mostRunInWords && isTitleCase(words) && !text.slice(0, stop).includes(','))
      return { start: 0, end: stop };
  }
  const dash = text.slice(0, longestRunIn).search(/\s[–—-]\s/);
  if (block.kind === 'item' && dash > 0 && isRunInTitle(text.slice(0, dash))) return { start: 0, end: dash };
  return undefined;
}

/** A bold beginning is a title where it ends with a mark of its own or such a mark follows. */
function strongRunIn(text: string, end: number): { start: number; end: number } | undefined {
  if (end > longestRunIn * 2) return undefined;
  const inside = /[.:?!–—-]$/.test(text.slice(0, end));
  const following = /^\s?(?:[:.–—]|-\s)/.test(text.slice(end, end + 3));
  const sentence = /^\s\p{Lu}/u.test(text.slice(end, end + 2)) && isTitleCase(wordsIn(text.slice(0, end)));
  if (!inside && !following && !sentence) return undefined;
  let last = end;
  while (last > 0 && /[\s.:–—-]/.test(text[last - 1])) last--;
  return last > 0 ? { start: 0, end: last } : undefined;
}

/** `beforeSentence`: a list item goes on with a sentence, so that a phrase before it can only be a title. */
export function isRunInTitle(title: string, { beforeSentence = false } = {}): boolean {
  if (/[.;!]\s|^\W|[“"]$/.test(title) || title.includes(': ')) return false;
  const words = wordsIn(title);
  if (words.length === 0 || words.length > mostRunInWords) return false;
  if (!/^\p{Lu}|^\d/u.test(words[0])) return false;
  const lower = words.map((word) => word.toLowerCase());
  if (plainRunIn.introducers.has(lower.join(' '))) return false;
  if (isUpperCase(title)) return true;
  // "We may collect: …" introduces a list; "What We Collect: …" titles a paragraph.
  if (plainRunIn.subjects.has(lower[0])) return false;
  if (plainRunIn.prepositions.has(lower[0]) && !beforeSentence) return false;
  if (isTitleCase(words)) return words.length > 1 || !plainRunIn.introducers.has(lower[0]);
  return words.length <= mostPlainWords && !lower.some((word) => plainRunIn.clauseWords.has(word));
}
