import type { Place } from '../../document/types';
import type { Sentence } from '../../language/types';
import { throughSentences } from '../../practices/throughout';
import type { Rule } from '../types';
import { activeRegime } from './consistency';

const NUMBERS = new Map(
  Object.entries({ thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18 }),
);
const AGE =
  /\b(?:under|below|younger than|less than)\s(?:the\s)?(?:age\s(?:of\s)?)?(1\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b(?!\s(?:months|days|business|hours|weeks|minutes))/gi;
const CHILDREN = /\b(?:child|children|kids?|minors?|anyone|persons?|people|individuals?|users?|teens?)\b/i;
/** What is denied: that the service is for them, or that data about them are collected. */
const PREDICATE =
  /\b(?:not for|collect|solicit|direct|intend|target|design|permit|allow|aim|gather|request|market|register|address|offer|meant)/i;
/** Who says it; "you must not solicit data from anyone under 18" is a rule for users. */
const SPEAKER = /\b(?:we|us|our|sites?|websites?|services?|apps?|application|platform|products?|company|policy)\b/i;
/** Different ages are right for different laws, purposes and consents. */
const QUALIFIED =
  /\b(?:EU|EEA|GDPR|European|UK|United Kingdom|California|CCPA|CPRA|Brazil|LGPD|COPPA|United States|U\.S\.|Virginia|Colorado|Korea|India|jurisdictions?|countr(?:y|ies)|state|local law|applicable law|depending|where you live|equivalent|residents?|sell|sold|sale|share|shared|sharing|targeted|advertis(?:ing|ements?)|consent|parent|parental|guardian|opt(?:s|ed)?[- ]?in|remov(?:e|al)|delet(?:e|ion)|erase|alcohol|purchas(?:e|es|ing)|buy|know that|aware|learn|discover|purged)\b/i;

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
    age: NUMBERS.get(match[1].toLowerCase()) ?? Number(match[1]),
    place: { block, start: start + match.index, end: start + match.index + match[0].length },
  }));
}
