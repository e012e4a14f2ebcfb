import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * Consumers may send an authorized agent.
 * Source: Cal. Civ. Code 1798.135(e); 11 CCR 7063.
 */
export const agentsRefused: Rule = {
  id: 'consistency/agents-refused',
  aliases: ['CR-038'],
  title: 'Requests through an agent are ruled out',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.135(e)' }, { text: '11 CCR § 7063' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'agents-refused'), (_, words) => ({
      message: `“${words}” rules out authorized agents, whom California lets make requests. Add them.`,
      regime,
    }));
  },
};
