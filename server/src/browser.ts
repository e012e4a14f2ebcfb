import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { noFiles } from './config/projectConfigurations';
import { today } from './drafts/today';
import { connectionOptions } from './lsp/connectionOptions';
import { serve } from './lsp/server';
import { start } from './lsp/start';

// The language server in a web worker: it reaches no files by itself, and the client says where the rule pages are.
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

start(
  createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), connectionOptions),
  () => (connection, params) =>
    serve(connection, params, {
      files: noFiles,
      today,
      now: () => performance.now(),
      yield: turn,
      rulePage: (rule, folder) => folder && `${folder.replace(/\/$/, '')}/${rule}.md`,
    }),
  turn,
);
