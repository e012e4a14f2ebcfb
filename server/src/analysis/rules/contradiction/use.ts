import type { Rule } from '../types';
import { reportFamily } from './pairs/findings';

/**
 * Data is said not to be used for a purpose, and elsewhere that it is.
 * Purposes must be stated and kept to: GDPR Art. 5(1)(b) and 13(1)(c), Cal. Civ. Code 1798.100(a)(1).
 */
export const use: Rule = {
  id: 'contradiction/use',
  title: 'Data said not to be used for a purpose, but used for it elsewhere in the draft',
  severity: 'error',
  citations: [
    { text: 'GDPR Art. 5(1)(b) and 13(1)(c)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.100(a)(1)' },
  ],
  check: ({ policy }) =>
    reportFamily(policy, {
      actions: ['use'],
      advice: ({ denial }) =>
        denial.purposes.length > 0
          ? 'Drop one of the two, or say for which data the purpose is ruled out.'
          : 'Drop one of the two, or say when people look at them.',
    }),
};
