import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { isSameList } from '../analysis/kept';
import type { Analysis } from '../analysis/types';
import { canonical } from '../drafts/addresses';
import type { ReadFrom } from '../drafts/documentSets';
import type { Draft, Drafts } from './drafts';

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
  /** Its analysis made room for others; a check makes it again. */
  readonly givenUp?: true;
}

export type Status =
  | { readonly state: 'checked'; readonly findings: number; readonly milliseconds: number }
  | { readonly state: 'notChecked'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string };

/** What a check found, whatever becomes of it. */
export type Result = Pick<Outcome, 'analysis' | 'status' | 'diagnostics' | 'readFrom'>;

/** How long a request that only reads waits for the check of the text it speaks of, in milliseconds. */
const PATIENCE = 2000;

/** Keeps the outcome of the last check of each open draft. */
export class Outcomes {
  readonly #drafts: Drafts;
  /** Whether the other documents that an outcome rests on are what they were. */
  readonly #setStands: (uri: string, readFrom: ReadFrom) => boolean;
  readonly #kept = new Map<string, Outcome>();
  readonly #waiting = new Set<(isLast: boolean) => void>();
  #generation = 0;
  #resultIds = 0;

  constructor(drafts: Drafts, setStands: (uri: string, readFrom: ReadFrom) => boolean) {
    this.#drafts = drafts;
    this.#setStands = setStands;
  }

  /** Counts changes of settings. */
  get generation(): number {
    return this.#generation;
  }

  /** Of the draft as it stands, under the settings as they are. */
  current(uri: string): Outcome | undefined {
    const kept = this.#kept.get(uri);
    return kept && this.#isOfNow(kept) && this.#stands(kept) ? kept : undefined;
  }

  /** Of the draft as it stands or stood. */
  last(uri: string): Outcome | undefined {
    const kept = this.#kept.get(uri);
    return kept?.draft === this.#drafts.get(uri) ? kept : undefined;
  }

  /** As `current`, now or within a while, when somebody else asks for the check; undefined when nobody does. */
  awaited(uri: string, token: CancellationToken): Promise<Outcome | undefined> {
    return new Promise((resolve) => {
      const look = (isLast: boolean) => {
        const outcome = this.current(uri);
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

  keep(outcome: Omit<Outcome, 'generation' | 'resultId'>): Outcome {
    const { uri } = outcome.draft;
    const last = this.#kept.get(uri);
    const resultId =
      last && isSameList(last.diagnostics, outcome.diagnostics) ? last.resultId : String(++this.#resultIds);
    const kept: Outcome = { ...outcome, generation: this.#generation, resultId };
    this.#kept.set(uri, kept);
    this.#tell();
    return kept;
  }

  /** Of a draft that was closed. */
  forget(uri: string): void {
    this.#kept.delete(uri);
    this.#tell();
  }

  /** The analysis is needed no more by anybody else; what was found stays. */
  giveUp(uri: string): void {
    const kept = this.#kept.get(uri);
    if (kept) this.#kept.set(uri, { ...kept, analysis: undefined, givenUp: true });
  }

  /** Whether another open draft was checked together with this document. */
  isOfASet(uri: string): boolean {
    const its = canonical(uri);
    return [...this.#kept.values()].some(({ readFrom }) => readFrom?.members.includes(its));
  }

  /** After a change of settings: every outcome is out of date. */
  invalidate(): void {
    this.#generation++;
  }

  /** Drafts whose outcome no longer holds because another document has changed: this one, or any where none is named. */
  outdated(changed?: string): string[] {
    const its = changed === undefined ? undefined : canonical(changed);
    return [...this.#kept.values()]
      .filter(({ readFrom }) => its === undefined || readFrom?.texts.has(its))
      .filter((kept) => this.#isOfNow(kept) && !this.#stands(kept))
      .map(({ draft }) => draft.uri);
  }

  #isOfNow({ draft, version, generation }: Outcome): boolean {
    return draft === this.#drafts.get(draft.uri) && version === draft.version && generation === this.#generation;
  }

  #stands({ draft, readFrom }: Outcome): boolean {
    return !readFrom || this.#setStands(draft.uri, readFrom);
  }

  #tell(): void {
    for (const look of [...this.#waiting]) look(false);
  }
}
