import { disclosureById } from '../analysis/disclosures/catalogue';
import type { Edit, Finding, Fix } from '../analysis/finding';
import { suppressAt, suppressInFile } from '../analysis/suppression/insertion';
import { extensionOf } from '../drafts/format';
import type { Outcome } from './checks';

/**
 * Comments that silence a finding; the author fills in the reason. Findings about suppressions cannot be silenced, and a
 * hint is the other side of a finding that can.
 */
export function suppressionFixes({ analysis, draft }: Outcome, finding: Finding): Fix[] {
  if (!analysis || finding.severity === 'hint' || finding.rule.startsWith('suppression/')) return [];
  const { document } = analysis.policy;
  const { rule, range, parts = [] } = finding;
  const mdx = extensionOf(draft.uri) === 'mdx';
  const fix = (title: string, edit: Edit | undefined): Fix[] =>
    edit ? [{ title, safety: 'suggestion', edits: [edit], snippet: true }] : [];
  // What is missing stands nowhere: it is answered for the whole draft.
  const notApplicable = (name: string, title: string) =>
    fix(title, suppressInFile(document, { rule: name, mdx, because: 'not applicable, because' }));
  if (!rule.startsWith('disclosure/'))
    return fix(`Suppress ${rule} for this line, with a reason`, suppressAt(document, range.start, { rule, mdx }));
  if (parts.length === 0) return notApplicable(rule, `Not applicable: ${nameOf(rule)}, because …`);
  return [
    ...notApplicable(rule, `None of the ${parts.length} applies, because …`),
    ...parts.flatMap((part) => notApplicable(part.rule, `Not applicable: “${part.title}”, because …`)),
  ];
}

/** Many that are missing stand on one title: each is named. */
function nameOf(rule: string): string {
  const title = disclosureById.get(rule.slice('disclosure/'.length))?.title;
  return title === undefined ? rule : `“${title}”`;
}
