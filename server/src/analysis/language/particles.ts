import catalogue from '../catalogue/language/verbs.yaml';
import { mapOf, part, readCatalogue, wordList } from '../catalogue/read';
import type { Token } from './types';

const phrasal = new Map(
  Object.entries(readCatalogue(catalogue, part('phrasal', mapOf(wordList)))).map(
    ([verb, particles]) => [verb, particles.map((particle) => particle.split(' '))] as const,
  ),
);

/** The particle that makes one verb with the word at `verb`: "on to" in "hold on to your data". Empty where there is none. */
export function particleOf(tokens: readonly Token[], verb: number, base: string): readonly string[] {
  const found = phrasal
    .get(base)
    ?.filter((words) => words.every((word, i) => tokens[verb + 1 + i]?.lower === word))
    .sort((a, b) => b.length - a.length);
  return found?.[0] ?? [];
}
