import * as vscode from 'vscode';

/** When a draft is checked, as the settings say. */

const settingsFor = ({ uri }: vscode.TextDocument) => vscode.workspace.getConfiguration('policyLinter', uri);

/** A draft that was never saved has no moment of saving: it is checked as it is written. */
const isCheckedOnSave = (document: vscode.TextDocument): boolean =>
  !document.isUntitled && settingsFor(document).get('run') === 'onSave';

/** There are changes that nobody has looked at, and nobody will before they are saved. */
export const waitsForSave = (document: vscode.TextDocument): boolean => document.isDirty && isCheckedOnSave(document);

/** How long findings that would only disturb are held back, in milliseconds; who checks on saving wants to see them then. */
export const revealDelayFor = (document: vscode.TextDocument): number =>
  isCheckedOnSave(document) ? 0 : settingsFor(document).get('revealDelay', 1000);
