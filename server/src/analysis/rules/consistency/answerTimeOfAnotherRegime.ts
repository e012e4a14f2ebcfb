import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Requests under the GDPR are answered within one month; 45 days are the time of US state laws.
 * Source: GDPR Art. 12(3); Cal. Civ. Code 1798.130(a)(2)(A).
 */
export const answerTimeOfAnotherRegime: Rule = {
  id: 'consistency/answer-time-of-another-regime',
  aliases: ['CR-034'],
  title: 'Europeans are answered in an American time limit',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 12(3)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(said(policy, 'answer-time-of-another-regime'), (_, words) => ({
      message: `The GDPR gives one month, “${words}” is the time of US state laws. Say one month for the EEA and the UK.`,
      regime,
    }));
  },
};
