import { Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import type { WorkerSetup } from '../../server/src/browser';
import type { Connect } from './server';

declare const Worker: new (
  address: string,
) => ConstructorParameters<typeof LanguageClient>[2] & {
  postMessage(message: WorkerSetup): void;
  terminate(): void;
};

export const connect: Connect = (context, options) =>
  new WorkerClient(Uri.joinPath(context.extensionUri, 'dist'), options);

/** A worker goes on after its client has left it, so it ends with the client. */
class WorkerClient extends LanguageClient {
  private readonly worker: InstanceType<typeof Worker>;

  constructor(scripts: Uri, options: LanguageClientOptions) {
    const addressOf = (script: string) => Uri.joinPath(scripts, script).toString(true);
    const worker = new Worker(addressOf('browserServer.js'));
    worker.postMessage({ session: addressOf('serverSession.js') });
    super('policyLinter', 'Policy Linter', worker, options);
    this.worker = worker;
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}
