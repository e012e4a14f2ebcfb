import * as vscode from 'vscode';

/** Opens a copy of the sample draft, which has a mistake of every kind; the copy is the author's to change. */
export async function openSampleDraft(extension: vscode.Uri): Promise<vscode.TextDocument> {
  const sample = vscode.Uri.joinPath(extension, 'examples', 'web-shop-privacy-policy.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  return document;
}
