import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * The categories collected have to be those of the preceding 12 months; a year gone by, or no period at all, is not that.
 * Source: Cal. Civ. Code 1798.130(a)(5)(B)(i), (C).
 */
export const missingLookBack: Rule = {
  id: 'consistency/missing-look-back',
  aliases: ['CR-012'],
  title: 'The categories collected are not those of the preceding 12 months',
  severity: 'information',
  citations: [{ text: 'Cal. Civ. Code § 1798.130(a)(5)(B)(i)' }, { text: 'Cal. Civ. Code § 1798.130(a)(5)(C)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    const stale = [...said(policy, 'categories-of-a-past-year')];
    yield* once(stale, (_, words) => ({
      regime,
      message: `“${words}” is about a year gone by; California asks for the categories of the preceding 12 months. Write “in the preceding 12 months”.`,
    }));
    if (stale.length > 0) return;
    yield* once(said(policy, 'categories-without-look-back'), (_, words) => ({
      regime,
      message: `“${words}” names no period; California asks for the categories of the preceding 12 months. Say that these are they.`,
    }));
  },
};
