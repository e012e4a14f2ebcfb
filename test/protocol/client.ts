import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';
import type { Statistics } from '../../server/src/lsp/protocol';

export interface Status {
  uri: string;
  state: string;
  findings?: number;
  milliseconds?: number;
  reason?: string;
}

/** An editor that pulls diagnostics and understands all that the server may send. */
export const modernEditor: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

/** An editor from before diagnostics could be pulled. */
export const simpleEditor: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

/** A language client over stdio to the built server: what goes over the wire is what an editor would send. */
export class Client {
  readonly connection: MessageConnection;
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  refreshes = 0;
  initialized!: InitializeResult;
  readonly #server: ChildProcess;
  readonly #versions = new Map<string, number>();
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor() {
    this.#server = spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio']);
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#server.stdout!),
      new StreamMessageWriter(this.#server.stdin!),
    );
    this.connection.onNotification('policyLinter/status', (status: Status) =>
      this.#hear(() => this.statuses.push(status)),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#hear(() => this.#published.push(params)),
    );
    this.connection.onNotification('window/logMessage', ({ message }) => this.#hear(() => this.log.push(message)));
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#hear(() => this.refreshes++);
      return null;
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  static async start(
    capabilities = modernEditor,
    initializationOptions: object = {},
    { waits = true } = {},
  ): Promise<Client> {
    const client = new Client();
    const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions };
    const answer = client.connection.sendRequest<InitializeResult>('initialize', params);
    if (waits) client.initialized = await answer;
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.#server.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const status = await exited;
    this.connection.dispose();
    return status;
  }

  /** Goes without a word, as an editor that crashed. */
  async vanish(): Promise<void> {
    const exited = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.stdin!.end();
    await exited;
    this.connection.dispose();
  }

  /** Bytes as they are, past the protocol. */
  sendRaw(bytes: string): void {
    this.#server.stdin!.write(bytes);
  }

  get isRunning(): boolean {
    return this.#server.exitCode === null;
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Puts text at a range, or replaces the whole document. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const version = this.version(uri) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** A file was written that no document shows, or by somebody else. */
  async saved(uri: string): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }

  version(uri: string): number {
    return this.#versions.get(uri) ?? 0;
  }

  report(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, previousResultId };
    return token
      ? this.connection.sendRequest('textDocument/diagnostic', params, token)
      : this.connection.sendRequest('textDocument/diagnostic', params);
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    return report.kind === 'full' ? report.items : [];
  }

  async codeActions(uri: string, range: Range, context: object = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return (await this.connection.sendRequest('textDocument/codeAction', params)) ?? [];
  }

  hover(uri: string, position: Range['start']): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  statistics(): Promise<Statistics> {
    return this.connection.sendRequest('policyLinter/statistics');
  }

  /** The status notification that `matches`, now or when it comes. */
  status(uri: string, state: string): Promise<Status> {
    return this.#once(() => this.statuses.find((status) => status.uri === uri && status.state === state));
  }

  /** The next time that the server asks to pull again. */
  refreshed(): Promise<true> {
    const before = this.refreshes;
    return this.#once(() => this.refreshes > before || undefined);
  }

  /** The diagnostics sent for a document that `match`, now or when they come. */
  published(uri: string, match: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return this.#once(() => this.#published.findLast((params) => params.uri === uri && match(params)));
  }

  publishedFor(uri: string): PublishDiagnosticsParams[] {
    return this.#published.filter((params) => params.uri === uri);
  }

  /** Resolves as soon as something that the server said makes `find` return something. */
  #once<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  #hear(action: () => void): void {
    action();
    for (const look of [...this.#waiting]) look();
  }
}
