import {
  type ClientCapabilities,
  CodeActionKind,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { completionTriggers, FIX_ALL, SOURCE } from './names';

/** What the client can do, as far as it changes what the server does. */
export interface ClientAbilities {
  /** Asks for diagnostics; otherwise they are sent. */
  readonly pulls: boolean;
  /** Asks again when told that they have changed. */
  readonly refreshes: boolean;
  readonly refreshesLenses: boolean;
  readonly watchesFiles: boolean;
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  /** Answers `policyLinter/readFile`. */
  readonly readsFiles: boolean;
  /** Fills in the blanks of a completion. */
  readonly completionSnippets: boolean;
  readonly hover: MarkupKind;
  /** Shows the message of a diagnostic above a hover by itself. */
  readonly diagnosticsInHover: boolean;
}

export function abilitiesOf({ textDocument, workspace, experimental }: ClientCapabilities): ClientAbilities {
  const hoverFormats = textDocument?.hover?.contentFormat ?? [];
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippets: experimental?.snippetTextEdit === true,
    readsFiles: experimental?.readFile === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    diagnosticsInHover: experimental?.diagnosticsInHover === true,
    hover: hoverFormats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText,
  };
}

export function serverCapabilities({ pulls }: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    // Announced only to clients that pull: one channel per client, so that nothing is shown twice.
    ...(pulls && {
      diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false },
    }),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    hoverProvider: true,
    // Editors outline Markdown by themselves: the label tells the two outlines apart.
    documentSymbolProvider: { label: 'Policy Linter' },
    foldingRangeProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    codeLensProvider: {},
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
