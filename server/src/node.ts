import { createConnection, StreamMessageReader } from 'vscode-languageserver/node';
import { connectionOptions } from './lsp/connectionOptions';
import { start } from './lsp/start';
import { WholeMessageWriter } from './stdio';
import { optimiseLate } from './v8Flags';

/** Over standard input and output; ends with its client. */
function connectToStdio() {
  const reader = new StreamMessageReader(process.stdin);
  reader.onClose(() => process.exit(1));
  return createConnection(reader, new WholeMessageWriter(process.stdout), connectionOptions);
}

optimiseLate(200_000); // keys profit from optimised code in the end, the first check of a draft and its memory do not

// The language server as a process of its own; `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…` name the channel.
start(
  process.argv.includes('--stdio') ? connectToStdio() : createConnection(connectionOptions),
  // a bundle of its own, so that it is read when it is needed
  () => (require('./nodeSession') as typeof import('./nodeSession')).session,
  () => new Promise((resolve) => setImmediate(resolve)),
);
