import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RegimeId } from '../analysis/disclosures/types';
import { problemsOn } from '../config/expiry';
import { IdleSuppressions } from '../config/idleSuppressions';
import type { ProjectConfiguration } from '../config/types';
import { LineIndex } from '../drafts/lineIndex';
import { today } from '../drafts/today';
import { outcomesOf } from './crew';
import { discover, readPathList, reasonOf } from './discover';
import { type CheckerSettings, DocumentChecker } from './documentChecker';
import type { ExitStatus } from './exitStatus';
import type { CheckedDocument } from './formats/formatter';
import type { Terminal } from './io';
import { type Invocation, UsageError } from './options';
import type { Outcome, Task } from './outcome';

/** More threads than this wait for each other's memory. */
const MOST_JOBS = 16;

/** What a run tells while it goes on. */
interface Receiver {
  checked(document: CheckedDocument): Promise<void>;
  /** A file that a search found and that is no policy. */
  notChecked(path: string, reason: string): Promise<void>;
  /** Already named on standard error. */
  failed(path: string, reason: string): Promise<void>;
  /** Of a run that inspects. */
  line(text: string): Promise<void>;
}

/** Checks every document of an invocation and tells what became of them, in their order. */
export class Run {
  /** Something could not be read or checked. */
  #failed = false;
  #checked = 0;
  #searched = 0;
  /** Regimes of which some disclosure is known. */
  readonly #knownRegimes = new Set<RegimeId>();
  readonly #invocation: Invocation;
  readonly #terminal: Terminal;
  readonly #reported = new Map<string, ProjectConfiguration>();
  /** The project files that held for some document. */
  readonly #projects = new Set<ProjectConfiguration>();
  readonly #idle = new IdleSuppressions();
  readonly #today: string;

  constructor(invocation: Invocation, terminal: Terminal) {
    this.#invocation = invocation;
    this.#terminal = terminal;
    this.#today = invocation.today ?? today();
  }

  async documents(receiver: Receiver): Promise<void> {
    const { regimes, config, fix, command, records, jobs } = this.#invocation;
    const settings: CheckerSettings = { regimes, config, today: this.#today, fix, inspects: command === 'inspect' };
    const checker = await DocumentChecker.start(settings, this.#terminal.stdin);
    const paths = records ? [] : await this.#paths();
    // A draft that is fixed is read by those of its set that come after it.
    const most = fix ? 1 : (jobs ?? Math.min(availableParallelism(), MOST_JOBS));
    const crew = { jobs: most, checker: settings, here: (task: Task) => checker.check(task) };
    const tasks = records ? this.#records() : discover(paths);
    for await (const outcome of outcomesOf(tasks, crew)) {
      await this.#tell(outcome, receiver);
      this.#terminal.progress?.step(outcome.path);
    }
    this.#terminal.progress?.clear();
    await this.#closingNotes(paths);
  }

  async *#records(): AsyncGenerator<Task> {
    let number = 0;
    for await (const record of createInterface({ input: this.#terminal.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (record.trim() !== '') yield { record, number };
    }
  }

  async #tell(outcome: Outcome, receiver: Receiver): Promise<void> {
    const { path: given, notes, failed, notChecked, isSearched, isIncomplete, checked, line } = outcome;
    if (isSearched) this.#searched++;
    const project = await this.#projectOf(outcome);
    for (const note of notes) await this.#terminal.err.line(note);
    if (isIncomplete) this.#failed = true;
    if (failed !== undefined) return this.#fail(given, failed, receiver);
    if (notChecked !== undefined) return receiver.notChecked(given, notChecked);
    if (checked) {
      this.#checked++;
      if (project) this.#projects.add(project);
      this.#idle.note(checked.suppressions);
      for (const regime of checked.knownRegimes) this.#knownRegimes.add(regime);
    }
    if (line !== undefined) return receiver.line(line);
    if (!checked) return;
    const { text, findings, regimes, others } = checked;
    const linesOfOthers = new Map(others.map(([document, its]) => [document, new LineIndex(its)] as const));
    await receiver.checked({ path: given, findings, regimes, lines: new LineIndex(text), others: linesOfOthers });
  }

  /** Nothing was checked. */
  get isEmpty(): boolean {
    return this.#checked === 0;
  }

  /** `findings`: whether some finding is above what is tolerated. */
  status(findings: boolean): ExitStatus {
    if (this.#failed) return 2;
    return findings ? 1 : 0;
  }

  async #closingNotes(paths: readonly string[]): Promise<void> {
    if (this.#checked === 0) {
      // What failed was named; a search that found no policy must not look like one that found nothing wrong.
      if (this.#failed && this.#searched === 0) return;
      if (this.#searched > 0 || this.#invocation.filesFrom === undefined) this.#failed = true;
      const searched = paths.length === 1 ? ` in ${paths[0]}` : '';
      await this.#terminal.err.line(
        `Nothing was checked: no privacy policy was found${searched}. A file that is named by its path is always read.`,
      );
      return;
    }
    await this.#reportIdleSuppressions(paths);
    for (const regime of this.#invocation.regimes ?? []) {
      if (this.#knownRegimes.has(regime)) continue;
      await this.#terminal.err.line(`The regime ${regime} is not built yet: none of its disclosures were looked for.`);
    }
  }

  async #paths(): Promise<readonly string[]> {
    const { operands, filesFrom } = this.#invocation;
    if (filesFrom === undefined) return operands.length > 0 ? operands : ['.'];
    try {
      return [...operands, ...(await readPathList(filesFrom, this.#terminal.stdin))];
    } catch (error) {
      throw new UsageError(`${filesFrom}: ${reasonOf(error)}`);
    }
  }

  /** The project file that holds for a document. Its mistakes are named once; what is right in it counts all the same. */
  async #projectOf({ projectUri, project }: Outcome): Promise<ProjectConfiguration | undefined> {
    const known = projectUri === undefined ? undefined : this.#reported.get(projectUri);
    if (known || !project) return known;
    this.#reported.set(project.uri, project);
    for (const { message, uri, start, isNotice } of problemsOn(this.#today, project)) {
      if (!isNotice) this.#failed = true;
      await this.#terminal.err.line(`${pathOf(uri)}:${start.line + 1}:${start.character + 1}: ${message}`);
    }
    return project;
  }

  /** Of a folder that was searched the project file can mean no draft that was not checked. */
  async #reportIdleSuppressions(paths: readonly string[]): Promise<void> {
    if (this.#failed || this.#invocation.regimes) return;
    const folders = paths
      .filter((given) => given !== '-' && statSync(given, { throwIfNoEntry: false })?.isDirectory())
      .map((given) => workspaceFolder(given));
    const isWhole = (uri: string) => folders.some((folder) => uri.startsWith(folder));
    const told = new Set<string>();
    for (const project of this.#projects) {
      for (const { message, uri, start } of this.#idle.problemsIn(project, isWhole)) {
        const line = `${pathOf(uri)}:${start.line + 1}:${start.character + 1}: ${message}`;
        if (!told.has(line)) await this.#terminal.err.line(line);
        told.add(line);
      }
    }
  }

  async #fail(given: string, reason: string, receiver: Receiver): Promise<void> {
    this.#failed = true;
    await this.#terminal.err.line(`${given}: ${reason}`);
    await receiver.failed(given, reason);
  }
}

const workspaceFolder = (folder: string): string => `${pathToFileURL(path.resolve(folder)).href}/`;

function pathOf(uri: string): string {
  return path.relative('.', fileURLToPath(uri)) || uri;
}
