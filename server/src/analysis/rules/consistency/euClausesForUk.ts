import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * The EU standard contractual clauses alone carry no transfer from the United Kingdom; the UK Addendum or the IDTA does.
 * Source: UK GDPR Art. 46; Data Protection Act 2018, section 119A.
 */
export const euClausesForUk: Rule = {
  id: 'consistency/eu-clauses-for-uk',
  aliases: ['CR-016'],
  title: 'UK transfers rest on EU clauses alone',
  severity: 'warning',
  citations: [{ text: 'UK GDPR Art. 46' }, { text: 'Data Protection Act 2018, s. 119A' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'uk-gdpr');
    if (!regime) return;
    yield* once(said(policy, 'eu-clauses-for-uk'), (_, words) => ({
      message: `“${words}” carry no transfer from the United Kingdom by themselves. Add the UK Addendum, the IDTA or the UK-US data bridge.`,
      regime,
    }));
  },
};
