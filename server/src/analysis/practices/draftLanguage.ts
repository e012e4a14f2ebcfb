import type { PolicyDocument } from '../document/types';
import { addCounts, countsOf, type LanguageCounts, languageOf, noCounts } from '../language/functionWords';
import type { Sentence } from '../language/types';
import { sentencesIn } from './sentences';
import { throughRegions } from './throughout';

/** Titles, cells and items of a list hold names and addresses, which keep the words of where they come from. */
const isProse = ({ block, end }: Sentence): boolean =>
  block.kind === 'paragraph' || (block.kind === 'item' && /[.!?;:。！？]$/.test(block.text.slice(end - 1, end)));

const countsIn = throughRegions((region): LanguageCounts[] => {
  const sum = noCounts();
  for (const sentence of sentencesIn(region)) {
    if (!isProse(sentence)) continue;
    addCounts(sum, countsOf(sentence.tokens.flatMap(({ kind, lower }) => (kind === 'word' ? [lower] : []))));
  }
  return [sum];
});

/**
 * The language of a draft that is not written in English: a name of the catalogue, "other" for another script; undefined
 * for a draft in English, one that holds a part in English, and one whose language cannot be told.
 */
export function otherLanguage(policy: { readonly document: PolicyDocument }): string | undefined {
  const sum = noCounts();
  for (const counts of countsIn(policy)) addCounts(sum, counts);
  const language = languageOf(sum);
  return language === 'English' || language === 'unknown' ? undefined : language;
}
