import * as vscode from 'vscode';
import { type Ask, Checklist } from './checklist';
import { isCandidate, isProjectFile, setOwnLanguages } from './documents';
import { explainRules } from './explainRule';
import { looksLikePolicy } from './firstLook';
import { PracticeMap } from './practiceMap';
import { Questionnaire } from './questionnaire';
import { ResolvedConfiguration } from './resolvedConfiguration';
import { openSampleDraft } from './sampleDraft';
import type { Connect, Server } from './server';
import { applySnippetEdit } from './snippetEdits';
import { StatusItem } from './status';
import { Subject } from './subject';
import { WorkspaceCheck } from './workspaceCheck';

/** What the tests look at, and nobody else. */
export interface Api {
  status: StatusItem;
  checklist: Checklist;
  practiceMap: PracticeMap;
  questionnaire: Questionnaire;
  workspaceCheck: WorkspaceCheck;
  serverIsWanted(): boolean;
  /** How many findings of a document wait until typing has settled. */
  waiting(uri: vscode.Uri): Promise<number>;
}

let server: Promise<Server> | undefined;

/**
 * Activation costs next to nothing, since it happens for every Markdown file anybody opens: the language client is
 * loaded, and the server started, only when a document might be a policy.
 */
export function start(context: vscode.ExtensionContext, loadConnect: () => Promise<{ connect: Connect }>): Api {
  setOwnLanguages(vscode.workspace.getConfiguration('policyLinter').get('languages'));
  const output = vscode.window.createOutputChannel('Policy Linter', { log: true });
  const status = new StatusItem();
  let wanted = false;

  const want = (is: boolean) => {
    if (is === wanted) return;
    wanted = is;
    // The views stay away from whoever writes no policies.
    void vscode.commands.executeCommand('setContext', 'policyLinter.isWanted', is);
  };

  const getServer = () => {
    want(true);
    server ??= Promise.all([loadConnect(), import('./server')]).then(
      ([{ connect }, { Server }]) => new Server((options) => connect(context, options), context, output, status),
    );
    return server;
  };

  /** Whoever asks for the server starts it: from then on it counts as wanted, and nobody else would. */
  const startedServer = async () => {
    const wantedServer = await getServer();
    await wantedServer.start();
    return wantedServer;
  };

  const look = async (document: vscode.TextDocument) => {
    if (wanted || !isEnabled()) return;
    if (isProjectFile(document)) return (await getServer()).start();
    if (!isCandidate(document)) return;
    if (looksLikePolicy(document)) await (await getServer()).start();
  };

  const lookEverywhere = () => {
    for (const document of vscode.workspace.textDocuments) void look(document);
  };

  const checkThisDocument = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isCandidate(document)) {
      tell(vscode.l10n.t('Policy Linter checks Markdown, HTML and plain text documents.'));
    } else if (!isEnabled()) {
      tell(vscode.l10n.t('Policy Linter is switched off in the settings.'));
    } else {
      await (await getServer()).check(document);
    }
  };

  const restartServer = async () => {
    if (isEnabled()) await (await getServer()).restart();
    else tell(vscode.l10n.t('Policy Linter is switched off in the settings.'));
  };

  const checkWorkspace = async () => {
    if (!isEnabled()) {
      tell(vscode.l10n.t('Policy Linter is switched off in the settings.'));
      return undefined;
    }
    await (await getServer()).start();
    return workspaceCheck.run();
  };

  const applyEnablement = async () => {
    if (isEnabled()) {
      status.setEverywhere(undefined);
      lookEverywhere();
      return;
    }
    want(false);
    workspaceCheck.clear();
    await (await server)?.stop();
    status.setEverywhere({
      state: 'notChecked',
      reason: vscode.l10n.t('switched off in the settings'),
      remedy: 'settings',
    });
  };

  const applyLanguages = async () => {
    setOwnLanguages(vscode.workspace.getConfiguration('policyLinter').get('languages'));
    status.languagesChanged();
    lookEverywhere();
    // What it is told at its start it is told anew.
    if (server && isEnabled()) await (await server).restart();
  };

  const ask: Ask = async (method, params) => (await server)?.request(method, params);
  const workspaceCheck = new WorkspaceCheck(status, async (...text) => (await server)?.checkText(...text));
  const subject = new Subject();
  const checklist = new Checklist(subject, status, ask);
  const questionnaire = new Questionnaire(ask);
  const practiceMap = new PracticeMap(context.extensionUri, subject, status, ask);

  context.subscriptions.push(
    output,
    status,
    subject,
    checklist,
    practiceMap,
    workspaceCheck,
    explainRules(context.extension.packageJSON.version),
    vscode.commands.registerCommand('policyLinter.checkThisDocument', checkThisDocument),
    vscode.commands.registerCommand('policyLinter.checkWorkspace', checkWorkspace),
    vscode.commands.registerCommand('policyLinter.openSampleDraft', () => openSampleDraft(context.extensionUri)),
    vscode.commands.registerCommand('policyLinter.restartServer', restartServer),
    new ResolvedConfiguration(status, async () => (isEnabled() ? startedServer() : undefined)),
    vscode.commands.registerCommand('policyLinter.showOutput', () => output.show()),
    vscode.commands.registerCommand('policyLinter.applySnippetEdit', applySnippetEdit),
    vscode.commands.registerCommand('policyLinter.answerQuestions', (uri?: string) => questionnaire.run(uri)),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.workspace.onDidCloseTextDocument(async ({ uri }) => (await server)?.forget(uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('policyLinter.enable')) void applyEnablement();
      if (event.affectsConfiguration('policyLinter.languages')) void applyLanguages();
    }),
  );
  if (isEnabled()) lookEverywhere();
  else void applyEnablement();
  return {
    status,
    checklist,
    practiceMap,
    questionnaire,
    workspaceCheck,
    serverIsWanted: () => wanted,
    waiting: async (uri) => (await server)?.waiting(uri) ?? 0,
  };
}

export async function deactivate(): Promise<void> {
  await (await server)?.stop();
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration('policyLinter').get('enable', true);
}

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}
