import * as vscode from 'vscode';
import { type DiagnosticProviderMiddleware, DiagnosticPullMode, vsdiag } from 'vscode-languageclient';
import { type Found, holdBack, isAbsence, moved, touches } from './holdBack';
import { revealDelayFor, waitsForSave } from './whenChecked';

type Pull = NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']>;

interface FoundDiagnostic extends Found {
  readonly diagnostic: vscode.Diagnostic;
}

/** What is known of one document. */
interface State {
  /** All that the server said, whole. */
  found: readonly vscode.Diagnostic[];
  version: number;
  items: readonly vscode.Diagnostic[];
  /** Where the shown ones stand by now. */
  shown: readonly Found[];
  held: readonly Found[];
  lastEdit: number;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Stands between the server, which always answers whole, and the editor: holds back what would only disturb while
 * somebody types, and asks for nothing before a document is saved where checking as one types is switched off.
 */
export class HeldBack implements vscode.Disposable {
  private readonly states = new Map<string, State>();
  private readonly disposables: vscode.Disposable[];

  /** @param refresh asks for all diagnostics again */
  constructor(private readonly refresh: () => void) {
    this.disposables = [
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.release(textEditor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('policyLinter.run') || event.affectsConfiguration('policyLinter.revealDelay'))
          refresh();
      }),
    ];
  }

  dispose(): void {
    for (const { timer } of this.states.values()) clearTimeout(timer);
    this.states.clear();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** How many findings of a document wait to be shown. */
  waiting(uri: vscode.Uri): number {
    return this.states.get(uri.toString())?.held.length ?? 0;
  }

  /** Whether the editor leaves this pull out. */
  readonly filter = (document: vscode.TextDocument, mode: DiagnosticPullMode): boolean =>
    mode !== DiagnosticPullMode.onSave && waitsForSave(document);

  readonly provideDiagnostics: Pull = async (document, previousResultId, token, next) => {
    if (document instanceof vscode.Uri) return next(document, previousResultId, token);
    const key = document.uri.toString();
    const known = this.states.get(key);
    const asBefore = () =>
      known && known.version !== document.version && waitsForSave(document) && previousResultId !== undefined
        ? { kind: vsdiag.DocumentDiagnosticReportKind.unChanged as const, resultId: previousResultId }
        : undefined;
    const left = asBefore();
    if (left) return left;
    const version = document.version;
    // Where nothing is remembered, "unchanged" could not be understood.
    const report = await next(document, known && previousResultId, token);
    if (!report) return report;
    // Meanwhile somebody may have begun to write: the server read the newest words.
    const leftMeanwhile = asBefore();
    if (leftMeanwhile) return leftMeanwhile;
    const isFull = report.kind === vsdiag.DocumentDiagnosticReportKind.full;
    const last = this.states.get(key);
    if (!isFull && !last) return report;
    const state: State = last ?? {
      found: [],
      version,
      items: [],
      shown: [],
      held: [],
      lastEdit: Number.NEGATIVE_INFINITY,
    };
    this.states.set(key, state);
    if (isFull) state.found = report.items;
    state.version = version;
    const { show, held } = this.split(document, state);
    const items = show.map(({ diagnostic }) => diagnostic);
    const isSame = items.length === state.items.length && items.every((item, i) => item === state.items[i]);
    state.items = items;
    state.shown = show;
    state.held = held;
    this.wait(document, state);
    if (!isFull && isSame) return report;
    return { kind: vsdiag.DocumentDiagnosticReportKind.full, resultId: report.resultId, items };
  };

  private split(document: vscode.TextDocument, state: State): { show: FoundDiagnostic[]; held: FoundDiagnostic[] } {
    const found = state.found.map((diagnostic) => ({
      rule: ruleOf(diagnostic),
      start: document.offsetAt(diagnostic.range.start),
      end: document.offsetAt(diagnostic.range.end),
      diagnostic,
    }));
    return holdBack(found, state.shown, {
      carets: caretsIn(document),
      sinceEdit: Date.now() - state.lastEdit,
      delay: revealDelayFor(document),
    });
  }

  private wait(document: vscode.TextDocument, state: State): void {
    clearTimeout(state.timer);
    if (state.held.length === 0) return;
    const left = state.lastEdit + revealDelayFor(document) - Date.now();
    state.timer = setTimeout(this.refresh, Math.max(1, left));
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const state = this.states.get(document.uri.toString());
    if (!state || contentChanges.length === 0) return;
    state.lastEdit = Date.now();
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const change = { offset: rangeOffset, removed: rangeLength, inserted: text.length };
      state.shown = state.shown.map((one) => moved(one, change));
    }
  }

  /** A caret that left what it touched: nothing there is half-written any more. */
  private release({ document, selections }: vscode.TextEditor): void {
    const state = this.states.get(document.uri.toString());
    if (!state || state.version !== document.version) return;
    const carets = selections.map(({ active }) => document.offsetAt(active));
    const isFree = (one: Found) => !isAbsence(one) && !carets.some((caret) => touches(one, caret));
    if (state.held.some(isFree)) this.refresh();
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.states.get(uri.toString())?.timer);
    this.states.delete(uri.toString());
  }
}

function caretsIn(document: vscode.TextDocument): number[] {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selections.map(({ active }) => document.offsetAt(active)) : [];
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
