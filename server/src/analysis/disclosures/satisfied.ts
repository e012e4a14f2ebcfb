import { eachOf, readCatalogue, text } from '../catalogue/read';
import namesCatalogue from '../catalogue/regimeNames.yaml';
import type { Section } from '../document/types';
import { midSentence } from '../language/writing';
import { disclosureById, regimeIds } from './catalogue';
import type { ChecklistItem, RegimeId } from './types';

const shortNames = readCatalogue(namesCatalogue, eachOf(regimeIds, text));

/** "GDPR". */
export const shortRegimeName = (id: RegimeId): string => shortNames[id].replace(/^the /, '');

/** "the GDPR", "PIPEDA". */
export const regimeInSentence = (id: RegimeId): string => shortNames[id];

/** The disclosures that the draft makes, by the section in which it makes them. */
export function satisfiedBySection(
  checklist: readonly ChecklistItem[],
): ReadonlyMap<Section, readonly ChecklistItem[]> {
  const bySection = new Map<Section, ChecklistItem[]>();
  for (const item of checklist) {
    if (item.status !== 'present') continue;
    for (const section of new Set(item.places.map(({ block }) => block.section))) {
      const items = bySection.get(section);
      if (items) items.push(item);
      else bySection.set(section, [item]);
    }
  }
  return bySection;
}

/** "GDPR: right of access, right to erasure · CCPA: right to delete", at most so many titles; empty for no items. */
export function satisfiedLabel(items: readonly ChecklistItem[], most: number): string {
  const byRegime = new Map<RegimeId, string[]>();
  const shown = items.slice(0, most);
  for (const { id, regime } of shown) {
    const title = disclosureById.get(id)?.title;
    if (title !== undefined) byRegime.set(regime, [...(byRegime.get(regime) ?? []), midSentence(title)]);
  }
  const parts = [...byRegime].map(([regime, titles]) => `${shortRegimeName(regime)}: ${titles.join(', ')}`);
  const more = items.length - shown.length;
  return parts.join(' · ') + (more > 0 ? ` and ${more} more` : '');
}
