import { readClauses } from '../../language/clauses';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import type { Slots } from '../slots/slots';
import { wordsOfTerm } from '../termPlaces';
import { actionOf, isPlacing, isWeak } from './actions';
import { type Actor, isOtherParty, roleOf } from './actors';
import { receiving } from './constructions';
import { isDirectObject } from './receivedByOthers';

/** "Stripe, which collects your card number": told of a named actor. Other relative clauses only limit a noun. */
export function relative(clause: Clause, slots: Slots): Draft[] {
  const { sentence, subject } = clause;
  const ours =
    givenToUs(clause, slots) ?? pickedOut(clause, slots) ?? toReceivers(clause, slots) ?? toWhom(clause, slots);
  if (ours) return [ours];
  if (!subject || clause.passive || slots.data.length === 0) return [];
  const pronoun = sentence.tokens[subject.first] as Token;
  if (pronoun.lower !== 'which' && pronoun.lower !== 'who') return [];
  const comma = sentence.tokens[subject.first - 1]?.lower === ',';
  const antecedent = sentence.terms
    .filter((term) => term.last === subject.first - (comma ? 2 : 1))
    .find((term) => term.kind === 'company' || term.kind === 'entity');
  const action = isPlacing(clause.base) && slots.data.every(isCookie) ? 'place' : actionOf(clause);
  if (!antecedent || !action || !comma || antecedent.ids.includes('data_subject')) return [];
  const actor: Actor = {
    id: antecedent.kind === 'company' ? roleOf(sentence, antecedent.ids) : (antecedent.ids[0] as string),
    ...(antecedent.kind === 'company' && { name: wordsOfTerm(sentence, antecedent) }),
  };
  return isWeak(clause) && !isDirectObject(clause, slots.data[0] as TermMatch)
    ? []
    : [
        draft(clause, slots, {
          actor,
          action,
          negated: clause.negated !== slots.denied,
          data: slots.data,
          recipients: slots.recipients,
        }),
      ];
}

/** "… your e-mail address, which we save": told of the data before the comma. */
function givenToUs(clause: Clause, slots: Slots): Draft | undefined {
  const { sentence, subject } = clause;
  const action = actionOf(clause);
  if (!subject || clause.passive || !action || slots.data.length > 0) return undefined;
  if ((sentence.tokens[subject.first] as Token).lower !== 'we' || subject.first !== subject.last) return undefined;
  if (sentence.tokens[subject.first - 1]?.lower !== 'which' || sentence.tokens[subject.first - 2]?.lower !== ',')
    return undefined;
  const data = dataBefore(sentence, subject.first - 2);
  if (data.length === 0 || data.some(isCookie)) return undefined;
  if ((action === 'share' || isWeak(clause)) && slots.recipients.length === 0) return undefined;
  return draft(clause, slots, { action, negated: clause.negated, data, recipients: slots.recipients });
}

/** "It is your location that we send to advertisers": told of the data between. */
function pickedOut(clause: Clause, slots: Slots): Draft | undefined {
  const { sentence, subject } = clause;
  const { tokens, terms } = sentence;
  const action = actionOf(clause);
  if (!subject || clause.passive || !action || slots.data.length > 0 || tokens[subject.first]?.lower !== 'we')
    return undefined;
  const that = subject.first - 1;
  const told = readClauses(sentence).find(({ group }) => group.verb < that);
  if (tokens[that]?.lower !== 'that' || told?.base !== 'be' || told.embedding !== 'main') return undefined;
  if (tokens[told.group.first - 1]?.lower !== 'it' || (told.subject?.last ?? -1) !== told.group.first - 1)
    return undefined;
  const data = terms.filter(({ kind, first }) => kind === 'data' && first > told.group.verb && first < that);
  if (data.at(-1)?.last !== that - 1 || data.some(isCookie)) return undefined;
  if ((action === 'share' || isWeak(clause)) && slots.recipients.length === 0) return undefined;
  const negated = clause.negated !== told.negated;
  return draft(clause, slots, { action, negated, data, recipients: slots.recipients });
}

/** "… our accountant, to whom we send your name": told of the party before. */
function toWhom(clause: Clause, slots: Slots): Draft | undefined {
  const { sentence, subject } = clause;
  const { tokens, terms } = sentence;
  if (!subject || clause.passive || clause.negated || actionOf(clause) !== 'share' || slots.data.length === 0)
    return undefined;
  const { first, last } = subject;
  if (first !== last || tokens[first]?.lower !== 'we' || slots.recipients.length > 0) return undefined;
  if (!/^(?:whom|which)$/.test(tokens[first - 1]?.lower ?? '') || !/^(?:to|with)$/.test(tokens[first - 2]?.lower ?? ''))
    return undefined;
  // "the third parties with whom we share it" only names them
  const comma = tokens[first - 3]?.lower === ',';
  const before = first - 3 - (comma ? 1 : 0);
  const party = terms.findLast((term) => term.kind !== 'data' && term.kind !== 'purpose' && term.last === before);
  if (!party || party.ids.includes('first_party') || party.ids.includes('data_subject')) return undefined;
  if (!comma && tokens[party.first - 1]?.lower !== 'our') return undefined;
  return draft(clause, slots, { action: 'share', data: slots.data, recipients: [party] });
}

/** The data told last before a comma: "your name", "a photo of the meter". */
function dataBefore({ terms, tokens }: Sentence, comma: number): TermMatch[] {
  const last = terms.findLast(({ kind, last: at }) => kind === 'data' && at < comma);
  if (!last) return [];
  const between = tokens.slice(last.last + 1, comma);
  const phrase = between.length === 0 || (between.length <= 5 && between[0]?.lower === 'of');
  return phrase && between.every(({ lower, verb }) => lower !== ',' && verb === undefined) ? [last] : [];
}

/** "Advertisers who receive your e-mail address must delete it": takes for granted that it is shared with them. */
function toReceivers(clause: Clause, slots: Slots): Draft | undefined {
  const { sentence, subject } = clause;
  if (!subject || clause.passive || clause.negated || clause.modality !== 'asserts') return undefined;
  if (!receiving.has(clause.base) || slots.data.length === 0 || slots.data.some(isCookie)) return undefined;
  if (!/^(?:who|that|which)$/.test((sentence.tokens[subject.first] as Token).lower)) return undefined;
  const receiver = sentence.terms.find(({ last }) => last === subject.first - 1);
  if (receiver?.kind !== 'entity' || receiver.first > 1 || !isOtherParty(receiver)) return undefined;
  if (slots.sources.some((term) => !term.ids.includes('first_party'))) return undefined;
  // the noun opens the sentence, and something is told of it
  const told = readClauses(sentence).some(
    (main) => main.embedding === 'main' && main.subject?.first !== undefined && main.subject.first <= receiver.first,
  );
  return told && !/^(?:no|any)$/.test(sentence.tokens[0]?.lower ?? '')
    ? draft(clause, { ...slots, sources: [] }, { action: 'share', data: slots.data, recipients: [receiver] })
    : undefined;
}
