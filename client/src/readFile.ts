import * as vscode from 'vscode';

/** Reads a file for a server that cannot reach it: in a virtual workspace, or from a web worker. */
export async function readFile({ uri }: { uri: string }): Promise<{ text: string } | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
    return { text: new TextDecoder().decode(bytes) };
  } catch (error) {
    // Above a virtual workspace there may be nothing at all, not even a place where a file could be missing.
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}
