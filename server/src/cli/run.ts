import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analysis } from '../analysis/analyze';
import type { RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import { applyEdits, safeEdits } from '../analysis/fixes/safeEdits';
import { problemsOn } from '../config/expiry';
import { fileSystem } from '../config/fileSystem';
import { IdleSuppressions } from '../config/idleSuppressions';
import { pathRuling } from '../config/paths';
import { ProjectConfigurations } from '../config/projectConfigurations';
import type { ProjectConfiguration } from '../config/types';
import { canonical, DocumentSets, folderOf } from '../drafts/documentSets';
import { type CheckSettings, type Engine, loadEngine } from '../drafts/engine';
import { formatOfFile } from '../drafts/format';
import { LineIndex } from '../drafts/lineIndex';
import { today } from '../drafts/today';
import { type Decoded, decode } from './decode';
import { discover, type FoundFile, readAll, readPathList, reasonOf } from './discover';
import type { CheckedDocument } from './formats/formatter';
import type { Terminal } from './io';
import type { ExitStatus } from './main';
import { type Invocation, UsageError } from './options';
import { replaceFile } from './replaceFile';

/** Fixes that make room for others come to an end. */
const MOST_ROUNDS = 5;

/** What a run tells while it goes on. */
export interface Receiver {
  checked(document: CheckedDocument): Promise<void>;
  /** A file that a search found and that is no policy. */
  notChecked(path: string, reason: string): Promise<void>;
  /** Already named on standard error. */
  failed(path: string, reason: string): Promise<void>;
}

/** Reads and analyses every document of an invocation, one after the other. */
export class Run {
  /** Something could not be read or checked. */
  #failed = false;
  #checked = 0;
  #searched = 0;
  /** Regimes of which some disclosure is known. */
  readonly #knownRegimes = new Set<RegimeId>();
  readonly #invocation: Invocation;
  readonly #terminal: Terminal;
  readonly #reported = new Set<string>();
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
    const engine = await loadEngine();
    const workspace = [workspaceOf('.')];
    const configurations = new ProjectConfigurations(
      fileSystem,
      async () => engine.vocabulary,
      () => workspace,
    );
    const sets = new DocumentSets(engine, fileSystem);
    const given = await this.#givenConfiguration(configurations);
    const paths = await this.#paths();
    for await (const found of discover(paths)) {
      if ('error' in found) {
        await this.#fail(found.path, found.error, receiver);
        continue;
      }
      const decoded = await this.#read(found, receiver);
      if (!decoded) continue;
      const project = given ?? (await configurations.nearest(addressOf(found.path)));
      await this.#reportConfiguration(project);
      await this.#check(found, decoded, project, engine, sets, receiver);
    }
    await this.#closingNotes(paths);
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
      // A search that found no policy must not look like one that found nothing wrong.
      if (this.#searched > 0 || this.#invocation.filesFrom === undefined) this.#failed = true;
      await this.#terminal.err.line('Nothing was checked: no privacy policy was found.');
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

  async #givenConfiguration(configurations: ProjectConfigurations): Promise<ProjectConfiguration | undefined> {
    const { config } = this.#invocation;
    if (config === undefined) return undefined;
    const project = await configurations.read(addressOf(config));
    if (!project) throw new UsageError(`--config ${config}: no such file`);
    return project;
  }

  /** Mistakes in a project file are named once; what is right in it counts all the same. */
  async #reportConfiguration(project: ProjectConfiguration | undefined): Promise<void> {
    if (!project || this.#reported.has(project.uri)) return;
    this.#reported.add(project.uri);
    for (const { message, uri, start, isNotice } of problemsOn(this.#today, project)) {
      if (!isNotice) this.#failed = true;
      await this.#terminal.err.line(`${pathOf(uri)}:${start.line + 1}:${start.character + 1}: ${message}`);
    }
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

  async #read({ path: given }: FoundFile, receiver: Receiver): Promise<Decoded | undefined> {
    try {
      const bytes = given === '-' ? await readAll(this.#terminal.stdin) : await readFile(given);
      return decode(bytes);
    } catch (error) {
      await this.#fail(given, reasonOf(error), receiver);
      return undefined;
    }
  }

  async #check(
    { path: given, named }: FoundFile,
    decoded: Decoded,
    project: ProjectConfiguration | undefined,
    engine: Engine,
    sets: DocumentSets,
    receiver: Receiver,
  ): Promise<void> {
    const { encoding } = decoded;
    let { text } = decoded;
    const format = formatOfFile(given, text);
    const uri = addressOf(given);
    let analysis: Analysis | undefined;
    let whyNot: string | undefined;
    try {
      if (!named) {
        this.#searched++;
        const ruling = pathRuling(project, uri);
        if (ruling === 'excluded') whyNot = 'left out by the project file';
        else if (ruling === undefined) whyNot = engine.whyNotChecked({ text, format, path: given });
      }
      const { regimes } = this.#invocation;
      if (whyNot === undefined) {
        const settings = { project, regimes, uri, today: this.#today };
        const check = (current: string) => this.#checkInSet(given, current, format, settings, sets);
        analysis = await check(text);
        if (this.#invocation.fix) ({ text, analysis } = await this.#fix(given, decoded, analysis, check));
      }
    } catch (error) {
      const reason = `the check failed: ${error instanceof Error ? error.message : error}`;
      return this.#fail(given, reason, receiver);
    }
    if (!analysis) return receiver.notChecked(given, whyNot ?? '');
    this.#checked++;
    if (encoding === 'windows-1252') await this.#terminal.err.line(`${given}: not valid UTF-8, read as ${encoding}`);
    if (project) this.#projects.add(project);
    this.#idle.note(analysis.projectSuppressions);
    for (const { regime } of analysis.checklist) this.#knownRegimes.add(regime);
    for (const { rule, error } of analysis.failedRules) {
      this.#failed = true;
      await this.#terminal.err.line(`${given}: the rule ${rule} failed and was left out: ${error}`);
    }
    await receiver.checked({ path: given, analysis, lines: new LineIndex(text) });
  }

  /** Writes safe fixes into the file, and again those that only then come to light. */
  async #fix(
    given: string,
    { text: original, encoding, hasMark }: Decoded,
    first: Analysis,
    check: (text: string) => Promise<Analysis>,
  ): Promise<{ text: string; analysis: Analysis }> {
    let text = original;
    let analysis = first;
    let fixes = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const edits = safeEdits(analysis.findings);
      if (edits.length === 0) break;
      fixes += edits.length;
      text = applyEdits(text, edits);
      analysis = await check(text);
    }
    if (fixes === 0) return { text, analysis };
    try {
      if (encoding !== 'utf-8') throw new Error(`fixes are written in UTF-8 only, and this is ${encoding}`);
      await replaceFile(given, hasMark ? `\ufeff${text}` : text);
      await this.#terminal.err.line(`${given}: ${fixes === 1 ? '1 place' : `${fixes} places`} fixed`);
      return { text, analysis };
    } catch (error) {
      this.#failed = true;
      await this.#terminal.err.line(`${given}: not fixed: ${reasonOf(error)}`);
      return { text: original, analysis: first };
    }
  }

  async #checkInSet(
    given: string,
    text: string,
    format: DocumentFormat,
    settings: CheckSettings,
    sets: DocumentSets,
  ): Promise<Analysis> {
    const uri = addressOf(given);
    for (;;) {
      const checked = sets.check({ uri, text, format, settings, root: rootOf(uri, settings.project) });
      if ('unread' in checked) {
        await sets.read(checked.unread);
        continue;
      }
      for (const note of checked.notes) await this.#terminal.err.line(`${given}: ${note}`);
      return withPaths(checked.analysis, given);
    }
  }

  async #fail(given: string, reason: string, receiver: Receiver): Promise<void> {
    this.#failed = true;
    await this.#terminal.err.line(`${given}: ${reason}`);
    await receiver.failed(given, reason);
  }
}

/** The folder in which project files may extend each other: the repository, else the folder itself. */
function workspaceOf(folder: string): string {
  let at = path.resolve(folder);
  while (!existsSync(path.join(at, '.git'))) {
    const above = path.dirname(at);
    if (above === at) return `${pathToFileURL(path.resolve(folder)).href}/`;
    at = above;
  }
  return `${pathToFileURL(at).href}/`;
}

const workspaceFolder = (folder: string): string => `${pathToFileURL(path.resolve(folder)).href}/`;

/** Standard input goes by the current folder's project file. */
function addressOf(given: string): string {
  return pathToFileURL(given === '-' ? path.join('.', 'stdin') : given).href;
}

/** Documents of a set lie below the project file, else below the current folder, else beside the draft. */
function rootOf(uri: string, project: ProjectConfiguration | undefined): string {
  const here = canonical(pathToFileURL(`${path.resolve('.')}${path.sep}`).href);
  const above = [project && folderOf(project.uri), here].filter((folder) => folder !== undefined);
  return above.find((folder) => canonical(uri).startsWith(folder)) ?? folderOf(uri);
}

/** Other documents are named as the draft was: by a path from here, or by a whole path. */
function withPaths(analysis: Analysis, given: string): Analysis {
  if (!analysis.policy.set) return analysis;
  const name = (document: string) =>
    document.startsWith('file:')
      ? path.isAbsolute(given)
        ? fileURLToPath(document)
        : path.relative('.', fileURLToPath(document))
      : document;
  const members = analysis.policy.set.members.map((member) => ({ ...member, document: name(member.document) }));
  const checklist = analysis.checklist.map((item) =>
    item.elsewhere ? { ...item, elsewhere: { ...item.elsewhere, document: name(item.elsewhere.document) } } : item,
  );
  return {
    ...analysis,
    checklist,
    policy: { ...analysis.policy, checklist, set: { ...analysis.policy.set, members } },
    findings: analysis.findings.map((finding) => ({
      ...finding,
      related: finding.related.map((one) =>
        one.document === undefined ? one : { ...one, document: name(one.document) },
      ),
    })),
  };
}

function pathOf(uri: string): string {
  return path.relative('.', fileURLToPath(uri)) || uri;
}
