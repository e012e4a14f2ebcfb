import catalogue from '../../catalogue/pageChrome.yaml';
import { wholeBlock, wordsOf } from '../../document/place';
import type { Rule } from '../types';

const words = catalogue as { lines: readonly string[]; beside: readonly string[] };
const lines = new Set(words.lines);
const beside = new Set(words.beside);

/** Words of the web page around a policy that were copied into its text: "Shopping Cart", "Skip to content". */
export const pageChrome: Rule = {
  id: 'consistency/page-chrome',
  title: 'Words of a web page stand in the policy',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy: { document } }) {
    const found = (known: ReadonlySet<string>) =>
      document.blocks.filter((block) => block.kind !== 'cell' && known.has(line(block.text))).map(wholeBlock);
    const [first, ...others] = found(lines);
    if (!first) return;
    yield {
      place: first,
      message: `'${wordsOf(first)}' comes from a web page and says nothing about privacy. Take it out.`,
      related: [...others, ...found(beside)]
        .slice(0, MOST_RELATED)
        .map((place) => ({ place, message: `also '${wordsOf(place)}'` })),
    };
  },
};

const line = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.:›»>×|]+$/, '')
    .trim();
const MOST_RELATED = 20;
