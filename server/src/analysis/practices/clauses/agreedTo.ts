import { determiners, secondPerson } from '../../language/grammar';
import type { Clause, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { readSlots } from '../slots/slotReader';
import { actionOfNoun } from './actions';
import { agreeing } from './constructions';

/** "You agree to the collection and use of your information": what readers are made to agree to is done. */
export function agreedTo(clause: Clause): Draft | undefined {
  const { base, embedding, negated, passive, subject, right, to, sentence } = clause;
  const { tokens } = sentence;
  if (!agreeing.has(base) || embedding !== 'main' || negated || passive || clause.modality !== 'asserts')
    return undefined;
  if (!subject || !secondPerson.has(tokens[subject.last]?.lower ?? '') || tokens[right]?.lower !== 'to')
    return undefined;
  const noun = determiners.has(tokens[right + 1]?.lower ?? '') ? right + 2 : right + 1;
  const action = actionOfNoun((tokens[noun] as Token | undefined)?.lower ?? '');
  const of = tokens.findIndex(({ lower }, i) => i > noun && lower === 'of');
  if (!action || of < 0 || of > noun + LONGEST_SERIES) return undefined;
  const slots = readSlots(clause, of + 1, to, 'object');
  return slots.data.length > 0
    ? draft(clause, slots, { action, data: slots.data, recipients: slots.recipients })
    : undefined;
}
/** In tokens: "collection, use and disclosure of". */
const LONGEST_SERIES = 6;
