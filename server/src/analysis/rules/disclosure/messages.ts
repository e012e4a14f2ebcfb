import { type Disclosure, regimeCatalogue } from '../../disclosures/catalogue';
import { regimeInSentence, shortRegimeName } from '../../disclosures/satisfied';
import type { ActiveRegime, ChecklistItem } from '../../disclosures/types';
import { enumerate } from '../../language/writing';
import type { Severity } from '../../severity';

/** An item of the checklist that becomes a finding. */
export interface Open {
  readonly disclosure: Disclosure;
  readonly item: ChecklistItem;
  readonly regime: ActiveRegime;
  readonly severity: Severity;
  readonly inForce: boolean;
}

/** What the author is told of disclosures that are reported together; there is at least one. */
export function messageFor(findings: readonly Open[]): string {
  const [{ disclosure, item, regime, inForce }] = findings as [Open];
  if (findings.length > 1) return messageForSeveral(findings);
  const until = inForce ? '' : ` (from ${disclosure.inForce})`;
  if (item.status === 'weak') {
    const asks = regime.id === 'general' ? 'readers look' : `${shortCitation(disclosure)} asks`;
    return `This comes close to “${disclosure.title}”, but ${asks} for more${until}: ${lowerFirst(disclosure.says)}`;
  }
  const asks = regime.id === 'general' ? 'readers look for in every policy' : `${shortCitation(disclosure)} asks for`;
  return `The draft does not cover “${disclosure.title}”, which ${asks}${until}. ${disclosure.says}`;
}

/** Each thing once, with the laws that ask for it where not all do. */
function messageForSeveral(findings: readonly Open[]): string {
  const laws = new Set(findings.map(({ regime }) => shortRegimeName(regime.id)));
  const lawsOf = new Map<string, Set<string>>();
  for (const { disclosure, regime } of findings) {
    const name = laws.size > 1 && disclosure.same !== undefined ? disclosure.same : lowerFirst(disclosure.title);
    const asking = lawsOf.get(name) ?? new Set();
    lawsOf.set(name, asking.add(shortRegimeName(regime.id)));
  }
  const items = [...lawsOf].map(([name, asking]) => (laws.size > 1 ? `${name} (${[...asking].join(', ')})` : name));
  const [{ disclosure, regime }] = findings as [Open];
  const asked =
    laws.size > 1 ? '' : `, which ${regimeInSentence(regime.id)} ${regime.id === 'us-states' ? 'ask' : 'asks'} for`;
  return `The draft does not mention these ${disclosure.group}${asked}: ${items.join('; ')}. Add a sentence on each.`;
}

/** A document that could not be read may hold it. */
export const perhapsIn = ({ elsewhere }: ChecklistItem): string =>
  elsewhere?.checked === false ? ` It may be covered by ${elsewhere.document}; not checked.` : '';

/** "the GDPR and the CCPA". */
export const lawsIn = (regimes: readonly ActiveRegime[]): string =>
  enumerate([...new Set(regimes.map(({ id }) => regimeInSentence(id)))]);

export function explanationFor({ disclosure, regime, item }: Open): string[] {
  const catalogue = regimeCatalogue.get(regime.id);
  return [
    `Law: ${catalogue?.name ?? regime.id}, as of ${catalogue?.asOf ?? 'unknown'}`,
    `Source: ${disclosure.citation}`,
    `Checked: ${item.reason}`,
  ];
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
/** "Cal. Civ. Code §1798.130(a)(5)": down to the paragraph; the hover has the rest. */
const shortCitation = ({ citation }: Disclosure): string =>
  (citation.split(/[;,] /)[0] ?? citation).replace(/(\(\w{1,4}\)\(\w{1,4}\))\S*$/, '$1');
