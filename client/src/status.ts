import * as vscode from 'vscode';
import { languages, schemes } from './documents';
import { looksLikePolicy } from './firstLook';
import { waitsForSave } from './whenChecked';

/** What is known about the check of one document; `policyLinter/status` notifications carry the first four states. */
export type CheckState =
  | { state: 'checking' }
  | { state: 'checked'; findings?: number; milliseconds?: number }
  | { state: 'notChecked'; reason?: string; remedy?: keyof typeof remedies }
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

const selector = (): vscode.DocumentSelector => [
  ...languages().map((language) => ({ language })),
  // Output panels have languages of their own.
  { scheme: 'output' },
];

/** The entry behind `{}` in the status bar: "checked, nothing found" never looks like "not checked". */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('policyLinter', selector());
  private readonly states = new Map<string, CheckState>();
  /**
   * What was known before the changes that wait to be saved: a check that was under way when they were typed may have read
   * them too, and its answer counts once they are saved.
   */
  private readonly asSaved = new Map<string, CheckState>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Something became known of a document, whichever it is. */
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];
  /** What is shown says that the newest changes are not checked. */
  private showsUnsaved = false;
  /** What holds for every document, such as a server that failed to start. */
  private everywhere: CheckState | undefined;

  constructor() {
    this.item.name = 'Policy Linter';
    this.disposables = [
      this.item,
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      // Whether changes wait to be saved.
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.saw(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.saw(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())),
    ];
    this.show();
  }

  /** After a change of the languages in which drafts are written. */
  languagesChanged(): void {
    this.item.selector = selector();
  }

  /** The shown text, for whoever looks at the extension from outside. */
  get text(): string {
    return [this.item.text, this.item.detail].filter(Boolean).join(' · ');
  }

  set(uri: string, state: CheckState): void {
    // The server's spelling of an address may differ from the editor's.
    const key = vscode.Uri.parse(uri).toString();
    this.states.set(key, state);
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
    if (state.state !== 'checking' && !(document && waitsForSave(document))) this.asSaved.set(key, state);
    this.show();
    this.changed.fire();
  }

  get(uri: vscode.Uri): CheckState | undefined {
    return this.states.get(uri.toString());
  }

  setEverywhere(state: CheckState | undefined): void {
    this.everywhere = state;
    if (state) {
      this.states.clear();
      this.asSaved.clear();
    }
    this.show();
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private forget(uri: string): void {
    this.states.delete(uri);
    this.asSaved.delete(uri);
  }

  private saw(document: vscode.TextDocument): void {
    const isShown = document === vscode.window.activeTextEditor?.document;
    if (isShown && this.showsUnsaved !== waitsForSave(document)) this.show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    this.showsUnsaved = waitsForSave(document);
    const face = faceOf(this.stateOf(document), this.showsUnsaved);
    this.item.text = face.text;
    this.item.detail = face.detail;
    this.item.severity = face.severity ?? vscode.LanguageStatusSeverity.Information;
    this.item.busy = face.busy ?? false;
    this.item.command = face.command;
  }

  /** What is known of the check of a document. */
  stateOf(document: vscode.TextDocument): CheckState {
    if (!(schemes as readonly string[]).includes(document.uri.scheme)) {
      return { state: 'notChecked', reason: unwritable(document.uri.scheme), remedy: 'none' };
    }
    const uri = document.uri.toString();
    const known = (waitsForSave(document) && this.asSaved.get(uri)) || this.states.get(uri);
    return this.everywhere ?? known ?? unasked(document);
  }
}

/** Of a document of which the server has said nothing: not asked, or not answered yet. */
function unasked(document: vscode.TextDocument): CheckState {
  if (!looksLikePolicy(document)) return { state: 'notChecked', reason: vscode.l10n.t('not a privacy policy') };
  return waitsForSave(document)
    ? { state: 'notChecked', reason: vscode.l10n.t('waits to be saved'), remedy: 'save' }
    : { state: 'checking' };
}

function unwritable(scheme: string): string {
  return scheme === 'output'
    ? vscode.l10n.t('output of a program')
    : vscode.l10n.t('a view of another version ({0}:), not a draft', scheme);
}

/** What the author can do where nothing was checked. */
const remedies = {
  check: () => ({ command: 'policyLinter.checkThisDocument', title: vscode.l10n.t('Check this document') }),
  save: () => ({ command: 'workbench.action.files.save', title: vscode.l10n.t('Save') }),
  settings: () => ({
    command: 'workbench.action.openSettings',
    title: vscode.l10n.t('Open settings'),
    arguments: ['policyLinter.enable'],
  }),
  none: () => undefined,
} satisfies Readonly<Record<string, () => vscode.Command | undefined>>;

/** @param unsaved what is known is of the text as it was last saved, and nobody looks before it is saved again */
function faceOf(state: CheckState, unsaved: boolean): Face {
  switch (state.state) {
    case 'checking':
      return { text: vscode.l10n.t('Policy Linter: checking…'), busy: true };
    case 'checked': {
      const { findings = 0, milliseconds } = state;
      const time = milliseconds === undefined ? undefined : vscode.l10n.t('{0} ms', Math.round(milliseconds));
      return { text: checkedText(findings), detail: unsaved ? vscode.l10n.t('as last saved') : time };
    }
    case 'notChecked':
      return {
        text: vscode.l10n.t('Policy Linter: not checked'),
        detail: state.reason,
        command: remedies[state.remedy ?? 'check'](),
      };
    case 'failed':
      return {
        text: vscode.l10n.t('Policy Linter: the check failed'),
        detail: state.reason,
        severity: vscode.LanguageStatusSeverity.Error,
        command: { command: 'policyLinter.restartServer', title: vscode.l10n.t('Restart the server') },
      };
  }
}

function checkedText(findings: number): string {
  if (findings === 0) return vscode.l10n.t('Policy Linter: checked, nothing found');
  if (findings === 1) return vscode.l10n.t('Policy Linter: checked, 1 finding');
  return vscode.l10n.t('Policy Linter: checked, {0} findings', findings);
}
