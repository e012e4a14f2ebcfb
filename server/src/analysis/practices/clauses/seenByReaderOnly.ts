import type { Clause, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { isNothingBut } from '../slots/slotPhrases';
import { readSlots } from '../slots/slotReader';
import { seeing } from './constructions';
import { looksAt } from './looking';

/**
 * "Only you can see your notes", "nobody but you has access to your data": it is handed to nobody, and nobody of the
 * company looks at it. Empty where a clause says no such thing.
 */
export function seenByReaderOnly(clause: Clause): Draft[] {
  const { base, embedding, subject, sentence, negated, right, to } = clause;
  const { tokens, block } = sentence;
  if (embedding !== 'main' || negated || !subject || clause.passive || tokens[subject.last]?.lower !== 'you') return [];
  // "Just me: only you can view it" stands in a list of settings
  if (block.kind === 'item' && block.runIn) return [];
  const first = openingOf(tokens, subject.last);
  const at = base === 'have' && tokens[right]?.lower === 'access' ? right + 1 : right;
  // "host it yourself, as then only you have access"
  if (tokens.slice(0, Math.max(0, first)).some(({ lower }) => lower === 'then' || lower === 'should')) return [];
  // "your account has a password, so that only you have access": other readers have none
  if (tokens.some(({ lemma }) => lemma === 'password')) return [];
  if (first < 0 || (at === right && !seeing.has(base))) return [];
  const slots = readSlots(clause, at, to, 'object');
  const data = [...slots.data];
  if (data.length === 0 || data.some(isCookie) || slots.conditions.length + slots.exceptions.length > 0) return [];
  const said: Clause = { ...clause, from: first, subject: { first, last: subject.last } };
  const denied = (action: 'share' | 'use'): Draft => ({
    ...draft(said, { ...slots, recipients: [], exceptions: [] }, { action, negated: true, data }),
    modality: 'asserts',
    exceptions: [],
  });
  return looksAt('read', data) ? [denied('share'), denied('use')] : [denied('share')];
}

/** Where "only you", "nobody but you", "no one except you" begins; -1 where nothing of the kind stands before "you". */
function openingOf(tokens: readonly Token[], you: number): number {
  if (tokens[you - 1]?.lower === 'only') return you - 1;
  for (let i = you - 1; i >= Math.max(0, you - 4); i--) if (isNothingBut(tokens, i)) return i;
  return -1;
}
