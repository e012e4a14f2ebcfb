import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Consumers may ask for everything collected since 1 January 2022 unless that is impossible or disproportionate.
 * Source: Cal. Civ. Code 1798.130(a)(2)(B).
 */
export const knowLimitedTo12Months: Rule = {
  id: 'consistency/know-limited-to-12-months',
  aliases: ['CR-075'],
  title: 'The right to know is limited to 12 months',
  severity: 'information',
  citations: [{ text: 'Cal. Civ. Code § 1798.130(a)(2)(B)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'know-limited-to-12-months'), (_, words) => ({
      message: `The right to know reaches back to 1 January 2022, further than “${words}”. Offer the longer period.`,
      regime,
    }));
  },
};
