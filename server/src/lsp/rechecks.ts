import { DiagnosticRefreshRequest } from 'vscode-languageserver';
import { isProjectFile } from './configurationProblems';
import type { PushedDiagnostics } from './diagnostics';
import type { ProjectFiles } from './projectFiles';
import type { Session } from './session';

/** How long the author of another document stops typing before the drafts that rest on it are checked again, in milliseconds. */
const PAUSE = 150;

/** Has drafts checked again whose findings no longer hold, though their own text has not changed. */
export class Rechecks {
  readonly #session: Session;
  readonly #pushed: PushedDiagnostics;
  readonly #projectFiles: ProjectFiles;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, pushed: PushedDiagnostics, projectFiles: ProjectFiles) {
    this.#session = session;
    this.#pushed = pushed;
    this.#projectFiles = projectFiles;
  }

  /** Drafts that rest on a document that has changed (on any where none is named), when its author pauses. */
  dependents(changed?: string): void {
    const { checks, client, connection, attempt } = this.#session;
    const outdated = checks.outdated(changed);
    if (!client.pulls) for (const uri of outdated) this.#pushed.changed(uri);
    if (outdated.length === 0 || !client.pulls || !client.refreshes) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => attempt(connection.sendRequest(DiagnosticRefreshRequest.type)), PAUSE);
  }

  /** After a change of settings. */
  all(): void {
    const { checks, client, connection, drafts, attempt } = this.#session;
    checks.invalidate();
    if (client.pulls) {
      if (client.refreshes) attempt(connection.sendRequest(DiagnosticRefreshRequest.type));
      return;
    }
    for (const { uri } of drafts.all()) if (!isProjectFile(uri)) this.#pushed.changed(uri);
  }

  /** Project files have changed, or which of them hold. */
  underOtherProjectFiles(): void {
    this.#session.configurations.clear();
    this.all();
    this.#session.attempt(this.#projectFiles.show());
  }
}
