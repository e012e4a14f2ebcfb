import type { Clause } from '../../language/types';
import { actionOf } from './actions';

/** "We do not keep your name for longer than a year": it is kept until then. */
export function isBounded(clause: Clause): boolean {
  const action = actionOf(clause);
  if (!clause.negated || (action !== 'store' && action !== 'retain')) return false;
  const { tokens } = clause.sentence;
  for (let i = clause.right; i + 1 < clause.to; i++)
    if (/^(?:longer|more)$/.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'than')
      return (
        /^(?:for|any|no|much|not|kept|held|stored|retained)$/.test(tokens[i - 1]?.lower ?? '') ||
        tokens[i]?.lower === 'longer'
      );
  return false;
}
