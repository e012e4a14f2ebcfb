import { resolvedConfiguration } from '../config/resolved';
import { withFacts } from '../config/setFacts';
import { PROJECT_FILE } from '../config/types';
import { checklistOf, insertionFor } from './checklist';
import type { Outcome } from './checks';
import { practiceMapOf } from './practiceMap';
import {
  CheckDocumentRequest,
  ChecklistRequest,
  CheckTextRequest,
  InsertionRequest,
  PracticeMapRequest,
  QuestionsRequest,
  ResolvedConfigurationRequest,
  SetFactsRequest,
  StatisticsRequest,
} from './protocol';
import { questionsOf } from './questions';
import type { Rechecks } from './rechecks';
import type { Session } from './session';

/** Answers what is asked beyond the Language Server Protocol; see `protocol.ts`. */
export function provideOwnRequests(session: Session, rechecks: Rechecks): void {
  const { connection, checks, drafts, files, host, workspace, projectOf } = session;
  /** What a view shows of the kept outcome; null where there is none. */
  const viewOf = async <View>(
    uri: string,
    show: (outcome: Outcome) => View | undefined | Promise<View | undefined>,
  ) => {
    const outcome = await checks.known(uri);
    return (outcome && (await show(outcome))) ?? null;
  };

  connection.onRequest(ChecklistRequest, ({ uri }) => viewOf(uri, checklistOf));
  connection.onRequest(PracticeMapRequest, ({ uri }) => viewOf(uri, practiceMapOf));
  connection.onRequest(QuestionsRequest, ({ uri }) =>
    viewOf(uri, async (outcome) => questionsOf(outcome, await projectOf(uri))),
  );
  connection.onRequest(InsertionRequest, ({ uri, id }) => viewOf(uri, (outcome) => insertionFor(id, outcome)));
  connection.onRequest(SetFactsRequest, async ({ uri, facts }) => {
    const file = (await projectOf(uri))?.uri ?? `${workspace.homeOf(uri)}${PROJECT_FILE}`;
    const before = drafts.get(file)?.text ?? (await files.readText(file));
    const text = withFacts(before ?? '', facts);
    return text === undefined ? null : { uri: file, before, text };
  });
  connection.onRequest(ResolvedConfigurationRequest, async ({ uri }) => {
    const [project, outcome] = [await projectOf(uri), await checks.known(uri)];
    const analysis = outcome?.analysis;
    const lineAt = (offset: number) => outcome?.draft.positionAt(offset).line ?? 0;
    const context = { workspace: workspace.folders, today: host.today() };
    return resolvedConfiguration(uri, project, analysis && { analysis, lineAt }, context);
  });
  connection.onRequest(CheckTextRequest, async ({ uri, languageId, text }) => {
    const { status, diagnostics } = await checks.checkApart({ uri, languageId, version: 0, text });
    return { status, diagnostics };
  });
  connection.onRequest(CheckDocumentRequest, ({ uri }) => {
    drafts.force(uri);
    rechecks.all();
    return null;
  });
  connection.onRequest(StatisticsRequest, () => checks.statistics);
}
