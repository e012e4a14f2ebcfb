import { createConnection } from 'vscode-languageserver/node';
import { fileSystem } from './config/fileSystem';
import { packagedRulePages } from './drafts/rulePages';
import { today } from './drafts/today';
import { connectionOptions } from './lsp/connectionOptions';
import { serve } from './lsp/server';

// The language server as a process of its own; `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…` name the channel.
serve(createConnection(connectionOptions), {
  files: fileSystem,
  today,
  now: () => performance.now(),
  yield: () => new Promise((resolve) => setImmediate(resolve)),
  rulePage: packagedRulePages(__dirname),
});
