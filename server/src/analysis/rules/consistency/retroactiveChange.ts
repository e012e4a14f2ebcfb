import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * Changes that reach back to data collected under an earlier version without asking for consent.
 * Source: FTC Act section 5; In re Gateway Learning Corp., 138 F.T.C. 443 (2004); Minn. Stat. 325M.16.
 */
export const retroactiveChange: Rule = {
  id: 'consistency/retroactive-change',
  aliases: ['CR-019'],
  title: 'A new version is to govern data collected before',
  severity: 'warning',
  citations: [{ text: 'FTC Act § 5; Gateway Learning Corp., 138 F.T.C. 443 (2004)' }],
  *check({ policy }) {
    yield* once(said(policy, 'retroactive-change'), (_, words) => ({
      message: `Data collected under an earlier version came with its promises: a material change needs consent before it reaches them. Limit “${words}” or say that you will ask.`,
    }));
  },
};
