import { type CancellationToken, CodeLensRefreshRequest, type TextDocumentIdentifier } from 'vscode-languageserver';
import { loadEngine } from '../drafts/engine';
import { codeLensesOf } from './codeLenses';
import { completionsAt } from './completion';
import { foldingRangesOf } from './folding';
import { projectFileCompletions } from './projectFileHelp';
import type { Session } from './session';
import { symbolsOf } from './symbols';
import { definitionAt, referencesAt, renamableAt, renameAt } from './terms';

/** Settings of the editor that change what is shown, as `initializationOptions` or `settings.policyLinter` say them. */
interface Shown {
  codeLens: boolean;
}

/** Answers what helps while writing; none of it analyses: it reads what the last check found. */
export function provideWritingHelp(session: Session): WritingHelp {
  const { connection, client } = session;
  const shown: Shown = { codeLens: false };
  provideOverviews(session, shown);
  provideCompletion(session);
  provideDefinedTerms(session);
  return {
    configure: (settings) => {
      const codeLens = isRecord(settings) && settings.codeLens === true;
      const isNew = codeLens !== shown.codeLens;
      shown.codeLens = codeLens;
      return isNew;
    },
    refresh: () => {
      if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    },
  };
}

/** What stands beside the whole draft: outline, folding, lenses. */
function provideOverviews({ connection, checks }: Session, shown: Readonly<Shown>): void {
  const known = async ({ uri }: TextDocumentIdentifier, token: CancellationToken) =>
    (await checks.settled(uri, token)) ?? checks.last(uri);

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const outcome = await known(textDocument, token);
    return outcome && symbolsOf(outcome);
  });
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const outcome = await known(textDocument, token);
    return outcome && foldingRangesOf(outcome);
  });
  connection.onCodeLens(async ({ textDocument }, token) => {
    if (!shown.codeLens) return null;
    const outcome = await known(textDocument, token);
    return outcome && codeLensesOf(outcome);
  });
}

function provideCompletion({ connection, checks, client, helpedWith }: Session): void {
  connection.onCompletion(async (params) => {
    const file = helpedWith(params.textDocument.uri);
    if (file) return projectFileCompletions(file, params.position, (await loadEngine()).vocabulary);
    const outcome = checks.last(params.textDocument.uri) ?? (await checks.knownSoon(params.textDocument.uri));
    if (!outcome) return null;
    return completionsAt(outcome, outcome.draft, params, (await loadEngine()).rules, client);
  });
}

function provideDefinedTerms({ connection, checks, client }: Session): void {
  connection.onDefinition(async ({ textDocument, position }, token) => {
    const outcome = await checks.settled(textDocument.uri, token);
    return outcome && definitionAt(outcome, position);
  });
  connection.onReferences(async ({ textDocument, position, context }, token) => {
    const outcome = await checks.settled(textDocument.uri, token);
    return outcome && referencesAt(outcome, position, context.includeDeclaration);
  });
  connection.onPrepareRename(async ({ textDocument, position }, token) => {
    const outcome = await checks.settled(textDocument.uri, token);
    return outcome && renamableAt(outcome, position);
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    const outcome = await checks.settled(textDocument.uri, token);
    return outcome && renameAt(outcome, position, newName, client);
  });
}

interface WritingHelp {
  /** Takes up settings of the editor; whether they change what is shown. */
  configure(settings: unknown): boolean;
  /** Has the editor ask again. */
  refresh(): void;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
