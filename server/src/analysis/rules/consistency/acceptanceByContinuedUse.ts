import type { Rule } from '../types';
import { activeRegime, once } from './consistency';
import { impliedConsent } from './impliedConsent';

/**
 * Silence and going on are no consent: where a change needs consent, it has to be asked for.
 * Source: GDPR Art. 4(11), 7; EDPB Guidelines 05/2020 on consent, paragraph 79.
 */
export const acceptanceByContinuedUse: Rule = {
  id: 'consistency/acceptance-by-continued-use',
  aliases: ['CR-020'],
  title: 'Continued use counts as acceptance of changes',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 4(11)' }, { text: 'GDPR Art. 7' }, { text: 'EDPB Guidelines 05/2020' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(impliedConsent(policy, 'changes'), (_, words) => ({
      message: `Going on is no consent: “${words}” does not make a change binding where it needs consent. Say how you tell people and when you ask them again.`,
      regime,
    }));
  },
};
