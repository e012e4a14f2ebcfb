import * as vscode from 'vscode';
import { type Ask, Checklist } from './checklist';
import { isCandidate } from './documents';
import { explainRules } from './explainRule';
import { PracticeMap } from './practiceMap';
import { Questionnaire } from './questionnaire';
import { ResolvedConfiguration } from './resolvedConfiguration';
import { openSampleDraft } from './sampleDraft';
import type { Connect } from './server';
import { isEnabled, ServerOnDemand, takeUpLanguages } from './serverOnDemand';
import { applySnippetEdit } from './snippetEdits';
import { StatusItem } from './status';
import { Subject } from './subject';
import { type Summary, WorkspaceCheck } from './workspaceCheck';

/** What the tests look at, and nobody else. */
export interface Api {
  status: StatusItem;
  checklist: Checklist;
  practiceMap: PracticeMap;
  questionnaire: Questionnaire;
  workspaceCheck: WorkspaceCheck;
  server: ServerOnDemand;
  /** How many findings of a document wait until typing has settled. */
  waiting(uri: vscode.Uri): Promise<number>;
}

let server: ServerOnDemand | undefined;

/** Puts the surfaces together. @param loadConnect loads the language client, which is big, once it is wanted */
export function start(context: vscode.ExtensionContext, loadConnect: () => Promise<{ connect: Connect }>): Api {
  takeUpLanguages();
  const output = vscode.window.createOutputChannel('Policy Linter', { log: true });
  const status = new StatusItem();
  const onDemand = new ServerOnDemand(async () => {
    const [{ connect }, { Server }] = await Promise.all([loadConnect(), import('./server')]);
    return new Server((options) => connect(context, options), context, output, status);
  }, status);
  server = onDemand;
  const ask: Ask = async (method, params) => (await onDemand.known)?.request(method, params);
  const workspaceCheck = new WorkspaceCheck(status, async (...text) => (await onDemand.known)?.checkText(...text));
  const subject = new Subject();
  const checklist = new Checklist(subject, status, ask);
  const questionnaire = new Questionnaire(ask);
  const practiceMap = new PracticeMap(context.extensionUri, subject, status, ask);
  context.subscriptions.push(
    output,
    status,
    onDemand,
    subject,
    checklist,
    practiceMap,
    workspaceCheck,
    explainRules(context.extension.packageJSON.version),
    new ResolvedConfiguration(status, async () => (isEnabled() ? onDemand.started() : undefined)),
    ...commands({
      checkThisDocument: () => checkThisDocument(onDemand),
      checkWorkspace: () => checkWorkspace(onDemand, workspaceCheck),
      openSampleDraft: () => openSampleDraft(context.extensionUri),
      restartServer: () => (isEnabled() ? onDemand.restart() : tellSwitchedOff()),
      showOutput: () => output.show(),
      applySnippetEdit,
      answerQuestions: (uri?: string) => questionnaire.run(uri),
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('policyLinter.enable')) applyEnablement(onDemand, workspaceCheck);
      if (event.affectsConfiguration('policyLinter.languages')) void onDemand.languagesChanged();
    }),
  );
  if (isEnabled()) onDemand.lookEverywhere();
  else applyEnablement(onDemand, workspaceCheck);
  return {
    status,
    checklist,
    practiceMap,
    questionnaire,
    workspaceCheck,
    server: onDemand,
    waiting: async (uri) => (await onDemand.known)?.waiting(uri) ?? 0,
  };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** By the names that they have behind `policyLinter.`. */
// biome-ignore lint/suspicious/noExplicitAny: VS Code passes on whatever a command is called with
const commands = (handlers: Readonly<Record<string, (...given: any[]) => unknown>>): vscode.Disposable[] =>
  Object.entries(handlers).map(([name, run]) => vscode.commands.registerCommand(`policyLinter.${name}`, run));

function applyEnablement(onDemand: ServerOnDemand, workspaceCheck: WorkspaceCheck): void {
  if (isEnabled()) {
    onDemand.switchOn();
    return;
  }
  workspaceCheck.clear();
  void onDemand.switchOff();
}

async function checkThisDocument(onDemand: ServerOnDemand): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isCandidate(document)) {
    tell(vscode.l10n.t('Policy Linter checks Markdown, HTML and plain text documents.'));
  } else if (!isEnabled()) {
    tellSwitchedOff();
  } else {
    await onDemand.check(document);
  }
}

async function checkWorkspace(onDemand: ServerOnDemand, workspaceCheck: WorkspaceCheck): Promise<Summary | undefined> {
  if (!isEnabled()) {
    tellSwitchedOff();
    return undefined;
  }
  await onDemand.started();
  return workspaceCheck.run();
}

const tellSwitchedOff = (): void => tell(vscode.l10n.t('Policy Linter is switched off in the settings.'));

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}
