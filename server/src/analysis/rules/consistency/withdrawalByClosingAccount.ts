import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Withdrawing consent has to be as easy as giving it; having to close the account is not.
 * Source: GDPR Art. 7(3).
 */
export const withdrawalByClosingAccount: Rule = {
  id: 'consistency/withdrawal-by-closing-account',
  aliases: ['CR-039'],
  title: 'Consent can be withdrawn only by leaving',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 7(3)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(said(policy, 'withdrawal-by-closing-account'), (_, words) => ({
      message: `Withdrawing consent must be as easy as giving it; “${words}” makes people leave. Offer a setting or an address.`,
      regime,
    }));
  },
};
