import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ActiveRegime, RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import { applyEdits, safeEdits } from '../analysis/fixes/safeEdits';
import type { Finding } from '../analysis/rules/types';
import type { ProjectSuppressionUse } from '../analysis/suppression/types';
import type { Analysis } from '../analysis/types';
import { fileSystem } from '../config/fileSystem';
import { pathRuling } from '../config/paths';
import { ProjectConfigurations } from '../config/projectConfigurations';
import type { ProjectConfiguration } from '../config/types';
import { canonical, DocumentSets, folderOf } from '../drafts/documentSets';
import { type CheckSettings, type Engine, loadEngine } from '../drafts/engine';
import { formatOfFile } from '../drafts/format';
import { LineIndex } from '../drafts/lineIndex';
import { collectSoonerFor } from '../v8Flags';
import { type Decoded, decode } from './decode';
import { type FoundFile, readAll, reasonOf, type Unreadable } from './discover';
import { inspectionLine } from './formats/ndjson';
import { UsageError } from './options';
import { readRecord } from './records';
import { replaceFile } from './replaceFile';

/** Fixes that make room for others come to an end. */
const MOST_ROUNDS = 5;

/** How documents are checked, alike for all of them. */
export interface CheckerSettings {
  readonly regimes?: readonly RegimeId[];
  /** Path of the project file that holds for all. */
  readonly config?: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly fix: boolean;
  /** The line of `inspect` is wanted, not the findings. */
  readonly inspects: boolean;
}

/** A file, or a line of a stream of records with its number. */
export type Task = FoundFile | Unreadable | { readonly record: string; readonly number: number };

/** What became of a task: plain data, so that it can come from another thread. */
export interface Outcome {
  readonly path: string;
  /** For standard error, in order. */
  readonly notes: readonly string[];
  /** Why it could not be checked, or not wholly. */
  readonly failed?: string;
  /** Something went wrong beside the check, and a note says what. */
  readonly isIncomplete?: true;
  /** Why it was not checked although it could have been. */
  readonly notChecked?: string;
  readonly isSearched: boolean;
  /** Address of the project file that holds for it, and what it says unless that is known. */
  readonly projectUri?: string;
  readonly project?: ProjectConfiguration;
  readonly checked?: CheckedData;
  /** A line for standard output in its place. */
  readonly line?: string;
}

export type ReportedRegime = Pick<ActiveRegime, 'id' | 'source' | 'state'>;

export interface CheckedData {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly regimes: readonly ReportedRegime[];
  /** Texts of other documents that findings speak of, by the names they have there. */
  readonly others: readonly (readonly [document: string, text: string])[];
  /** Regimes of which some disclosure was looked for. */
  readonly knownRegimes: readonly RegimeId[];
  readonly suppressions: readonly ProjectSuppressionUse[];
}

/** Reads and checks documents, each by itself: nothing that one of them says changes what is said of another. */
export class DocumentChecker {
  private readonly sets: DocumentSets;

  private constructor(
    private readonly engine: Engine,
    private readonly settings: CheckerSettings,
    private readonly configurations: ProjectConfigurations,
    private readonly given: ProjectConfiguration | undefined,
    private readonly stdin: NodeJS.ReadableStream,
  ) {
    this.sets = new DocumentSets(engine, fileSystem);
  }

  static async start(settings: CheckerSettings, stdin: NodeJS.ReadableStream): Promise<DocumentChecker> {
    const engine = await loadEngine();
    const workspace = [workspaceOf('.')];
    const configurations = new ProjectConfigurations(
      fileSystem,
      async () => engine.vocabulary,
      () => workspace,
    );
    const { config } = settings;
    const given = config === undefined ? undefined : await configurations.read(addressOf(config));
    if (config !== undefined && !given) throw new UsageError(`--config ${config}: no such file`);
    return new DocumentChecker(engine, settings, configurations, given, stdin);
  }

  async check(task: Task): Promise<Outcome> {
    if ('error' in task) return { path: task.path, notes: [], isSearched: false, failed: task.error };
    return 'record' in task ? this.#checkRecord(task.record, task.number) : this.#checkFile(task);
  }

  async #checkFile({ path: given, named }: FoundFile): Promise<Outcome> {
    const failed = (reason: string): Outcome => ({ path: given, notes: [], isSearched: !named, failed: reason });
    let decoded: Decoded;
    try {
      decoded = decode(given === '-' ? await readAll(this.stdin) : await readFile(given));
    } catch (error) {
      return { ...failed(reasonOf(error)), isSearched: false };
    }
    collectSoonerFor(decoded.text);
    const project = this.given ?? (await this.configurations.nearest(addressOf(given)));
    const under = { project, projectUri: project?.uri };
    try {
      return { ...(await this.#checkText(given, named, decoded, project)), ...under };
    } catch (error) {
      return { ...failed(`the check failed: ${error instanceof Error ? error.message : error}`), ...under };
    }
  }

  async #checkText(
    given: string,
    named: boolean,
    decoded: Decoded,
    project: ProjectConfiguration | undefined,
  ): Promise<Outcome> {
    const format = formatOfFile(given, decoded.text);
    const uri = addressOf(given);
    const outcome = { path: given, notes: [], isSearched: !named };
    if (!named) {
      const ruling = pathRuling(project, uri);
      if (ruling === 'excluded') return { ...outcome, notChecked: 'left out by the project file' };
      const whyNot = ruling ? undefined : this.engine.whyNotChecked({ text: decoded.text, format, path: given });
      if (whyNot !== undefined) return { ...outcome, notChecked: whyNot };
    }
    const { regimes, today } = this.settings;
    const notes: string[] = [];
    const check = (text: string) => this.#checkInSet(given, text, format, { project, regimes, uri, today }, notes);
    const first = { text: decoded.text, analysis: await check(decoded.text), isIncomplete: false };
    const result = this.settings.fix ? await fixed(given, decoded, first, check, notes) : first;
    if (decoded.encoding === 'windows-1252') notes.push(`${given}: not valid UTF-8, read as ${decoded.encoding}`);
    const { text, analysis } = result;
    for (const { rule, error } of analysis.failedRules)
      notes.push(`${given}: the rule ${rule} failed and was left out: ${error}`);
    return {
      ...outcome,
      notes,
      ...((result.isIncomplete || analysis.failedRules.length > 0) && { isIncomplete: true }),
      checked: dataOf(text, analysis),
      ...(this.settings.inspects && { line: inspectionLine({ path: given }, analysis, new LineIndex(text)) }),
    };
  }

  /** A record stands by itself: it has no address, so it links to nothing that could be read. */
  async #checkRecord(record: string, number: number): Promise<Outcome> {
    const path = `line ${number}`;
    const read = readRecord(record);
    const failed = (reason: string): Outcome => {
      const line = `${JSON.stringify({ id: read.id ?? null, line: number, error: reason })}\n`;
      return { path, notes: [`${path}: ${reason}`], isSearched: false, isIncomplete: true, line };
    };
    if ('error' in read) return failed(read.error);
    const project = this.given ?? (await this.configurations.nearest(addressOf('-')));
    const { regimes, today } = this.settings;
    const format = read.format ?? formatOfFile('', read.text);
    try {
      const settings = { project, regimes, uri: addressOf('-'), today };
      const reading = this.engine.read(read.text, format, settings);
      const analysis = this.engine.judge(reading, [], format, settings);
      const line = inspectionLine({ id: read.id ?? null }, analysis, new LineIndex(read.text));
      const checked = dataOf('', { ...analysis, findings: [] });
      return { path, notes: [], isSearched: false, project, projectUri: project?.uri, checked, line };
    } catch (error) {
      return failed(`the check failed: ${error instanceof Error ? error.message : error}`);
    }
  }

  async #checkInSet(
    given: string,
    text: string,
    format: DocumentFormat,
    settings: CheckSettings,
    notes: string[],
  ): Promise<Analysis> {
    const uri = addressOf(given);
    for (;;) {
      const checked = this.sets.check({ uri, text, format, settings, root: rootOf(uri, settings.project) });
      if ('unread' in checked) {
        await this.sets.read(checked);
        continue;
      }
      for (const note of checked.notes) notes.push(`${given}: ${note}`);
      return withPaths(checked.analysis, given);
    }
  }
}

interface Result {
  readonly text: string;
  readonly analysis: Analysis;
  readonly isIncomplete: boolean;
}

/** Writes safe fixes into the file, and again those that only then come to light. */
async function fixed(
  given: string,
  { encoding, hasMark }: Decoded,
  first: Result,
  check: (text: string) => Promise<Analysis>,
  notes: string[],
): Promise<Result> {
  let { text, analysis } = first;
  let fixes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(analysis.findings);
    if (edits.length === 0) break;
    fixes += edits.length;
    text = applyEdits(text, edits);
    analysis = await check(text);
  }
  if (fixes === 0) return first;
  try {
    if (encoding !== 'utf-8') throw new Error(`fixes are written in UTF-8 only, and this is ${encoding}`);
    await replaceFile(given, hasMark ? `\ufeff${text}` : text);
    notes.push(`${given}: ${fixes === 1 ? '1 place' : `${fixes} places`} fixed`);
    return { text, analysis, isIncomplete: false };
  } catch (error) {
    notes.push(`${given}: not fixed: ${reasonOf(error)}`);
    return { ...first, isIncomplete: true };
  }
}

function dataOf(text: string, analysis: Analysis): CheckedData {
  const spokenOf = new Set(analysis.findings.flatMap(({ related }) => related.map(({ document }) => document)));
  const members = analysis.policy.set?.members ?? [];
  return {
    text,
    findings: analysis.findings,
    regimes: analysis.regimes.map(({ id, source, state }) => ({ id, source, state })),
    others: members
      .filter(({ document }) => spokenOf.has(document))
      .map(({ document, policy }) => [document, policy.document.source] as const),
    knownRegimes: [...new Set(analysis.checklist.map(({ regime }) => regime))],
    suppressions: analysis.projectSuppressions ?? [],
  };
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
