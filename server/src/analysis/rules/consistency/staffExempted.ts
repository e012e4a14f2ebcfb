import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * The exemptions for staff, applicants and business contacts expired on 1 January 2023.
 * Source: Cal. Civ. Code 1798.145(m) and (n).
 */
export const staffExempted: Rule = {
  id: 'consistency/staff-exempted',
  aliases: ['CR-054'],
  title: 'Employees are said to be outside the CCPA',
  severity: 'off',
  offBecause: 'no published policy was found on which its precision could be measured',
  citations: [{ text: 'Cal. Civ. Code § 1798.145(m), (n)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'staff-exempted'), (_, words) => ({
      message: `The exemption for staff, applicants and business contacts expired on 1 January 2023 (“${words}”). Refer to their own notice.`,
      regime,
    }));
  },
};
