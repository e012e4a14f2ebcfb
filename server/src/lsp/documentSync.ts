import { FileChangeType } from 'vscode-languageserver';
import { isProjectFile } from './configurationProblems';
import type { PushedDiagnostics } from './diagnostics';
import type { ProjectFiles } from './projectFiles';
import type { Rechecks } from './rechecks';
import type { Session } from './session';

/** Follows what the client opens, changes, closes and saves, and what changes on the disk. */
export function followDocuments(
  { connection, client, drafts, checks, configurations, attempt }: Session,
  pushed: PushedDiagnostics,
  projectFiles: ProjectFiles,
  rechecks: Rechecks,
): void {
  connection.onDidOpenTextDocument(({ textDocument }) => {
    checks.heard();
    drafts.open(textDocument);
    rechecks.dependents();
    if (!client.pulls && !isProjectFile(textDocument.uri)) pushed.opened(textDocument.uri);
    attempt(projectFiles.show());
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    checks.heard();
    drafts.get(textDocument.uri)?.change(contentChanges, textDocument.version);
    rechecks.dependents(textDocument.uri);
    if (client.pulls) return;
    if (isProjectFile(textDocument.uri)) attempt(projectFiles.show());
    else pushed.changed(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    checks.heard();
    drafts.close(uri);
    checks.forget(uri);
    checks.filesChanged([uri]); // what was not saved is gone
    rechecks.dependents();
    if (!client.pulls && !isProjectFile(uri)) pushed.closed(uri);
    attempt(projectFiles.show());
  });
  // Without a watcher, a project file may have been edited elsewhere whenever something is saved.
  connection.onDidSaveTextDocument(() => {
    if (client.watchesFiles) return;
    checks.filesChanged();
    rechecks.underOtherProjectFiles();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const urisOf = (some: typeof changes) => some.map(({ uri }) => uri);
    const stayed = changes.filter(({ type }) => type === FileChangeType.Changed);
    checks.filesChanged(urisOf(stayed), urisOf(changes.filter((one) => !stayed.includes(one))));
    if (changes.some(({ uri }) => isProjectFile(uri) || configurations.hasRead(uri))) rechecks.underOtherProjectFiles();
    else rechecks.dependents();
  });
}
