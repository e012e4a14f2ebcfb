import * as vscode from 'vscode';
import { isCandidate, isProjectFile } from './documents';
import type { Server } from './server';
import type { StatusItem } from './status';

/** Under which the editor asks for the texts; the draft's own address is the query. */
const SCHEME = 'policy-linter-configuration';

const editorSettings = ['enable', 'run', 'revealDelay', 'languages', 'codeLens', 'trace.server'] as const;

/** Shows what configuration holds for a draft, each value with the place it comes from; there is nothing to save. */
export class ResolvedConfiguration implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(
    status: StatusItem,
    private readonly getServer: () => Promise<Server | undefined>,
  ) {
    this.disposables = [
      this.changed,
      status.onDidChange(() => this.update()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('policyLinter') && this.update()),
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.commands.registerCommand('policyLinter.showResolvedConfiguration', () => this.show()),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const server = await this.getServer();
    const resolved = await server?.request<string>('policyLinter/resolvedConfiguration', { uri: query });
    return `${resolved ?? ''}${settingsOf(vscode.Uri.parse(query))}`;
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const server = await this.getServer();
    if (!server || !document || !(isCandidate(document) || isProjectFile(document))) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a policy draft to see how it is checked.'));
      return;
    }
    await server.start();
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const path = `/${vscode.l10n.t('Resolved configuration of {0}', name)}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: document.uri.toString() });
    this.changed.fire(uri);
    const shown = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(shown, 'yaml'));
  }

  private update(): void {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) this.changed.fire(uri);
  }
}

/** What the settings say of the editor itself. */
function settingsOf(uri: vscode.Uri): string {
  const settings = vscode.workspace.getConfiguration('policyLinter', uri);
  const rows = editorSettings.map((name) => {
    const value = `policyLinter.${name}: ${JSON.stringify(settings.get(name)).replace(/^"|"$/g, '')}`;
    return `  ${value.padEnd(46)} # ${originOf(settings.inspect(name))}`;
  });
  return `settings:\n${rows.join('\n')}\n`;
}

function originOf(found: ReturnType<vscode.WorkspaceConfiguration['inspect']>): string {
  // Where one folder is open, its settings are those of the workspace.
  const isOneOfSeveral = vscode.workspace.workspaceFile !== undefined;
  if (isOneOfSeveral && found?.workspaceFolderValue !== undefined) return vscode.l10n.t('settings of the folder');
  if (found?.workspaceValue !== undefined) return vscode.l10n.t('settings of the workspace');
  if (found?.globalValue !== undefined) return vscode.l10n.t('settings of the user');
  return vscode.l10n.t('as it ships');
}
