import { type Diagnostic, NotificationType, RequestType, RequestType0 } from 'vscode-languageserver';
import type { ChecklistView, PracticeMapView, SnippetInsertion } from './views';

/** What this server says beyond the Language Server Protocol. */

export interface StatusParams {
  readonly uri: string;
  readonly state: 'checking' | 'checked' | 'notChecked' | 'failed';
  /** Findings above a hint. */
  readonly findings?: number;
  readonly milliseconds?: number;
  /** Why a document is not checked, or what failed. */
  readonly reason?: string;
}

/** Sent after every check: "checked, nothing found" and "not checked" are told apart by it alone. */
export const StatusNotification = new NotificationType<StatusParams>('policyLinter/status');

/** Asks to check a document that was not recognised as a policy, from now until it is closed. */
export const CheckDocumentRequest = new RequestType<{ readonly uri: string }, null, void>('policyLinter/checkDocument');

/** What was done since the server started, for tests and benchmarks. */
export interface Statistics {
  /** Checks that analysed a draft. */
  readonly checks: number;
  /** Steps in which long drafts were read before they were checked. */
  readonly steps: number;
  /** Of the drafts whose analyses are in memory. */
  readonly keptCharacters: number;
  readonly openDrafts: number;
}

export const StatisticsRequest = new RequestType0<Statistics, void>('policyLinter/statistics');

/**
 * What views show. Answered from the kept outcome of the document as it stands, and null where there is none: not
 * checked, or not checked yet, in which case the next `policyLinter/status` is the moment to ask again.
 */
export const ChecklistRequest = new RequestType<{ readonly uri: string }, ChecklistView | null, void>(
  'policyLinter/checklist',
);
export const PracticeMapRequest = new RequestType<{ readonly uri: string }, PracticeMapView | null, void>(
  'policyLinter/practiceMap',
);

/** What only the author can say of the practices behind a draft, with what the project file says already. */
export interface QuestionsView {
  readonly questions: readonly {
    readonly fact: string;
    /** What holds if the answer is yes. */
    readonly label: string;
    readonly decides: readonly string[];
    readonly answer?: boolean;
  }[];
}

/** Null where the draft was not checked. */
export const QuestionsRequest = new RequestType<{ readonly uri: string }, QuestionsView | null, void>(
  'policyLinter/questions',
);

/** The project file of a draft as it should be written. */
export interface ProjectFileText {
  readonly uri: string;
  /** Undefined where the file has to be created. */
  readonly before?: string;
  readonly text: string;
}

/** Puts answers into the project file's text; null where there is no place for one or the file cannot be understood. */
export const SetFactsRequest = new RequestType<
  { readonly uri: string; readonly facts: Readonly<Record<string, boolean>> },
  ProjectFileText | null,
  void
>('policyLinter/setFacts');

/** What to insert for an item of the checklist, by its id. */
export const InsertionRequest = new RequestType<
  { readonly uri: string; readonly id: string },
  SnippetInsertion | null,
  void
>('policyLinter/insertion');

/** Checks a text that no editor has open, as of the file at an address. Nothing of it is kept. */
interface CheckTextParams {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

export interface CheckTextResult {
  readonly status: Omit<StatusParams, 'uri'>;
  readonly diagnostics: readonly Diagnostic[];
}

export const CheckTextRequest = new RequestType<CheckTextParams, CheckTextResult, void>('policyLinter/checkText');

/** Asks the client for a file that the server does not reach; null where there is none. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, { readonly text: string } | null, void>(
  'policyLinter/readFile',
);

/** Says what configuration holds for a document and where each value comes from, as YAML for people. */
export const ResolvedConfigurationRequest = new RequestType<{ readonly uri: string }, string, void>(
  'policyLinter/resolvedConfiguration',
);
