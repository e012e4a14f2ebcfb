import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { FileAccess } from '../config/fileAccess';
import { ProjectConfigurations } from '../config/projectConfigurations';
import { loadEngine } from '../drafts/engine';
import { searchedExtensions } from '../drafts/format';
import { abilitiesOf } from './capabilities';
import { Checks } from './checks';
import { codeActionsFor } from './codeActions';
import { isProjectFile } from './configurationProblems';
import { diagnosticsOf } from './convert';
import { PushedDiagnostics, providePulledDiagnostics } from './diagnostics';
import { followDocuments } from './documentSync';
import { Drafts } from './drafts';
import { hoverAt } from './hover';
import { provideOwnRequests } from './ownRequests';
import { projectFileHover } from './projectFileHelp';
import { ProjectFiles } from './projectFiles';
import { ReadFileRequest } from './protocol';
import { Rechecks } from './rechecks';
import type { Session } from './session';
import type { Serve } from './start';
import { StatusMessages } from './statusMessages';
import { Workspace } from './workspace';
import { provideWritingHelp } from './writingHelp';

/** Serves one client over the connection until it leaves. */
export const serve: Serve = (connection, params, host) => {
  const session = openSession(connection, params, host);
  const { client, checks, workspace, attempt, helpedWith } = session;
  const pushed = new PushedDiagnostics(connection, checks);
  const rechecks = new Rechecks(session, pushed, session.projectFiles);

  followDocuments(session, pushed, session.projectFiles, rechecks);
  providePulledDiagnostics(connection, checks, (uri) => session.projectFiles.diagnosticsIn(uri));
  provideOwnRequests(session, rechecks);
  const writingHelp = provideWritingHelp(session);
  writingHelp.configure(params.initializationOptions);
  connection.onDidChangeConfiguration(({ settings }) => {
    if (writingHelp.configure(settings?.policyLinter)) writingHelp.refresh();
  });
  connection.onHover(async ({ textDocument, position }) => {
    const file = helpedWith(textDocument.uri);
    if (file) return projectFileHover(file, position, (await loadEngine()).vocabulary, client.hover);
    const outcome = await checks.knownSoon(textDocument.uri);
    return outcome && hoverAt(outcome, outcome.draft.offsetAt(position), client);
  });
  connection.onCodeAction(async (asked) => {
    const outcome = await checks.known(asked.textDocument.uri);
    return outcome && codeActionsFor(outcome, asked, client);
  });

  return {
    initialized() {
      if (params.capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          workspace.change(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          );
          rechecks.underOtherProjectFiles();
        });
      }
      if (client.watchesFiles) {
        // Project files extend files of any name.
        const watchers = [{ globPattern: `**/*.{yml,yaml,${searchedExtensions.join(',')}}` }];
        attempt(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
      }
      attempt(host.yield().then(loadEngine)); // whoever starts a server is about to ask
    },
  };
};

/** What the features share, and the project files, of which every check may have something to tell. */
function openSession(...[connection, params, host]: Parameters<Serve>): Session & { projectFiles: ProjectFiles } {
  const { capabilities, initializationOptions: options = {} } = params;
  const client = abilitiesOf(capabilities);
  const workspace = new Workspace(params);
  const attempt = (action: Promise<unknown>) => {
    action.catch((error) => connection.console.warn(String(error)));
  };
  const files: FileAccess = {
    // what is not on this machine is the client's to read
    readText: async (uri) =>
      client.readsFiles && !uri.startsWith('file:')
        ? (await connection.sendRequest(ReadFileRequest, { uri }))?.text
        : host.files.readText(uri),
    ...(host.files.list && { list: host.files.list }),
  };
  const { languages } = options ?? {};
  const drafts = new Drafts(typeof languages === 'object' && languages !== null ? languages : {});
  const configurations = new ProjectConfigurations(
    files,
    async () => (await loadEngine()).vocabulary,
    () => workspace.folders,
  );
  const projectOf = (uri: string) => configurations.nearest(workspace.placeOf(uri));
  const rulePages: string | undefined = typeof options?.rulePages === 'string' ? options.rulePages : undefined;
  const statuses = new StatusMessages({ connection, host, attempt });
  const checks = new Checks({
    drafts,
    projectOf,
    host,
    files,
    rootOf: (uri) => workspace.rootOf(uri),
    diagnosticsOf: (draft, analysis, before) =>
      diagnosticsOf(draft, analysis, (rule) => host.rulePage(rule, rulePages), before),
    onStatus: (uri, status) => {
      statuses.tell({ uri, ...status });
      if (checks.last(uri)?.analysis?.projectSuppressions) attempt(projectFiles.lookForIdle());
    },
    onNote: (message) => connection.console.info(message),
    onProblem: (message) => connection.console.error(message),
  });
  /** An editor that knows the schema of project files needs no help of ours with them. */
  const knowsSchema = options?.knowsSchema === true;
  const helpedWith = (uri: string) => (!knowsSchema && isProjectFile(uri) ? drafts.get(uri) : undefined);
  const session = { connection, client, host, files, workspace, drafts, configurations, checks, projectOf, helpedWith };
  const projectFiles = new ProjectFiles({ ...session, attempt });
  return { ...session, attempt, projectFiles };
}
