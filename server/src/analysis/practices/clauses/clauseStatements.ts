import { readClauses } from '../../language/clauses';
import { denyingVerbs, permittingVerbs, secondPerson } from '../../language/grammar';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft, isCookie, isMadeAvailable } from '../draft';
import { dataGraph } from '../ontologyGraph';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { actionOf, actionOfNoun, actionOfVerb, isAsking, isPlacing, isWatching, isWeak } from './actions';
import { type Actor, isOwn, readSubject } from './actors';
import { askedFor, asks, givenByReader, unaskedFor } from './askedOfReaders';
import { basedOn } from './basedOn';
import { isBounded } from './boundedKeeping';
import { accessing, bringing, buying, engaging, receiving, staying } from './constructions';
import { cookieFree } from './cookieFree';
import { embedded, relative } from './embeddedStatements';
import { handedOver } from './handedOver';
import { looksAt } from './looking';
import { isNoPractice } from './noPractice';
import { nominal, passive } from './nounAndPassiveStatements';
import { forSale, listedOnPages, shownOnPages, shownPublicly, visibleTo } from './predicatives';
import { deniesCollection } from './processing';
import { doneWithReader } from './readerAsObject';
import { boughtFrom, fromUs, furnished, isDirectObject, isOther, received } from './receivedByOthers';
import { remainsUndone } from './remainsUndone';
import { concededSale, honouredSignal } from './saleAndSignals';
import { seenByReaderOnly } from './seenByReaderOnly';
import { servingUs } from './servingUs';
import { staysWithReader } from './staysWithReader';

/**
 * What one clause says is done: none for supposed, wished or described practices. `given` is who acts where the clause
 * itself does not say.
 */
export const clauseStatements = (clause: Clause, ownNames: readonly string[], given?: Actor): Draft[] =>
  read(clause, ownNames, given).filter(({ recipients }) => !isGivenTo(recipients, ownNames));

/** What goes to the company itself is handed to nobody. */
const isGivenTo = (recipients: Draft['recipients'], ownNames: readonly string[]): boolean =>
  recipients.length > 0 && recipients.every(({ name }) => name !== undefined && isOwn(name, ownNames));

function read(clause: Clause, ownNames: readonly string[], given?: Actor): Draft[] {
  if (clause.embedding === 'muted' && clause.base === 'reach')
    return [handedOver(clause, readSlots(clause), ownNames)].filter((made) => made !== undefined);
  if (clause.embedding === 'muted' || clause.embedding === 'antecedent' || clause.embedding === 'participle') return [];
  if (clause.embedding === 'infinitive' || clause.embedding === 'gerund') return embedded(clause, ownNames);
  const subject = given ? { actors: [given], denied: false } : readSubject(clause, ownNames);
  const slots = readSlots(clause);
  if (clause.embedding === 'main' && isNoPractice(clause, slots)) return [];
  const signal = honouredSignal(clause, subject.actors);
  if (signal) return [signal];
  const local = staysWithReader(clause);
  if (local) return [local];
  const alone = seenByReaderOnly(clause);
  if (alone.length > 0) return alone;
  const based =
    basedOn(clause, subject.actors) ??
    forSale(clause) ??
    visibleTo(clause) ??
    shownPublicly(clause) ??
    shownOnPages(clause, subject.actors) ??
    listedOnPages(clause) ??
    cookieFree(clause, subject.actors);
  if (based) return [based];
  const handed = handedOver(clause, slots, ownNames);
  if (handed) return [handed];
  const serving = servingUs(clause) ?? remainsUndone(clause);
  if (serving) return [serving];
  if (clause.embedding === 'relative') return relative(clause, slots);
  const conceded = concededSale(clause);
  if (conceded) return [conceded];
  const named = nominal(clause, slots);
  if (named.length > 0) return named;
  if (clause.passive) {
    const above = deniedAbove(clause);
    // "you do not want your data to be shared": a wish
    if (above?.subject && secondPerson.has(clause.sentence.tokens[above.subject.last]?.lower ?? '')) return [];
    return [
      ...passive(clause, slots, subject.denied !== (above !== undefined), ownNames),
      ...furnished(clause, slots, subject.actors),
    ];
  }
  if (subject.actors.length === 0 && asks(clause)) return active(clause, { id: 'first_party' }, slots, subject.denied);
  return subject.actors.flatMap((actor) => active(clause, actor, slots, subject.denied));
}

/** "We do not allow your data to be shared": the clause that denies what another one tells with "to be". */
function deniedAbove({ sentence, group, from }: Clause): Clause | undefined {
  if (sentence.tokens[group.first - 1]?.lower !== 'to' && sentence.tokens[group.first]?.lower !== 'to')
    return undefined;
  return readClauses(sentence).find(({ to, negated }) => to === from && negated);
}

function active(clause: Clause, actor: Actor, slots: Slots, denied: boolean): Draft[] {
  const { base } = clause;
  const negated = clause.negated !== (denied !== slots.denied) && !isBounded(clause);
  if (actor.id === 'data_subject') return givenByReader(clause, slots, negated);
  if (isPermission(clause, slots)) return [];
  if (base === 'pay' && slots.recipients.some((term) => term.ids.includes('first_party')))
    return boughtFrom(clause, slots, negated);
  let action = actionOf(clause);
  // who has no access to data does not collect it either
  if (base === 'have' && hasAccess(clause))
    action = actor.id === 'first_party' && !negated && !slots.data.some(isOnReadersPhone) ? 'use' : 'collect';
  if ((base === 'gain' || base === 'obtain' || base === 'get') && hasAccess(clause)) action = 'collect';
  if (base === 'make' && isMadeAvailable(clause)) action = 'share';
  if (engaging.has(base)) return engagement(clause, slots, actor, negated);
  // "we abstain from the sale of data"
  if (denyingVerbs.has(base)) return engagement(clause, slots, actor, !negated);
  if (buying.has(base) && isOther(actor) && slots.sources.some((term) => term.ids.includes('first_party')))
    return slots.data.length === 0
      ? []
      : [{ ...received(clause, slots, actor), action: 'sell', polarity: negated ? 'denied' : 'affirmed' }];
  // "parents may request information": what others ask for, they do not have
  if (base === 'request' && actor.id !== 'first_party') return [];
  // what they may see or have erased is their right
  if (actor.id === 'parent_guardian' && (actionOf(clause) === 'use' || actionOf(clause) === 'delete')) return [];
  const cookies = slots.data.filter(isCookie);
  if (cookies.length > 0 && cookies.length === slots.data.length) {
    if (isPlacing(base) || clause.particle === 'use of') action = 'place';
    else if (isWatching(base)) return []; // "do not track, plant cookies"
  }
  if (actor.channel && staying.has(base) && slots.data.length === 0) return remaining(clause, slots, actor, negated);
  if (base === 'ask' && !clause.particle && actor.id === 'first_party' && !negated)
    return askedFor(clause, slots, actor);
  const addressed = actor.id === 'first_party' ? doneWithReader(clause, slots, negated) : undefined;
  if (addressed) return addressed;
  if (!action || (action === 'delete' && isHandedOver(clause))) return [];
  const getsAccess = accessing.has(base) && hasAccess(clause);
  if ((receiving.has(base) || getsAccess) && (isOther(actor) || (denied && actor.id === 'anyone')) && fromUs(slots)) {
    // who receives or sees data of the company is one with whom it shares
    if (slots.data.length === 0) return [];
    // "partners receive your data when you visit their sites"
    if (isOnTheirs(clause)) return [draft(clause, slots, actor, 'collect', negated, slots.data, [])];
    const made = received(clause, slots, actor);
    return [negated ? { ...made, action: 'share', polarity: 'denied' } : made];
  }
  if ((action === 'share' || action === 'sell') && slots.recipients.some((term) => term.ids.includes('data_subject')))
    return [];
  const toUs =
    action === 'share' &&
    slots.recipients.length > 0 &&
    slots.recipients.every((term) => term.ids.includes('first_party'));
  if (toUs || (bringing.has(base) && actor.product && slots.recipients.length === 0)) {
    // what others send us, or the app sends home, we receive
    if (slots.data.length === 0 || (actor.id === 'first_party' && !bringing.has(base))) return [];
    const own = actor.id === 'first_party';
    const made = draft(clause, slots, own ? actor : { id: 'first_party' }, 'collect', negated, slots.data, []);
    return [own ? made : { ...made, source: actor.id }];
  }
  if (actor.id !== 'first_party' && isObligation(clause)) return [];
  if (negated && actor.id === 'first_party' && looksAt(base, slots.data)) action = 'use';
  if (base === 'access' && actor.id === 'first_party' && (!negated || slots.data.every(isOnReadersPhone)))
    action = 'collect';

  const unasked = unaskedFor(clause, slots, actor, negated);
  if (unasked) return [unasked];
  if (
    isWeak(clause) &&
    ((slots.data.length === 0 && slots.anaphors.length === 0) ||
      (action === 'collect' && (slots.data.length === 0 || !isDirectObject(clause, slots.data[0] as TermMatch))) ||
      (action === 'share' && slots.recipients.length === 0 && slots.open !== 'recipient') ||
      (action === 'collect' && negated && isAsking(clause)))
  )
    return [];
  if (
    slots.data.length === 0 &&
    slots.anaphors.length === 0 &&
    !slots.open &&
    !(action === 'share' && slots.recipients.length > 0)
  )
    return [];
  // "we employ other companies and share your data with them"
  if (base === 'employ' && slots.recipients.length > 0) return [];
  if (negated && deniesCollection(clause, slots)) action = 'collect';
  return [draft(clause, slots, actor, action, negated, slots.data, slots.recipients)];
}

const isOnTheirs = ({ sentence: { tokens }, right }: Clause): boolean =>
  tokens.some(
    ({ lower }, i) =>
      i >= right &&
      lower === 'their' &&
      /^(?:service|product|website|site|app|platform|page)$/.test(tokens[i + 1]?.lemma ?? ''),
  );

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
  if (!subject || negated) return [];
  const cookies = sentence.terms.filter(
    (term) => term.first >= subject.first && term.last <= subject.last && isCookie(term),
  );
  const { channel: _, ...setter } = actor;
  return cookies.length > 0 ? [draft(clause, slots, setter, 'place', false, cookies, [])] : [];
}

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
            actor,
            action,
            negated,
            own.data,
            own.recipients,
          ),
        ];
  }
  return [];
}

/** "advertisers must…", "notices should…": a demand on others. */
const isObligation = (clause: Clause): boolean =>
  clause.sentence.tokens
    .slice(clause.group.first, clause.group.verb)
    .some((token) => /^(?:should|must|shall|ought)$/.test(token.lower));

const hasAccess = (clause: Clause): boolean =>
  clause.sentence.tokens.slice(clause.right, clause.right + 3).some((token) => token.lower === 'access');

/** "we allow advertisers to collect": read with the infinitive. */
const isPermission = (clause: Clause, slots: Slots): boolean =>
  permittingVerbs.has(clause.base) && slots.data.length === 0;
