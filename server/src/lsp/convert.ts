import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location,
  type TextEdit,
} from 'vscode-languageserver';
import { sourceRange, wordsOf } from '../analysis/document/place';
import type { Place } from '../analysis/document/types';
import type { Edit, Finding } from '../analysis/finding';
import { isSameList } from '../analysis/kept';
import type { Policy } from '../analysis/policy';
import type { Severity } from '../analysis/severity';
import type { Analysis } from '../analysis/types';
import type { LineRange } from '../drafts/lineIndex';
import { linesOf } from '../drafts/linesOf';
import { snippetToText } from '../drafts/snippets';
import type { Draft } from './drafts';
import { SOURCE } from './names';
import type { Spot } from './views';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** More places than this help nobody beside one finding; each of them has a finding of its own that leads back. */
const MOST_RELATED = 8;

/** Those of the version before are given back where they still hold, each and as a whole. */
export function diagnosticsOf(
  draft: Draft,
  { findings, policy }: Analysis,
  rulePage: (rule: string) => string | undefined,
  before: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const diagnostics = findings.map((finding, i) =>
    before[i] && stillHolds(before[i], draft, policy, finding)
      ? before[i]
      : diagnosticOf(draft, policy, finding, rulePage),
  );
  return isSameList(diagnostics, before) ? before : diagnostics;
}

/** Whether a diagnostic says of a finding what a new one would say; pages of rules do not change. */
function stillHolds(diagnostic: Diagnostic, draft: Draft, policy: Policy, finding: Finding): boolean {
  const { relatedInformation = [] } = diagnostic;
  return (
    diagnostic.message === finding.message &&
    diagnostic.code === finding.rule &&
    diagnostic.severity === severities[finding.severity] &&
    isSameRange(diagnostic.range, draft.rangeOf(finding.range)) &&
    relatedInformation.length === Math.min(finding.related.length, MOST_RELATED) &&
    relatedInformation.every(({ location: { uri, range }, message }, i) => {
      const place = placeOf(draft, policy, finding.related[i]);
      return message === messageOf(finding, i) && uri === place.uri && isSameRange(range, place.range);
    })
  );
}

const isSameRange = (a: LineRange, b: LineRange): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

function diagnosticOf(
  draft: Draft,
  policy: Policy,
  finding: Finding,
  rulePage: (rule: string) => string | undefined,
): Diagnostic {
  const href = rulePage(finding.rule);
  return {
    range: draft.rangeOf(finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: SOURCE,
    message: finding.message,
    ...(finding.related.length > 0 && { relatedInformation: relatedInformationOf(draft, policy, finding) }),
  };
}

const relatedInformationOf = (draft: Draft, policy: Policy, finding: Finding): DiagnosticRelatedInformation[] =>
  finding.related.slice(0, MOST_RELATED).map((one, i) => ({
    location: placeOf(draft, policy, one),
    message: messageOf(finding, i),
  }));

function messageOf({ related }: Finding, i: number): string {
  const more = related.length - MOST_RELATED;
  const { message } = related[i];
  return more > 0 && i === MOST_RELATED - 1 ? `${message} (And ${more} more.)` : message;
}

/** A place of the draft, or of another document of its set. */
function placeOf(draft: Draft, policy: Policy, { document, range }: Finding['related'][number]): Location {
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
