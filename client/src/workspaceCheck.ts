import * as vscode from 'vscode';
import { languageOfFile } from './documents';
import type { CheckState, StatusItem } from './status';

/** What became of one text. */
export interface TextCheck {
  readonly status: CheckState;
  readonly diagnostics: readonly vscode.Diagnostic[];
}

type CheckText = (
  uri: vscode.Uri,
  languageId: string,
  text: string,
  token?: vscode.CancellationToken,
) => Promise<TextCheck | undefined>;

/** What a check of the workspace came to: "nothing found" and "not checked" are told apart here too. */
export interface Summary {
  files: number;
  checked: number;
  findings: number;
  /** Policies with findings. */
  flawed: number;
  /** How many were not checked, by reason. */
  notChecked: Map<string, number>;
  cancelled: boolean;
}

const FILES = '**/*.{md,mdx,markdown,html,htm,txt}';
/** Where a package or a build keeps what nobody wrote here. */
const NOT_WRITTEN_HERE = '**/{node_modules,bower_components,vendor,.git,.vscode-test}/**';
const PROJECT_FILE = '**/.policy-linter.yml';

/**
 * Checks every policy in the workspace, opened or not. Findings of files that are not open stay in the Problems panel and
 * follow the files; those of an open document are its own affair, so that nothing is shown twice.
 */
export class WorkspaceCheck implements vscode.Disposable {
  private readonly found = vscode.languages.createDiagnosticCollection('policy-linter-workspace');
  /** Files that were checked, by address. */
  private readonly files = new Map<string, vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  private watching = false;

  constructor(
    private readonly status: StatusItem,
    private readonly checkText: CheckText,
  ) {
    this.disposables = [
      this.found,
      status.onDidChange(() => this.leaveToEditors()),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const uri of closed.flatMap(urisOf)) this.again(uri);
      }),
    ];
  }

  /** With progress that can be cancelled; what was found by then stays. */
  async run(): Promise<Summary> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking all policies'),
      cancellable: true,
    };
    const summary = await vscode.window.withProgress(options, (progress, token) => this.checkAll(progress, token));
    this.watch();
    void this.tell(summary);
    return summary;
  }

  clear(): void {
    this.found.clear();
    this.files.clear();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Checks without a word; `run` is what an author calls. */
  async checkAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<Summary> {
    this.clear();
    const summary: Summary = { files: 0, checked: 0, findings: 0, flawed: 0, notChecked: new Map(), cancelled: false };
    const uris = await vscode.workspace.findFiles(FILES, NOT_WRITTEN_HERE, undefined, token);
    uris.sort((a, b) => (a.path < b.path ? -1 : 1));
    summary.files = uris.length;
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / uris.length });
      const result = await this.check(uri, token).catch((): TextCheck => unreadable);
      if (result && !token.isCancellationRequested) count(result, summary);
    }
    summary.cancelled = token.isCancellationRequested;
    return summary;
  }

  private async check(uri: vscode.Uri, token?: vscode.CancellationToken): Promise<TextCheck | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    // What is not edited stands in the file; an editor may not have read yet what was just written there.
    const text = open?.isDirty ? open.getText() : decode(await vscode.workspace.fs.readFile(uri));
    const result = await this.checkText(uri, open?.languageId ?? languageOfFile(uri.path), text, token);
    if (result?.status.state !== 'checked') {
      this.files.delete(uri.toString());
      this.found.delete(uri);
      return result;
    }
    this.files.set(uri.toString(), uri);
    if (this.isWithEditor(uri)) this.found.delete(uri);
    else this.found.set(uri, result.diagnostics);
    return result;
  }

  private leaveToEditors(): void {
    for (const uri of this.files.values()) if (this.isWithEditor(uri)) this.found.delete(uri);
  }

  /** The editor asks for the findings of what it shows in a tab; a document may be kept open long after its tab is gone. */
  private isWithEditor(uri: vscode.Uri): boolean {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isShown = tabs.flatMap(urisOf).some((shown) => shown.toString() === uri.toString());
    return isShown && this.status.get(uri) !== undefined;
  }

  private again(uri: vscode.Uri): void {
    if (!this.files.has(uri.toString())) return;
    // A file that is gone or no longer readable has no findings.
    this.check(uri).catch(() => this.gone(uri));
  }

  private gone(uri: vscode.Uri): void {
    this.files.delete(uri.toString());
    this.found.delete(uri);
  }

  /** Only after a first run: who never asked for one has nothing that could grow old. */
  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    const drafts = vscode.workspace.createFileSystemWatcher(FILES, true);
    drafts.onDidChange((uri) => this.again(uri));
    drafts.onDidDelete((uri) => this.gone(uri));
    const projects = vscode.workspace.createFileSystemWatcher(PROJECT_FILE);
    const all = () => {
      for (const uri of [...this.files.values()]) this.again(uri);
    };
    projects.onDidChange(all);
    projects.onDidCreate(all);
    projects.onDidDelete(all);
    this.disposables.push(drafts, projects);
  }

  private async tell(summary: Summary): Promise<void> {
    const problems = vscode.l10n.t('Show Problems');
    const answer = await vscode.window.showInformationMessage(
      summaryText(summary),
      ...(summary.findings > 0 ? [problems] : []),
    );
    if (answer === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

function urisOf({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.modified] : [];
}

const unreadable: TextCheck = { status: { state: 'failed' }, diagnostics: [] };

function count({ status, diagnostics }: TextCheck, summary: Summary): void {
  if (status.state !== 'checked') {
    const reason =
      status.state === 'notChecked' && status.reason ? status.reason : vscode.l10n.t('could not be read or checked');
    summary.notChecked.set(reason, (summary.notChecked.get(reason) ?? 0) + 1);
    return;
  }
  // A hint is the other side of a finding that was counted already.
  const findings = diagnostics.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).length;
  summary.checked++;
  summary.findings += findings;
  if (findings > 0) summary.flawed++;
}

/** "Checked 3 policies: 12 findings in 2 of them. Not checked: 14 (12 not a privacy policy, 2 not in English)." */
function summaryText({ files, checked, findings, flawed, notChecked, cancelled }: Summary): string {
  const left = [...notChecked.values()].reduce((sum, one) => sum + one, 0);
  const reasons = [...notChecked].sort((a, b) => b[1] - a[1]).map(([reason, many]) => `${many} ${reason}`);
  return [
    ...(cancelled ? [vscode.l10n.t('Stopped after {0} of {1} files.', checked + left, files)] : []),
    findings === 0
      ? vscode.l10n.t('Policies checked: {0}, nothing found.', checked)
      : vscode.l10n.t('Policies checked: {0}, with {1} findings in {2} of them.', checked, findings, flawed),
    ...(left > 0 ? [vscode.l10n.t('Other files not checked: {0} ({1}).', left, reasons.join(', '))] : []),
  ].join(' ');
}

/** As the command line tool reads: what is not valid UTF-8 is windows-1252. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
