import { denyingVerbs, permittingVerbs, requestingVerbs } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { placeOf, wordsOfTerm } from '../termPlaces';
import type { Action } from '../types';
import { actionOf, isAsker, isPlacing, isProviding, isWeak, passesOn } from './actions';
import { type Actor, isOtherParty, readSubject } from './actors';
import { isOfReaders } from './askedPassively';
import { consentNouns, entailing, joining } from './constructions';
import { isDirectObject } from './receivedByOthers';

/** An infinitive or gerund, and the clause on which it depends. */
interface Governed {
  readonly clause: Clause;
  readonly action: Action;
  readonly slots: Slots;
  readonly parent: Clause;
  /** What stands between the verbs: "allow advertisers to collect". */
  readonly between: Slots;
  /** Who acts in the parent. */
  readonly actor: Actor | undefined;
  /** Whether the parent denies. */
  readonly negated: boolean;
}

/** "use cookies to collect…", "allow advertisers to collect…", "ask you to provide…". */
export function embedded(clause: Clause, ownNames: readonly string[]): Draft[] {
  const parent = clause.parent;
  if (parent?.embedding === 'relative') return byUsedThing(clause, parent);
  if (parent?.embedding !== 'main' || parent.group.modality === 'cannot') return [];
  const action = actionOf(clause);
  const slots = readSlots(clause);
  if ((!action && !isProviding(clause.base)) || slots.data.length === 0) return [];
  const subject = readSubject(parent, ownNames);
  const between = readSlots(parent, parent.right, clause.group.first);
  const negated = parent.negated !== subject.denied;
  const given = { clause, slots, parent, between, actor: subject.actors[0], negated };
  // "asks you to state your age": said of readers only
  if (!action) return requested(given) ?? entailed(given) ?? [];
  const governed: Governed = { ...given, action };
  return permitted(governed) ?? requested(governed) ?? prohibited(governed) ?? entailed(governed) ?? byMeans(governed);
}

/** What somebody is allowed to do; undefined where the parent allows nothing. */
function permitted(governed: Governed): Draft[] | undefined {
  const { clause, parent, actor } = governed;
  if (clause.embedding !== 'infinitive' || !permittingVerbs.has(parent.base)) return undefined;
  if (actor?.id === 'data_subject' && !parent.passive) return permittedByReader(governed);
  if (actor?.id === 'first_party') return permittedByUs(governed, actor);
  return parent.passive && actor && actor.id !== 'data_subject' ? permittedTo(governed, actor) : undefined;
}

/** "you allow us to collect your location" */
function permittedByReader({ clause, action, slots, between, negated }: Governed): Draft[] {
  const toUs = between.recipients.some((term) => term.ids.includes('first_party'));
  return toUs && !negated && !isWeak(clause)
    ? [draft(clause, slots, { action, negated: clause.negated, data: slots.data, recipients: slots.recipients })]
    : [];
}

/** "advertisers are not allowed to collect your location" */
function permittedTo({ clause, action, slots, parent, negated }: Governed, actor: Actor): Draft[] | undefined {
  if (action === 'delete') return undefined;
  const made = draft(clause, slots, { action: 'allow', negated: negated !== clause.negated, data: slots.data });
  const place = placeOf(clause.sentence, parent.subject ?? { first: clause.group.first, last: clause.group.first });
  return [{ ...made, recipients: [{ id: actor.id, place, ...(actor.name && { name: actor.name }) }] }];
}

/** "we allow advertisers to collect your location" */
function permittedByUs({ clause, action, slots, between, negated }: Governed, actor: Actor): Draft[] {
  const others = between.recipients.filter(({ ids }) => !ids.includes('data_subject') && !ids.includes('first_party'));
  // "we let parents review their child's data" grants a right
  if (others.length === 0 || action === 'delete' || others.every(isReadersSide)) return [];
  // "we do not allow vendors to use or pass on your data": they may well have it
  if (negated && (passesOn(action) || (action === 'use' && slots.recipients.length > 0))) return [];
  return [
    draft(clause, slots, {
      actor,
      action: 'allow',
      // "we allow no advertiser to collect your location"
      negated: (negated !== between.denied) !== clause.negated,
      data: slots.data,
      recipients: others,
    }),
  ];
}

/** "we ask you to provide your name", "you are asked to provide it" */
function requested({ clause, slots, parent, between, actor, negated }: Omit<Governed, 'action'>): Draft[] | undefined {
  const asks =
    clause.embedding === 'infinitive' &&
    requestingVerbs.has(parent.base) &&
    (parent.passive
      ? isOfReaders(parent, actor) && !between.agents.some(isOtherParty)
      : actor?.id === 'first_party' || (!actor && (isJoining(parent) || isForm(parent))));
  const isAsked =
    isProviding(clause.base) &&
    !negated &&
    // "information to enable us to provide you with news": given to readers
    !slots.recipients.some(({ ids }) => ids.includes('data_subject')) &&
    // "we ask children never to give their names"
    !clause.negated &&
    // "we require vendors to sign a contract in order to share …", "we may ask for your consent to share …"
    !isOrderOrConsent(wordBefore(clause)) &&
    clause.group.first - parent.group.verb <= REACH;
  if (!asks || !isAsked) return undefined;
  const given = givenByReader(clause, slots);
  // "you may be asked to enter your card number": by whom, is not said
  return [parent.passive && parent.group.modality === 'may' ? { ...given, confidence: 'low' } : given];
}
/** In tokens, from the verb that asks to the one that says what for. */
const REACH = 8;

/** "we prohibit advertisers from collecting your location" */
function prohibited({ clause, action, slots, parent, between, actor, negated }: Governed): Draft[] | undefined {
  if (clause.embedding !== 'gerund' || !denyingVerbs.has(parent.base)) return undefined;
  if (action !== 'collect' || actor?.id !== 'first_party' || wordBefore(clause) !== 'from') return undefined;
  const others = between.recipients.filter(isOtherParty);
  return others.length === 0
    ? []
    : [draft(clause, slots, { actor, action: 'allow', negated: !negated, data: slots.data, recipients: others })];
}

/** "signing up involves giving us your address" */
function entailed({ clause, slots, parent, negated }: Omit<Governed, 'action'>): Draft[] | undefined {
  const entails = clause.embedding === 'gerund' && entailing.has(parent.base) && isProviding(clause.base) && !negated;
  const toUs =
    slots.recipients.every((term) => term.ids.includes('first_party')) &&
    (slots.recipients.length > 0 || isJoining(parent));
  return entails && toUs ? [givenByReader(clause, slots)] : undefined;
}

const givenByReader = (clause: Clause, slots: Slots): Draft => ({
  ...draft(clause, { ...slots, recipients: [] }, { action: 'collect', data: slots.data }),
  source: 'data_subject',
});

/** "we use cookies to collect …" */
function byMeans({ clause, action, slots, parent, between, actor, negated }: Governed): Draft[] {
  if (!actor || actor.id === 'data_subject' || action !== 'collect' || isProviding(clause.base)) return [];
  if (actionOf(parent) !== 'use' && !isPlacing(parent.base)) return [];
  const means = between.data.find(isCookie);
  // "to gain an understanding of your preferences"
  if (!means && isWeak(clause) && !isDirectObject(clause, slots.data[0] as TermMatch)) return [];
  // "we do not use your photo to identify…": another denial than that of collecting
  if (!means && negated) return [];
  // "we use your data for purposes such as determining your language": what it is used for
  if (!means && clause.embedding === 'gerund' && between.data.length > 0) return [];
  const made = draft(clause, slots, { actor, action: 'collect', negated, data: slots.data });
  if (means) made.channel = wordsOfTerm(clause.sentence, means).toLowerCase();
  return [made];
}

/** "code of third parties that uses cookies to collect …": they collect. */
function byUsedThing(clause: Clause, holder: Clause): Draft[] {
  const { sentence } = clause;
  const action = actionOf(clause);
  const slots = readSlots(clause);
  const at = holder.subject?.first ?? 0;
  const third = sentence.tokens.slice(Math.max(0, at - 6), at).some(isThirdPartyWord);
  if (action !== 'collect' || slots.data.length === 0 || !third || holder.negated) return [];
  return [draft(clause, slots, { actor: { id: 'third_party' }, action, negated: clause.negated, data: slots.data })];
}

const isThirdPartyWord = (token: Token, i: number, all: readonly Token[]): boolean =>
  /^part(?:y|ies)$/.test(token.lower) && /^(?:third|3rd)$/.test(all[i - 1]?.lower ?? '');

const wordBefore = ({ sentence, group }: Clause): string | undefined => sentence.tokens[group.first - 1]?.lower;

const isOrderOrConsent = (word = ''): boolean => word === 'order' || word === 'agreement' || consentNouns.has(word);

const isReadersSide = (term: TermMatch): boolean => term.ids.includes('parent_guardian');

/** "signing up requires …", "creating an account requires …" */
export const isJoining = ({ subject, sentence }: Clause): boolean => {
  const verb = subject && sentence.tokens[subject.first]?.verb;
  return verb?.form === 'gerund' && joining.has(verb.base);
};

/** "the order form asks you to …" */
const isForm = ({ subject, sentence }: Clause): boolean =>
  subject !== undefined && isAsker(nounLemma((sentence.tokens[subject.last] as Token).lower));
