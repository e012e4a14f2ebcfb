import type { Clause } from '../../language/types';
import { addLaterMembers } from './laterMembers';
import { saysPurpose } from './slotCues';
import { limitation, mark } from './slotLimits';
import { addUnknownData } from './slotMembers';
import { noun } from './slotNouns';
import { SlotState } from './slotState';
import { switchSlot } from './slotSwitch';
import type { SlotName, Slots } from './slots';
import { addUnreadMembers } from './unreadMembers';

/** Reads the words right of a clause's verb in one pass, a slot at a time: cues switch the slot, nouns fill it. */
export function readSlots(
  clause: Clause,
  from = clause.right,
  to = clause.to,
  start: SlotName = clause.passive ? 'other' : 'object',
): Slots {
  const state = new SlotState(clause, from, to, start);
  for (let i = state.from; i < state.to; i++) {
    if (state.clause.sentence.quoted.has(i)) continue;
    mark(state, i);
    const last = limitation(state, i) ?? switchSlot(state, i) ?? noun(state, i);
    state.slotAt[i] = state.slot;
    if (last !== undefined) i = last;
    else if (state.slot === 'object' && state.tokens[i]?.kind === 'word') state.free.push(i);
  }
  if (from === clause.right && to === clause.to) addLaterMembers(state);
  addUnknownData(state);
  addUnreadMembers(state);
  const { slots, tokens } = state;
  if (state.purposeFrom >= 0 && slots.purposes.length === 0 && saysPurpose(tokens, state.purposeFrom, state.to)) {
    slots.unknownPurpose = { first: state.purposeFrom, last: state.to - 1 };
  }
  const parties = state.announced === 'recipient' && slots.recipients.length === 0;
  if (tokens[state.to - 1]?.lower === ':' || (state.announced && (slots.data.length === 0 || parties))) {
    slots.open ??= state.announced ?? (state.slot === 'relative' ? state.nominal : state.slot);
  }
  return slots;
}
