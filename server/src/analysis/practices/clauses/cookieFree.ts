import type { Clause, TermMatch } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Actor } from './actors';
import { running } from './constructions';

/**
 * "This website is cookie-free", "our app works without cookies", "our pages are free of trackers". Undefined where a
 * clause says no such thing.
 */
export function cookieFree(clause: Clause, actors: readonly Actor[]): Draft | undefined {
  if (clause.embedding !== 'main' || clause.negated || !actors.some(({ id }) => id === 'first_party')) return undefined;
  if (!running.has(clause.base)) return undefined;
  const { tokens, terms } = clause.sentence;
  const cookie = terms.find((term) => term.first >= clause.right && term.last < clause.to && isCookie(term));
  if (
    !cookie ||
    !isRuledOut(
      cookie,
      tokens.map(({ lower }) => lower),
    )
  )
    return undefined;
  const slots = { ...readSlots(clause), exceptions: [], onDevice: false };
  return draft(clause, slots, { id: 'first_party' }, 'place', true, [cookie], []);
}

/** "cookie-free", "free of cookies", "without any cookies". */
function isRuledOut({ first, last }: TermMatch, words: readonly string[]): boolean {
  if (words[last + 1] === 'free') return true;
  const before = words.slice(Math.max(0, first - 3), first).join(' ');
  return /(?:^| )(?:free (?:of|from)|without|without (?:any|the use of|setting|using))$/.test(before);
}
