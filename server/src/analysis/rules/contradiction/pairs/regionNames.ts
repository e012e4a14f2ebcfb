import { places } from '../../../catalogue/placeNames';
import catalogue from '../../../catalogue/places.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import type { Sentence } from '../../../language/types';

/** Names of countries and regions in a sentence, "third countries" and "worldwide" included. */

const { elsewhere, thirdCountries } = readCatalogue(catalogue, wordLists('elsewhere', 'thirdCountries'));
const byName = new Map(places.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
const firstWords = new Set([...byName.keys(), ...elsewhere].map((name) => name.toLowerCase().split(' ')[0]));
/** Every word of such a name, in lower case. */
export const regionWords: ReadonlySet<string> = new Set(
  [...byName.keys()].flatMap((name) => name.toLowerCase().split(' ')),
);
/** In tokens. */
const LONGEST_NAME = 4;

/** A country or region (undefined: "other countries"), by its tokens. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly where?: string;
  /** "third countries" */
  readonly third?: boolean;
}

/** In reading order. */
export function namesIn(sentence: Sentence): Name[] {
  const found: Name[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) {
    const name = nameAt(sentence, i);
    if (!name) continue;
    found.push(name);
    i = name.last;
  }
  return found;
}

/** The country or region whose name starts at a token. */
function nameAt({ tokens, block }: Sentence, first: number): Name | undefined {
  if (!firstWords.has(tokens[first]?.lower)) return undefined;
  let words = '';
  for (let last = first; last < first + LONGEST_NAME && last < tokens.length; last++) {
    const token = tokens[last];
    if (!token || token.glue !== undefined) return undefined;
    words = last === first ? token.lower : `${words} ${token.lower}`;
    if (words === 'us' && block.text.slice(token.start, token.end) !== 'US') return undefined;
    const where = byName.get(words === 'us' ? 'US' : words);
    const next = tokens[last + 1];
    // "EU-U.S. Privacy Shield" names no place where data lies
    if (where && next?.glue === undefined && !byName.has(`${words} ${next?.lower ?? ''}`))
      return { first, last, where };
    if (elsewhere.includes(words)) return { first, last, third: thirdCountries.includes(words) };
  }
  return undefined;
}
