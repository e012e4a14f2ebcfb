import { readClauses } from '../../language/clauses';
import { denyingVerbs, permittingVerbs, requestingVerbs } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft, isCookie, placeOf, wordsOfTerm } from '../draft';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { actionOf, isAsker, isPlacing, isProviding, isWeak, passesOn } from './actions';
import { type Actor, readSubject, roleOf } from './actors';
import { consentNouns, entailing, joining, receiving } from './constructions';

/** "Stripe, which collects your card number": told of a named actor. Other relative clauses only limit a noun. */
export function relative(clause: Clause, slots: Slots): Draft[] {
  const { sentence, subject } = clause;
  const ours = givenToUs(clause, slots) ?? toReceivers(clause, slots) ?? toWhom(clause, slots);
  if (ours) return [ours];
  if (!subject || clause.passive || slots.data.length === 0) return [];
  const pronoun = sentence.tokens[subject.first] as Token;
  if (pronoun.lower !== 'which' && pronoun.lower !== 'who') return [];
  const comma = sentence.tokens[subject.first - 1]?.lower === ',';
  const antecedent = sentence.terms
    .filter((term) => term.last === subject.first - (comma ? 2 : 1))
    .find((term) => term.kind === 'company' || term.kind === 'entity');
  const action = actionOf(clause);
  if (!antecedent || !action || !comma || antecedent.ids.includes('data_subject')) return [];
  const actor: Actor = {
    id: antecedent.kind === 'company' ? roleOf(sentence, antecedent.ids) : (antecedent.ids[0] as string),
    ...(antecedent.kind === 'company' && { name: wordsOfTerm(sentence, antecedent) }),
  };
  return isWeak(clause)
    ? []
    : [draft(clause, slots, actor, action, clause.negated !== slots.denied, slots.data, slots.recipients)];
}

/** "code of third parties that uses cookies to collect …": they collect. */
function byUsedThing(clause: Clause, holder: Clause): Draft[] {
  const { sentence } = clause;
  const action = actionOf(clause);
  const slots = readSlots(clause);
  const at = holder.subject?.first ?? 0;
  const third = sentence.tokens.slice(Math.max(0, at - 6), at).some(isThirdPartyWord);
  if (action !== 'collect' || slots.data.length === 0 || !third || holder.negated) return [];
  return [draft(clause, slots, { id: 'third_party' }, action, clause.negated, slots.data, [])];
}

const isThirdPartyWord = (token: Token, i: number, all: readonly Token[]): boolean =>
  /^part(?:y|ies)$/.test(token.lower) && /^(?:third|3rd)$/.test(all[i - 1]?.lower ?? '');

const sentenceWord = ({ sentence }: Clause, at: number): string | undefined => sentence.tokens[at]?.lower;

const isOrderOrConsent = (word = ''): boolean => word === 'order' || word === 'agreement' || consentNouns.has(word);

const isReadersSide = (term: TermMatch): boolean => term.ids.includes('parent_guardian');

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
  return draft(clause, slots, { id: 'first_party' }, action, clause.negated, data, slots.recipients);
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
  return draft(clause, slots, { id: 'first_party' }, 'share', false, slots.data, [party]);
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
    ? draft(clause, { ...slots, sources: [] }, { id: 'first_party' }, 'share', false, slots.data, [receiver])
    : undefined;
}

const isOtherParty = ({ ids }: TermMatch): boolean =>
  !ids.includes('first_party') && !ids.includes('data_subject') && !ids.includes('anyone');

/** "signing up requires …", "creating an account requires …" */
export const isJoining = ({ subject, sentence }: Clause): boolean => {
  const verb = subject && sentence.tokens[subject.first]?.verb;
  return verb?.form === 'gerund' && joining.has(verb.base);
};

/** "the order form asks you to …" */
const isForm = ({ subject, sentence }: Clause): boolean =>
  subject !== undefined && isAsker(nounLemma((sentence.tokens[subject.last] as Token).lower));

/** "use cookies to collect…", "allow advertisers to collect…", "ask you to provide…". */
export function embedded(clause: Clause, ownNames: readonly string[]): Draft[] {
  const parent = clause.parent;
  if (parent?.embedding === 'relative') return byUsedThing(clause, parent);
  if (parent?.embedding !== 'main' || parent.group.modality === 'cannot') return [];
  const action = actionOf(clause);
  const slots = readSlots(clause);
  if (!action || slots.data.length === 0) return [];
  const subject = readSubject(parent, ownNames);
  const actor = subject.actors[0];
  const between = readSlots(parent, parent.right, clause.group.first);
  const negated = parent.negated !== subject.denied;
  if (clause.embedding === 'infinitive' && permittingVerbs.has(parent.base)) {
    // "you allow us to collect your location"
    if (actor?.id === 'data_subject' && !parent.passive) {
      const toUs = between.recipients.some((term) => term.ids.includes('first_party'));
      return toUs && !negated && !isWeak(clause)
        ? [draft(clause, slots, { id: 'first_party' }, action, clause.negated, slots.data, slots.recipients)]
        : [];
    }
    // "advertisers are not allowed to collect your location"
    if (parent.passive && actor && actor.id !== 'first_party' && actor.id !== 'data_subject' && action !== 'delete') {
      const made = draft(clause, slots, { id: 'first_party' }, 'allow', negated !== clause.negated, slots.data, []);
      const place = placeOf(clause.sentence, parent.subject ?? { first: clause.group.first, last: clause.group.first });
      return [{ ...made, recipients: [{ id: actor.id, place, ...(actor.name && { name: actor.name }) }] }];
    }
  }
  if (clause.embedding === 'infinitive' && permittingVerbs.has(parent.base) && actor?.id === 'first_party') {
    const others = between.recipients.filter(
      (term) => !term.ids.includes('data_subject') && !term.ids.includes('first_party'),
    );
    // "we let parents review their child's data" grants a right
    if (others.length === 0 || action === 'delete' || others.every(isReadersSide)) return [];
    // "we do not allow vendors to use or pass on your data": they may well have it
    if (negated && (passesOn(action) || (action === 'use' && slots.recipients.length > 0))) return [];
    return [draft(clause, slots, actor, 'allow', negated !== clause.negated, slots.data, others)];
  }
  if (
    clause.embedding === 'infinitive' &&
    requestingVerbs.has(parent.base) &&
    (actor?.id === 'first_party' || (!actor && (isJoining(parent) || isForm(parent)))) &&
    isProviding(clause.base) &&
    !negated &&
    // "we ask children never to give their names"
    !clause.negated &&
    // "we require vendors to sign a contract in order to share …", "we may ask for your consent to share …"
    !isOrderOrConsent(sentenceWord(clause, clause.group.first - 1)) &&
    clause.group.first - parent.group.verb <= 8
  ) {
    return [
      {
        ...draft(clause, { ...slots, recipients: [] }, { id: 'first_party' }, 'collect', false, slots.data, []),
        source: 'data_subject',
      },
    ];
  }
  // "we prohibit advertisers from collecting your location"
  if (
    clause.embedding === 'gerund' &&
    denyingVerbs.has(parent.base) &&
    action === 'collect' &&
    actor?.id === 'first_party' &&
    sentenceWord(clause, clause.group.first - 1) === 'from'
  ) {
    const others = between.recipients.filter(isOtherParty);
    return others.length === 0 ? [] : [draft(clause, slots, actor, 'allow', !negated, slots.data, others)];
  }
  // "signing up involves giving us your address"
  if (
    clause.embedding === 'gerund' &&
    entailing.has(parent.base) &&
    isProviding(clause.base) &&
    !negated &&
    slots.recipients.every((term) => term.ids.includes('first_party')) &&
    (slots.recipients.length > 0 || isJoining(parent))
  )
    return [
      {
        ...draft(clause, { ...slots, recipients: [] }, { id: 'first_party' }, 'collect', false, slots.data, []),
        source: 'data_subject',
      },
    ];
  const means = between.data.filter(isCookie);
  if (
    actor &&
    actor.id !== 'data_subject' &&
    (actionOf(parent) === 'use' || isPlacing(parent.base)) &&
    action === 'collect' &&
    !isProviding(clause.base)
  ) {
    const made = draft(clause, slots, actor, 'collect', negated, slots.data, []);
    if (means.length > 0) made.channel = wordsOfTerm(clause.sentence, means[0] as TermMatch).toLowerCase();
    else if (negated) return []; // "we do not use your photo to identify…": another denial than that of collecting
    return [made];
  }
  return [];
}
