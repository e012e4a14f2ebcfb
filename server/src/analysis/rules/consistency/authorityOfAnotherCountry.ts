import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * A complaint goes to the authority of the country where a person lives or works; the ICO is that of the United Kingdom, and the Article 29 Working Party was none and no longer exists.
 * Source: GDPR Art. 77(1).
 */
export const authorityOfAnotherCountry: Rule = {
  id: 'consistency/authority-of-another-country',
  aliases: ['CR-051'],
  title: 'People are sent to an authority that is not theirs',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 77(1)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    const [here] = said(policy, 'authority-of-another-country');
    yield* once(said(policy, here ? 'authority-of-another-country' : 'only-the-uk-authority'), (_, words) => ({
      message: `“${words}”: people in the EU complain to the authority of their own country. Name it or link the list of the EDPB; the ICO is for the United Kingdom.`,
      regime,
    }));
  },
};
