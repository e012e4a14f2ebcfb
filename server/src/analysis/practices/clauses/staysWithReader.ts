import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isOnDevice, isReadersDevice } from '../readersDevice';
import { leftNouns } from '../slots/leftNouns';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { actionOf } from './actions';
import { keeping, leaving, ownPlaces, ownStores } from './constructions';

/**
 * "Your photos stay on your phone", "your notes never leave your device": the company gets none of it. Undefined where a
 * clause says no such thing.
 */
export function staysWithReader(clause: Clause): Draft | undefined {
  if (clause.embedding !== 'main' || !clause.subject) return undefined;
  const { tokens } = clause.sentence;
  if (clause.passive) return keptThereOnly(clause, tokens);
  if (isBetweenUs(clause, tokens) || staysInside(clause, tokens)) return kept(clause, 'share');
  const stays = keeping.has(clause.base) && !clause.negated && isOnDevice(tokens, clause.right, clause.to);
  const neverLeaves = leaving.has(clause.base) && clause.negated && isReadersDevice(tokens, clause.right);
  if (!stays && !neverLeaves) return undefined;
  return kept(clause, 'collect');
}

/** "Notes are stored on your device only": nowhere else. */
function keptThereOnly(clause: Clause, tokens: readonly Token[]): Draft | undefined {
  const only = tokens.slice(clause.group.first, clause.to).some(({ lower }) => onlyWords.has(lower));
  const there = only && !clause.negated && actionOf(clause) === 'store' && isOnDevice(tokens, clause.right, clause.to);
  return there ? kept(clause, 'collect') : undefined;
}
const onlyWords = new Set(['only', 'exclusively', 'solely']);

/** "Your details stay between you and us", "what you write stays with us": nobody else gets it. */
function isBetweenUs(clause: Clause, tokens: readonly Token[]): boolean {
  if (!keeping.has(clause.base) || clause.negated) return false;
  const next = tokens.slice(clause.right, clause.right + 5).map(({ lower }) => lower);
  return /^(?:with us|between (?:you and us|us and you|us)|in-house)(?: |$)/.test(next.join(' '));
}

/** "Your photos never leave our servers", "no name leaves the company". */
function staysInside({ base, negated, passive, right }: Clause, tokens: readonly Token[]): boolean {
  if (!leaving.has(base) || !negated || passive) return false;
  const [whose, what] = [tokens[right], tokens[right + 1]];
  return (
    /^(?:our|the)$/.test(whose?.lower ?? '') && (ownStores.has(what?.lemma ?? '') || ownPlaces.has(what?.lemma ?? ''))
  );
}

/** "Everything stays on your phone." */
const isEverything = ({ subject, sentence: { tokens } }: Clause): boolean =>
  subject?.first === subject?.last && tokens[subject?.first ?? 0]?.lower === 'everything';

function kept(clause: Clause, action: 'collect' | 'share'): Draft | undefined {
  const { anaphors, ...left } = leftNouns(clause);
  const data = isEverything(clause) ? [{ kind: 'data', ids: ['any_data'], ...clause.subject } as TermMatch] : left.data;
  // "it never leaves our servers"
  const pointsBack = action === 'share' && data.length === 0 && anaphors.length > 0;
  if ((data.length === 0 && !pointsBack) || data.some(isCookie)) return undefined;
  const slots = { ...readSlots(clause), onDevice: false };
  const made = { ...draft(clause, slots, { action, negated: true, data }), ...(pointsBack && { anaphors }) };
  // what stays on the device is what the reader put there; others may hand over more
  return action === 'collect' && !made.source ? { ...made, source: 'data_subject' } : made;
}
