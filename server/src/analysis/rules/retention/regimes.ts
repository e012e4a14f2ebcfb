import type { ActiveRegime, RegimeId } from '../../disclosures/types';
import type { Policy } from '../../policy';
import type { Severity } from '../../severity';

/**
 * Regimes under which a notice has to say how long data is kept: GDPR Art. 13(2)(a); UK GDPR, the same; Cal. Civ. Code
 * 1798.100(a)(3); 16 CFR 312.4(d), 312.10 (COPPA); LGPD Art. 9, II; the stores' own rules.
 */
const ASKING: readonly RegimeId[] = ['gdpr', 'uk-gdpr', 'ccpa', 'coppa', 'lgpd', 'apple-app-store', 'google-play'];

/** The regime that asks for the period: one the author confirmed, else one the text suggests. */
export function askingRegime(policy: Policy, among: readonly RegimeId[] = ASKING): ActiveRegime | undefined {
  const active = among.flatMap((id) =>
    policy.regimes.filter((regime) => regime.id === id && regime.state === 'active'),
  );
  return active.find(({ source }) => source !== 'text') ?? active[0];
}

/** `severity` where a regime asks for a period, information elsewhere: the words are no better, but nobody demands them. */
export function severityFor(
  policy: Policy,
  severity: Severity,
): { readonly severity: Severity; readonly regime?: string } {
  const regime = askingRegime(policy);
  return regime ? { severity, regime: regime.id } : { severity: 'information' };
}
