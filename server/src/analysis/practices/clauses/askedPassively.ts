import { people } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause } from '../../language/types';
import { type Draft, draft } from '../draft';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { type Actor, isOtherParty } from './actors';

/** Who asks stands nowhere: "you will be asked for your name", "applicants are invited to describe …". */

/** Whether readers, or people who deal with the company, are what a clause speaks of. */
export const isOfReaders = ({ subject, sentence: { tokens } }: Clause, actor: Actor | undefined): boolean =>
  actor?.id === 'data_subject' ||
  (actor === undefined && subject !== undefined && people.has(nounLemma(tokens[subject.last]?.lower ?? '')));

/** "You are asked for your date of birth": the company does. */
export function askedPassively(clause: Clause, slots: Slots, [actor]: readonly Actor[]): Draft | undefined {
  const { base, passive, negated, right, sentence } = clause;
  if (base !== 'ask' || !passive || negated || sentence.tokens[right - 1]?.lower === 'to') return undefined;
  const at = sentence.tokens[right]?.lower === 'for' ? right : right - 1;
  if (sentence.tokens[at]?.lower !== 'for' || !isOfReaders(clause, actor) || slots.agents.some(isOtherParty))
    return undefined;
  const { data } = readSlots(clause, at + 1, clause.to, 'object');
  if (data.length === 0) return undefined;
  const made: Draft = {
    ...draft(clause, { ...slots, recipients: [] }, { action: 'collect', data }),
    source: 'data_subject',
  };
  return clause.group.modality === 'may' ? { ...made, confidence: 'low' } : made;
}
