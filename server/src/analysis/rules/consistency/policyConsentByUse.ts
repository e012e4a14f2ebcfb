import type { Rule } from '../types';
import { activeRegime, once } from './consistency';
import { impliedConsent } from './impliedConsent';

/**
 * A privacy policy informs; nobody consents to it, and consent that rides on using a service is none.
 * Source: GDPR Art. 4(11), 6(1), 7(2).
 */
export const policyConsentByUse: Rule = {
  id: 'consistency/policy-consent-by-use',
  aliases: ['CR-040'],
  title: 'Use counts as consent to the policy',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 6(1)' }, { text: 'GDPR Art. 7(2)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(impliedConsent(policy, 'policy'), (_, words) => ({
      message: `A policy informs, it is not agreed to: “${words}” gives no legal basis under the GDPR. Name the basis of each purpose instead.`,
      regime,
    }));
  },
};
