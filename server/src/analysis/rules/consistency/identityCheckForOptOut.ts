import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Opt-outs of sale or sharing and requests to limit need no verification.
 * Source: 11 CCR 7026(d), 7027(e), 7060(b); CPPA, Honda (2025) and Todd Snyder (2025).
 */
export const identityCheckForOptOut: Rule = {
  id: 'consistency/identity-check-for-opt-out',
  aliases: ['CR-036'],
  title: 'Proof of identity is asked for an opt-out',
  severity: 'warning',
  citations: [{ text: '11 CCR § 7026(d)' }, { text: '11 CCR § 7060(b)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'identity-check-for-opt-out'), () => ({
      message: `Opting out and limiting need no proof of identity. Ask only for what finds the record, and keep verification for requests to know, delete and correct.`,
      regime,
    }));
  },
};
