import appleAppStore from '../catalogue/disclosures/apple-app-store.yaml';
import australiaApp from '../catalogue/disclosures/australia-app.yaml';
import caloppa from '../catalogue/disclosures/caloppa.yaml';
import ccpa from '../catalogue/disclosures/ccpa.yaml';
import coppa from '../catalogue/disclosures/coppa.yaml';
import gdpr from '../catalogue/disclosures/gdpr.yaml';
import general from '../catalogue/disclosures/general.yaml';
import googlePlay from '../catalogue/disclosures/google-play.yaml';
import lgpd from '../catalogue/disclosures/lgpd.yaml';
import pipeda from '../catalogue/disclosures/pipeda.yaml';
import quebecLaw25 from '../catalogue/disclosures/quebec-law25.yaml';
import ukGdpr from '../catalogue/disclosures/uk-gdpr.yaml';
import usStates from '../catalogue/disclosures/us-states.yaml';
import { getOrMake } from '../kept';
import type { Severity } from '../severity';

import type { RegimeId } from './types';

/** When a disclosure is asked for: always, or when facts of `catalogue/disclosures/facts.yaml` hold ("not x" negates). */
export type Trigger = 'always' | { readonly any: readonly string[] } | { readonly all: readonly string[] };

/** One thing that a policy has to say under a regime. */
export interface Disclosure {
  readonly id: string;
  readonly title: string;
  /** What to write: a sentence in the imperative, to the author. */
  readonly says: string;
  readonly topic: string;
  readonly citation: string;
  readonly url: string;
  /** How the duty was confirmed: in the instrument, by the regulator, in secondary literature, from memory. */
  readonly verified: 'primary' | 'official' | 'secondary' | 'memory';
  readonly severity: Severity;
  readonly when: Trigger;
  /** Reported even where nobody confirmed that the regime applies. */
  readonly core?: boolean;
  /** Disclosures of several regimes that ask for the same fact share it; they give one finding. */
  readonly fact?: string;
  /** Disclosures of a group that are missing are reported together ("rights"). */
  readonly group?: string;
  /** What it is called where another regime of the group asks for the same under its own name ("right to correction"). */
  readonly same?: string;
  /** The rule that speaks of a text that comes close, where there is one: it says more than this catalogue could. */
  readonly weakReportedBy?: string;
  /** Other regimes that ask for the same. */
  readonly also?: readonly RegimeId[];
  /** YYYY-MM-DD; before that day the disclosure is an information. */
  readonly inForce?: string;
  /** US states whose acts ask for it. */
  readonly states?: readonly string[];
  /** Whether another document may say it: a link is the disclosure itself, may stand in for it, or may not. */
  readonly link: 'yes' | 'conditional' | 'no';
  /** Title of the section it gets where the draft has none for it; the topic's otherwise. */
  readonly section?: string;
  /** Titles of sections in which drafters put it. */
  readonly headings: readonly string[];
  /** Snippet: every default is a placeholder, every choice includes the opposite fact. */
  readonly template: string;
  /** Conditions (see expression.ts); one that holds satisfies the disclosure. */
  readonly present: readonly string[];
  /** Conditions that come close. */
  readonly weak?: readonly string[];
}

interface Regime {
  readonly regime: RegimeId;
  readonly name: string;
  /** The law is taken as of this day, YYYY-MM-DD. */
  readonly asOf: string;
  /** What introduces rights that are inserted together. */
  readonly rightsLead?: string;
  readonly disclosures: readonly Disclosure[];
}

const all = [
  general,
  caloppa,
  ccpa,
  gdpr,
  ukGdpr,
  coppa,
  usStates,
  lgpd,
  pipeda,
  quebecLaw25,
  australiaApp,
  appleAppStore,
  googlePlay,
] as readonly unknown[] as readonly Regime[];

export const regimeCatalogue: ReadonlyMap<RegimeId, Regime> = new Map(all.map((regime) => [regime.regime, regime]));
export const regimeIds: readonly RegimeId[] = [...regimeCatalogue.keys()];
export const disclosureById: ReadonlyMap<string, Disclosure> = new Map(
  all.flatMap(({ disclosures }) => disclosures.map((disclosure) => [disclosure.id, disclosure])),
);

/** What a regime asks for, with what other regimes' entries say it asks for too. */
export const disclosuresOf = (regime: RegimeId): readonly Disclosure[] =>
  getOrMake(byRegime, regime, () => gatherFor(regime));

const byRegime = new Map<RegimeId, readonly Disclosure[]>();

function gatherFor(regime: RegimeId): readonly Disclosure[] {
  const own = regimeCatalogue.get(regime)?.disclosures ?? [];
  const shared = all.flatMap((other) =>
    other.regime === regime ? [] : other.disclosures.filter(({ also }) => also?.includes(regime)),
  );
  return [...own, ...shared];
}
