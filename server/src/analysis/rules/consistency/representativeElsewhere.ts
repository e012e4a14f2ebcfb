import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * The representative under Article 27 has to be established in a Member State; the United Kingdom is none.
 * Source: GDPR Art. 27(3); UK GDPR Art. 27 for the United Kingdom.
 */
export const representativeElsewhere: Rule = {
  id: 'consistency/representative-elsewhere',
  aliases: ['CR-017'],
  title: 'The EU representative sits outside the EU',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 27(3)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'gdpr', 'uk-gdpr');
    if (!regime) return;
    yield* once(said(policy, 'representative-elsewhere'), (_, words) => ({
      message: `A representative in the United Kingdom is none in the EU (“${words}”). Name one in a Member State, and keep this one for UK users.`,
      regime,
    }));
  },
};
