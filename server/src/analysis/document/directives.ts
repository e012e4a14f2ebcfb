import type { DirectiveComment } from './types';

const prefix = 'policy-linter';

/**
 * `policy-linter-disable…` and its kin, where the content of a comment (`from` to `to`) begins so; whatever else a
 * comment says is none of the linter's business.
 */
export function directiveIn(
  source: string,
  comment: { readonly from: number; readonly to: number },
  from: number,
  to: number,
): DirectiveComment | undefined {
  let start = from;
  while (start < to && source.charCodeAt(start) <= 0x20) start++;
  if (start + prefix.length > to || !source.startsWith(prefix, start)) return undefined;
  return { range: { start: comment.from, end: comment.to }, text: source.slice(start, to).trim() };
}
