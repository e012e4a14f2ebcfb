import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Nobody may be made to open an account in order to exercise a right.
 * Source: Cal. Civ. Code 1798.130(a)(2)(A), 1798.135(c)(1); N.J.S.A. 56:8-166.6(c)(1).
 */
export const accountForRequests: Rule = {
  id: 'consistency/account-for-requests',
  aliases: ['CR-037'],
  title: 'An account is needed to make a request',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.130(a)(2)(A)' }, { text: 'Cal. Civ. Code § 1798.135(c)(1)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa', 'us-states');
    if (!regime) return;
    yield* once(said(policy, 'account-for-requests'), (_, words) => ({
      message: `“${words}”: nobody may be made to open an account for a request. Offer a way without one; those who have an account may use it.`,
      regime,
    }));
  },
};
