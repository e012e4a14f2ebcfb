import type { Clause, TermMatch, Token, TokenSpan } from '../../language/types';
import { type Draft, draft } from '../draft';
import { purposeGraph } from '../ontologyGraph';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Actor } from './actors';
import { choosing, outcomes, picking } from './constructions';

/** What stands between what is chosen and the data on which the choice rests. */
const bases: readonly (readonly string[])[] = [
  ['based', 'on'],
  ['based', 'upon'],
  ['on', 'the', 'basis', 'of'],
  ['according', 'to'],
  ['depending', 'on'],
  ['with', 'the', 'help', 'of'],
  ['with', 'help', 'of'],
  ['by', 'means', 'of'],
  ['by', 'looking', 'at'],
  ['by', 'analysing'],
  ['by', 'analyzing'],
  ['in', 'line', 'with'],
];

/**
 * "Ads are selected on the basis of your messages", "we train our models on your photos": data is used for what is chosen
 * or trained. Undefined where a clause says no such thing.
 */
export function basedOn(clause: Clause, actors: readonly Actor[]): Draft | undefined {
  if (clause.embedding !== 'main' || !choosing.has(clause.base) || !clause.subject) return undefined;
  if (!clause.passive && actors[0]?.id !== 'first_party') return undefined;
  const { tokens, terms } = clause.sentence;
  const basis = basisFrom(tokens, clause);
  if (basis < 0) return undefined;
  // what is shown stands before the verb or right behind it
  const leads = basis < clause.subject.first;
  const named = clause.passive
    ? { first: clause.subject.first, last: clause.subject.last }
    : { first: clause.right, last: leads ? clause.to - 1 : basis - 1 };
  const { lower: told = '' } = tokens[clause.right] ?? {};
  const before = { first: 0, last: clause.subject.first - 1 };
  // "to make our models better, we train them on …"
  const purpose =
    purposeIn(tokens, named, clause.base) ??
    (/^(?:it|them)$/.test(told) ? purposeIn(tokens, before, clause.base) : undefined);
  if (!purpose) return undefined;
  const { data } = readSlots(clause, basis, leads ? clause.subject.first : clause.to, 'object');
  if (data.length === 0 || data.some(isCookie)) return undefined;
  const known = terms.filter(
    ({ kind, ids, first }) =>
      kind === 'purpose' &&
      (leads || first < basis) &&
      ids.every((id) => purposeGraph.isA(id, purpose.ids[0] as string)),
  );
  const slots = { ...readSlots(clause), purposes: [...known, purpose].map((term) => ({ term, own: false })) };
  return draft(clause, slots, { action: 'use', negated: clause.negated, data });
}

/** Where the data begins; -1 where nothing is said of it. */
function basisFrom(tokens: readonly Token[], clause: Clause): number {
  if (clause.base === 'train') {
    const on = tokens.findIndex(
      ({ lower }, i) => i >= clause.right && i < clause.to && (lower === 'on' || lower === 'with'),
    );
    if (on >= 0) return on + 1;
  }
  // "chosen from your messages"
  if (clause.passive && picking.has(clause.base) && tokens[clause.right]?.lower === 'from') return clause.right + 1;
  for (let i = clause.passive ? clause.group.verb : 0; i < clause.to; i++) {
    const cue = bases.find((words) => words.every((word, k) => tokens[i + k]?.lower === word));
    if (cue) return i + cue.length;
  }
  return -1;
}

function purposeIn(tokens: readonly Token[], { first, last }: TokenSpan, base: string): TermMatch | undefined {
  for (let i = first; i <= last; i++) {
    const id = outcomes[(tokens[i] as Token).lower];
    // a model is trained; an offer is not
    if (id && (id === 'ai_training') === (base === 'train' || base === 'develop'))
      return { kind: 'purpose', ids: [id], first: i, last: i };
  }
  return undefined;
}
