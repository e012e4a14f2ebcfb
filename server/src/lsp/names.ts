import { CodeActionKind } from 'vscode-languageserver';

/** Who found something, as editors show it beside a diagnostic. */
export const SOURCE = 'policy-linter';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.policyLinter`;

/** What starts a completion by being typed: marks of a heading, of a directive's words and of a rule's id. */
export const completionTriggers = ['#', '-', '/'];
