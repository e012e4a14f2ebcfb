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
import {
  entry,
  flag,
  listOf,
  oneOf,
  optional,
  readCatalogue,
  type Shape,
  type Shaped,
  someOf,
  text,
  wordList,
} from '../catalogue/read';
import { getOrMake } from '../kept';
import { severities } from '../severity';
import { regimeIds as knownIds } from './regimeIds';

import type { RegimeId } from './types';

const facts = someOf(['any', 'all'], wordList);

/** When a disclosure is asked for: always, or when facts of `catalogue/disclosures/facts.yaml` hold ("not x" negates). */
export type Trigger = 'always' | Shaped<typeof facts>;

const trigger: Shape<Trigger> = (value, spot) => (value === 'always' ? value : facts(value, spot));

/** One thing that a policy has to say under a regime. */
const disclosure = entry({
  id: text,
  title: text,
  /** What to write: a sentence in the imperative, to the author. */
  says: text,
  topic: text,
  citation: text,
  url: text,
  /** How the duty was confirmed: in the instrument, by the regulator, in secondary literature, from memory. */
  verified: oneOf('primary', 'official', 'secondary', 'memory'),
  severity: oneOf(...severities),
  when: trigger,
  /** Reported even where nobody confirmed that the regime applies. */
  core: optional(flag),
  /** Disclosures of several regimes that ask for the same fact share it; they give one finding. */
  fact: optional(text),
  /** Disclosures of a group that are missing are reported together ("rights"). */
  group: optional(text),
  /** What it is called where another regime of the group asks for the same under its own name ("right to correction"). */
  same: optional(text),
  /** The rule that speaks of a text that comes close, where there is one: it says more than this catalogue could. */
  weakReportedBy: optional(text),
  /** Other regimes that ask for the same. */
  also: optional(listOf(oneOf(...knownIds))),
  /** YYYY-MM-DD; before that day the disclosure is an information. */
  inForce: optional(text),
  /** US states whose acts ask for it. */
  states: optional(wordList),
  /** Whether another document may say it: a link is the disclosure itself, may stand in for it, or may not. */
  link: oneOf('yes', 'conditional', 'no'),
  /** Title of the section it gets where the draft has none for it; the topic's otherwise. */
  section: optional(text),
  /** Titles of sections in which drafters put it. */
  headings: wordList,
  /** Snippet: every default is a placeholder, every choice includes the opposite fact. */
  template: text,
  /** Conditions (see expression.ts); one that holds satisfies the disclosure. */
  present: wordList,
  /** Conditions that come close. */
  weak: optional(wordList),
});

export type Disclosure = Shaped<typeof disclosure>;

const regime = entry({
  regime: oneOf(...knownIds),
  name: text,
  /** The law is taken as of this day, YYYY-MM-DD. */
  asOf: text,
  /** What introduces rights that are inserted together. */
  rightsLead: optional(text),
  disclosures: listOf(disclosure),
});

type Regime = Shaped<typeof regime>;

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
].map((file) => readCatalogue(file, regime));

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
