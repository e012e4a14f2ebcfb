import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Connect } from './server';

export const connect: Connect = (context, options) =>
  new LanguageClient(
    'policyLinter',
    'Policy Linter',
    { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc, options: { execArgv: [] } },
    options,
  );
