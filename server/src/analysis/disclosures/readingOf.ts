import { derived } from '../dependencies';
import type { PolicyDocument, Region } from '../document/types';
import { kept } from '../kept';
import type { Policy } from '../policy';
import { sentencesIn } from '../practices/sentences';
import { prepareFacts } from './facts';
import { prepareHomes } from './homes';
import { draftReader, type Reading } from './reading';
import { prepareRecognisers } from './recognisers';
import { regimeCues } from './regimeCues';
import { prepareStates } from './states';
import { spansIfFilled, spansOf } from './vocabulary';

const readDraft = draftReader(spansOf);
const readFilledDraft = draftReader(spansIfFilled);

const readingOfDocument = kept((document: PolicyDocument) => {
  prepare();
  return readDraft(document);
});

/** The reading of a draft, shared by everything that looks at its wording. */
export const readingOf = derived(({ document }: Pick<Policy, 'document'>): Reading => readingOfDocument(document));

const hasGaps = kept((region: Region) =>
  sentencesIn(region).some(({ tokens }) => tokens.some(({ lower }) => lower === '[')),
);

const filledReading = kept((document: PolicyDocument) => {
  prepare();
  return document.regions.some(hasGaps) ? readFilledDraft(document) : undefined;
});

/** The reading that the draft would have with its placeholders filled in; undefined where it has none. */
export const readingIfFilled = derived(({ document }: Pick<Policy, 'document'>): Reading | undefined =>
  filledReading(document),
);

/** Every phrase must be known before a draft is read. */
function prepare(): void {
  prepareRecognisers();
  prepareFacts();
  regimeCues();
  prepareStates();
  prepareHomes();
}
