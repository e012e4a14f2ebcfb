import { disclosureById, regimeCatalogue } from '../analysis/disclosures/catalogue';
import { homeOf } from '../analysis/disclosures/homes';
import { readingOf } from '../analysis/disclosures/readingOf';
import { shortRegimeName } from '../analysis/disclosures/satisfied';
import type { ActiveRegime, ChecklistItem, DisclosureStatus } from '../analysis/disclosures/types';
import { insertMissing } from '../analysis/fixes/insertMissing';
import type { Outcome } from './checks';
import { spotOf } from './convert';
import type { ChecklistEntry, ChecklistRegime, ChecklistView, SnippetInsertion } from './views';

/** What the regimes ask of the draft and where it says so, as the last check found it. */
export function checklistOf(outcome: Outcome): ChecklistView | undefined {
  const { analysis, version } = outcome;
  if (!analysis) return undefined;
  const regimes = analysis.regimes.filter(({ state }) => state === 'active').map((regime) => viewOf(regime, outcome));
  const possible = analysis.regimes.filter(({ state }) => state === 'possible').map(({ id }) => nameOf(id));
  return { version, regimes: regimes.filter(({ items }) => items.length > 0), possible };
}

const nameOf = (id: ActiveRegime['id']): string => regimeCatalogue.get(id)?.name ?? id;

function viewOf({ id, source }: ActiveRegime, outcome: Outcome): ChecklistRegime {
  const items = (outcome.analysis?.checklist ?? []).filter(({ regime }) => regime === id);
  return {
    id,
    name: nameOf(id),
    shortName: shortRegimeName(id),
    asOf: regimeCatalogue.get(id)?.asOf ?? '',
    confirmed: source !== 'text',
    items: items.sort((a, b) => rank(a) - rank(b)).flatMap((item) => entryOf(item, outcome)),
  };
}

const ranks: Readonly<Record<DisclosureStatus, number>> = {
  missing: 0,
  weak: 2,
  present: 3,
  notRequired: 4,
  elsewhere: 5,
};

/** What is missing for certain comes before what may not be asked for. */
const rank = ({ status, required }: ChecklistItem): number =>
  status === 'missing' && required !== 'yes' ? 1 : ranks[status];

function entryOf({ id, status, required, reason, places }: ChecklistItem, { draft }: Outcome): ChecklistEntry[] {
  const disclosure = disclosureById.get(id);
  if (!disclosure) return [];
  const { title, says, citation } = disclosure;
  return [{ id, title, status, required, reason, says, citation, places: places.map((place) => spotOf(draft, place)) }];
}

/** What the quick fix of a missing disclosure inserts, for any item of the checklist. */
export function insertionFor(id: string, { analysis, draft, version }: Outcome): SnippetInsertion | undefined {
  const item = analysis?.checklist.find((one) => one.id === id);
  const disclosure = disclosureById.get(id);
  if (!analysis || !item || !disclosure) return undefined;
  const reading = readingOf(analysis.policy);
  const home = homeOf(disclosure, item.regime, reading);
  const { title, edits } = insertMissing([{ disclosures: [disclosure] }], analysis.policy, reading, home);
  return {
    version,
    title,
    edits: edits.map(({ range, newText }) => ({ range: draft.rangeOf(range), snippet: newText })),
  };
}
