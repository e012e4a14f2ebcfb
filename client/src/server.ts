import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type Diagnostic,
  DocumentDiagnosticRequest,
  ErrorAction,
  type LanguageClientOptions,
  State,
  type StaticFeature,
} from 'vscode-languageclient';
import { languages, ownLanguages, schemes } from './documents';
import { HeldBack } from './heldBack';
import { readFile } from './readFile';
import type { CheckState, StatusItem, StatusNotification } from './status';
import type { TextCheck } from './workspaceCheck';

/** Makes a client whose server runs where the extension can start one: in a process or in a web worker. */
export type Connect = (context: vscode.ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** A server that dies more often than this within the time below (milliseconds) is left alone. */
const MOST_RESTARTS = 4;
const RESTARTS_WITHIN = 3 * 60_000;
/** Faults in a row on one connection that are put up with. */
const MOST_FAULTS = 3;

/** The language server and the connection to it. Nothing runs until `start`. */
export class Server {
  private client: BaseLanguageClient | undefined;
  /** Starting and stopping happen one after the other, in the order they were asked for. */
  private queue: Promise<void> = Promise.resolve();
  private readonly heldBack = new HeldBack(() => this.refresh());
  /** When the server died of itself. */
  private deaths: number[] = [];
  /** Documents that the author asked to check although they do not look like policies. */
  private readonly forced = new Set<string>();

  constructor(
    private readonly connect: (options: LanguageClientOptions) => BaseLanguageClient,
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
    private readonly status: StatusItem,
  ) {
    context.subscriptions.push(this.heldBack);
  }

  start(): Promise<void> {
    return this.inTurn(() => this.bringUp());
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.takeDown());
  }

  /** One turn: a server that is to stop while it restarts stays stopped. */
  restart(): Promise<void> {
    return this.inTurn(() => this.replace());
  }

  /** When everything is done that was asked for so far. */
  settled(): Promise<void> {
    return this.inTurn(async () => {});
  }

  private async bringUp(): Promise<void> {
    if (this.client) return;
    const client = this.createClient();
    this.client = client;
    try {
      await client.start();
      for (const uri of this.forced) await client.sendRequest('policyLinter/checkDocument', { uri });
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.status.setEverywhere({ state: 'failed', reason: vscode.l10n.t('the language server did not start') });
    }
  }

  private async takeDown(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A client that never came up, or whose server died, refuses to stop; all that matters is that it is gone.
    await client?.dispose().catch((error) => this.output.debug(String(error)));
  }

  private async replace(): Promise<void> {
    await this.takeDown();
    this.status.setEverywhere(undefined);
    await this.bringUp();
  }

  /** A server that died is replaced as a whole: a client that is started twice no longer asks for what is open. */
  private recover(dead: BaseLanguageClient): void {
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => now - at < RESTARTS_WITHIN), now];
    const tooOften = this.deaths.length > MOST_RESTARTS;
    this.output.error(
      tooOften
        ? `The language server died ${this.deaths.length} times within three minutes and is left alone. “Restart Server” starts it.`
        : 'The language server died and is started again.',
    );
    if (tooOften) this.status.setEverywhere({ state: 'failed', reason: vscode.l10n.t('the language server stopped') });
    // Unless it was to stop meanwhile, or something else put another in its place.
    else void this.inTurn(async () => (this.client === dead ? this.replace() : undefined));
  }

  async check(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    if (this.forced.has(uri)) return;
    this.forced.add(uri);
    if (this.client) await this.client.sendRequest('policyLinter/checkDocument', { uri });
    else await this.start();
  }

  /** Asks for something that the protocol does not know; undefined where no server runs or it has no answer. */
  async request<T>(method: string, params: object): Promise<T | undefined> {
    const client = this.client;
    if (!client?.isRunning()) return undefined;
    return (await client.sendRequest<T | null>(method, params)) ?? undefined;
  }

  /** Checks a text that need not be open; undefined where no server runs. */
  async checkText(
    uri: vscode.Uri,
    languageId: string,
    text: string,
    token?: vscode.CancellationToken,
  ): Promise<TextCheck | undefined> {
    const client = this.client;
    if (!client?.isRunning()) return undefined;
    const params = { uri: client.code2ProtocolConverter.asUri(uri), languageId, text };
    const { status, diagnostics } = await client.sendRequest<CheckTextResult>('policyLinter/checkText', params, token);
    return { status, diagnostics: await client.protocol2CodeConverter.asDiagnostics(diagnostics) };
  }

  /** How many findings wait until typing has settled. */
  waiting(uri: vscode.Uri): number {
    return this.heldBack.waiting(uri);
  }

  forget(uri: vscode.Uri): void {
    this.forced.delete(uri.toString());
  }

  private refresh(): void {
    this.client?.getFeature(DocumentDiagnosticRequest.method)?.refresh();
  }

  private inTurn(action: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(action);
    return this.queue;
  }

  private createClient(): BaseLanguageClient {
    const rulePages = vscode.Uri.joinPath(this.context.extensionUri, 'docs', 'rules').toString();
    const options: LanguageClientOptions = {
      documentSelector: schemes.flatMap((scheme) => [
        ...languages().map((language) => ({ scheme, language })),
        { scheme, pattern: '**/.policy-linter.yml' },
      ]),
      outputChannel: this.output,
      diagnosticCollectionName: 'policy-linter',
      diagnosticPullOptions: { onChange: true, onFocus: true, onSave: true, filter: this.heldBack.filter },
      middleware: { provideDiagnostics: this.heldBack.provideDiagnostics },
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= MOST_FAULTS ? ErrorAction.Continue : ErrorAction.Shutdown,
        }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
      initializationOptions: {
        rulePages,
        locale: vscode.env.language,
        languages: ownLanguages(),
        // What completes YAML by a schema has ours, by `yamlValidation`.
        knowsSchema: vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined,
      },
      // The server hears of what it shows on request only, such as code lenses.
      synchronize: { configurationSection: 'policyLinter' },
    };
    const client = this.connect(options);
    client.registerFeature(abilities);
    client.onRequest('policyLinter/readFile', readFile);
    client.onNotification('policyLinter/status', (said: StatusNotification) => this.status.set(said.uri, said));
    client.onDidChangeState(({ newState }) => {
      // Disposing a client stops it too, but then it is no longer ours.
      if (newState === State.Stopped && this.client === client) {
        this.recover(client);
      } else if (newState === State.Running) {
        this.status.setEverywhere(undefined);
      }
    });
    return client;
  }
}

interface CheckTextResult {
  status: CheckState;
  diagnostics: Diagnostic[];
}

/**
 * Tells the server that `policyLinter.applySnippetEdit` can be run and `policyLinter/readFile` be asked here, and that a
 * hover need not repeat the message that VS Code shows above it.
 */
const abilities: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const abilities = { snippetTextEdit: true, readFile: true, diagnosticsInHover: true };
    capabilities.experimental = { ...capabilities.experimental, ...abilities };
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};
