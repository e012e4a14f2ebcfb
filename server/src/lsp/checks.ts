import type { CancellationToken, Diagnostic, TextDocumentItem } from 'vscode-languageserver';
import { getOrMake } from '../analysis/kept';
import type { Analysis } from '../analysis/types';
import type { FileAccess } from '../config/fileAccess';
import type { ProjectConfiguration } from '../config/types';
import { canonical } from '../drafts/addresses';
import { DocumentSets, type Unread } from '../drafts/documentSets';
import { type CheckSettings, type Engine, loadEngine } from '../drafts/engine';
import { Draft, type Drafts } from './drafts';
import type { Host } from './host';
import { type Outcome, Outcomes, type Result, type Status } from './outcomes';
import { Pending } from './pending';
import type { Statistics } from './protocol';
import { Queue } from './queue';
import { Recognition } from './recognition';
import { Turns } from './turns';

export type { Outcome };

interface ChecksSetup {
  readonly drafts: Drafts;
  readonly host: Host;
  readonly files: FileAccess;
  /** The folder in which the documents of a draft's set lie, with its slash. */
  rootOf(uri: string): string;
  projectOf(uri: string): Promise<ProjectConfiguration | undefined>;
  /** `before`: those of the last check; given back where they still hold. */
  diagnosticsOf(draft: Draft, analysis: Analysis, before: readonly Diagnostic[]): readonly Diagnostic[];
  /** After every check, and before one that will be felt. */
  onStatus(uri: string, status: Status | { readonly state: 'checking' }): void;
  /** For the log: nothing that failed. */
  onNote(message: string): void;
  /** For the log. */
  onProblem(message: string): void;
}

const AGAIN = Symbol('again');

/** Above this, in milliseconds, the author is told that a check is going on. */
const FELT = 200;

/** Work goes on no longer than this before waiting messages are looked at, in milliseconds. */
const FRAME = 16;

/** How much of a long draft is read at once at first, in UTF-16 units; then as much as a frame allows. */
const FIRST_STEP = 16_000;
/** A step of less than this part of a draft would spend its time on what every step costs. */
const LEAST_PART = 32;

/**
 * Checks drafts and keeps the outcome per version. One check serves all who ask for it while it is due, and it reads
 * the newest version: of a burst of edits only the last state is analysed.
 */
export class Checks {
  readonly #setup: ChecksSetup;
  readonly #outcomes: Outcomes;
  readonly #pending = new Map<string, Pending>();
  readonly #recognition = new Recognition();
  readonly #turns = new Turns();
  readonly #queue: Queue;
  /** What the log has been told: what is so at one key is so at every key. */
  readonly #told = new Set<string>();
  #sets: DocumentSets | undefined;
  #checked = 0;
  #steps = 0;

  constructor(setup: ChecksSetup) {
    this.#setup = setup;
    this.#queue = new Queue(() => setup.host.yield());
    this.#outcomes = new Outcomes(setup.drafts, (uri, readFrom) => this.#sets?.holds(uri, readFrom) === true);
  }

  /** Something came from the client. */
  heard(): void {
    this.#queue.heard();
  }

  /**
   * The outcome for the draft as it stands, perhaps without its analysis; undefined when it was closed or nobody wants to
   * know any more.
   */
  check(uri: string, token?: CancellationToken): Promise<Outcome | undefined> {
    const kept = this.#outcomes.current(uri);
    return kept ? Promise.resolve(kept) : this.#due(uri, token);
  }

  /** What is known of the draft as it stands: the kept outcome, or that of a check already due. */
  async known(uri: string): Promise<Outcome | undefined> {
    const kept = this.#outcomes.current(uri);
    if (kept) return kept.givenUp ? this.#due(uri) : kept;
    await this.#pending.get(uri)?.done;
    return this.#outcomes.current(uri);
  }

  /** As `known`, for what is worth nothing later than at once: undefined where the check takes its time. */
  async knownSoon(uri: string): Promise<Outcome | undefined> {
    const pending = this.#pending.get(uri);
    if (!pending) return this.known(uri);
    await Promise.race([pending.done, pending.long]);
    return this.#outcomes.current(uri);
  }

  /**
   * As `known`, but an editor that has just opened or changed the draft may ask for an outline before it asks for the
   * check: this waits for that check, for a while. Undefined when none came.
   */
  async settled(uri: string, token: CancellationToken): Promise<Outcome | undefined> {
    if (!this.#setup.drafts.get(uri)) return undefined;
    return this.#outcomes.current(uri) ? this.known(uri) : this.#outcomes.awaited(uri, token);
  }

  /** What the last check found, perhaps of an earlier version: good for words and structure, not for exact places. */
  last(uri: string): Outcome | undefined {
    const last = this.#outcomes.last(uri);
    return last?.givenUp ? undefined : last;
  }

  /** Checks a text that no editor has open, and keeps nothing. */
  async checkApart(item: TextDocumentItem): Promise<Result> {
    const engine = await loadEngine();
    const project = await this.#setup.projectOf(item.uri);
    try {
      for (;;) {
        const result = this.#analyse(new Draft(item), engine, project);
        if (!('unread' in result)) return result;
        await this.#sets?.read(result);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#setup.onProblem(`${item.uri}: the check failed: ${error instanceof Error ? error.stack : error}`);
      return { status: { state: 'failed', reason }, diagnostics: [] };
    }
  }

  /** Of a draft that was closed. */
  forget(uri: string): void {
    this.#outcomes.forget(uri);
    if (!this.#outcomes.isOfASet(uri)) this.#sets?.release(uri);
  }

  /** After a change of settings: every outcome is out of date. */
  invalidate(): void {
    this.#outcomes.invalidate();
  }

  /** Drafts whose outcome no longer holds because another document has changed: this one, or any where none is named. */
  outdated(changed?: string): string[] {
    return this.#outcomes.outdated(changed);
  }

  get statistics(): Statistics {
    return {
      checks: this.#checked,
      steps: this.#steps,
      keptCharacters: this.#sets?.kept ?? 0,
      openDrafts: [...this.#setup.drafts.all()].length,
    };
  }

  /** Files have changed, come or gone; any of them where none is named. */
  filesChanged(changed?: readonly string[], comeOrGone?: readonly string[]): void {
    this.#sets?.forget(changed, comeOrGone);
  }

  #due(uri: string, token?: CancellationToken): Promise<Outcome | undefined> {
    const due = getOrMake(
      this.#pending,
      uri,
      () => new Pending((pending) => this.#run(uri, pending).finally(() => this.#pending.delete(uri))),
    );
    return due.join(token);
  }

  #setsOf(engine: Engine): DocumentSets {
    const { files, drafts } = this.#setup;
    this.#sets ??= new DocumentSets(
      engine,
      files,
      (uri) => [...drafts.all()].find((draft) => canonical(draft.uri) === uri)?.text,
      () => [...drafts.all()].map(({ uri }) => uri),
      (uri) => this.#outcomes.giveUp(uri),
    );
    return this.#sets;
  }

  async #run(uri: string, pending: Pending): Promise<Outcome | undefined> {
    try {
      const engine = await loadEngine();
      const last = this.#outcomes.last(uri)?.status;
      if (last?.state === 'checked' && last.milliseconds > FELT) this.#setup.onStatus(uri, { state: 'checking' });
      const attempt = () => this.#attempt(uri, engine, pending);
      for (;;) {
        if (this.#isLong(uri, engine)) pending.isLong();
        const outcome = await (this.#isLong(uri, engine) ? this.#turns.take(attempt) : attempt());
        if (outcome !== AGAIN) return outcome;
      }
    } catch (error) {
      this.#setup.onProblem(`${uri}: the check failed: ${error instanceof Error ? error.stack : error}`);
      const draft = this.#setup.drafts.get(uri);
      const reason = error instanceof Error ? error.message : String(error);
      return draft && this.#keep(draft, { status: { state: 'failed', reason }, diagnostics: [] });
    }
  }

  /** What the newest version comes to, or `AGAIN` where settings or files have changed underway. */
  async #attempt(uri: string, engine: Engine, pending: Pending): Promise<Outcome | undefined | typeof AGAIN> {
    const { generation } = this.#outcomes;
    const project = await this.#setup.projectOf(uri);
    await this.#queue.empty();
    await this.#readUp(uri, engine, project, pending);
    if (generation !== this.#outcomes.generation) return AGAIN;
    const draft = this.#setup.drafts.get(uri);
    if (!draft || !pending.isWanted) return undefined;
    const result = this.#analyse(draft, engine, project, pending.spent);
    if (!('unread' in result)) return this.#keep(draft, result);
    await this.#sets?.read(result);
    return AGAIN;
  }

  /** Whether a draft has to be read in steps. Such drafts take turns: the room for analyses may not hold two of them. */
  #isLong(uri: string, engine: Engine): boolean {
    const draft = this.#setup.drafts.get(uri);
    return draft !== undefined && this.#setsOf(engine).ahead(uri, draft.text) > FIRST_STEP;
  }

  /** Reads a long draft step by step, so that other requests are answered in between, until a check is a small step. */
  async #readUp(
    uri: string,
    engine: Engine,
    project: ProjectConfiguration | undefined,
    pending: Pending,
  ): Promise<void> {
    const sets = this.#setsOf(engine);
    for (let step = FIRST_STEP; ; await this.#queue.empty()) {
      const draft = this.#setup.drafts.get(uri);
      if (!draft?.format || !pending.isWanted || sets.ahead(uri, draft.text) <= step) return;
      if (this.#recognition.whyNot(draft, engine, project) !== undefined) return;
      const { text, format } = draft;
      const started = this.#setup.host.now();
      const remaining = sets.readOn({ uri, text, format, settings: this.#settingsOf(draft, project) }, step);
      if (remaining === undefined) return;
      this.#steps++;
      const took = this.#setup.host.now() - started;
      pending.spent += took;
      const expected = took * (remaining / step);
      if (expected > FRAME) pending.isLong();
      if (expected > FELT) this.#setup.onStatus(uri, { state: 'checking' });
      if (took < FRAME / 2) step *= 2;
      else if (took > FRAME) step = Math.max(FIRST_STEP, step / 2, text.length / LEAST_PART);
    }
  }

  /** From here to the end nothing is waited for: what was read and what is kept belong to one version. */
  #analyse(draft: Draft, engine: Engine, project: ProjectConfiguration | undefined, spent = 0): Result | Unread {
    const started = this.#setup.host.now();
    const reason = this.#recognition.whyNot(draft, engine, project);
    const { text, format } = draft;
    if (reason !== undefined || !format)
      return { status: { state: 'notChecked', reason: reason ?? '' }, diagnostics: [] };
    const settings = this.#settingsOf(draft, project);
    const root = this.#setup.rootOf(draft.uri);
    const checked = this.#setsOf(engine).check({ uri: draft.uri, text, format, settings, root });
    if ('unread' in checked) return checked;
    const { analysis, readFrom } = checked;
    this.#checked++;
    const { onNote, onProblem } = this.#setup;
    for (const note of checked.notes.map((one) => `${draft.uri}: ${one}`)) this.#tellOnce(note, () => onNote(note));
    const milliseconds = spent + this.#setup.host.now() - started;
    for (const { rule, error } of analysis.failedRules)
      this.#tellOnce(rule, () => onProblem(`The rule ${rule} failed and was left out: ${error}`));
    const before = this.#outcomes.last(draft.uri)?.diagnostics ?? [];
    const findings = analysis.findings.filter((finding) => finding.severity !== 'hint').length;
    const unread = engine.whyUnread(analysis);
    const status: Status =
      unread === undefined ? { state: 'checked', findings, milliseconds } : { state: 'notChecked', reason: unread };
    return { analysis, status, diagnostics: this.#setup.diagnosticsOf(draft, analysis, before), readFrom };
  }

  #settingsOf(draft: Draft, project: ProjectConfiguration | undefined): CheckSettings {
    return { project, uri: draft.uri, today: this.#setup.host.today() };
  }

  #keep(draft: Draft, result: Result): Outcome {
    const outcome = this.#outcomes.keep({ ...result, draft, version: draft.version });
    this.#setup.onStatus(draft.uri, outcome.status);
    return outcome;
  }

  #tellOnce(what: string, tell: () => void): void {
    if (this.#told.has(what)) return;
    this.#told.add(what);
    tell();
  }
}
