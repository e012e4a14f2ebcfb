import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Checks } from './checks';

/** Answers `textDocument/diagnostic`; an answer is always whole, and `unchanged` when the client has it already. */
export function providePulledDiagnostics(
  connection: Connection,
  checks: Checks,
  /** Of an open project file; undefined for other documents. */
  inProjectFile: (uri: string) => Promise<Diagnostic[] | undefined>,
): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    checks.heard();
    const items = await inProjectFile(textDocument.uri);
    if (items) return { kind: DocumentDiagnosticReportKind.Full, items };
    const outcome = token.isCancellationRequested ? undefined : await checks.check(textDocument.uri, token);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (!outcome) return emptyReport;
    const { resultId, diagnostics } = outcome;
    return previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  });
}

/** For a document that is not open: nothing stale is left on the screen. */
const emptyReport: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** How long an author who cannot pull stops typing before findings are sent, in milliseconds. */
const PAUSE = 150;

/** Sends diagnostics to clients that cannot pull them. */
export class PushedDiagnostics {
  readonly #connection: Connection;
  readonly #checks: Checks;
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, checks: Checks) {
    this.#connection = connection;
    this.#checks = checks;
  }

  opened(uri: string): void {
    void this.#send(uri);
  }

  changed(uri: string): void {
    clearTimeout(this.#due.get(uri));
    this.#due.set(
      uri,
      setTimeout(() => void this.#send(uri), PAUSE),
    );
  }

  closed(uri: string): void {
    clearTimeout(this.#due.get(uri));
    this.#due.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #send(uri: string): Promise<void> {
    this.#due.delete(uri);
    const outcome = await this.#checks.check(uri);
    // A change that arrived meanwhile has its own turn.
    if (!outcome || outcome.version !== outcome.draft.version) return;
    await this.#connection.sendDiagnostics({ uri, version: outcome.version, diagnostics: [...outcome.diagnostics] });
  }
}
