import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * The Data Protection Directive cited as current law; the GDPR repealed it on 25 May 2018.
 * Source: GDPR Art. 94.
 */
export const repealedDirective: Rule = {
  id: 'consistency/repealed-directive',
  aliases: ['CR-014'],
  title: 'Directive 95/46/EC is cited as the law in force',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 94' }],
  *check({ policy }) {
    yield* once(said(policy, 'repealed-directive'), (_, words) => ({
      message: `“${words}” was repealed on 25 May 2018. Cite the GDPR (Regulation (EU) 2016/679) instead.`,
    }));
  },
};
