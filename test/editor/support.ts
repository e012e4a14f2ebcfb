import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';

/** Asks again and again until the answer is there. */
export async function until<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return show(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name)));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('policy-linter.policy-linter');
  if (!extension) throw new Error('the extension is not installed');
  return extension.activate();
}

/** What the extension says about a document. */
export function diagnostics(document: vscode.TextDocument, rule = ''): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'policy-linter' && ruleOf(diagnostic).startsWith(rule));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The first diagnostic of a rule, as soon as it is there. */
export function diagnostic(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule}`, () => diagnostics(document, rule)[0]);
}

/** The status text, as soon as it matches. */
export async function status(pattern: RegExp): Promise<string> {
  const { status } = await api();
  let last = '';
  return until(`the status ${pattern}`, () => {
    last = status.text;
    return pattern.test(last) ? last : undefined;
  }).catch((error) => Promise.reject(new Error(`${error.message}; it is "${last}"`)));
}

/**
 * A quick fix at a range, as soon as VS Code offers one. It cancels a running request whenever any extension registers
 * a provider of code actions, as built-in ones do in the first seconds.
 */
export function quickFix(
  document: vscode.TextDocument,
  range: vscode.Range,
  wanted: (action: vscode.CodeAction) => boolean,
): Promise<vscode.CodeAction> {
  let offered: vscode.CodeAction[] = [];
  const fix = until('the quick fix', async () => {
    const kind = vscode.CodeActionKind.QuickFix.value;
    const request = vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
    );
    const actions = await request.then(undefined, (error) => {
      if (/cancel/i.test(String(error))) return [];
      throw error;
    });
    offered = actions;
    return actions.find(wanted);
  });
  return fix.catch((error) => {
    throw new Error(`${error.message}; offered: ${offered.map(({ title }) => title).join(', ')}`);
  });
}
