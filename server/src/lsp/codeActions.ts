import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../analysis/finding';
import { safeEdits } from '../analysis/fixes/safeEdits';
import type { Outcome } from './checks';
import { textEdits } from './convert';
import type { Draft } from './drafts';
import { isEqual } from './equality';
import { FIX_ALL, SOURCE } from './names';
import { answerQuestions } from './questions';
import { suppressionFixes } from './suppressions';

const APPLY_SNIPPET_EDIT = 'policyLinter.applySnippetEdit';

interface CodeActionAbilities {
  /** The client runs `policyLinter.applySnippetEdit`. */
  readonly snippets: boolean;
  /** The client takes edits bound to a document version. */
  readonly documentChanges: boolean;
}

/** Quick fixes of the findings that the range touches, and fix-all where it is asked for. */
export function codeActionsFor(
  outcome: Outcome,
  { range, context }: CodeActionParams,
  abilities: CodeActionAbilities,
): CodeAction[] {
  if (!outcome.analysis) return [];
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    const start = outcome.draft.offsetAt(range.start);
    const end = outcome.draft.offsetAt(range.end);
    const silencing: CodeAction[] = [];
    const touched: Finding[] = [];
    for (const finding of outcome.analysis.findings) {
      if (finding.range.start > end || finding.range.end < start) continue;
      touched.push(finding);
      const shown = context.diagnostics.filter((diagnostic) => isOf(diagnostic, finding, outcome.draft));
      for (const fix of finding.fixes) actions.push(quickFix(outcome, fix, shown, abilities));
      silencing.push(...suppressionFixes(outcome, finding).map((fix) => quickFix(outcome, fix, shown, abilities)));
    }
    // What settles a finding comes before what silences it.
    actions.push(...silencing);
    // The client that fills in blanks is the one that has the questionnaire.
    const command = abilities.snippets && answerQuestions(outcome, touched);
    if (command) actions.push({ title: command.title, kind: CodeActionKind.QuickFix, command });
  }
  // Only on request: a menu of quick fixes at the caret does not offer to change the whole draft.
  if (context.only && isWanted(FIX_ALL, context.only)) actions.push(...fixAll(outcome, abilities));
  return actions;
}

function quickFix(outcome: Outcome, fix: Fix, diagnostics: Diagnostic[], abilities: CodeActionAbilities): CodeAction {
  const action: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics };
  if (fix.snippet && abilities.snippets) action.command = snippetCommand(outcome, fix);
  else action.edit = workspaceEdit(outcome, fix.edits, fix.snippet === true, abilities);
  return action;
}

function snippetCommand({ draft, version }: Outcome, fix: Fix): Command {
  const edits = fix.edits.map(({ range, newText }) => ({ range: draft.rangeOf(range), snippet: newText }));
  return { title: fix.title, command: APPLY_SNIPPET_EDIT, arguments: [draft.uri, version, edits] };
}

/** Every safe fix whose edits do not get in the way of one taken before. */
function fixAll(outcome: Outcome, abilities: CodeActionAbilities): CodeAction[] {
  const taken = safeEdits(outcome.analysis?.findings ?? []);
  if (taken.length === 0) return [];
  const edit = workspaceEdit(outcome, taken, false, abilities);
  return [{ title: 'Apply all safe fixes of Policy Linter', kind: FIX_ALL, edit }];
}

export function workspaceEdit(
  { draft, version }: Outcome,
  edits: readonly Edit[],
  isSnippet: boolean,
  { documentChanges }: Pick<CodeActionAbilities, 'documentChanges'>,
): WorkspaceEdit {
  const changes = textEdits(draft, edits, isSnippet);
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri: draft.uri, version }, edits: changes }] }
    : { changes: { [draft.uri]: changes } };
}

function isOf({ source, code, message, range }: Diagnostic, finding: Finding, draft: Draft): boolean {
  return (
    source === SOURCE &&
    code === finding.rule &&
    message === finding.message &&
    isEqual(range, draft.rangeOf(finding.range))
  );
}

/** Kinds are hierarchical: who asks for `source` wants `source.fixAll` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
