import { type Diagnostic, DiagnosticSeverity, type Location, type TextEdit } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analyze';
import { sourceRange, wordsOf } from '../analysis/document/place';
import type { Place } from '../analysis/document/types';
import type { Policy } from '../analysis/policy';
import type { Edit, Finding, Severity } from '../analysis/rules/types';
import { linesOf } from '../drafts/linesOf';
import { snippetToText } from '../drafts/snippets';
import type { Draft } from './drafts';
import type { Spot } from './views';

export const SOURCE = 'policy-linter';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What the client hands back with a diagnostic. */
export interface DiagnosticData {
  /** Index among the findings of the version that was checked. */
  readonly finding: number;
}

export function diagnosticsOf(
  draft: Draft,
  analysis: Analysis,
  rulePage: (rule: string) => string | undefined,
): Diagnostic[] {
  return analysis.findings.map((finding, index) => diagnosticOf(draft, analysis.policy, finding, index, rulePage));
}

export function diagnosticOf(
  draft: Draft,
  policy: Policy,
  finding: Finding,
  index: number,
  rulePage: (rule: string) => string | undefined,
): Diagnostic {
  const href = rulePage(finding.rule);
  const data: DiagnosticData = { finding: index };
  return {
    range: draft.rangeOf(finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: SOURCE,
    message: finding.message,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((related) => ({
        location: locationOf(draft, policy, related),
        message: related.message,
      })),
    }),
    data,
  };
}

/** A place of the draft, or of another document of its set. */
function locationOf(draft: Draft, policy: Policy, { document, range }: Finding['related'][number]): Location {
  const lines = linesOf(policy, document);
  return lines && document !== undefined
    ? { uri: document, range: lines.rangeOf(range) }
    : { uri: draft.uri, range: draft.rangeOf(range) };
}

/** Edits as plain text: blanks of a snippet hold their defaults. */
export function textEdits(draft: Draft, edits: readonly Edit[], isSnippet: boolean): TextEdit[] {
  return edits.map(({ range, newText }) => ({
    range: draft.rangeOf(range),
    newText: isSnippet ? snippetToText(newText) : newText,
  }));
}

export function spotOf(draft: Draft, place: Place): Spot {
  return { range: draft.rangeOf(sourceRange(place)), text: wordsOf(place) };
}
