import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Identifiers that single out a device or a person are personal data, at best pseudonymous.
 * Source: GDPR Art. 4(5), recitals 26 and 30; CJEU C-582/14 (Breyer).
 */
export const anonymousIdentifiers: Rule = {
  id: 'consistency/anonymous-identifiers',
  aliases: ['CR-045'],
  title: 'Identifiers are called anonymous',
  severity: 'information',
  citations: [{ text: 'GDPR recitals 26 and 30' }, { text: 'CJEU, C-582/14 (Breyer)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(said(policy, 'anonymous-identifiers'), (_, words) => ({
      message: `“${words}” singles out a device, so it is pseudonymous at best, not anonymous. Say “pseudonymous”, or drop the word.`,
      regime,
    }));
  },
};
