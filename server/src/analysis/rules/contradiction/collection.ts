import type { Rule } from '../types';
import { reportFamily } from './pairs/findings';
import { limitCollection } from './pairs/repairs';

/**
 * Data is said not to be collected or kept, and elsewhere that it is.
 * A notice that says both misleads whichever holds: GDPR Art. 5(1)(a) and 13, Cal. Civ. Code 1798.100(a), FTC Act section 5.
 */
export const collection: Rule = {
  id: 'contradiction/collection',
  title: 'Data said not to be collected, but collected elsewhere in the draft',
  severity: 'error',
  citations: [
    { text: 'GDPR Art. 5(1)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.100(a)' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  check: ({ policy }) =>
    reportFamily(policy, {
      actions: ['collect', 'store', 'retain'],
      advice: 'Limit the denial, or drop the other statement.',
      fixes: limitCollection,
    }),
};
