import type { Rule } from '../types';
import { activeRegime, once } from './consistency';
import { impliedConsent } from './impliedConsent';

/**
 * Consent to a transfer has to be explicit and informed of its risks; using a service is neither.
 * Source: GDPR Art. 4(11), 13(1)(f), 49(1)(a).
 */
export const transferConsentByUse: Rule = {
  id: 'consistency/transfer-consent-by-use',
  aliases: ['CR-062'],
  title: 'Use counts as consent to transfers abroad',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 4(11)' }, { text: 'GDPR Art. 13(1)(f)' }, { text: 'GDPR Art. 49(1)(a)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(impliedConsent(policy, 'transfer'), (_, words) => ({
      message: `Using a service is no explicit consent to a transfer (“${words}”). Name the ground that carries it, such as an adequacy decision or standard contractual clauses.`,
      regime,
    }));
  },
};
