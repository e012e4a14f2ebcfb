// A language server that reads nothing and finds nothing: what any server costs. `--items=N`: N findings that never change.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const count = Number(process.argv.find((word) => word.startsWith('--items='))?.slice(8) ?? 0);
const items = Array.from({ length: count }, (_, line) => ({
  range: { start: { line, character: 0 }, end: { line, character: 12 } },
  severity: /** @type {const} */ (2),
  code: 'retention/vague-period',
  source: 'empty',
  message: `This names no period for “account data” (${line}), so that nobody can tell how long it is kept.`,
  codeDescription: { href: 'file:///rules/retention/vague-period.md' },
  data: { id: line },
}));
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(() => ({ kind: 'full', items }));
connection.onHover(() => ({ contents: 'nothing' }));
connection.onCodeAction(() => []);
documents.listen(connection);
connection.listen();
