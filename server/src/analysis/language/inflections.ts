import { nounLemma } from './lemmas';

/** The last word of a term in singular and plural, the words before it as they are; capitals stay. */
export interface NumberForms {
  readonly singular: string;
  readonly plural: string;
  /** The term as given is the plural. */
  readonly isPlural: boolean;
}

const LAST_WORD = /(?<!\p{L})\p{L}+$/u;

/** "External Parties" gives "External Party" and itself; a term that does not end with a word has one form. */
export function numberForms(term: string): NumberForms {
  const word = LAST_WORD.exec(term)?.[0];
  if (word === undefined) return { singular: term, plural: term, isPlural: false };
  const before = term.slice(0, term.length - word.length);
  const lower = word.toLowerCase();
  const lemma = nounLemma(lower);
  const isPlural = lemma !== lower;
  return {
    singular: isPlural ? before + withCapitalsOf(word, lemma) : term,
    plural: isPlural ? term : before + pluralOf(word),
    isPlural,
  };
}

function pluralOf(word: string): string {
  const lower = word.toLowerCase();
  const isAbbreviation = word.length > 1 && word.length <= 5 && word === word.toUpperCase();
  const plural = isAbbreviation
    ? `${lower}s`
    : /[^aeiou]y$/.test(lower)
      ? `${lower.slice(0, -1)}ies`
      : /(?:s|x|z|ch|sh)$/.test(lower)
        ? `${lower}es`
        : `${lower}s`;
  return isAbbreviation ? `${word}s` : withCapitalsOf(word, plural);
}

/** Letters that two forms share keep their case; what is added is in capitals where the whole word is. */
function withCapitalsOf(word: string, form: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return form.toUpperCase();
  let shared = 0;
  while (shared < Math.min(word.length, form.length) && word[shared]?.toLowerCase() === form[shared]) shared++;
  return word.slice(0, shared) + form.slice(shared);
}
