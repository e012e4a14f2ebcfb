import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Opt-outs and requests to limit take effect as soon as feasible, at the latest 15 business days after receipt.
 * Source: 11 CCR 7026(f)(1), 7027(g)(1).
 */
export const lateOptOut: Rule = {
  id: 'consistency/late-opt-out',
  aliases: ['CR-072'],
  title: 'Opt-outs are honoured later than the law allows',
  severity: 'warning',
  citations: [{ text: '11 CCR § 7026(f)(1)' }, { text: '11 CCR § 7027(g)(1)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'late-opt-out'), () => ({
      message: `Opt-outs take effect within 15 business days at the latest; 45 days are the time for requests to know, delete and correct.`,
      regime,
    }));
  },
};
