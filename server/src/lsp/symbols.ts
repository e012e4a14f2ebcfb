import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { sourceRange, wholeBlock } from '../analysis/document/place';
import type { Section } from '../analysis/document/types';
import type { Outcome } from './checks';

/** The sections of a plain text draft. Editors outline Markdown and HTML by themselves. */
export function symbolsOf({ analysis, draft }: Outcome): DocumentSymbol[] | undefined {
  const document = analysis?.policy.document;
  if (document?.format !== 'plaintext') return undefined;
  const symbol = (section: Section): DocumentSymbol[] => {
    const children = section.children.flatMap(symbol);
    if (!section.heading) return children;
    return [
      {
        name: section.title || '…',
        kind: SymbolKind.String,
        range: draft.rangeOf({ start: section.heading.from, end: endOf(section) }),
        selectionRange: draft.rangeOf(sourceRange(wholeBlock(section.heading))),
        children,
      },
    ];
  };
  return document.sections.filter((section) => !section.parent).flatMap(symbol);
}

/** Offset at which the last block of the section or of its children ends. */
function endOf(section: Section): number {
  const own = section.blocks.at(-1)?.to ?? 0;
  const last = section.children.at(-1);
  return last ? Math.max(own, endOf(last)) : own;
}
