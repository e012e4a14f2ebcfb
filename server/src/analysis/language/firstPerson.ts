import { isAdverb, modals, negators, secondPerson } from './grammar';
import type { Token } from './types';

/**
 * The words of a sentence with "I" read as "we" where one person speaks for the whole offer ("I don't share your data"), so
 * that the rest of the reading knows one first person only. In a question and in "I did not receive my order" the reader
 * speaks; "Part I" is no person.
 */
export function withOneFirstPerson(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isI) || tokens.at(-1)?.lower === '?' || isReaders(tokens)) return tokens;
  return tokens.map((token, i) =>
    isI(token) && speaks(tokens[i + 1]) ? { ...token, lower: 'we', lemma: 'we' } : token,
  );
}

const isI = ({ lower, capitalised }: Token): boolean => lower === 'i' && capitalised;

/** "I forgot my password": it is the reader's own, and nobody is addressed. */
const isReaders = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }, i) => lower === 'my' && tokens[i - 1]?.verb !== undefined) &&
  !tokens.some(({ lower }) => secondPerson.has(lower));

/** What stands behind the pronoun, not behind a numeral. */
const speaks = (next: Token | undefined): boolean =>
  next !== undefined &&
  ((next.verb !== undefined && next.verb.form !== 'third') ||
    modals.has(next.lower) ||
    negators.has(next.lower) ||
    next.lower.startsWith("'") ||
    isAdverb(next));
