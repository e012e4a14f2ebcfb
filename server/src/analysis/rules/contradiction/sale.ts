import { isForPrice } from '../../practices/clauses/saleSense';
import type { Rule } from '../types';
import { reportFamily } from './pairs/findings';
import { limitSale } from './pairs/repairs';

/**
 * Data is said not to be sold, and elsewhere that it is. Sharing is no sale; in California's sense of the word, giving
 * data for anything of value is one: Cal. Civ. Code 1798.140(ad).
 */
export const sale: Rule = {
  id: 'contradiction/sale',
  title: 'Data said not to be sold, but sold elsewhere in the draft',
  severity: 'error',
  citations: [
    { text: 'Cal. Civ. Code § 1798.140(ad)' },
    { text: 'Cal. Civ. Code § 1798.130(a)(5)(C)' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  check: ({ policy }) =>
    reportFamily(policy, {
      actions: ['sell'],
      advice: ({ conflicts }) =>
        conflicts.some(({ said }) => isForPrice(said.statement.sense))
          ? 'Drop the denial and say how to opt out, or stop the sale.'
          : 'Limit the denial to sales for money and say how to opt out of the rest, or drop it.',
      fixes: limitSale,
    }),
};
