import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { satisfiedBySection, satisfiedLabel } from '../analysis/disclosures/satisfied';
import { sourceRange, wholeBlock } from '../analysis/document/place';
import type { Section } from '../analysis/document/types';
import type { Outcome } from './checks';

/** Titles of disclosures shown beside a heading: more than this nobody reads in an outline. */
const MOST_SHOWN = 4;

/** The sections, each with the disclosures that it makes. */
export function symbolsOf({ analysis, draft }: Outcome): DocumentSymbol[] | undefined {
  if (!analysis) return undefined;
  const satisfied = satisfiedBySection(analysis.checklist);
  const symbol = (section: Section): DocumentSymbol[] => {
    const children = section.children.flatMap(symbol);
    if (!section.heading) return children;
    const items = satisfied.get(section) ?? [];
    return [
      {
        name: section.title.trim() || '…',
        detail: satisfiedLabel(items, MOST_SHOWN),
        kind: SymbolKind.String,
        range: draft.rangeOf({ start: section.heading.from, end: endOf(section) }),
        selectionRange: draft.rangeOf(sourceRange(wholeBlock(section.heading))),
        children,
      },
    ];
  };
  return analysis.policy.document.sections.filter((section) => !section.parent).flatMap(symbol);
}

/** Offset at which the last block of the section or of its children ends. */
export function endOf(section: Section): number {
  const own = section.blocks.at(-1)?.to ?? 0;
  const last = section.children.at(-1);
  return last ? Math.max(own, endOf(last)) : own;
}
