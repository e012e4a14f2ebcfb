import { NotificationType, RequestType } from 'vscode-languageserver';

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
