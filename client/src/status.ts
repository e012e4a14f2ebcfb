import * as vscode from 'vscode';
import { languages, schemes } from './documents';

/** What is known about the check of one document; `policyLinter/status` notifications carry the first four states. */
export type CheckState =
  | { state: 'checking' }
  | { state: 'checked'; findings?: number; milliseconds?: number }
  | { state: 'notChecked'; reason?: string }
  | { state: 'failed'; reason?: string };

export interface StatusNotification {
  uri: string;
  state: CheckState['state'];
  findings?: number;
  milliseconds?: number;
  reason?: string;
}

interface Face {
  text: string;
  detail?: string;
  severity?: vscode.LanguageStatusSeverity;
  busy?: boolean;
  command?: vscode.Command;
}

/** The entry behind `{}` in the status bar: "checked, nothing found" never looks like "not checked". */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('policyLinter', [
    ...languages.map((language) => ({ language })),
    // Output panels have languages of their own.
    { scheme: 'output' },
  ]);
  private readonly states = new Map<string, CheckState>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Something became known of a document, whichever it is. */
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];
  /** What holds for every document, such as a server that failed to start. */
  private everywhere: CheckState | undefined;

  constructor() {
    this.item.name = 'Policy Linter';
    this.disposables = [
      this.item,
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument((document) => this.states.delete(document.uri.toString())),
    ];
    this.show();
  }

  /** The shown text, for whoever looks at the extension from outside. */
  get text(): string {
    return [this.item.text, this.item.detail].filter(Boolean).join(' · ');
  }

  set(uri: string, state: CheckState): void {
    // The server's spelling of an address may differ from the editor's.
    this.states.set(vscode.Uri.parse(uri).toString(), state);
    this.show();
    this.changed.fire();
  }

  get(uri: vscode.Uri): CheckState | undefined {
    return this.states.get(uri.toString());
  }

  setEverywhere(state: CheckState | undefined): void {
    this.everywhere = state;
    if (state) this.states.clear();
    this.show();
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const face = faceOf(this.stateOf(document));
    this.item.text = face.text;
    this.item.detail = face.detail;
    this.item.severity = face.severity ?? vscode.LanguageStatusSeverity.Information;
    this.item.busy = face.busy ?? false;
    this.item.command = face.command;
  }

  /** What is known of the check of a document. */
  stateOf(document: vscode.TextDocument): CheckState {
    if (!(schemes as readonly string[]).includes(document.uri.scheme)) {
      return { state: 'notChecked', reason: unwritable(document.uri.scheme) };
    }
    return (
      this.everywhere ??
      this.states.get(document.uri.toString()) ?? { state: 'notChecked', reason: vscode.l10n.t('not a privacy policy') }
    );
  }
}

function unwritable(scheme: string): string {
  return scheme === 'output'
    ? vscode.l10n.t('output of a program')
    : vscode.l10n.t('a view of another version ({0}:), not a draft', scheme);
}

function faceOf(state: CheckState): Face {
  switch (state.state) {
    case 'checking':
      return { text: vscode.l10n.t('Checking the policy'), busy: true };
    case 'checked': {
      const found = state.findings ?? 0;
      const text =
        found === 0
          ? vscode.l10n.t('Checked, nothing found')
          : found === 1
            ? vscode.l10n.t('Checked, 1 finding')
            : vscode.l10n.t('Checked, {0} findings', found);
      const detail =
        state.milliseconds === undefined ? undefined : vscode.l10n.t('{0} ms', Math.round(state.milliseconds));
      return { text, detail };
    }
    case 'notChecked':
      return {
        text: vscode.l10n.t('Not checked'),
        detail: state.reason,
        command: { command: 'policyLinter.checkThisDocument', title: vscode.l10n.t('Check this document') },
      };
    case 'failed':
      return {
        text: vscode.l10n.t('Check failed'),
        detail: state.reason,
        severity: vscode.LanguageStatusSeverity.Error,
        command: { command: 'policyLinter.restartServer', title: vscode.l10n.t('Restart the server') },
      };
  }
}
