import { manners } from '../../language/grammar';
import type { Clause } from '../../language/types';
import type { Slots } from '../slots/slots';

/**
 * To process is every operation from collection on, Art. 4(2) GDPR: what is not processed is not collected, and who never
 * sees a card number does not have it. A purpose or a manner ("in a way incompatible with …", "further") limits the denial
 * to uses.
 */
export const deniesCollection = (clause: Clause, slots: Slots): boolean =>
  (clause.base === 'process' || clause.base === 'see') &&
  slots.purposes.length === 0 &&
  slots.unknownPurpose === undefined &&
  !isMannered(clause);

function isMannered({ sentence: { tokens }, group, right, to }: Clause): boolean {
  const within = tokens.slice(group.first, group.verb).some(({ lower }) => lower === 'further');
  return (
    within ||
    tokens[right]?.lower === 'further' ||
    tokens.slice(right, to).some(({ lemma }, i, all) => manners.has(lemma) && isInside(all, i))
  );
}

/** "in a manner", "in any other way" */
const isInside = (tokens: readonly { readonly lower: string }[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'in');
