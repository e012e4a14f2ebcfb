import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { leftNouns } from '../slots/leftNouns';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { placeOf } from '../termPlaces';
import { actionOfVerb, having, passesOn } from './actions';
import {
  bringing,
  consideration,
  earning,
  gadgets,
  going,
  ownStores,
  reaching,
  receiving,
  straight,
  towards,
} from './constructions';
import { joinedBefore } from './predicatives';

/** Clauses in which data changes hands without a verb of collecting or sharing that has the company as its subject. */

/** What such a clause says; undefined where it is none. */
export const handedOver = (clause: Clause, slots: Slots, ownNames: readonly string[]): Draft | undefined => {
  if (clause.embedding !== 'main' && clause.embedding !== 'muted') return undefined;
  return (
    neverReaches(clause) ??
    (clause.embedding === 'main'
      ? (hasNothing(clause) ??
        goesTo(clause) ??
        sentByDevice(clause, ownNames) ??
        receivedByName(clause, slots) ??
        forValue(clause))
      : undefined)
  );
};

const word = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** "No personal details ever reach us", "your photos do not reach our servers": none is collected. */
function neverReaches(clause: Clause): Draft | undefined {
  const { base, subject, sentence, right } = clause;
  if (!reaching.has(base) || !subject || !/^(?:us|our)$/.test(word(sentence.tokens, right))) return undefined;
  const { data, denied } = leftNouns(clause);
  if (data.length === 0 || data.some(isCookie) || clause.negated === denied) return undefined;
  return draft(clause, readSlots(clause, clause.to, clause.to), { action: 'collect', negated: true, data });
}

/** "We know nothing about you", "we don't store anything about our visitors", "we do not collect anything." */
function hasNothing(clause: Clause): Draft | undefined {
  const { base, subject, sentence, right, negated } = clause;
  const { tokens } = sentence;
  const action = base === 'know' ? 'collect' : actionOfVerb(base);
  if (!action || !having.has(action) || !subject || word(tokens, subject.first) !== 'we') return undefined;
  if (word(tokens, right) !== (negated ? 'anything' : 'nothing')) return undefined;
  const isAbout = word(tokens, right + 1) === 'about';
  // "we keep nothing." is read as it is; "we do not collect anything from your phone" is of a part
  const isAlone = negated && base !== 'know' && /^(?:[.;!]|at|whatsoever|)$/.test(word(tokens, right + 1));
  const last = isAlone ? right : isAbout && people.has(word(tokens, right + 2)) ? right + 2 : -1;
  // "nothing about you but your e-mail address"
  if (last < 0 || leavingIn.has(word(tokens, last + 1))) return undefined;
  const slots = readSlots(clause, last + 1, clause.to);
  const made = draft(clause, slots, { action, negated: true });
  const place = placeOf(sentence, { first: right, last });
  return { ...made, data: [{ id: isAbout ? 'personal' : 'any_data', place }], anaphors: [] };
}

const people: ReadonlySet<string> = new Set(['you', 'our', 'users', 'visitors', 'readers', 'customers']);

const leavingIn: ReadonlySet<string> = new Set(['but', 'except', 'beyond', 'other', 'apart', 'besides', 'save']);

/** "No data goes to third parties", "your name ends up with our couriers", "IP addresses land in our logs". */
function goesTo(clause: Clause): Draft | undefined {
  const { base, passive, subject, sentence, right, to } = clause;
  const { tokens } = sentence;
  if (!going.has(base) || passive || !subject) return undefined;
  let at = right;
  while (straight.has(word(tokens, at))) at++;
  if (!towards.has(word(tokens, at))) return undefined;
  const left = leftNouns(clause);
  const data = [...joinedBefore(clause), ...left.data];
  if (data.length === 0 || data.some(isCookie)) return undefined;
  const negated = clause.negated !== left.denied;
  const slots = readSlots(clause, at + 1, to, 'recipient');
  const others = slots.recipients.filter(({ ids }) => !ids.includes('first_party') && !ids.includes('data_subject'));
  if (/^(?:to|with)$/.test(word(tokens, at)) && others.length > 0)
    return draft(clause, slots, { action: 'share', negated, data, recipients: others });
  // what lies in our database is kept there
  const action = base === 'be' || base === 'appear' ? 'store' : 'collect';
  return isOurs(tokens, at + 1) ? draft(clause, slots, { action, negated, data }) : undefined;
}

/** "us", "our servers", "our log files" */
const isOurs = (tokens: readonly Token[], at: number): boolean =>
  word(tokens, at) === 'us' ||
  (word(tokens, at) === 'our' &&
    [tokens[at + 1], tokens[at + 2]].some((noun) => noun?.kind === 'word' && ownStores.has(noun.lemma)));

/** "Your watch sends your heart rate to us": the company has it then. */
function sentByDevice(clause: Clause, ownNames: readonly string[]): Draft | undefined {
  const { base, subject, sentence, passive, negated, to } = clause;
  const { tokens, block } = sentence;
  if (!subject || passive || negated || !bringing.has(base) || !isOfReader(tokens, subject.last)) return undefined;
  const at = tokens.findIndex(({ lower }, i) => i >= clause.right && i < to && lower === 'to');
  const end = tokens[to - 1]?.end ?? sentence.end;
  const whom = at < 0 ? '' : block.text.slice(tokens[at + 1]?.start ?? end, end);
  const ours =
    /^(?:us|our)\b/.test(whom) ||
    ownNames.some(
      (name) => whom.startsWith(name) || (whom.length > 3 && name.startsWith(/^\p{Lu}\p{L}+/u.exec(whom)?.[0] ?? '\n')),
    );
  const slots = readSlots(clause, clause.right, ours ? at : clause.right, 'object');
  if (slots.data.length === 0 || slots.data.some(isCookie)) return undefined;
  return draft(clause, slots, { action: 'collect', data: slots.data });
}

/** "your watch", "your own phone". */
const isOfReader = (tokens: readonly Token[], last: number): boolean =>
  gadgets.has(tokens[last]?.lemma ?? '') && (word(tokens, last - 1) === 'your' || word(tokens, last - 2) === 'your');

/** "Swiftpost receives your address from us": a name that no catalogue knows, told of by what it gets. */
function receivedByName(clause: Clause, slots: Slots): Draft | undefined {
  const { base, subject, sentence, passive, negated } = clause;
  if (!subject || passive || negated || !receiving.has(base) || subject.first !== 0 || subject.last > 2)
    return undefined;
  const names = sentence.tokens.slice(0, subject.last + 1);
  if (!names.every(({ capitalised, kind }) => kind === 'word' && capitalised)) return undefined;
  if (sentence.terms.some(({ first }) => first <= subject.last) || slots.data.length === 0) return undefined;
  if (!slots.sources.some(({ ids }) => ids.includes('first_party'))) return undefined;
  const party: TermMatch = { kind: 'company', ids: ['third_party'], first: 0, last: subject.last };
  return draft(clause, { ...slots, sources: [] }, { action: 'share', data: slots.data, recipients: [party] });
}

/** "We earn a commission for passing phone numbers on to brokers", "we receive a fee in return for access to purchase histories". */
function forValue(clause: Clause): Draft | undefined {
  const { base, subject, sentence, negated, right } = clause;
  const { tokens, terms } = sentence;
  if (!subject || !earning.has(base)) return undefined;
  if (word(tokens, subject.first) !== 'we') return undefined;
  const value = tokens.findIndex(({ lemma }, i) => i >= right && i < right + 4 && consideration.has(lemma));
  if (value < 0) return undefined;
  if (!negated) {
    const given = tokens.findIndex(
      ({ lower }, i) => i > value && (lower === 'for' || (/^(?:by|from)$/.test(lower) && isPassing(tokens[i + 1]))),
    );
    if (given < 0 || !(isPassing(tokens[given + 1]) || word(tokens, given + 1) === 'access')) return undefined;
    const slots = readSlots(clause, given + 2, tokens.length, 'object');
    const { data } = slots;
    if (data.length === 0 || data.some(isCookie)) return undefined;
    const recipients = terms.filter(
      ({ kind, ids, first }) =>
        (kind === 'entity' || kind === 'company') &&
        first > value &&
        !ids.includes('first_party') &&
        !ids.includes('data_subject'),
    );
    const made = draft(clause, { ...slots, purposes: [], sources: [] }, { action: 'sell', data, recipients });
    return { ...made, sense: 'forMoney', anaphors: [] };
  }
  return undefined;
}

/** "selling", "passing on" */
const isPassing = (token: Token | undefined): boolean =>
  token?.verb?.form === 'gerund' && passesOn(actionOfVerb(token.verb.base) ?? 'use');

/** "We live on subscriptions, not by selling your data": the contrast denies. */
export function contrasted(clauses: readonly Clause[]): Draft[] {
  return clauses.flatMap((clause): Draft[] => {
    const { group, sentence, embedding } = clause;
    const { tokens } = sentence;
    if (embedding !== 'gerund' || actionOfVerb(clause.base) !== 'sell') return [];
    if (!/^(?:by|from|through|on)$/.test(word(tokens, group.first - 1)) || word(tokens, group.first - 2) !== 'not')
      return [];
    const slots = readSlots(clause);
    return slots.data.length === 0
      ? []
      : [
          {
            ...draft(clause, slots, { action: 'sell', negated: true, data: slots.data, recipients: slots.recipients }),
            sense: 'ordinary',
          },
        ];
  });
}
