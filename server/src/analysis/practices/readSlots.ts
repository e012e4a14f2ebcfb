import type { Clause } from '../language/types';
import { SlotReader } from './slotReader';
import type { SlotName, Slots } from './slots';

/** Reads the words right of a clause's verb in one pass. */
export function readSlots(
  clause: Clause,
  from = clause.right,
  to = clause.to,
  start: SlotName = clause.passive ? 'other' : 'object',
): Slots {
  return new SlotReader(clause, from, to, start).read();
}
