import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Requests are answered free of charge; a fee is admissible only for manifestly unfounded or excessive ones.
 * Source: GDPR Art. 12(5); Cal. Civ. Code 1798.130(a)(2)(A), 1798.145(h)(3).
 */
export const feeForRequests: Rule = {
  id: 'consistency/fee-for-requests',
  aliases: ['CR-035'],
  title: 'A fee for requests, without its limits',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 12(5)' },
    { text: 'Cal. Civ. Code § 1798.130(a)(2)(A)' },
    { text: 'Cal. Civ. Code § 1798.145(h)(3)' },
  ],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr', 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'fee-for-requests'), (_, words) => ({
      message: `Requests are free; “${words}” may be asked only where a request is manifestly unfounded or excessive. Say so, or drop the fee.`,
      regime,
    }));
  },
};
