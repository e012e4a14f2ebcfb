import type { CodeLens } from 'vscode-languageserver';
import { satisfiedBySection, satisfiedLabel } from '../analysis/disclosures/satisfied';
import type { Outcome } from './checks';

const MOST_SHOWN = 3;

/** Above each heading: how much was found in its section, and what the section satisfies. */
export function codeLensesOf({ analysis, draft }: Outcome): CodeLens[] {
  if (!analysis) return [];
  const { sections } = analysis.policy.document;
  const satisfied = satisfiedBySection(analysis.checklist);
  const starts = sections.map(({ heading, blocks }) => heading?.from ?? blocks[0]?.from ?? 0);
  const counts = new Map<number, number>();
  let at = 0;
  // both are in reading order
  for (const { range, severity } of analysis.findings) {
    if (severity === 'hint') continue;
    while (at + 1 < starts.length && (starts[at + 1] as number) <= range.start) at++;
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return sections.flatMap((section, index) => {
    const label = satisfiedLabel(satisfied.get(section) ?? [], MOST_SHOWN);
    const count = counts.get(index) ?? 0;
    const parts = [
      ...(count > 0 ? [`${count} ${count === 1 ? 'finding' : 'findings'}`] : []),
      ...(label ? [`satisfies ${label}`] : []),
    ];
    if (!section.heading || parts.length === 0) return [];
    const start = draft.positionAt(section.heading.from);
    return [{ range: { start, end: start }, command: { title: parts.join(' · '), command: '' } }];
  });
}
