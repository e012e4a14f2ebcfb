import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Data of consumers under 16 may be sold or shared for advertising only after opt-in.
 * Source: Cal. Civ. Code 1798.120(c); 11 CCR 7070 and 7071.
 */
export const adsToMinors: Rule = {
  id: 'consistency/ads-to-minors',
  aliases: ['CR-067'],
  title: 'Targeted advertising to minors without opt-in',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.120(c)' }, { text: '11 CCR § 7071' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa', 'us-states');
    if (!regime) return;
    yield* once(said(policy, 'ads-to-minors'), (_, words) => ({
      message: `Under 16, advertising of this kind needs an opt-in (“${words}”). Say that you ask for it, or leave minors out.`,
      regime,
    }));
  },
};
