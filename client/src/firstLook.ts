import * as vscode from 'vscode';
import { headLines, mightBePolicy } from './documents';

/** Whether a document is worth asking the server about. */
export function looksLikePolicy(document: vscode.TextDocument): boolean {
  return mightBePolicy(document.uri.path, document.getText(new vscode.Range(0, 0, headLines, 0)));
}
