import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * The United Kingdom left the EU and the EEA; since 2021 it has a law of its own, the UK GDPR.
 * Source: withdrawal agreement, OJ 2019 C 384 I/1; Data Protection Act 2018.
 */
export const ukInEu: Rule = {
  id: 'consistency/uk-in-eu',
  aliases: ['CR-061'],
  title: 'The United Kingdom is counted as part of the EU or EEA',
  severity: 'warning',
  citations: [{ text: 'Agreement on the withdrawal of the United Kingdom (2019/C 384 I/01)' }],
  *check({ policy }) {
    yield* once(said(policy, 'uk-in-eu'), (_, words) => ({
      message: `“${words}”: the United Kingdom is no part of them and has its own UK GDPR. Write “and the United Kingdom”.`,
    }));
  },
};
