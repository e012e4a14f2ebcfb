import { readFile } from 'node:fs/promises';
import type { RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import type { Analysis } from '../analysis/types';
import { pathRuling } from '../config/paths';
import { ProjectConfigurations } from '../config/projectConfigurations';
import type { ProjectConfiguration } from '../config/types';
import { DocumentSets } from '../drafts/documentSets';
import { type CheckSettings, type Engine, loadEngine } from '../drafts/engine';
import { fileSystem } from '../drafts/fileSystem';
import { formatOfFile } from '../drafts/format';
import { LineIndex } from '../drafts/lineIndex';
import { collectSoonerFor } from '../v8Flags';
import { addressOf, rootOf, withPaths, workspaceOf } from './addresses';
import { type Decoded, decode, isBinary } from './decode';
import { type FoundFile, readAll, reasonOf } from './discover';
import { fixed } from './fixing';
import { inspectionLine } from './formats/ndjson';
import { UsageError } from './options';
import { dataOf, type Outcome, type Task } from './outcome';
import { readRecord } from './records';

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
    let bytes: Uint8Array;
    try {
      bytes = given === '-' ? await readAll(this.stdin) : await readFile(given);
    } catch (error) {
      return { ...failed(reasonOf(error)), isSearched: false };
    }
    if (isBinary(bytes)) {
      if (!named) return { path: given, notes: [], isSearched: true, notChecked: 'no text' };
      return failed('no text: it holds zero bytes; a draft in UTF-16 has to be saved as UTF-8');
    }
    const decoded = decode(bytes);
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
