import { articles, clauseOpeners, questionWords, smallWords, statementVerbs } from './structureWords';

const word = /[\p{L}\p{N}][\p{L}\p{N}’'&/.-]*/gu;

/** Longest title without a mark; in UTF-16 units and words. */
const longestTitle = 100;
const mostTitleWords = 12;
/** "The skin finder": one that begins with an article is short. */
const mostWordsWithArticle = 5;
/** A question by itself may be longer. */
const longestQuestion = 140;
const mostQuestionWords = 20;

export function wordsIn(text: string): string[] {
  return text.match(word) ?? [];
}

function isCapitalised(text: string): boolean {
  const [first] = text;
  return first !== undefined && first !== first.toLowerCase();
}

/** "Categories of Personal Information": every word that carries weight begins with a capital. */
export function isTitleCase(words: readonly string[]): boolean {
  let weighty = 0;
  for (const each of words) {
    if (smallWords.has(each.toLowerCase()) || !/^\p{L}/u.test(each)) continue;
    if (!isCapitalised(each)) return false;
    weighty++;
  }
  return weighty > 0;
}

/** "HOW WE USE DATA" */
export function isUpperCase(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/**
 * Whether a line by itself reads as a title: short, no final punctuation of a sentence, nothing that belongs to an
 * address or a label with its value.
 */
export function looksLikeTitle(text: string): boolean {
  const question = text.endsWith('?');
  if (text.length > (question ? longestQuestion : longestTitle) || text.length < 2) return false;
  if (/[.,;:!–—-]$/.test(text) && !/\b(?:Inc|Ltd|Co|Corp|U\.S|etc)\.$/.test(text)) return false;
  if (/[@|]|:\/\/|www\.|\d{5}|^\W*$|:\s/.test(text)) return false;
  const words = wordsIn(text);
  if (words.length === 0 || words.length > (question ? mostQuestionWords : mostTitleWords)) return false;
  if (!/^[“"'‘([]?[\p{Lu}\p{N}]/u.test(text)) return false;
  return question || isTitleCase(words) || isUpperCase(text) || isPlainTitle(words.map((each) => each.toLowerCase()));
}

/** A title in lower case style ("How long we keep data") makes no statement. */
function isPlainTitle(words: readonly string[]): boolean {
  if (questionWords.has(words[0])) return true;
  if (clauseOpeners.has(words[0])) return false;
  if (articles.has(words[0]) && words.length > mostWordsWithArticle) return false;
  return words.includes('we') || words.includes('you') || !words.some((each) => statementVerbs.has(each));
}
