import * as vscode from 'vscode';
import { languages } from './documents';

const SOURCE = 'policy-linter';

/** Opens the packaged page of a rule: what it flags and why, with its source. */
export function explainRules(version: string): vscode.Disposable {
  const selector = languages().map((language) => ({ language }));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('policyLinter.explainRule', explain),
    vscode.commands.registerCommand('policyLinter.copyFinding', () => copyFinding(version)),
    vscode.languages.registerCodeActionsProvider(selector, { provideCodeActions }, { providedCodeActionKinds }),
  );
}

const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix];

function provideCodeActions(
  _document: vscode.TextDocument,
  _range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return explainable(diagnostics).map(({ rule, page, diagnostic }) => {
    const title = vscode.l10n.t('Explain {0}', rule);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { title, command: 'policyLinter.explainRule', arguments: [page] };
    return action;
  });
}

interface Explainable {
  readonly rule: string;
  readonly page: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** The rules behind the diagnostics, each once. */
function explainable(diagnostics: readonly vscode.Diagnostic[]): Explainable[] {
  const rules = new Map<string, Explainable>();
  for (const diagnostic of diagnostics) {
    const { code, source } = diagnostic;
    if (source !== SOURCE || typeof code !== 'object') continue;
    const rule = String(code.value);
    if (!rules.has(rule)) rules.set(rule, { rule, page: code.target, diagnostic });
  }
  return [...rules.values()];
}

/** Without a page: that of the rule at the caret, else of one of those that found something in the draft. */
async function explain(page?: vscode.Uri): Promise<void> {
  const chosen = page ?? (await choose())?.page;
  if (chosen) await vscode.commands.executeCommand('markdown.showPreview', chosen);
}

/** Puts a finding with its words where the author can paste it; nothing is sent anywhere. */
async function copyFinding(version: string): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const chosen = editor && (await choose());
  if (!chosen) return undefined;
  const { document } = editor;
  const { range, message, relatedInformation = [] } = chosen.diagnostic;
  const quoted = (where: vscode.Range) => `> ${document.getText(where).replace(/\s+/g, ' ').trim()}`;
  const others = relatedInformation.filter(({ location }) => location.uri.toString() === document.uri.toString());
  const parts = [
    `Policy Linter ${version}: ${chosen.rule}`,
    message,
    quoted(document.lineAt(range.start.line).range.union(range)),
    ...others.map(({ location }) => quoted(document.lineAt(location.range.start.line).range.union(location.range))),
  ];
  const text = `${parts.join('\n\n')}\n`;
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Copied: the rule, its message and the words of the draft. Nothing was sent; change the words before you paste them where others read.',
    ),
  );
  return text;
}

async function choose(): Promise<Explainable | undefined> {
  const editor = vscode.window.activeTextEditor;
  const all = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const here = explainable(all.filter(({ range }) => editor?.selections.some((one) => range.contains(one.active))));
  const offered = here.length > 0 ? here : explainable(all);
  if (offered.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Policy Linter found nothing here to explain.'));
  }
  if (offered.length <= 1) return offered[0];
  const items = offered.map((one) => ({ label: one.rule, detail: one.diagnostic.message, one }));
  const placeHolder = vscode.l10n.t('Which rule?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.one;
}
