import appleAppStore from '../../../server/src/analysis/catalogue/disclosures/examples/apple-app-store.yaml';
import australiaApp from '../../../server/src/analysis/catalogue/disclosures/examples/australia-app.yaml';
import caloppa from '../../../server/src/analysis/catalogue/disclosures/examples/caloppa.yaml';
import ccpa from '../../../server/src/analysis/catalogue/disclosures/examples/ccpa.yaml';
import coppa from '../../../server/src/analysis/catalogue/disclosures/examples/coppa.yaml';
import gdpr from '../../../server/src/analysis/catalogue/disclosures/examples/gdpr.yaml';
import general from '../../../server/src/analysis/catalogue/disclosures/examples/general.yaml';
import googlePlay from '../../../server/src/analysis/catalogue/disclosures/examples/google-play.yaml';
import lgpd from '../../../server/src/analysis/catalogue/disclosures/examples/lgpd.yaml';
import pipeda from '../../../server/src/analysis/catalogue/disclosures/examples/pipeda.yaml';
import quebecLaw25 from '../../../server/src/analysis/catalogue/disclosures/examples/quebec-law25.yaml';
import ukGdpr from '../../../server/src/analysis/catalogue/disclosures/examples/uk-gdpr.yaml';
import usStates from '../../../server/src/analysis/catalogue/disclosures/examples/us-states.yaml';
import {
  type CatalogueFile,
  entry,
  listOf,
  mapOf,
  readCatalogue,
  type Shaped,
  text,
  wordList,
} from '../../../server/src/analysis/catalogue/read';
import type { RegimeId } from '../../../server/src/analysis/disclosures/types';

const ofDisclosure = entry({
  satisfying: wordList,
  notSufficient: listOf(entry({ text, reason: text })),
});

export type Examples = Shaped<typeof ofDisclosure>;

const files = {
  general,
  caloppa,
  ccpa,
  gdpr,
  'uk-gdpr': ukGdpr,
  coppa,
  'us-states': usStates,
  lgpd,
  pipeda,
  'quebec-law25': quebecLaw25,
  'australia-app': australiaApp,
  'apple-app-store': appleAppStore,
  'google-play': googlePlay,
} satisfies Readonly<Record<RegimeId, CatalogueFile>>;

/** The catalogue's examples, by regime and disclosure id. */
export const examples = Object.fromEntries(
  Object.entries(files).map(([regime, file]) => [regime, readCatalogue(file, mapOf(ofDisclosure))]),
) as Readonly<Record<RegimeId, Readonly<Record<string, Examples>>>>;
