import * as protocol from 'vscode-languageserver/browser';
import { noFiles } from './config/fileAccess';
import { today } from './drafts/today';
import { connectionOptions } from './lsp/connectionOptions';
import type { Host } from './lsp/host';
import { start } from './lsp/start';
import { parts, served } from './parts';

/** The client's first message to its worker. */
export interface WorkerSetup {
  /** Address of `serverSession.js`: a worker that an editor started does not know its own. */
  readonly session: string;
}

interface Worker {
  addEventListener(type: 'message', listener: (event: { data: WorkerSetup }) => void, options: { once: true }): void;
  importScripts(address: string): void;
}
declare const self: Worker & ConstructorParameters<typeof protocol.BrowserMessageReader>[0];
const worker: Worker = self;

/** In a web worker: it reaches no files by itself, and the client says where the rule pages are. */
const host: Host = {
  files: noFiles,
  today,
  now: () => performance.now(),
  yield: () => new Promise((resolve) => setTimeout(resolve)),
  rulePage: (rule, folder) => folder && `${folder.replace(/\/$/, '')}/${rule}.md`,
};

parts.protocol = protocol;
worker.addEventListener(
  'message',
  ({ data }) => {
    const { BrowserMessageReader, BrowserMessageWriter, createConnection } = protocol;
    const connection = createConnection(
      new BrowserMessageReader(self),
      new BrowserMessageWriter(self),
      connectionOptions,
    );
    start(connection, host, () => {
      worker.importScripts(data.session);
      return served();
    });
  },
  { once: true },
);
