import type { FoldingRange } from 'vscode-languageserver';
import type { Outcome } from './checks';
import { endOf } from './symbols';

/** One range per section, from its heading to its last line. */
export function foldingRangesOf({ analysis, draft }: Outcome): FoldingRange[] {
  return (analysis?.policy.document.sections ?? []).flatMap((section) => {
    if (!section.heading) return [];
    const startLine = draft.positionAt(section.heading.from).line;
    const endLine = draft.positionAt(endOf(section)).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
