import type { Clause } from '../../language/types';
import { type Draft, draft } from '../draft';
import { leftNouns } from '../slots/leftNouns';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { helping } from './constructions';

/**
 * "Your browsing history helps us to choose ads", "recordings let us train our models": data as the subject is used for
 * what follows. Undefined where a clause says no such thing.
 */
export function servingUs(clause: Clause): Draft | undefined {
  if (!helping.has(clause.base) || clause.passive || clause.embedding !== 'main' || !clause.subject) return undefined;
  const { tokens, terms } = clause.sentence;
  const told = tokens[clause.right];
  // "your documents help (to) train our models"
  const deed = told?.lower === 'to' ? tokens[clause.right + 1] : told;
  const ownDeed = clause.base === 'help' && deed?.verb?.form === 'base' && told?.lower !== 'you';
  if (told?.lower !== 'us' && !ownDeed) return undefined;
  const { data } = leftNouns(clause);
  if (data.length === 0 || data.some(isCookie)) return undefined;
  const purposes = terms.filter(({ kind, first }) => kind === 'purpose' && first >= clause.right);
  if (purposes.length === 0) return undefined;
  const slots = { ...readSlots(clause), purposes: purposes.map((term) => ({ term, own: false })) };
  return draft(clause, slots, { action: 'use', negated: clause.negated, data });
}
