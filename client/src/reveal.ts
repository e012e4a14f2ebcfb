import * as vscode from 'vscode';

/** A range as the server writes it. */
interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function rangeFrom({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Shows words of a draft, selected, in the editor where the draft is seen already. */
export async function reveal(uri: vscode.Uri, range: WireRange): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const selection = rangeFrom(range);
  const editor = await vscode.window.showTextDocument(uri, {
    selection,
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
