import * as vscode from 'vscode';
import { isCandidate, isProjectFile, setOwnLanguages } from './documents';
import { looksLikePolicy } from './firstLook';
import type { Server } from './server';
import type { StatusItem } from './status';

/** The settings of the whole window that say whether anything is checked, and which languages drafts are written in. */
const settings = () => vscode.workspace.getConfiguration('policyLinter');
export const isEnabled = (): boolean => settings().get('enable', true);
export const takeUpLanguages = (): void => setOwnLanguages(settings().get('languages'));

/**
 * The server, from the moment somebody wants it: a document that might be a policy or a project file was opened, or the
 * author asks for a check. Until then neither the language client is loaded nor a server started, since the extension is
 * activated for every Markdown file anybody opens.
 */
export class ServerOnDemand implements vscode.Disposable {
  private loading: Promise<Server> | undefined;
  private wanted = false;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly load: () => Promise<Server>,
    private readonly status: StatusItem,
  ) {
    this.disposables = [
      vscode.workspace.onDidOpenTextDocument((document) => this.look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.look(document)),
      vscode.workspace.onDidCloseTextDocument(async ({ uri }) => (await this.loading)?.forget(uri)),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  get isWanted(): boolean {
    return this.wanted;
  }

  /** The server if anybody has wanted it so far. */
  get known(): Promise<Server | undefined> {
    return Promise.resolve(this.loading);
  }

  /** Whoever asks for the server makes it wanted: nobody else would start it. */
  async started(): Promise<Server> {
    const server = await this.loaded();
    await server.start();
    return server;
  }

  async check(document: vscode.TextDocument): Promise<void> {
    await (await this.loaded()).check(document);
  }

  async restart(): Promise<void> {
    await (await this.loaded()).restart();
  }

  async stop(): Promise<void> {
    await (await this.loading)?.stop();
  }

  /** When the server has started or stopped as often as it was told to so far. */
  async settled(): Promise<void> {
    await (await this.loading)?.settled();
  }

  /** Starts the server if an open document might be a policy. */
  lookEverywhere(): void {
    for (const document of vscode.workspace.textDocuments) void this.look(document);
  }

  switchOn(): void {
    this.status.setEverywhere(undefined);
    this.lookEverywhere();
  }

  async switchOff(): Promise<void> {
    this.want(false);
    await this.stop();
    this.status.setEverywhere({
      state: 'notChecked',
      reason: vscode.l10n.t('switched off in the settings'),
      remedy: 'settings',
    });
  }

  async languagesChanged(): Promise<void> {
    takeUpLanguages();
    this.status.languagesChanged();
    this.lookEverywhere();
    // What it is told at its start it is told anew.
    if (this.loading && isEnabled()) await (await this.loading).restart();
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    if (this.wanted || !isEnabled()) return;
    if (isProjectFile(document) || (isCandidate(document) && looksLikePolicy(document))) await this.started();
  }

  private loaded(): Promise<Server> {
    this.want(true);
    this.loading ??= this.load();
    return this.loading;
  }

  /** The views stay away from whoever writes no policies. */
  private want(is: boolean): void {
    if (is === this.wanted) return;
    this.wanted = is;
    void vscode.commands.executeCommand('setContext', 'policyLinter.isWanted', is);
  }
}
