import catalogue from '../../catalogue/consistency.yaml';
import { mapOf, number, part, readCatalogue, wordLists } from '../../catalogue/read';
import time from '../../catalogue/time.yaml';
import type { Place } from '../../document/types';
import type { Sentence } from '../../language/types';
import { throughSentences } from '../../practices/throughout';
import type { Rule } from '../types';
import { activeRegime } from './consistency';

const known = readCatalogue(
  catalogue,
  part('childAges', wordLists('young', 'persons', 'denied', 'speakers', 'toldApart')),
);
const numbers = readCatalogue(time, part('numbers', mapOf(number)));
const AGES = Object.keys(numbers).filter((word) => word.endsWith('teen'));
const AGE = new RegExp(
  `\\b(?:${known.young.join('|')})\\s(?:the\\s)?(?:age\\s(?:of\\s)?)?(1\\d|${AGES.join('|')})\\b(?!\\s(?:months|days|business|hours|weeks|minutes))`,
  'gi',
);
const CHILDREN = new RegExp(`\\b(?:${known.persons.join('|')})\\b`, 'i');
/** What is denied: that the service is for them, or that data about them are collected. */
const PREDICATE = new RegExp(`\\b(?:${known.denied.join('|')})`, 'i');
/** Who says it; "you must not solicit data from anyone under 18" is a rule for users. */
const SPEAKER = new RegExp(`\\b(?:${known.speakers.join('|')})\\b`, 'i');
/** Different ages are right for different laws, purposes and consents. */
const QUALIFIED = new RegExp(`\\b(?:${known.toldApart.join('|')})\\b`, 'i');

/**
 * Two ages for the same statement about children, with nothing that tells them apart.
 * Source: COPPA, 16 CFR 312.2 (13); GDPR Art. 8(1) (13 to 16); Cal. Civ. Code 1798.120(c) (16).
 */
export const differentChildAges: Rule = {
  id: 'consistency/different-child-ages',
  aliases: ['CR-028'],
  title: 'Two different ages for children',
  severity: 'warning',
  citations: [{ text: '16 CFR § 312.2' }, { text: 'GDPR Art. 8(1)' }, { text: 'Cal. Civ. Code § 1798.120(c)' }],
  *check({ policy }) {
    const ages = new Map<number, Place>();
    for (const { age, place } of agesGiven(policy)) {
      if (!ages.has(age)) ages.set(age, place);
    }
    if (ages.size < 2) return;
    const [[first, firstPlace], [second, secondPlace]] = ages;
    yield {
      place: secondPlace,
      message: `Children are those under ${first} in one place and under ${second} here. Keep one age, or say where or for what each applies.`,
      related: [{ place: firstPlace, message: `under ${first} here` }],
      regime: activeRegime(policy, 'coppa', 'gdpr', 'ccpa'),
    };
  },
};

/** Two ages in one sentence are told apart there. */
const agesGiven = throughSentences((sentence) => {
  const found = agesIn(sentence);
  return found.length === 1 ? found : [];
});

function agesIn({ block, start, end }: Sentence): { age: number; place: Place }[] {
  const words = block.text.slice(start, end);
  if (
    !CHILDREN.test(words) ||
    !SPEAKER.test(words) ||
    !PREDICATE.test(words) ||
    QUALIFIED.test(words) ||
    QUALIFIED.test(block.section.title)
  )
    return [];
  return [...words.matchAll(AGE)].map((match) => ({
    age: numbers[match[1].toLowerCase()] ?? Number(match[1]),
    place: { block, start: start + match.index, end: start + match.index + match[0].length },
  }));
}
