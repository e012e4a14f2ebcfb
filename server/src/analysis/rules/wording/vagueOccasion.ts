import { PhraseList } from '../../language/phrases';
import type { Sentence } from '../../language/types';
import type { Rule } from '../types';
import { hedged } from './hedgedPractice';
import { goesOn, isConcrete, more, OFF, PLAIN, perSection, placeOf, practices, said, saysWhen, words } from './vague';

/** "In some cases, you provide …", "in some instances, our partners …": what somebody else does. */
function isOfOthers({ tokens }: Sentence, last: number): boolean {
  const next = tokens[last + 1]?.lower === ',' ? last + 2 : last + 1;
  return others.has(tokens[next]?.lower ?? '') || others.has(tokens[next + 1]?.lower ?? '');
}
const others = new Set(words.others);

/** "services that sometimes include …", "an address can sometimes tell …", "(sometimes called …)": said in passing. */
const ASIDE = new Set(['that', 'which', 'who', 'you', 'they', 'can', '(']);
const occasions = new PhraseList(words.occasions);

/**
 * Something is done with data on occasions that are not said ("from time to time", "in certain circumstances").
 * Condition words after Bhatia et al., RE 2016; WP260 rev.01, paras 12-13.
 */
export const vagueOccasion: Rule = {
  id: 'wording/vague-occasion',
  title: 'When something is done with data is left open',
  severity: 'off',
  offBecause: OFF,
  citations: PLAIN,
  *check({ policy }) {
    const reported = hedged(policy);
    const places = practices(policy)
      .filter(({ sentence }) => !reported.has(sentence) && !saysWhen(sentence))
      .flatMap((practice) =>
        said(occasions, practice.sentence, policy)
          .filter((match) => !isConcrete(practice, match, policy) && !goesOn(practice.sentence, match))
          .filter(({ first }) => !ASIDE.has(practice.sentence.tokens[first - 1]?.lower ?? ''))
          .filter(({ last }) => !isOfOthers(practice.sentence, last))
          .map((match) => placeOf(practice.sentence, match)),
      );
    yield* perSection(
      places,
      (quote, others) => `'${quote}'${more(others)} does not say when this happens. Name the occasions.`,
    );
  },
};
