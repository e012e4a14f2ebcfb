import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * The CPRA has been operative since 1 January 2023.
 * Source: Proposition 24 (2020), section 31.
 */
export const pendingCpra: Rule = {
  id: 'consistency/pending-cpra',
  aliases: ['CR-056'],
  title: 'The CPRA is described as still to come',
  severity: 'information',
  citations: [{ text: 'Proposition 24 (2020), sec. 31' }],
  *check({ policy }) {
    yield* once(said(policy, 'pending-cpra'), () => ({
      message: `The CPRA has been in force since 1 January 2023: speak of the rights as they are now.`,
    }));
  },
};
