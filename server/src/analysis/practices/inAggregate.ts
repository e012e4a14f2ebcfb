import catalogue from '../catalogue/language/qualifiers.yaml';
import { part, readCatalogue, wordList } from '../catalogue/read';
import { PhraseList } from '../language/phrases';
import type { Clause } from '../language/types';

const manners = new PhraseList([...readCatalogue(catalogue, part('inAggregate', wordList))]);

/** "shared on an aggregate basis", "in anonymous form": what is told so is about nobody in particular. */
export const isInAggregate = ({ sentence, group, to }: Clause): boolean =>
  manners.find(sentence.tokens, Math.max(0, group.first - 1), to) !== undefined;
