import { firstPerson } from '../../language/grammar';
import type { Clause } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';

/**
 * "Our marketing cookies remember what you looked at", "analytics cookies help us count visitors": what works for the company
 * has been set. Undefined where cookies are only explained ("session cookies expire …").
 */
export function cookiesAtWork(clause: Clause): Draft | undefined {
  const { subject, passive, negated, embedding, modality, base, sentence, right, to } = clause;
  const { tokens, terms } = sentence;
  if (!subject || passive || negated || embedding !== 'main' || modality !== 'asserts' || base === 'be')
    return undefined;
  const cookies = terms.filter((term) => term.first >= subject.first && term.last === subject.last && isCookie(term));
  const isOurs = tokens[subject.first]?.lower === 'our';
  const works = isOurs || tokens.slice(right, Math.min(to, right + 2)).some(({ lower }) => firstPerson.has(lower));
  if (cookies.length === 0 || !works) return undefined;
  return draft(clause, readSlots(clause, to, to), { action: 'place', data: cookies });
}
