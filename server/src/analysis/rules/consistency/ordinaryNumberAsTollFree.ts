import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * Toll-free numbers of North America begin with 800, 833, 844, 855, 866, 877 or 888.
 * Source: 47 CFR 52.101 et seq.; the number is asked for by Cal. Civ. Code 1798.130(a)(1)(A).
 */
export const ordinaryNumberAsTollFree: Rule = {
  id: 'consistency/ordinary-number-as-toll-free',
  aliases: ['CR-068'],
  title: 'A number called toll-free is an ordinary one',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.130(a)(1)(A)' }],
  *check({ policy }) {
    yield* once(said(policy, 'toll-free'), () => ({
      message: `A toll-free number begins with 800, 833, 844, 855, 866, 877 or 888; the number here does not. Correct the number or drop the word.`,
    }));
  },
};
