import { verbForm } from '../../language/lemmas';
import type { Clause } from '../../language/types';
import { type Draft, draft } from '../draft';
import { leftNouns } from '../slots/leftNouns';
import { readSlots } from '../slots/slotReader';
import { actionOfVerb } from './actions';
import { lasting, undone } from './constructions';

/** "Your health data remains uncollected": the adjective denies what its verb says. Undefined where a clause has none. */
export function remainsUndone(clause: Clause): Draft | undefined {
  const { base, subject, embedding, sentence } = clause;
  if (!lasting.has(base) || !subject || embedding !== 'main') return undefined;
  const word = sentence.tokens[clause.right]?.lower ?? '';
  if (!undone.has(word)) return undefined;
  const verb = verbForm(word.slice(2))?.base;
  const action = verb === undefined ? undefined : actionOfVerb(verb);
  const { data } = leftNouns(clause);
  if (!action || data.length === 0) return undefined;
  return draft(clause, readSlots(clause), { action, negated: !clause.negated, data });
}
