import {
  denyingVerbs,
  determiners,
  firstPerson,
  partitives,
  permittingVerbs,
  possessives,
  prepositions,
  sweepingWords,
} from '../../language/grammar';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft, isMadeAvailable } from '../draft';
import { isDataRoot } from '../generalData';
import { dataGraph } from '../ontologyGraph';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import type { Action } from '../types';
import { actionOf, actionOfNoun, actionOfVerb, isAsking, isPlacing, isWatching, isWeak } from './actions';
import type { Actor } from './actors';
import { askedFor, givenByReader, unaskedFor } from './askedOfReaders';
import { isBounded } from './boundedKeeping';
import {
  accessing,
  bringing,
  buying,
  demandingModals,
  engaging,
  needing,
  ownSites,
  receiving,
  staying,
} from './constructions';
import { isKeptAsIs } from './keptAsIs';
import { looksAt } from './looking';
import { deniesCollection } from './processing';
import { doneWithReader } from './readerAsObject';
import { boughtFrom, fromUs, isDirectObject, isOther, received } from './receivedByOthers';

/** A clause in the active voice, and one of those who act in it. */
interface Told {
  readonly clause: Clause;
  readonly actor: Actor;
  readonly slots: Slots;
  readonly negated: boolean;
  /** "nobody receives …": the subject denies. */
  readonly denied: boolean;
}

/** "we share your name with advertisers" */
export function active(clause: Clause, actor: Actor, slots: Slots, denied: boolean): Draft[] {
  const negated = clause.negated !== (denied !== slots.denied) && !isBounded(clause);
  const told: Told = { clause, actor, slots, negated, denied };
  const construed = ofConstruction(told) ?? doneByOthers(told) ?? ofCookies(told) ?? doneByUs(told);
  if (construed) return construed;
  const action = isKeptAsIs(clause) ? undefined : actionTold(told);
  if (!action || (action === 'delete' && isHandedOver(clause))) return [];
  return passedOn(told, action) ?? receivedByUs(told, action) ?? done(told, action);
}

/** Verbs that say something by what stands with them; undefined for all others. */
function ofConstruction({ clause, actor, slots, negated }: Told): Draft[] | undefined {
  const { base } = clause;
  if (actor.id === 'data_subject') return givenByReader(clause, slots, negated);
  if (isPermission(clause, slots)) return [];
  if (base === 'pay' && slots.recipients.some(isUs)) return boughtFrom(clause, slots, negated);
  if (engaging.has(base)) return engagement(clause, slots, actor, negated);
  // "we abstain from the sale of data"
  if (denyingVerbs.has(base)) return engagement(clause, slots, actor, !negated);
  if (buying.has(base) && (isOther(actor) || actor.id === 'anyone') && slots.sources.some(isUs))
    return slots.data.length === 0
      ? []
      : [{ ...received(clause, slots, actor), action: 'sell', polarity: negated ? 'denied' : 'affirmed' }];
  return undefined;
}

/** What others do that tells nothing of the company. */
function doneByOthers({ clause, actor }: Told): Draft[] | undefined {
  // "parents may request information": what others ask for, they do not have
  if (clause.base === 'request' && actor.id !== 'first_party') return [];
  // what they may see or have erased is their right
  const done = actor.id === 'parent_guardian' ? actionOf(clause) : undefined;
  return done === 'use' || done === 'delete' ? [] : undefined;
}

/** "do not track, plant cookies": nobody is tracked there. */
const ofCookies = ({ clause: { base, particle }, slots }: Told): Draft[] | undefined =>
  areCookies(slots) && isWatching(base) && !isPlacing(base) && particle !== 'use of' ? [] : undefined;

const areCookies = ({ data }: Slots): boolean => data.length > 0 && data.every(isCookie);

/** What stays, is asked for, or is done with the reader. */
function doneByUs({ clause, actor, slots, negated }: Told): Draft[] | undefined {
  const { base } = clause;
  if (actor.channel && staying.has(base) && slots.data.length === 0) return remaining(clause, slots, actor, negated);
  if (actor.id !== 'first_party') return undefined;
  if (base === 'ask' && !clause.particle && !negated) return askedFor(clause, slots, actor);
  // "we never ask about your salary"
  const unasked = base === 'ask' ? unaskedFor(clause, slots, actor, negated) : undefined;
  if (unasked) return [unasked];
  return doneWithReader(clause, slots, negated);
}

/** What the verb and its object say is done. */
function actionTold({ clause, actor, slots, negated }: Told): Action | undefined {
  const { base } = clause;
  const isReadOnly = base === 'use' && slots.data.every((term) => isReaders(clause, term));
  if (areCookies(slots) && !isReadOnly && (isPlacing(base) || clause.particle === 'use of')) return 'place';
  if (base === 'make' && isMadeAvailable(clause)) return 'share';
  if (!hasAccess(clause))
    return base === 'have' && !(actor.id === 'first_party' && hasItself(clause, slots.data[0]))
      ? undefined
      : actionOf(clause);
  if (base === 'gain' || base === 'obtain' || base === 'get') return 'collect';
  if (base !== 'have') return actionOf(clause);
  // who has no access to data does not collect it either
  return actor.id === 'first_party' && !negated && !slots.data.some(isOnReadersPhone) ? 'use' : 'collect';
}

/** "uses your session cookie": one that the reader's browser holds already. */
const isReaders = ({ sentence: { tokens } }: Clause, { first }: TermMatch): boolean =>
  tokens
    .slice(Math.max(0, first - LONGEST_NAME), first)
    .findLast(({ lower }) => determiners.has(lower) || possessives.has(lower))?.lower === 'your';
/** In tokens: "your shop_id". */
const LONGEST_NAME = 4;

/** Data that others get; undefined where it stays with the one who acts. */
function passedOn({ clause, actor, slots, negated, denied }: Told, action: Action): Draft[] | undefined {
  const gets = receiving.has(clause.base) || (accessing.has(clause.base) && hasAccess(clause));
  if (gets && (isOther(actor) || (denied && actor.id === 'anyone')) && fromUs(slots)) {
    // who receives or sees data of the company is one with whom it shares
    if (slots.data.length === 0) return [];
    // "partners receive your data when you visit their sites"
    if (isOnTheirs(clause)) return [draft(clause, slots, { actor, action: 'collect', negated, data: slots.data })];
    const made = received(clause, slots, actor);
    return [negated ? { ...made, action: 'share', polarity: 'denied' } : made];
  }
  const toReader = slots.recipients.some(({ ids }) => ids.includes('data_subject'));
  return (action === 'share' || action === 'sell') && toReader ? [] : undefined;
}

/** What others send us, or the app sends home, we receive. */
function receivedByUs({ clause, actor, slots, negated }: Told, action: Action): Draft[] | undefined {
  const isBrought = bringing.has(clause.base);
  const toUs = action === 'share' && slots.recipients.length > 0 && slots.recipients.every(isUs);
  if (!toUs && !(isBrought && actor.product && slots.recipients.length === 0)) return undefined;
  const own = actor.id === 'first_party';
  if (slots.data.length === 0 || (own && !isBrought)) return [];
  const made = draft(clause, slots, {
    actor: own ? actor : { id: 'first_party' },
    action: 'collect',
    negated,
    data: slots.data,
  });
  return [own ? made : { ...made, source: actor.id }];
}

function done({ clause, actor, slots, negated }: Told, told: Action): Draft[] {
  const { base } = clause;
  const ours = actor.id === 'first_party';
  if (!ours && isObligation(clause)) return [];
  let action = told;
  if (negated && ours && looksAt(base, slots.data)) action = 'use';
  if (base === 'access' && ours && (!negated || slots.data.every(isOnReadersPhone))) action = 'collect';
  const unasked = unaskedFor(clause, slots, actor, negated);
  if (unasked) return [unasked];
  if (saysTooLittle(clause, slots, action, negated)) return [];
  // "we employ other companies and share your data with them"
  if (base === 'employ' && slots.recipients.length > 0) return [];
  if (negated && deniesCollection(clause, slots)) action = 'collect';
  const made = draft(clause, slots, { actor, action, negated, data: slots.data, recipients: slots.recipients });
  return [needsAtWork({ clause, slots, negated }) ? { ...made, confidence: 'low' } : made];
}

/** "We have your name", not "we have your consent to use your name", "we have no information on that". */
const hasItself = ({ right, sentence: { tokens } }: Clause, data: TermMatch | undefined): boolean =>
  data !== undefined &&
  !data.ids.some(isDataRoot) &&
  tokens.slice(right, data.first).every(({ lower }) => possessives.has(lower) || determiners.has(lower));

/** "This bot needs data to function": a program that works with data need not keep any. */
const needsAtWork = ({
  clause: { base, subject, sentence },
  slots,
  negated,
}: Pick<Told, 'clause' | 'slots' | 'negated'>): boolean =>
  needing.has(base) &&
  subject !== undefined &&
  !sentence.tokens.slice(subject.first, subject.last + 1).some(({ lower }) => firstPerson.has(lower)) &&
  !negated &&
  slots.data.every(({ ids }) => ids.some(isDataRoot));

/** "we do not read your e-mails": the messages, not the addresses. */
const readsMail = ({ base }: Clause, { ids }: TermMatch): boolean => base === 'read' && ids.includes('email');

/** Nothing is named with which something is done, or too little for a verb of many meanings. */
function saysTooLittle(clause: Clause, slots: Slots, action: Action, negated: boolean): boolean {
  const { data, recipients, purposes, open } = slots;
  const namesNone = data.length === 0 && slots.anaphors.length === 0;
  if (namesNone && !open && !(action === 'share' && recipients.length > 0)) return true;
  if (!isWeak(clause)) return false;
  if (clause.base === 'know' && knowsAbout(clause, data[0])) return true;
  if (namesNone) return true;
  // "we may release your details to protect our rights": to whoever helps with that
  const legal = clause.modality === 'may' && purposes.some(({ term }) => term.ids.includes('legal_purpose'));
  if (action === 'share' && recipients.length === 0 && open !== 'recipient' && !legal) return true;
  const [first] = data;
  return (
    action === 'collect' &&
    (!first || !isDirectObject(clause, first) || (negated && (isAsking(clause) || readsMail(clause, first))))
  );
}

/** "We know little about your habits", "we know nothing": not the data itself. */
const knowsAbout = ({ sentence: { tokens }, right }: Clause, first: TermMatch | undefined): boolean =>
  first === undefined ||
  sweepingWords.has(tokens[first.first]?.lower ?? '') ||
  tokens.slice(right, first.first).some(({ lower }) => prepositions.has(lower));

const isUs = ({ ids }: TermMatch): boolean => ids.includes('first_party');

const isOnTheirs = ({ sentence: { tokens }, right }: Clause): boolean =>
  tokens.some(({ lower }, i) => i >= right && lower === 'their' && ownSites.has(tokens[i + 1]?.lemma ?? ''));

/** What lies on the reader's phone: who does not open it gets none of it. */
const isOnReadersPhone = ({ ids }: TermMatch): boolean =>
  ids.some(
    (id) => id === 'contacts_list' || id === 'calendar' || id === 'installed_apps' || dataGraph.isA(id, 'location'),
  );

/** "we do not sell or otherwise dispose of your data": to let others have it. */
const isHandedOver = ({ base, group, sentence: { tokens } }: Clause): boolean =>
  base === 'dispose' &&
  group.chainedTo !== undefined &&
  tokens
    .slice(Math.max(0, group.first - 6), group.first)
    .some(({ verb }) => handingOver.has(actionOfVerb(verb?.base ?? '') ?? ''));
const handingOver: ReadonlySet<string> = new Set(['sell', 'share']);

/** "our analytics cookie stays on your device for two years": it was set. */
function remaining(clause: Clause, slots: Slots, actor: Actor, negated: boolean): Draft[] {
  const { subject, sentence } = clause;
  if (!subject || negated || namesAnyCookie(sentence.tokens, subject.first)) return [];
  const cookies = sentence.terms.filter(
    (term) => term.first >= subject.first && term.last <= subject.last && isCookie(term),
  );
  const { channel: _, ...setter } = actor;
  return cookies.length > 0 ? [draft(clause, slots, { actor: setter, action: 'place', data: cookies })] : [];
}

/** "a persistent cookie remains until …", "some cookies last for a day": explains what cookies are; not "some of our cookies". */
const namesAnyCookie = (tokens: readonly Token[], at: number): boolean => {
  const opening = tokens[at]?.lower ?? '';
  return /^an?$/.test(opening) || (partitives.has(opening) && tokens[at + 1]?.lower !== 'of');
};

/** "we do not engage in the sale of personal information". */
function engagement(clause: Clause, slots: Slots, actor: Actor, negated: boolean): Draft[] {
  const { tokens } = clause.sentence;
  const abstaining = denyingVerbs.has(clause.base);
  if (tokens[clause.right]?.lower !== (abstaining ? 'from' : 'in')) return [];
  for (let i = clause.right + 1; i <= clause.right + 4 && i + 1 < clause.to; i++) {
    const action = actionOfNoun((tokens[i] as Token).lower);
    if (!action || tokens[i + 1]?.lower !== 'of') continue;
    const own = readSlots(clause, i + 1, clause.to, 'object');
    return own.data.length === 0
      ? []
      : [
          draft(
            clause,
            { ...own, exceptions: [...own.exceptions, ...slots.exceptions] },
            { actor, action, negated, data: own.data, recipients: own.recipients },
          ),
        ];
  }
  return [];
}

/** "advertisers must…", "notices should…": a demand on others. */
const isObligation = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.group.first, clause.group.verb).some(({ lower }) => demandingModals.has(lower));

const hasAccess = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.right, clause.right + 3).some((token) => token.lower === 'access');

/** "we allow advertisers to collect": read with the infinitive. */
const isPermission = (clause: Clause, slots: Slots): boolean =>
  permittingVerbs.has(clause.base) && slots.data.length === 0;
