import { createConnection } from 'vscode-languageserver/node';
import { connectionOptions } from './lsp/connectionOptions';
import { start } from './lsp/start';

// The language server as a process of its own; `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…` name the channel.
start(
  createConnection(connectionOptions),
  // a bundle of its own, so that it is read when it is needed
  () => (require('./nodeSession') as typeof import('./nodeSession')).session,
  () => new Promise((resolve) => setImmediate(resolve)),
);
