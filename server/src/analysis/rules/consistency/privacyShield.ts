import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * The Privacy Shield as a ground for transfers, years after the Court of Justice annulled it.
 * Source: CJEU C-311/18 (Schrems II), 16 July 2020; its successor is Decision (EU) 2023/1795 (Data Privacy Framework).
 */
export const privacyShield: Rule = {
  id: 'consistency/privacy-shield',
  aliases: ['CR-013'],
  title: 'The Privacy Shield is relied on',
  severity: 'warning',
  citations: [{ text: 'CJEU, C-311/18 (Schrems II), 16 July 2020' }, { text: 'Decision (EU) 2023/1795' }],
  *check({ policy }) {
    yield* once(said(policy, 'privacy-shield'), (_, words) => ({
      message: `“${words}” has been no ground for transfers since July 2020 (Schrems II). Name what carries them now, such as the Data Privacy Framework or standard contractual clauses.`,
    }));
  },
};
