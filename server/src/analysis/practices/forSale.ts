import type { Clause } from '../language/types';
import { type Draft, draft, leftNouns } from './draft';
import { readSlots } from './slotReader';

/** "Your location is never visible to other users": they do not receive it. Undefined where a clause says no such thing. */
export function visibleTo(clause: Clause): Draft | undefined {
  if (clause.base !== 'be' || clause.embedding !== 'main' || !clause.subject) return undefined;
  const { tokens } = clause.sentence;
  const said = tokens.slice(clause.group.verb + 1, clause.group.verb + 6).map(({ lower }) => lower);
  const at = said.findIndex((word) => word === 'visible' || word === 'accessible');
  if (at < 0 || said[at + 1] !== 'to') return undefined;
  const { data } = leftNouns(clause);
  const slots = readSlots(clause, clause.group.verb + 1 + at + 1, clause.to, 'object');
  if (data.length === 0 || slots.recipients.length === 0) return undefined;
  return draft(clause, slots, { id: 'first_party' }, 'share', clause.negated, data, slots.recipients);
}

/** "Your data is not for sale", "personal data is never up for sale". Undefined where a clause says no such thing. */
export function forSale(clause: Clause): Draft | undefined {
  if (clause.base !== 'be' || clause.embedding !== 'main' || !clause.subject) return undefined;
  const { tokens } = clause.sentence;
  const said = tokens.slice(clause.group.verb + 1, clause.group.verb + 6).map(({ lower }) => lower);
  const at = said.indexOf('for');
  if (at < 0 || said[at + 1] !== 'sale') return undefined;
  const { data } = leftNouns(clause);
  if (data.length === 0) return undefined;
  // "for sale" is no purpose
  const made = draft(clause, readSlots(clause), { id: 'first_party' }, 'sell', clause.negated, data, []);
  return { ...made, purposes: [] };
}
