import * as vscode from 'vscode';

/** One replacement whose text is a snippet: `${1:…}` are the places the author fills in. */
interface SnippetEdit {
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  snippet: string;
}

/**
 * Applies a fix that leaves blanks for the author. The protocol has no snippet edits, so the server sends such a fix as
 * this command to an editor that announced it can run it.
 */
export async function applySnippetEdit(uri: string, version: number | null, edits: SnippetEdit[]): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (version !== null && document.version !== version) {
    // The ranges speak of a text that is no longer there.
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The document has changed since; please choose the fix again.'),
    );
    return false;
  }
  // Only in the active editor does the insertion become a snippet with tab stops.
  await vscode.window.showTextDocument(document);
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range: { start, end }, snippet }) =>
      vscode.SnippetTextEdit.replace(
        new vscode.Range(start.line, start.character, end.line, end.character),
        new vscode.SnippetString(snippet),
      ),
    ),
  );
  return vscode.workspace.applyEdit(edit);
}
