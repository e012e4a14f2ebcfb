import type { Rule } from '../types';
import { activeRegime, said, shortened } from './consistency';

/**
 * Financial incentives are denied while something of value is offered for data.
 * Source: Cal. Civ. Code 1798.125(b); 11 CCR 7016.
 */
export const incentiveDenied: Rule = {
  id: 'consistency/incentive-denied',
  aliases: ['CR-069'],
  title: 'Financial incentives are denied and offered',
  severity: 'information',
  citations: [{ text: 'Cal. Civ. Code § 1798.125(b)' }, { text: '11 CCR § 7016' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    const [denial] = said(policy, 'no-incentive');
    const [scheme] = said(policy, 'incentive-scheme');
    if (!regime || !denial || !scheme) return;
    yield {
      place: denial.place,
      regime,
      message: `“${shortened(scheme.place)}” gives something of value for data, which is a financial incentive. Describe its terms and its value instead of denying it.`,
      related: [{ place: scheme.place, message: 'the offer' }],
    };
  },
};
