import type { Disclosure } from '../disclosures/catalogue';
import { newSectionTitle } from '../disclosures/homes';
import type { Reading } from '../disclosures/reading';
import type { Section } from '../document/types';
import type { Policy } from '../policy';
import type { Fix } from '../rules/types';
import { filledFromDraft } from './fillTemplate';
import { insertBelowTitle, insertDisclosure } from './insertSection';
import { shiftTabStops } from './template';

/**
 * Puts what a policy should say into the section where it belongs; several disclosures of a group become one insertion,
 * which says first whose rights they are.
 */
export function insertMissing(
  disclosures: readonly Disclosure[],
  policy: Policy,
  reading: Reading,
  section: Section | undefined,
  lead?: string,
): Fix {
  const [first] = disclosures as [Disclosure];
  let last = 0;
  const parts = disclosures.map(({ template }) => {
    const shifted = shiftTabStops(filledFromDraft(template, policy, reading), last);
    last = shifted.last;
    return shifted.snippet.trim();
  });
  const subject = disclosures.length > 1 ? `the ${disclosures.length} missing ${first.group}` : `“${first.title}”`;
  const snippet = (lead !== undefined && disclosures.length > 1 ? [lead, ...parts] : parts).join('\n\n');
  return first.topic === 'dates'
    ? insertBelowTitle(policy.document, snippet, subject)
    : insertDisclosure(policy.document, { snippet, subject, section, title: newSectionTitle(first) });
}
