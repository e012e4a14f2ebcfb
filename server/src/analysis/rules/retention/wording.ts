import type { Citation } from '../../citation';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';

const LONGEST_QUOTE = 60;

/** Words of the draft in quotation marks, shortened at a blank. */
export function quoted(place: Place): string {
  const words = wordsOf(place).trim();
  if (words.length <= LONGEST_QUOTE) return `“${words}”`;
  return `“${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))} …”`;
}

export const STORAGE_PERIOD: readonly Citation[] = [
  { text: 'GDPR Art. 13(2)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  { text: 'Article 29 Working Party, Guidelines on transparency (WP260 rev.01), annex, “storage period”' },
  { text: 'CNIL, SAN-2022-020 (Discord), 10 November 2022' },
  { text: 'Cal. Civ. Code § 1798.100(a)(3)' },
];
