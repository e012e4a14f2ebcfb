import type { Rule } from '../types';
import { activeRegime, once, said } from './consistency';

/**
 * A cookie banner or browser setting by itself is no method to opt out of sale or sharing.
 * Source: 11 CCR 7026(a)(4).
 */
export const cookieBannerAsOptOut: Rule = {
  id: 'consistency/cookie-banner-as-opt-out',
  aliases: ['CR-024'],
  title: 'A cookie tool is the only way to opt out',
  severity: 'warning',
  citations: [{ text: '11 CCR § 7026(a)(4)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    yield* once(said(policy, 'cookie-banner-as-opt-out'), (_, words) => ({
      message: `A cookie tool alone is no opt-out of sale or sharing (“${words}”). Offer a form or link and honour the Global Privacy Control; keep the tool as an extra.`,
      regime,
    }));
  },
};
