/** How much a finding weighs, in the terms of the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** From the gravest to the lightest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function isSeverity(word: string): word is Severity {
  return (severities as readonly string[]).includes(word);
}

export function isGraver(severity: Severity, than: Severity): boolean {
  return severities.indexOf(severity) < severities.indexOf(than);
}
