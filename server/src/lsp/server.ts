import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { type FileAccess, ProjectConfigurations } from '../config/projectConfigurations';
import { PROJECT_FILE } from '../config/types';
import { loadEngine } from '../drafts/engine';
import { abilitiesOf, serverCapabilities } from './capabilities';
import { checklistOf, insertionFor } from './checklist';
import { Checks } from './checks';
import { codeActionsFor } from './codeActions';
import { ConfigurationProblems } from './configurationProblems';
import { diagnosticsOf } from './convert';
import { PushedDiagnostics, providePulledDiagnostics } from './diagnostics';
import { Drafts } from './drafts';
import type { Host } from './host';
import { hoverAt } from './hover';
import { practiceMapOf } from './practiceMap';
import {
  CheckDocumentRequest,
  ChecklistRequest,
  InsertionRequest,
  PracticeMapRequest,
  ReadFileRequest,
  StatusNotification,
} from './protocol';
import { provideWritingHelp } from './writingHelp';

/** Serves one client over the connection until it leaves. */
export function serve(connection: Connection, host: Host): void {
  let client = abilitiesOf({});
  let rulePages: string | undefined;
  let workspaceFolder: string | undefined;

  /** For what nobody waits for: a client that refuses is no reason to end. */
  const attempt = (action: Promise<unknown>) => {
    action.catch((error) => connection.console.warn(String(error)));
  };

  const drafts = new Drafts();
  /** Documents that the author asked to check, perhaps before they were announced. */
  const forced = new Set<string>();
  /** What is not on this machine is the client's to read. */
  const files: FileAccess = {
    readText: async (uri) =>
      client.readsFiles && !uri.startsWith('file:')
        ? (await connection.sendRequest(ReadFileRequest, { uri }))?.text
        : host.files.readText(uri),
  };
  const configurations = new ProjectConfigurations(files, async () => (await loadEngine()).vocabulary);
  /** A draft that has no file yet goes by the workspace it is written in. */
  const projectOf = (uri: string) =>
    configurations.nearest(uri.startsWith('untitled:') ? (workspaceFolder ?? uri) : uri);
  const configurationProblems = new ConfigurationProblems(connection);
  const checks = new Checks({
    drafts,
    projectOf,
    host,
    diagnosticsOf: (draft, analysis) => diagnosticsOf(draft, analysis, (rule) => host.rulePage(rule, rulePages)),
    onStatus: (uri, status) => attempt(connection.sendNotification(StatusNotification, { uri, ...status })),
    onProblem: (message) => connection.console.error(message),
  });
  const pushed = new PushedDiagnostics(connection, checks);

  const showConfigurationProblems = async () =>
    configurationProblems.show(await Promise.all([...drafts.all()].map(({ uri }) => projectOf(uri))));
  const recheckAll = () => {
    checks.invalidate();
    if (!client.pulls) for (const { uri } of drafts.all()) pushed.changed(uri);
    else if (client.refreshes) attempt(connection.sendRequest(DiagnosticRefreshRequest.type));
  };
  const projectFilesChanged = () => {
    configurations.clear();
    recheckAll();
    attempt(showConfigurationProblems());
  };

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams) => {
    client = abilitiesOf(capabilities);
    writingHelp.configure(initializationOptions);
    if (typeof initializationOptions?.rulePages === 'string') rulePages = initializationOptions.rulePages;
    const folder = workspaceFolders?.[0]?.uri ?? rootUri ?? undefined;
    workspaceFolder = folder && `${folder.replace(/\/$/, '')}/`;
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'policy-linter' } };
  });
  connection.onInitialized(() => {
    if (client.watchesFiles) {
      const watchers = [{ globPattern: `**/${PROJECT_FILE}` }];
      attempt(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    attempt(host.yield().then(loadEngine)); // whoever starts a server is about to ask
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    checks.heard();
    drafts.open(textDocument).forced = forced.has(textDocument.uri);
    if (!client.pulls) pushed.opened(textDocument.uri);
    attempt(showConfigurationProblems());
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    checks.heard();
    drafts.get(textDocument.uri)?.change(contentChanges, textDocument.version);
    if (!client.pulls) pushed.changed(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    checks.heard();
    drafts.close(uri);
    forced.delete(uri);
    checks.forget(uri);
    if (!client.pulls) pushed.closed(uri);
    attempt(showConfigurationProblems());
  });
  // Without a watcher, a project file may have been edited elsewhere whenever something is saved.
  connection.onDidSaveTextDocument(() => {
    if (!client.watchesFiles) projectFilesChanged();
  });
  connection.onDidChangeWatchedFiles(projectFilesChanged);

  providePulledDiagnostics(connection, checks);
  const writingHelp = provideWritingHelp(connection, checks, () => client);
  connection.onDidChangeConfiguration(({ settings }) => {
    if (writingHelp.configure(settings?.policyLinter)) writingHelp.refresh();
  });
  connection.onHover(async ({ textDocument, position }) => {
    const outcome = await checks.known(textDocument.uri);
    return outcome && hoverAt(outcome, outcome.draft.offsetAt(position), client.hover);
  });
  connection.onCodeAction(async (params) => {
    const outcome = await checks.known(params.textDocument.uri);
    return outcome && codeActionsFor(outcome, params, client);
  });
  connection.onRequest(ChecklistRequest, async ({ uri }) => {
    const outcome = await checks.known(uri);
    return (outcome && checklistOf(outcome)) ?? null;
  });
  connection.onRequest(PracticeMapRequest, async ({ uri }) => {
    const outcome = await checks.known(uri);
    return (outcome && practiceMapOf(outcome)) ?? null;
  });
  connection.onRequest(InsertionRequest, async ({ uri, id }) => {
    const outcome = await checks.known(uri);
    return (outcome && insertionFor(id, outcome)) ?? null;
  });
  connection.onRequest(CheckDocumentRequest, ({ uri }) => {
    forced.add(uri);
    const draft = drafts.get(uri);
    if (draft) draft.forced = true;
    recheckAll();
    return null;
  });

  connection.listen();
}
