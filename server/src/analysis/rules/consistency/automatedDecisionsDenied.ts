import type { Rule } from '../types';
import { activeRegime, said, shortened } from './consistency';

/**
 * Automated decisions are denied, and elsewhere something is approved, refused or suspended automatically.
 * Source: GDPR Art. 13(2)(f), 22; 11 CCR 7200 et seq.
 */
export const automatedDecisionsDenied: Rule = {
  id: 'consistency/automated-decisions-denied',
  aliases: ['CR-065'],
  title: 'Automated decisions are denied and described',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 13(2)(f)' }, { text: 'GDPR Art. 22' }, { text: '11 CCR § 7200' }],
  *check({ policy }) {
    const [denial] = said(policy, 'no-automated-decisions');
    const [decision] = said(policy, 'automated-decisions');
    if (!denial || !decision || denial.unit === decision.unit) return;
    yield {
      place: denial.place,
      regime: activeRegime(policy, 'gdpr', 'uk-gdpr', 'ccpa'),
      message: `Automated decisions are denied here, but “${shortened(decision.place)}” describes one. Describe it with its logic and the way to a human, or take the denial back.`,
      related: [{ place: decision.place, message: 'decided automatically here' }],
    };
  },
};
