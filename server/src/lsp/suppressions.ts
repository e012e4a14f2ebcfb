import type { Finding, Fix } from '../analysis/rules/types';
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
  const { rule, range } = finding;
  const mdx = extensionOf(draft.uri) === 'mdx';
  // What is missing stands nowhere: it is answered for the whole draft.
  const [title, edit] = rule.startsWith('disclosure/')
    ? ['Not applicable, because …', suppressInFile(document, { rule, mdx, because: 'not applicable, because' })]
    : [`Suppress ${rule} for this line, with a reason`, suppressAt(document, range.start, { rule, mdx })];
  return edit ? [{ title, safety: 'suggestion', edits: [edit], snippet: true }] : [];
}
