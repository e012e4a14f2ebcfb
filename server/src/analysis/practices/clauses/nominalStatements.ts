import { denyingVerbs, determiners, firstPerson } from '../../language/grammar';
import type { Clause, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { actionOfNoun } from './actions';
import { copying, copyNouns, lightVerbs } from './constructions';

/** "Disclosure of your data to vendors is effectuated …", "the processing of health data is excluded": an action as a noun. */
export function nominal(clause: Clause, slots: Slots): Draft[] {
  const { sentence } = clause;
  const made = copied(clause);
  if (made) return [made];
  const existential = clause.base === 'be' && sentence.tokens[clause.group.first - 1]?.lower === 'there';
  if (!existential && !lightVerbs.has(clause.base) && !denyingVerbs.has(clause.base)) return [];
  // "there is no sale of …" names the action behind the verb, "the sale of … takes place" before it
  const subject = existential
    ? { first: clause.right, last: clause.to - 1 }
    : { first: clause.from, last: clause.group.first - 1 };
  for (let i = subject.first; i <= Math.min(subject.first + 3, subject.last); i++) {
    const action = actionOfNoun((sentence.tokens[i] as Token).lower);
    if (!action || (sentence.tokens[i + 1] as Token | undefined)?.lower !== 'of') continue;
    const own = readSlots(clause, i + 1, subject.last + 1, 'object');
    const denied = /^(?:no|neither)$/.test((sentence.tokens[subject.first] as Token).lower);
    const negated = clause.negated !== (denied !== denyingVerbs.has(clause.base));
    if (own.data.length === 0 && own.anaphors.length === 0) return [];
    const made = draft(
      clause,
      { ...own, conditions: slots.conditions, exceptions: [...own.exceptions, ...slots.exceptions] },
      { action, negated, data: own.data, recipients: own.recipients },
    );
    // to process is every operation from collection on, Art. 4(2) GDPR: what is not processed is not collected
    return [action === 'use' && negated && made.purposes.length === 0 ? { ...made, action: 'collect' } : made];
  }
  return [];
}

/** "We make recordings of all calls", "a copy of your ID is made": the company has what it makes then. */
function copied(clause: Clause): Draft | undefined {
  const { base, passive, embedding, subject, sentence, negated, right, to } = clause;
  const { tokens } = sentence;
  if (embedding !== 'main' || !copying.has(base) || !subject) return undefined;
  if (!passive && !(subject.first === subject.last && firstPerson.has((tokens[subject.first] as Token).lower)))
    return undefined;
  const [first, last] = passive ? [subject.first, subject.last + 1] : [right, to];
  let noun = first;
  while (determiners.has(tokens[noun]?.lower ?? '') || tokens[noun]?.lower === 'no') noun++;
  if (!copyNouns.has(tokens[noun]?.lemma ?? '') || tokens[noun + 1]?.lower !== 'of') return undefined;
  // "a copy of your ID" may be a name of its own
  const whole = sentence.terms.some((term) => term.first <= noun && term.last > noun);
  const slots = readSlots(clause, whole ? first : noun + 2, last, 'object');
  if (slots.data.length === 0 || slots.data.some(isCookie)) return undefined;
  const none = tokens.slice(first, noun).some(({ lower }) => lower === 'no');
  return draft(clause, slots, { action: 'collect', negated: negated !== none, data: slots.data });
}
