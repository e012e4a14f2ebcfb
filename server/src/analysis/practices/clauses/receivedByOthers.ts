import type { Clause, TermMatch } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isNothingBut } from '../slots/slotPhrases';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { placeOf } from '../termPlaces';
import type { Actor } from './actors';
import { copies, furnishing, handing } from './constructions';

/** Data that others end up with: what they receive, are furnished with or pay for. */

export const isOther = ({ id }: Actor): boolean => id !== 'first_party' && id !== 'data_subject' && id !== 'anyone';
export const fromUs = (slots: Slots): boolean => slots.sources.every((term) => term.ids.includes('first_party'));

export function received(clause: Clause, slots: Slots, actor: Actor): Draft {
  const made = draft(clause, { ...slots, sources: [] }, { action: 'allow', data: slots.data });
  const { subject, sentence } = clause;
  const last = subject?.last ?? clause.group.first;
  // of two parties neither receives it alone
  const parties = sentence.terms.filter(
    ({ kind, first, last: end }) =>
      (kind === 'entity' || kind === 'company') &&
      subject !== undefined &&
      first >= subject.first &&
      end <= subject.last,
  );
  const nothingBut = isNothingBut(sentence.tokens, subject?.first ?? 0);
  const [party] = parties;
  const place = placeOf(sentence, { first: (nothingBut && party ? party : subject)?.first ?? last, last });
  const opensOnly =
    nothingBut ||
    sentence.tokens[(subject?.first ?? 0) - 1]?.lower === 'only' ||
    sentence.tokens[subject?.first ?? 0]?.lower === 'only';
  return {
    ...made,
    ...(opensOnly && parties.length === 1 && { exclusive: true }),
    recipients: [{ id: actor.id, place, ...(actor.name && { name: actor.name }) }],
  };
}

/** "brokers pay us for your e-mail address": it is sold. */
export function boughtFrom(clause: Clause, slots: Slots, negated: boolean): Draft[] {
  const { tokens, terms } = clause.sentence;
  const price = tokens.findIndex(({ lower }, i) => i >= clause.right && lower === 'for');
  const data = slots.data.length > 0 || price < 0 ? slots.data : readSlots(clause, price + 1, clause.to, 'object').data;
  const { subject } = clause;
  const buyer = terms.filter(({ first, last }) => subject && first >= subject.first && last <= subject.last);
  return data.length === 0 ? [] : [draft(clause, slots, { action: 'sell', negated, data, recipients: buyer })];
}

/** "advertisers are furnished with your e-mail address", "sponsors are given your name": the subject receives. */
export function furnished(clause: Clause, slots: Slots, actors: readonly Actor[]): Draft[] {
  const { tokens } = clause.sentence;
  const receiver = actors.find(isOther);
  if (!receiver) return [];
  const withData = furnishing.has(clause.base) && tokens[clause.right]?.lower === 'with';
  if (!withData && !handing.has(clause.base)) return [];
  const from = withData ? clause.right + 1 : clause.right;
  const own = readSlots(clause, from, clause.to, 'object');
  if (own.data.length === 0 || (!withData && !isDirectObject(clause, own.data[0] as TermMatch))) return [];
  const negated = clause.negated !== own.denied;
  const polarity = negated ? 'denied' : 'affirmed';
  return [{ ...received(clause, { ...slots, data: own.data }, receiver), action: 'share', polarity }];
}

/** Only determiners and adjectives stand between the verb and the term: "take your photo", not "take steps to protect your photo". */
export function isDirectObject(clause: Clause, term: TermMatch): boolean {
  const between = clause.sentence.tokens.slice(clause.right, term.first);
  return (
    between.length <= 6 &&
    // "take the security of your data seriously"
    !(
      clause.base === 'take' &&
      between.some(({ lower }, i) => lower === 'of' && !copies.has(between[i - 1]?.lower ?? ''))
    ) &&
    !between.some(
      (token) =>
        token.lower === 'to' ||
        token.lower === 'against' ||
        token.lower === 'that' ||
        token.lower === 'in' ||
        token.lower === 'when',
    )
  );
}
