import type { Clause } from '../language/types';
import { keeping, leaving } from './constructions';
import { type Draft, draft, isCookie, leftNouns } from './draft';
import { readSlots } from './readSlots';
import { isOnDevice, isReadersDevice } from './slotCues';

/**
 * "Your photos stay on your phone", "your notes never leave your device": the company gets none of it. Undefined where a
 * clause says no such thing.
 */
export function staysWithReader(clause: Clause): Draft | undefined {
  if (clause.passive || clause.embedding !== 'main' || !clause.subject) return undefined;
  const { tokens } = clause.sentence;
  const stays = keeping.has(clause.base) && !clause.negated && isOnDevice(tokens, clause.right, clause.to);
  const neverLeaves = leaving.has(clause.base) && clause.negated && isReadersDevice(tokens, clause.right);
  if (!stays && !neverLeaves) return undefined;
  const { data } = leftNouns(clause);
  if (data.length === 0 || data.some(isCookie)) return undefined;
  const slots = { ...readSlots(clause), onDevice: false };
  return draft(clause, slots, { id: 'first_party' }, 'collect', true, data, []);
}
