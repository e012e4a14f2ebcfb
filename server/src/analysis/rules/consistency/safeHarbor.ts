import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * Safe Harbor as a ground for transfers, which the Court of Justice annulled in 2015.
 * Source: CJEU C-362/14 (Schrems I), 6 October 2015.
 */
export const safeHarbor: Rule = {
  id: 'consistency/safe-harbor',
  aliases: ['CR-014'],
  title: 'Safe Harbor is relied on',
  severity: 'warning',
  citations: [{ text: 'CJEU, C-362/14 (Schrems I), 6 October 2015' }],
  *check({ policy }) {
    yield* once(said(policy, 'safe-harbor'), (_, words) => ({
      message: `“${words}” has been no ground for transfers since October 2015 (Schrems I). Name what carries them now, such as the Data Privacy Framework or standard contractual clauses.`,
    }));
  },
};
