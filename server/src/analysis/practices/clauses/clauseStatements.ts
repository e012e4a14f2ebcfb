import { readClauses } from '../../language/clauses';
import { secondPerson } from '../../language/grammar';
import type { Clause } from '../../language/types';
import type { Draft } from '../draft';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { actionOf } from './actions';
import { active } from './activeStatements';
import { type Actor, isOtherParty, isOwn, readSubject } from './actors';
import { agreedTo } from './agreedTo';
import { asks } from './askedOfReaders';
import { askedPassively } from './askedPassively';
import { basedOn } from './basedOn';
import { meansNouns, reaching } from './constructions';
import { cookieFree } from './cookieFree';
import { cookiesAtWork } from './cookiesAtWork';
import { embedded } from './embeddedStatements';
import { enteredByReader } from './enteredByReader';
import { handedOver } from './handedOver';
import { nominal } from './nominalStatements';
import { isNoPractice } from './noPractice';
import { passive } from './passiveStatements';
import { forSale, listedOnPages, seenByOthers, shownOnPages, shownPublicly, visibleTo } from './predicatives';
import { furnished } from './receivedByOthers';
import { relative } from './relativeStatements';
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
  const entered = enteredByReader(clause);
  if (entered) return [entered];
  if (clause.embedding === 'muted' && reaching.has(clause.base))
    return [handedOver(clause, readSlots(clause), ownNames)].filter((made) => made !== undefined);
  if (clause.embedding === 'muted' || clause.embedding === 'antecedent' || clause.embedding === 'participle') return [];
  if (clause.embedding === 'gerund' && namesMeans(clause)) return [];
  if (clause.embedding === 'infinitive' || clause.embedding === 'gerund') return embedded(clause, ownNames);
  const subject = given ? { actors: [given], denied: false } : readSubject(clause, ownNames);
  const slots = withFronted(clause, readSlots(clause));
  if (clause.embedding === 'main' && isNoPractice(clause, slots)) return [];
  const signal = honouredSignal(clause, subject.actors);
  if (signal) return [signal];
  const local = staysWithReader(clause);
  if (local) return [local];
  const alone = seenByReaderOnly(clause);
  if (alone.length > 0) return alone;
  const based =
    basedOn(clause, subject.actors) ??
    agreedTo(clause) ??
    forSale(clause) ??
    visibleTo(clause) ??
    seenByOthers(clause, slots) ??
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
  const asked = askedPassively(clause, slots, subject.actors);
  if (asked) return [asked];
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
  const made = subject.actors.flatMap((actor) => active(clause, actor, slots, subject.denied));
  const working = made.some(({ action }) => action === 'place') ? undefined : cookiesAtWork(clause);
  return working ? [working, ...made] : made;
}

/** "To insurers we give your driving data": the recipient stands in front. */
function withFronted(clause: Clause, slots: Slots): Slots {
  const { embedding, passive, subject, from, sentence } = clause;
  const { tokens } = sentence;
  if (embedding !== 'main' || passive || !subject || slots.recipients.length > 0) return slots;
  if (!/^(?:to|with)$/.test(tokens[from]?.lower ?? '') || actionOf(clause) !== 'share') return slots;
  if (tokens.slice(from, subject.first).some(({ verb, lower }) => verb?.form === 'base' || lower === 'regard'))
    return slots;
  const recipients = readSlots(clause, from + 1, subject.first, 'recipient').recipients.filter(isOtherParty);
  return recipients.length > 0 ? { ...slots, recipients } : slots;
}

/** "logging technologies", "tracking tools (cookies)": a gerund that only tells which. */
const namesMeans = ({ right, sentence: { tokens } }: Clause): boolean => meansNouns.has(tokens[right]?.lemma ?? '');

/** "We do not allow your data to be shared": the clause that denies what another one tells with "to be". */
function deniedAbove({ sentence, group, from }: Clause): Clause | undefined {
  if (sentence.tokens[group.first - 1]?.lower !== 'to' && sentence.tokens[group.first]?.lower !== 'to')
    return undefined;
  return readClauses(sentence).find(({ to, negated }) => to === from && negated);
}
