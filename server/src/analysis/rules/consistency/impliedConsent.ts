import type { Policy } from '../../policy';
import type { Saying } from '../said';
import { said } from './consistency';

/** To what a draft takes mere use as consent. */
type ImpliedConsent = 'transfer' | 'cookies' | 'policy' | 'changes';

const wordings: readonly (readonly [ImpliedConsent, string])[] = [
  ['transfer', 'transfer-consent-by-use'],
  ['cookies', 'cookie-consent-by-browsing'],
  ['changes', 'acceptance-by-continued-use'],
  ['policy', 'policy-consent-by-use'],
];

/** Sentences that take use for consent, each under the most specific thing consented to. */
export function impliedConsent(policy: Policy, wanted: ImpliedConsent): Saying[] {
  const taken = new Set<unknown>();
  for (const [kind, name] of wordings) {
    const sayings = [...said(policy, name)].filter(({ unit }) => !taken.has(unit.own.line.sentence));
    if (kind === wanted) return sayings;
    for (const { unit } of sayings) taken.add(unit.own.line.sentence);
  }
  return [];
}
