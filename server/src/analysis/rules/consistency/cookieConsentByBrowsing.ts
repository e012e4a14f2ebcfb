import type { Rule } from '../types';
import { activeRegime, once } from './consistency';
import { impliedConsent } from './impliedConsent';

/**
 * Consent to cookies needs an act that means consent; going on reading is none.
 * Source: Directive 2002/58/EC Art. 5(3); CJEU C-673/17 (Planet49), 1 October 2019.
 */
export const cookieConsentByBrowsing: Rule = {
  id: 'consistency/cookie-consent-by-browsing',
  aliases: ['CR-021'],
  title: 'Browsing counts as consent to cookies',
  severity: 'warning',
  citations: [{ text: 'Directive 2002/58/EC Art. 5(3)' }, { text: 'CJEU, C-673/17 (Planet49)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(impliedConsent(policy, 'cookies'), (_, words) => ({
      message: `Going on reading is no consent to cookies (“${words}”). Say that cookies that are not strictly necessary wait for a click on Accept, and work that way.`,
      regime,
    }));
  },
};
