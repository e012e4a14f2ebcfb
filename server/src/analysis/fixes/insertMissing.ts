import type { Disclosure } from '../disclosures/catalogue';
import { newSectionTitle } from '../disclosures/homes';
import type { Reading } from '../disclosures/reading';
import type { Section } from '../document/types';
import type { Fix } from '../finding';
import type { Policy } from '../policy';
import { filledFromDraft } from './fillTemplate';
import { insertBelowTitle, insertDisclosure } from './insertSection';
import { shiftTabStops } from './template';

/** What one law asks for, with what introduces its rights where there are several. */
interface PartOfInsertion {
  readonly lead?: string;
  readonly disclosures: readonly Disclosure[];
}

/**
 * Puts what a policy should say into the section where it belongs; several disclosures of a group become one insertion,
 * which says first whose rights they are.
 */
export function insertMissing(
  parts: readonly PartOfInsertion[],
  policy: Policy,
  reading: Reading,
  section: Section | undefined,
): Fix {
  const all = parts.flatMap(({ disclosures }) => disclosures);
  const [first] = all as [Disclosure];
  let last = 0;
  const paragraphs = parts.flatMap(({ lead, disclosures }) => {
    const filled = disclosures.map(({ template }) => {
      const shifted = shiftTabStops(filledFromDraft(template, policy, reading), last);
      last = shifted.last;
      return shifted.snippet.trim();
    });
    return lead !== undefined && all.length > 1 ? [lead, ...filled] : filled;
  });
  const subject = all.length > 1 ? `the ${all.length} missing ${first.group}` : `“${first.title}”`;
  const snippet = paragraphs.join('\n\n');
  return first.topic === 'dates'
    ? insertBelowTitle(policy.document, snippet, subject)
    : insertDisclosure(policy.document, { snippet, subject, section, title: newSectionTitle(first) });
}
