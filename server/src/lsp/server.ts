import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
} from 'vscode-languageserver';
import { problemsOn } from '../config/expiry';
import type { FileAccess } from '../config/fileAccess';
import { IdleSuppressions } from '../config/idleSuppressions';
import { ProjectConfigurations } from '../config/projectConfigurations';
import { resolvedConfiguration } from '../config/resolved';
import { withFacts } from '../config/setFacts';
import { PROJECT_FILE, type ProjectConfiguration } from '../config/types';
import { canonical, folderOf } from '../drafts/documentSets';
import { loadEngine } from '../drafts/engine';
import { searchedExtensions } from '../drafts/format';
import { abilitiesOf } from './capabilities';
import { checklistOf, insertionFor } from './checklist';
import { Checks } from './checks';
import { codeActionsFor } from './codeActions';
import { ConfigurationProblems, diagnosticOfProblem, isProjectFile } from './configurationProblems';
import { diagnosticsOf } from './convert';
import { PushedDiagnostics, providePulledDiagnostics } from './diagnostics';
import { type Draft, Drafts } from './drafts';
import type { Host } from './host';
import { hoverAt } from './hover';
import { practiceMapOf } from './practiceMap';
import { projectFileHover } from './projectFileHelp';
import {
  CheckDocumentRequest,
  ChecklistRequest,
  InsertionRequest,
  PracticeMapRequest,
  QuestionsRequest,
  ReadFileRequest,
  ResolvedConfigurationRequest,
  SetFactsRequest,
  StatisticsRequest,
  StatusNotification,
  type StatusParams,
} from './protocol';
import { questionsOf } from './questions';
import type { Serve } from './start';
import { provideWritingHelp } from './writingHelp';

/** How long the author of another document stops typing before the drafts that rest on it are checked again, in milliseconds. */
const PAUSE = 150;

/** Serves one client over the connection until it leaves. */
export function serve(
  connection: Connection,
  { capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams,
  host: Host,
): ReturnType<Serve> {
  const client = abilitiesOf(capabilities);
  const rulePages: string | undefined =
    typeof initializationOptions?.rulePages === 'string' ? initializationOptions.rulePages : undefined;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  /** Addresses of the folders that are open, each with its slash. */
  let workspace: readonly string[] = folders.map(withSlash);

  /** For what nobody waits for: a client that refuses is no reason to end. */
  const attempt = (action: Promise<unknown>) => {
    action.catch((error) => connection.console.warn(String(error)));
  };

  /** Statuses to be sent: they make no answer wait, and of one document only the newest counts. */
  const statuses = new Map<string, StatusParams>();
  const tellStatus = (status: StatusParams) => {
    const isDue = statuses.size > 0;
    statuses.set(status.uri, status);
    if (isDue) return;
    const send = async () => {
      await host.yield();
      for (const one of statuses.values()) attempt(connection.sendNotification(StatusNotification, one));
      statuses.clear();
    };
    attempt(send());
  };

  const { languages } = initializationOptions ?? {};
  const drafts = new Drafts(typeof languages === 'object' && languages !== null ? languages : {});
  /** Documents that the author asked to check, perhaps before they were announced. */
  const forced = new Set<string>();
  /** What is not on this machine is the client's to read. */
  const files: FileAccess = {
    readText: async (uri) =>
      client.readsFiles && !uri.startsWith('file:')
        ? (await connection.sendRequest(ReadFileRequest, { uri }))?.text
        : host.files.readText(uri),
    ...(host.files.list && { list: host.files.list }),
  };
  const configurations = new ProjectConfigurations(
    files,
    async () => (await loadEngine()).vocabulary,
    () => workspace,
  );
  /** A draft that has no file yet goes by the workspace it is written in. */
  const projectOf = (uri: string) => configurations.nearest(uri.startsWith('untitled:') ? (workspace[0] ?? uri) : uri);
  const configurationProblems = new ConfigurationProblems(connection);
  const checks = new Checks({
    drafts,
    projectOf,
    host,
    files,
    rootOf: (uri) => workspace.map(canonical).find((folder) => canonical(uri).startsWith(folder)) ?? folderOf(uri),
    diagnosticsOf: (draft, analysis, before) =>
      diagnosticsOf(draft, analysis, (rule) => host.rulePage(rule, rulePages), before),
    onStatus: (uri, status) => {
      tellStatus({ uri, ...status });
      if (checks.last(uri)?.analysis?.projectSuppressions) attempt(lookForIdleSuppressions());
    },
    onNote: (message) => connection.console.info(message),
    onProblem: (message) => connection.console.error(message),
  });
  const pushed = new PushedDiagnostics(connection, checks);

  /** What is wrong with the project file that an editor shows, as it stands there. */
  const problemsOfOpen = async ({ uri, text }: Draft) => {
    const project = await configurations.parse(text, uri);
    return [...problemsOn(host.today(), project), ...idleIn(project)].filter((problem) => problem.uri === uri);
  };
  /** Of suppressions that can mean one draft only, those that silence nothing in it. */
  const idleIn = (project: ProjectConfiguration) => {
    const idle = new IdleSuppressions();
    for (const { uri } of drafts.all()) idle.note(checks.last(uri)?.analysis?.projectSuppressions);
    return idle.problemsIn(project, () => false);
  };
  let idleBefore = '';
  const lookForIdleSuppressions = async () => {
    const projects = await Promise.all([...drafts.all()].map(({ uri }) => projectOf(uri)));
    const idle = JSON.stringify(projects.flatMap((project) => (project ? idleIn(project) : [])));
    if (idle === idleBefore) return;
    idleBefore = idle;
    await showConfigurationProblems();
    const isPulled = client.pulls && client.refreshes && [...drafts.all()].some(({ uri }) => isProjectFile(uri));
    if (isPulled) await connection.sendRequest(DiagnosticRefreshRequest.type);
  };
  const showConfigurationProblems = async () => {
    const open = [...drafts.all()];
    const holding = await Promise.all(open.filter(({ uri }) => !isProjectFile(uri)).map(({ uri }) => projectOf(uri)));
    const shown = open.filter(({ uri }) => isProjectFile(uri));
    const isOpen = (uri: string) => shown.some((draft) => draft.uri === uri);
    const problems = holding.flatMap((project) =>
      project ? [...problemsOn(host.today(), project), ...idleIn(project)] : [],
    );
    const inOpen = client.pulls ? [] : (await Promise.all(shown.map(problemsOfOpen))).flat();
    const elsewhere = problems.filter(({ uri }) => !isOpen(uri));
    configurationProblems.show([...elsewhere, ...inOpen], (uri) => client.pulls && isOpen(uri));
  };
  /** Drafts that rest on a document that has changed are checked again, when its author pauses. */
  let pause: ReturnType<typeof setTimeout> | undefined;
  const recheckDependents = (changed?: string) => {
    const outdated = checks.outdated(changed);
    if (!client.pulls) for (const uri of outdated) pushed.changed(uri);
    if (outdated.length === 0 || !client.pulls || !client.refreshes) return;
    clearTimeout(pause);
    pause = setTimeout(() => attempt(connection.sendRequest(DiagnosticRefreshRequest.type)), PAUSE);
  };
  const recheckAll = () => {
    checks.invalidate();
    if (client.pulls) {
      if (client.refreshes) attempt(connection.sendRequest(DiagnosticRefreshRequest.type));
      return;
    }
    for (const { uri } of drafts.all()) if (!isProjectFile(uri)) pushed.changed(uri);
  };
  const projectFilesChanged = () => {
    configurations.clear();
    recheckAll();
    attempt(showConfigurationProblems());
  };

  connection.onDidOpenTextDocument(({ textDocument }) => {
    checks.heard();
    drafts.open(textDocument).forced = forced.has(textDocument.uri);
    recheckDependents();
    if (!client.pulls && !isProjectFile(textDocument.uri)) pushed.opened(textDocument.uri);
    attempt(showConfigurationProblems());
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    checks.heard();
    drafts.get(textDocument.uri)?.change(contentChanges, textDocument.version);
    recheckDependents(textDocument.uri);
    if (client.pulls) return;
    if (isProjectFile(textDocument.uri)) attempt(showConfigurationProblems());
    else pushed.changed(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    checks.heard();
    drafts.close(uri);
    forced.delete(uri);
    checks.forget(uri);
    checks.filesChanged([uri]); // what was not saved is gone
    recheckDependents();
    if (!client.pulls && !isProjectFile(uri)) pushed.closed(uri);
    attempt(showConfigurationProblems());
  });
  // Without a watcher, a project file may have been edited elsewhere whenever something is saved.
  connection.onDidSaveTextDocument(() => {
    if (client.watchesFiles) return;
    checks.filesChanged();
    projectFilesChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const urisOf = (some: typeof changes) => some.map(({ uri }) => uri);
    const stayed = changes.filter(({ type }) => type === FileChangeType.Changed);
    checks.filesChanged(urisOf(stayed), urisOf(changes.filter((one) => !stayed.includes(one))));
    if (changes.some(({ uri }) => isProjectFile(uri) || configurations.hasRead(uri))) projectFilesChanged();
    else recheckDependents();
  });

  providePulledDiagnostics(connection, checks, async (uri) => {
    const draft = isProjectFile(uri) ? drafts.get(uri) : undefined;
    return draft && (await problemsOfOpen(draft)).map(diagnosticOfProblem);
  });
  /** An editor that knows the schema of project files needs no help of ours with them. */
  const knowsSchema = initializationOptions?.knowsSchema === true;
  const helpedWith = (uri: string) => (!knowsSchema && isProjectFile(uri) ? drafts.get(uri) : undefined);
  const writingHelp = provideWritingHelp(connection, checks, () => client, helpedWith);
  writingHelp.configure(initializationOptions);
  connection.onDidChangeConfiguration(({ settings }) => {
    if (writingHelp.configure(settings?.policyLinter)) writingHelp.refresh();
  });
  connection.onHover(async ({ textDocument, position }) => {
    const file = helpedWith(textDocument.uri);
    if (file) return projectFileHover(file, position, (await loadEngine()).vocabulary, client.hover);
    const outcome = await checks.knownSoon(textDocument.uri);
    return outcome && hoverAt(outcome, outcome.draft.offsetAt(position), client);
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
  connection.onRequest(QuestionsRequest, async ({ uri }) => {
    const outcome = await checks.known(uri);
    return (outcome && questionsOf(outcome, await projectOf(uri))) ?? null;
  });
  connection.onRequest(SetFactsRequest, async ({ uri, facts }) => {
    const root = workspace.find((folder) => canonical(uri).startsWith(canonical(folder))) ?? workspace[0];
    const file = (await projectOf(uri))?.uri ?? `${root ?? folderOf(uri)}${PROJECT_FILE}`;
    const before = drafts.get(file)?.text ?? (await files.readText(file));
    const text = withFacts(before ?? '', facts);
    return text === undefined ? null : { uri: file, before, text };
  });
  connection.onRequest(InsertionRequest, async ({ uri, id }) => {
    const outcome = await checks.known(uri);
    return (outcome && insertionFor(id, outcome)) ?? null;
  });
  connection.onRequest(ResolvedConfigurationRequest, async ({ uri }) => {
    const [project, outcome] = [await projectOf(uri), await checks.known(uri)];
    const analysis = outcome?.analysis;
    const lineAt = (offset: number) => outcome?.draft.positionAt(offset).line ?? 0;
    return resolvedConfiguration(uri, project, analysis && { analysis, lineAt }, { workspace, today: host.today() });
  });
  connection.onRequest(StatisticsRequest, () => checks.statistics);
  connection.onRequest(CheckDocumentRequest, ({ uri }) => {
    forced.add(uri);
    const draft = drafts.get(uri);
    if (draft) draft.forced = true;
    recheckAll();
    return null;
  });

  return {
    initialized() {
      if (capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = removed.map(({ uri }) => withSlash(uri));
          const stayed = workspace.filter((folder) => !gone.includes(folder));
          workspace = [...stayed, ...added.map(({ uri }) => withSlash(uri))];
          projectFilesChanged();
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
}

const withSlash = (folder: string): string => `${folder.replace(/\/$/, '')}/`;
