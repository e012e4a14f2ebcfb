import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Rights under the names of another law: California knows a right to correct and to delete, no restriction of processing.
 * Source: Cal. Civ. Code 1798.100 to 1798.125; GDPR Art. 16 to 18.
 */
export const rightsOfAnotherRegime: Rule = {
  id: 'consistency/rights-of-another-regime',
  aliases: ['CR-031'],
  title: 'California residents are promised rights of the GDPR',
  severity: 'information',
  citations: [{ text: 'Cal. Civ. Code § 1798.100 et seq.' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'rights-of-another-regime'), (_, words) => ({
      message: `“${words}” is a right of the GDPR; California calls its rights to know, to delete, to correct, to opt out and to limit. Use those names.`,
      regime,
    }));
  },
};
