import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * Standard contractual clauses of 2001, 2004 or 2010. Contracts on them could be used until 27 December 2022.
 * Source: Implementing Decision (EU) 2021/914, Art. 4.
 */
export const repealedClauses: Rule = {
  id: 'consistency/repealed-clauses',
  aliases: ['CR-015'],
  title: 'Repealed standard contractual clauses are named',
  severity: 'warning',
  citations: [{ text: 'Implementing Decision (EU) 2021/914, Art. 4' }],
  *check({ policy }) {
    yield* once(said(policy, 'repealed-clauses'), (_, words) => ({
      message: `The clauses under “${words}” are repealed and could be used until 27 December 2022. Name those of Implementing Decision (EU) 2021/914.`,
    }));
  },
};
