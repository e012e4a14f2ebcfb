import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * Since 2023 the CCPA counts 100,000 consumers or households, no longer 50,000 consumers, households or devices.
 * Source: Cal. Civ. Code 1798.140(d).
 */
export const outdatedThresholds: Rule = {
  id: 'consistency/outdated-thresholds',
  aliases: ['CR-055'],
  title: 'The CCPA is described with thresholds that no longer apply',
  severity: 'information',
  citations: [{ text: 'Cal. Civ. Code § 1798.140(d)' }],
  *check({ policy }) {
    yield* once(said(policy, 'outdated-thresholds'), (_, words) => ({
      message: `“${words}” is the threshold of before 2023; it is now 100,000 consumers or households. Correct it or leave the thresholds out.`,
    }));
  },
};
