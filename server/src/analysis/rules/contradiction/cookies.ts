import type { Rule } from '../types';
import { reportFamily } from './pairs/findings';
import { limitCookies } from './pairs/repairs';

/**
 * Cookies or similar technology are said not to be used, and elsewhere that they are.
 * What is stored on the reader's device must be told: Directive 2002/58/EC Art. 5(3), Cal. Bus. & Prof. Code 22575(b)(6).
 */
export const cookies: Rule = {
  id: 'contradiction/cookies',
  title: 'Cookies said not to be used, but used elsewhere in the draft',
  severity: 'error',
  citations: [
    { text: 'Directive 2002/58/EC Art. 5(3)', url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj' },
    { text: 'Cal. Bus. & Prof. Code § 22575(b)(6)' },
  ],
  check: ({ policy }) =>
    reportFamily(policy, {
      actions: ['place'],
      advice: 'Name the cookies that the denial leaves out, or drop one of the two.',
      fixes: limitCookies,
    }),
};
