import { type Diagnostic, DiagnosticRefreshRequest } from 'vscode-languageserver';
import { problemsOn } from '../config/expiry';
import { IdleSuppressions } from '../config/idleSuppressions';
import type { ConfigurationProblem, ProjectConfiguration } from '../config/types';
import { ConfigurationProblems, diagnosticOfProblem, isProjectFile } from './configurationProblems';
import type { Draft } from './drafts';
import type { Session } from './session';

/** What is wrong with the project files that hold for the open drafts, or that are open themselves. */
export class ProjectFiles {
  readonly #session: Session;
  readonly #shown: ConfigurationProblems;
  /** What was idle at the last look. */
  #idleBefore = '';

  constructor(session: Session) {
    this.#session = session;
    this.#shown = new ConfigurationProblems(session.connection);
  }

  /** Of an open project file as it stands there; undefined for other documents. */
  async diagnosticsIn(uri: string): Promise<Diagnostic[] | undefined> {
    const draft = isProjectFile(uri) ? this.#session.drafts.get(uri) : undefined;
    return draft && (await this.#problemsIn(draft)).map(diagnosticOfProblem);
  }

  async show(): Promise<void> {
    const { drafts, client, projectOf } = this.#session;
    const open = [...drafts.all()];
    const holding = await Promise.all(open.filter(({ uri }) => !isProjectFile(uri)).map(({ uri }) => projectOf(uri)));
    const shown = open.filter(({ uri }) => isProjectFile(uri));
    const isOpen = (uri: string) => shown.some((draft) => draft.uri === uri);
    const problems = holding.flatMap((project) => (project ? this.#problemsOf(project) : []));
    const inOpen = client.pulls ? [] : (await Promise.all(shown.map((draft) => this.#problemsIn(draft)))).flat();
    const elsewhere = problems.filter(({ uri }) => !isOpen(uri));
    this.#shown.show([...elsewhere, ...inOpen], (uri) => client.pulls && isOpen(uri));
  }

  /** After a check: suppressions may have become idle, or have found something to silence. */
  async lookForIdle(): Promise<void> {
    const { drafts, client, connection, projectOf } = this.#session;
    const projects = await Promise.all([...drafts.all()].map(({ uri }) => projectOf(uri)));
    const idle = JSON.stringify(projects.flatMap((project) => (project ? this.#idleIn(project) : [])));
    if (idle === this.#idleBefore) return;
    this.#idleBefore = idle;
    await this.show();
    const isPulled = client.pulls && client.refreshes && [...drafts.all()].some(({ uri }) => isProjectFile(uri));
    if (isPulled) await connection.sendRequest(DiagnosticRefreshRequest.type);
  }

  async #problemsIn({ uri, text }: Draft): Promise<ConfigurationProblem[]> {
    const project = await this.#session.configurations.parse(text, uri);
    return this.#problemsOf(project).filter((problem) => problem.uri === uri);
  }

  #problemsOf(project: ProjectConfiguration): ConfigurationProblem[] {
    return [...problemsOn(this.#session.host.today(), project), ...this.#idleIn(project)];
  }

  /** Of suppressions that can mean one draft only, those that silence nothing in it. */
  #idleIn(project: ProjectConfiguration): ConfigurationProblem[] {
    const { drafts, checks } = this.#session;
    const idle = new IdleSuppressions();
    for (const { uri } of drafts.all()) idle.note(checks.last(uri)?.analysis?.projectSuppressions);
    return idle.problemsIn(project, () => false);
  }
}
