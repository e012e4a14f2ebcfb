import type { Clause, Sentence, Token } from '../../language/types';
import { phrases, words } from './wording';

const keepNouns = phrases('keepNouns');
const deleteNouns = phrases('deleteNouns');
const otherRetention = words('otherRetention');
const ofText = words('ofText');
const nounHeads = words('nounHeads');

/** "storage", "deletion": nouns that say that data is kept or deleted. */
export function nounsOfRetention({ tokens }: Sentence, clauses: readonly Clause[]) {
  const nouns = [
    ...keepNouns.all(tokens).map((match) => ({ ...match, action: 'keep' as const })),
    ...deleteNouns.all(tokens).map((match) => ({ ...match, action: 'delete' as const })),
  ];
  return nouns.filter(
    ({ first, last, action }) =>
      !(action === 'delete' && ((first === 0 && isTitleOfRight(tokens, clauses)) || isOfText(tokens, first))) &&
      !isTitle(tokens, first, last) &&
      !nounHeads.has(tokens[last + 1]?.lemma) &&
      !otherRetention.has(tokens[first - 1]?.lemma),
  );
}

/** "as described in How Long We Keep Information": the title of a section. */
const isTitle = (tokens: readonly Token[], first: number, last: number): boolean =>
  first > 0 && last > first && tokens.slice(first, last + 1).every(({ capitalised }) => capitalised);

/** "modifications, additions or deletions": of the text, not of data. */
const isOfText = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at + 5).some(({ lemma }) => ofText.has(lemma));

/** "Deletion of data that we no longer need.": what the reader may ask for, not what is done. */
const isTitleOfRight = (tokens: readonly Token[], clauses: readonly Clause[]): boolean =>
  !clauses.some(({ embedding }) => embedding === 'main') && !tokens.some(({ kind }) => kind === 'number');
