import * as vscode from 'vscode';
import { isCandidate } from './documents';

/** The draft that the views speak of: the one in the active editor, and while a view itself is active, the one before. */
export class Subject implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];
  private current: vscode.TextDocument | undefined;

  constructor() {
    this.current = candidateIn(vscode.window.activeTextEditor);
    this.disposables = [
      this.changed,
      // A view that takes the focus leaves no editor active; the draft stays the one spoken of.
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.set(candidateIn(editor))),
      // A document outlives its last tab by minutes.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.length > 0 && this.forgetClosed()),
      vscode.workspace.onDidCloseTextDocument((document) => document === this.current && this.set(undefined)),
    ];
  }

  get document(): vscode.TextDocument | undefined {
    return this.current;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private forgetClosed(): void {
    const uri = this.current?.uri.toString();
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    if (!tabs.some((tab) => isShownIn(tab, uri))) this.set(undefined);
  }

  private set(document: vscode.TextDocument | undefined): void {
    if (document === this.current) return;
    this.current = document;
    this.changed.fire();
  }
}

function candidateIn(editor: vscode.TextEditor | undefined): vscode.TextDocument | undefined {
  return editor && isCandidate(editor.document) ? editor.document : undefined;
}

function isShownIn({ input }: vscode.Tab, uri: string | undefined): boolean {
  if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
  return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri;
}
