/** How much a finding weighs, in the terms of the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
