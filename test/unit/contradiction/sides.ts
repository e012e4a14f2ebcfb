import assert from 'node:assert/strict';
import type { Rule } from '../../../server/src/analysis/rules/types';
import { draft, findings, type Said } from './statements';

/** Something that a draft affirms of e-mail addresses. */
export const collects = (said: Partial<Said> & { text: string }): Said => ({ data: ['email'], ...said });
/** Something that a draft denies of e-mail addresses. */
export const denies = (said: Partial<Said> & { text: string }): Said => ({
  polarity: 'denied',
  data: ['email'],
  ...said,
});

export function conflict(rule: Rule, ...said: Said[]): void {
  assert.equal(findings(rule, draft(said)).length, 1, 'a contradiction');
}

export function silence(rule: Rule, ...said: Said[]): void {
  assert.deepEqual(
    findings(rule, draft(said)).map(({ message }) => message),
    [],
  );
}
