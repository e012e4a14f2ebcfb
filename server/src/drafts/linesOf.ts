import type { PolicyDocument } from '../analysis/document/types';
import type { Policy } from '../analysis/policy';
import { LineIndex } from './lineIndex';

const known = new WeakMap<PolicyDocument, LineIndex>();

/** The lines of another document of a draft's set; undefined for the draft itself and for what was not read. */
export function linesOf({ set }: Policy, document: string | undefined): LineIndex | undefined {
  const member = document === undefined ? undefined : set?.members.find((one) => one.document === document);
  if (!member) return undefined;
  const its = member.policy.document;
  let lines = known.get(its);
  if (!lines) {
    lines = new LineIndex(its.source);
    known.set(its, lines);
  }
  return lines;
}
