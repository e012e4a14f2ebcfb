import type { CancellationToken, Diagnostic, TextDocumentItem } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analyze';
import { pathRuling } from '../config/paths';
import type { FileAccess } from '../config/projectConfigurations';
import type { ProjectConfiguration } from '../config/types';
import { canonical, DocumentSets, type ReadFrom } from '../drafts/documentSets';
import { type Engine, loadEngine } from '../drafts/engine';
import { Draft, type Drafts, isReadOnlyView } from './drafts';
import { isEqual } from './equality';
import type { Host } from './host';

/** What a check of one version of a draft came to; everything shown for that version is read from it. */
export interface Outcome {
  readonly draft: Draft;
  readonly version: number;
  /** Undefined when the draft was not checked or the check failed. */
  readonly analysis?: Analysis;
  readonly status: Status;
  readonly diagnostics: readonly Diagnostic[];
  /** The same as long as `diagnostics` are. */
  readonly resultId: string;
  /** The other documents that it rests on. */
  readonly readFrom?: ReadFrom;
  /** Of the settings it was made under. */
  readonly generation: number;
}

export type Status =
  | { readonly state: 'checked'; readonly findings: number; readonly milliseconds: number }
  | { readonly state: 'notChecked'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string };

export interface ChecksSetup {
  readonly drafts: Drafts;
  readonly host: Host;
  readonly files: FileAccess;
  /** The folder in which the documents of a draft's set lie, with its slash. */
  rootOf(uri: string): string;
  projectOf(uri: string): Promise<ProjectConfiguration | undefined>;
  diagnosticsOf(draft: Draft, analysis: Analysis): Diagnostic[];
  /** After every check, and before one that will be felt. */
  onStatus(uri: string, status: Status | { readonly state: 'checking' }): void;
  /** For the log: nothing that failed. */
  onNote(message: string): void;
  /** For the log. */
  onProblem(message: string): void;
}

interface Pending {
  readonly done: Promise<Outcome | undefined>;
  readonly askedBy: (CancellationToken | undefined)[];
}

/** Above this, in milliseconds, the author is told that a check is going on. */
const FELT = 200;

/** How long a request that only reads waits for the check of the text it speaks of, in milliseconds. */
const PATIENCE = 2000;

/**
 * Checks drafts and keeps the outcome per version. One check serves all who ask for it while it is due, and it reads
 * the newest version: of a burst of edits only the last state is analysed.
 */
export class Checks {
  readonly #setup: ChecksSetup;
  readonly #kept = new Map<string, Outcome>();
  readonly #pending = new Map<string, Pending>();
  readonly #failedRules = new Set<string>();
  readonly #notes = new Set<string>();
  #sets: DocumentSets | undefined;
  readonly #waiting = new Set<(isLast: boolean) => void>();
  /** Counts what the client sends, to see when nothing more is waiting to be read. */
  #heard = 0;
  #generation = 0;
  #resultIds = 0;

  constructor(setup: ChecksSetup) {
    this.#setup = setup;
  }

  /** Something came from the client. */
  heard(): void {
    this.#heard++;
  }

  /** The outcome for the draft as it stands; undefined when it was closed or nobody wants to know any more. */
  check(uri: string, token?: CancellationToken): Promise<Outcome | undefined> {
    const kept = this.#current(uri);
    if (kept) return Promise.resolve(kept);
    const pending = this.#pending.get(uri);
    if (pending) {
      pending.askedBy.push(token);
      return pending.done;
    }
    const askedBy = [token];
    const done = this.#run(uri, askedBy).finally(() => this.#pending.delete(uri));
    this.#pending.set(uri, { done, askedBy });
    return done;
  }

  /** What is known of the draft as it stands. Checks nothing: it reads the kept outcome or waits for a check already due. */
  async known(uri: string): Promise<Outcome | undefined> {
    const kept = this.#current(uri);
    if (kept) return kept;
    await this.#pending.get(uri)?.done;
    return this.#current(uri);
  }

  /**
   * As `known`, but an editor that has just opened or changed the draft may ask for an outline before it asks for the
   * check: this waits for that check, for a while. Undefined when none came.
   */
  settled(uri: string, token: CancellationToken): Promise<Outcome | undefined> {
    const kept = this.#current(uri);
    if (kept || !this.#setup.drafts.get(uri)) return Promise.resolve(kept);
    return new Promise((resolve) => {
      const look = (isLast: boolean) => {
        const outcome = this.#current(uri);
        if (!outcome && !isLast) return;
        clearTimeout(timer);
        cancelled.dispose();
        this.#waiting.delete(look);
        resolve(outcome);
      };
      const timer = setTimeout(() => look(true), PATIENCE);
      const cancelled = token.onCancellationRequested(() => look(true));
      this.#waiting.add(look);
    });
  }

  /** What the last check found, perhaps of an earlier version: good for words and structure, not for exact places. */
  last(uri: string): Outcome | undefined {
    const kept = this.#kept.get(uri);
    return kept?.draft === this.#setup.drafts.get(uri) ? kept : undefined;
  }

  /** Checks a text that no editor has open, and keeps nothing. */
  async checkApart(item: TextDocumentItem): Promise<Result> {
    const engine = await loadEngine();
    const project = await this.#setup.projectOf(item.uri);
    try {
      for (;;) {
        const result = this.#analyse(new Draft(item), engine, project);
        if (!('unread' in result)) return result;
        await this.#sets?.read(result.unread);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#setup.onProblem(`${item.uri}: the check failed: ${error instanceof Error ? error.stack : error}`);
      return { status: { state: 'failed', reason }, diagnostics: [] };
    }
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
    for (const look of [...this.#waiting]) look(false);
  }

  /** After a change of settings: every outcome is out of date. */
  invalidate(): void {
    this.#generation++;
  }

  /** Drafts whose outcome no longer holds because another document has changed. */
  outdated(): string[] {
    return [...this.#kept.values()]
      .filter((kept) => this.#isOfNow(kept) && !this.#setStands(kept))
      .map(({ draft }) => draft.uri);
  }

  /** Files have changed, come or gone; any of them where none is named. */
  filesChanged(changed?: readonly string[], comeOrGone?: readonly string[]): void {
    this.#sets?.forget(changed, comeOrGone);
  }

  #isOfNow({ draft, version, generation }: Outcome): boolean {
    return draft === this.#setup.drafts.get(draft.uri) && version === draft.version && generation === this.#generation;
  }

  #setStands({ draft, readFrom }: Outcome): boolean {
    return !readFrom || this.#sets?.holds(draft.uri, readFrom) === true;
  }

  #setsOf(engine: Engine): DocumentSets {
    const { files, drafts } = this.#setup;
    this.#sets ??= new DocumentSets(
      engine,
      files,
      (uri) => [...drafts.all()].find((draft) => canonical(draft.uri) === uri)?.text,
      () => [...drafts.all()].map(({ uri }) => uri),
    );
    return this.#sets;
  }

  #current(uri: string): Outcome | undefined {
    const kept = this.#kept.get(uri);
    return kept && this.#isOfNow(kept) && this.#setStands(kept) ? kept : undefined;
  }

  async #run(uri: string, askedBy: readonly (CancellationToken | undefined)[]): Promise<Outcome | undefined> {
    try {
      const engine = await loadEngine();
      let generation: number;
      let project: ProjectConfiguration | undefined;
      do {
        generation = this.#generation;
        project = await this.#setup.projectOf(uri);
        const last = this.#kept.get(uri)?.status;
        if (last?.state === 'checked' && last.milliseconds > FELT) this.#setup.onStatus(uri, { state: 'checking' });
        await this.#quiet();
      } while (generation !== this.#generation);
      for (;;) {
        const draft = this.#setup.drafts.get(uri);
        if (!draft || askedBy.every((token) => token?.isCancellationRequested)) return undefined;
        const result = this.#analyse(draft, engine, project);
        if (!('unread' in result)) return this.#keep(draft, result);
        await this.#sets?.read(result.unread);
      }
    } catch (error) {
      this.#setup.onProblem(`${uri}: the check failed: ${error instanceof Error ? error.stack : error}`);
      const draft = this.#setup.drafts.get(uri);
      const reason = error instanceof Error ? error.message : String(error);
      return draft && this.#keep(draft, { status: { state: 'failed', reason }, diagnostics: [] });
    }
  }

  /** From here to the end nothing is waited for: what was read and what is kept belong to one version. */
  #analyse(
    draft: Draft,
    engine: Engine,
    project: ProjectConfiguration | undefined,
  ): Result | { readonly unread: readonly string[] } {
    const { text, format } = draft;
    const notChecked = (reason: string): Result => ({ status: { state: 'notChecked', reason }, diagnostics: [] });
    if (isReadOnlyView(draft.uri)) return notChecked('a view of another version, not a draft');
    if (!format) return notChecked('not Markdown, HTML or plain text');
    const started = this.#setup.host.now();
    if (!draft.forced) {
      const ruling = pathRuling(project, draft.uri);
      if (ruling === 'excluded') return notChecked('left out by the project file');
      const reason = ruling ? undefined : engine.whyNotChecked({ text, format, path: draft.uri });
      if (reason !== undefined) return notChecked(reason);
    }
    const settings = { project, uri: draft.uri, today: this.#setup.host.today() };
    const root = this.#setup.rootOf(draft.uri);
    const checked = this.#setsOf(engine).check({ uri: draft.uri, text, format, settings, root });
    if ('unread' in checked) return checked;
    const { analysis, readFrom } = checked;
    for (const note of checked.notes) this.#note(`${draft.uri}: ${note}`);
    const milliseconds = this.#setup.host.now() - started;
    for (const { rule, error } of analysis.failedRules) this.#reportFailedRule(rule, error);
    const findings = analysis.findings.filter((finding) => finding.severity !== 'hint').length;
    const status: Status = { state: 'checked', findings, milliseconds };
    return { analysis, status, diagnostics: this.#setup.diagnosticsOf(draft, analysis), readFrom };
  }

  #keep(draft: Draft, result: Result): Outcome {
    const last = this.#kept.get(draft.uri);
    const isSame = last !== undefined && isEqual(last.diagnostics, result.diagnostics);
    const outcome: Outcome = {
      ...result,
      draft,
      version: draft.version,
      generation: this.#generation,
      resultId: isSame ? last.resultId : String(++this.#resultIds),
    };
    this.#kept.set(draft.uri, outcome);
    this.#setup.onStatus(draft.uri, outcome.status);
    for (const look of [...this.#waiting]) look(false);
    return outcome;
  }

  /** Once: a link that is not followed is not followed at every key. */
  #note(message: string): void {
    if (this.#notes.has(message)) return;
    this.#notes.add(message);
    this.#setup.onNote(message);
  }

  /** Once per rule: a rule that fails on a draft fails at every key. */
  #reportFailedRule(rule: string, error: string): void {
    if (this.#failedRules.has(rule)) return;
    this.#failedRules.add(rule);
    this.#setup.onProblem(`The rule ${rule} failed and was left out: ${error}`);
  }

  /** Waits until the client has nothing more to say: messages are read one per turn, so two silent turns mean an empty queue. */
  async #quiet(): Promise<void> {
    for (let silent = 0; silent < 2; ) {
      const heard = this.#heard;
      await this.#setup.host.yield();
      silent = heard === this.#heard ? silent + 1 : 0;
    }
  }
}

/** What a check found, whatever becomes of it. */
export type Result = Pick<Outcome, 'analysis' | 'status' | 'diagnostics' | 'readFrom'>;
