import * as vscode from 'vscode';
import { isCandidate, isProjectFile } from './documents';
import type { Server } from './server';

/** Shows what configuration holds for the document in front, each value with the place it comes from. */
export async function showResolvedConfiguration(server: Server | undefined): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!server || !document || !(isCandidate(document) || isProjectFile(document))) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a policy draft to see how it is checked.'));
    return;
  }
  await server.start();
  const uri = document.uri.toString();
  const content = await server.request<string>('policyLinter/resolvedConfiguration', { uri });
  if (content === undefined) return;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content }));
}
