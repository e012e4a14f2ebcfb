import { mapOf, part, readCatalogue, wordList } from '../catalogue/read';
import content from '../catalogue/recognition.yaml';

/** The languages that running text can be told by, English first. */
const languages = Object.entries(readCatalogue(content, part('languages', mapOf(wordList))));
const languagesWith = new Map<string, readonly number[]>();
languages.forEach(([, words], language) => {
  for (const word of words) languagesWith.set(word, [...(languagesWith.get(word) ?? []), language]);
});
const ENGLISH = languages.findIndex(([name]) => name === 'English');

/** What tells the language of a text; counts of a text are the sums of those of its stretches. */
export interface LanguageCounts {
  words: number;
  /** Letters of the Latin alphabet and of others. */
  latin: number;
  otherScript: number;
  /** Function words by language. */
  readonly functionWords: number[];
  /** Words of the stretches that read as English. */
  english: number;
}

export const noCounts = (): LanguageCounts => ({
  words: 0,
  latin: 0,
  otherScript: 0,
  functionWords: languages.map(() => 0),
  english: 0,
});

export function addCounts(sum: LanguageCounts, counts: LanguageCounts, times: 1 | -1 = 1): void {
  sum.words += times * counts.words;
  sum.latin += times * counts.latin;
  sum.otherScript += times * counts.otherScript;
  for (let i = 0; i < sum.functionWords.length; i++) sum.functionWords[i] += times * counts.functionWords[i];
  sum.english += times * counts.english;
}

const LATIN = /^\p{Script=Latin}/u;
/** Below, every letter is Latin: most words need no regular expression. */
const LATIN_END = 0x250;
const isLatin = (word: string): boolean => word.charCodeAt(0) < LATIN_END || LATIN.test(word);

/** Of the words of a sentence or a line, in lower case. */
export function countsOf(words: readonly string[]): LanguageCounts {
  const counts = noCounts();
  counts.words = words.length;
  for (const word of words) {
    if (isLatin(word)) counts.latin += word.length;
    else counts.otherScript += word.length;
    for (const language of languagesWith.get(word) ?? []) counts.functionWords[language]++;
  }
  if (readsAsEnglish(counts)) counts.english = counts.words;
  return counts;
}

/** Share of function words in English prose is 0.3 to 0.5; menus and lists of data types have fewer. */
const LEAST_SHARE = 0.1;
/** A stretch reads as English by two words that are no accident in another language. */
const LEAST_ENGLISH = 2;

function readsAsEnglish({ words, functionWords }: LanguageCounts): boolean {
  const english = functionWords[ENGLISH];
  if (english < LEAST_ENGLISH || english < LEAST_SHARE * words) return false;
  return functionWords.every((count, language) => language === ENGLISH || count < english);
}

/** A language needs this many words to be told, or so many letters of another script. */
const LEAST_WORDS = 25;
const LEAST_LETTERS = 60;
/** Such a share of all words, or so many that are a share at all, are a part in English that can be checked. */
const ENGLISH_SHARE = 0.15;
const ENGLISH_PART = 150;
const LEAST_ENGLISH_SHARE = 0.03;
/** The function words of another language outnumber the English ones so many times. */
const CLEARLY_MORE = 2;

/**
 * The language of a text by its function words: a name of the catalogue, "other" for another script, "unknown" where no
 * language stands out (menus, code, a few words). A text with a part in English is English, whatever the rest is.
 */
export function languageOf({ words, latin, otherScript, functionWords, english }: LanguageCounts): string {
  const isPart = english >= ENGLISH_PART && english > LEAST_ENGLISH_SHARE * words;
  if (isPart || english > ENGLISH_SHARE * words) return 'English';
  if (otherScript >= LEAST_LETTERS && otherScript > latin / 2) return 'other';
  if (words < LEAST_WORDS) return 'unknown';
  let best = 'unknown';
  let most = LEAST_SHARE * words;
  functionWords.forEach((count, language) => {
    if (count <= most || (language !== ENGLISH && count < CLEARLY_MORE * functionWords[ENGLISH])) return;
    best = languages[language][0];
    most = count;
  });
  return best;
}
