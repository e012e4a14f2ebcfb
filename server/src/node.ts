import * as protocol from 'vscode-languageserver/node';
import { fileSystem } from './drafts/fileSystem';
import { packagedRulePages } from './drafts/rulePages';
import { today } from './drafts/today';
import { connectionOptions } from './lsp/connectionOptions';
import type { Host } from './lsp/host';
import { start } from './lsp/start';
import { parts, served } from './parts';
import { WholeMessageWriter } from './stdio';
import { optimiseLate } from './v8Flags';

/** Over standard input and output; ends with its client. */
function connectToStdio() {
  const reader = new protocol.StreamMessageReader(process.stdin);
  reader.onClose(() => process.exit(1));
  return protocol.createConnection(reader, new WholeMessageWriter(process.stdout), connectionOptions);
}

optimiseLate(200_000); // keys profit from optimised code in the end, the first check of a draft and its memory do not

parts.protocol = protocol;
const host: Host = {
  files: fileSystem,
  today,
  now: () => performance.now(),
  yield: () => new Promise((resolve) => setImmediate(resolve)),
  rulePage: packagedRulePages(__dirname),
};

// The language server as a process of its own; `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…` name the channel.
start(process.argv.includes('--stdio') ? connectToStdio() : protocol.createConnection(connectionOptions), host, () => {
  require('./serverSession.js');
  return served();
});
