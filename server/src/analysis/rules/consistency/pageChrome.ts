import catalogue from '../../catalogue/pageChrome.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { wholeBlock, wordsOf } from '../../document/place';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const words = readCatalogue(catalogue, wordLists('lines', 'beside'));
const lines = new Set(words.lines);
const beside = new Set(words.beside);

/** Words of the web page around a policy that were copied into its text: "Shopping Cart", "Skip to content". */
export const pageChrome: Rule = {
  id: 'consistency/page-chrome',
  title: 'Words of a web page stand in the policy',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy }) {
    const [first, ...others] = linesIn(policy);
    if (!first) return;
    yield {
      place: first,
      message: `“${wordsOf(first)}” comes from a web page and says nothing about privacy. Take it out.`,
      related: [...others, ...besideIn(policy)]
        .slice(0, MOST_RELATED)
        .map((place) => ({ place, message: `also “${wordsOf(place)}”` })),
    };
  },
};

const line = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<![.:›»>×|])[.:›»>×|]+$/, '')
    .trim();
const found = (known: ReadonlySet<string>) =>
  throughBlocks((block) => (block.kind !== 'cell' && known.has(line(block.text)) ? [wholeBlock(block)] : []));
const linesIn = found(lines);
const besideIn = found(beside);
const MOST_RELATED = 20;
