import type { Rule } from '../types';
import { reportFamily } from './pairs/findings';
import { limitSharing } from './pairs/repairs';

/**
 * Data is said not to be handed to others, and elsewhere that it is.
 * Recipients must be named: GDPR Art. 13(1)(e), Cal. Civ. Code 1798.110(c)(4).
 */
export const sharing: Rule = {
  id: 'contradiction/sharing',
  title: 'Data said not to be shared, but shared elsewhere in the draft',
  severity: 'error',
  citations: [
    { text: 'GDPR Art. 13(1)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.110(c)(4)' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  check: ({ policy }) =>
    reportFamily(policy, {
      actions: ['share', 'ccpaShare', 'allow'],
      advice: 'Name such recipients as an exception, or drop one of the two.',
      fixes: limitSharing,
    }),
};
