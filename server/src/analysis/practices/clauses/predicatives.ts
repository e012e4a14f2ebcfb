import { determiners, possessives } from '../../language/grammar';
import type { Clause, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { leftNouns } from '../slots/leftNouns';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import type { Actor } from './actors';
import {
  everybody,
  fellowMembers,
  listing,
  openToAll,
  openToView,
  ownLists,
  publicLists,
  publicPages,
  publishing,
  scoreLists,
  seeing,
  showing,
  wholeGroups,
} from './constructions';
import { isDirectObject } from './receivedByOthers';

/** What a practice says of data by "be" and a predicative expression. */

/** How many words behind the verb are looked at. */
const REACH = 5;

/** The words right behind "is", "are" of a clause that is told of something. */
function behindBe(clause: Clause): readonly string[] {
  if (clause.base !== 'be' || clause.embedding !== 'main' || !clause.subject) return [];
  const first = clause.group.verb + 1;
  return clause.sentence.tokens.slice(first, first + REACH).map(({ lower }) => lower);
}

/**
 * "Your location is never visible to other users", "your profile is publicly viewable": who is told receives it or does
 * not. Undefined where a clause says no such thing.
 */
export function visibleTo(clause: Clause): Draft | undefined {
  const said = behindBe(clause);
  const open = seenByAll(clause, said);
  const at = said.findIndex((word) => openToView.has(word));
  if (!open && (at < 0 || said[at + 1] !== 'to')) return undefined;
  const data = [...joinedBefore(clause), ...leftNouns(clause).data];
  const slots = readSlots(clause, open ? open.last + 1 : clause.group.verb + 1 + at + 1, clause.to, 'object');
  const fellows = fellowsAt(clause.sentence.tokens, clause.group.verb + 1 + at + 2);
  const recipients = open ? [open] : fellows ? [fellows] : slots.recipients;
  if (data.length === 0 || recipients.length === 0) return undefined;
  return draft(clause, slots, { action: 'share', negated: clause.negated, data, recipients });
}

/** "all players", "every member": undefined where other words begin. */
function fellowsAt(tokens: readonly Token[], first: number): TermMatch | undefined {
  if (!wholeGroups.has(tokens[first]?.lower ?? '')) return undefined;
  const last = fellowMembers.has(tokens[first + 1]?.lemma ?? '') ? first + 1 : first + 2;
  // "all members of your family" are not those of the service
  if (!fellowMembers.has(tokens[last]?.lemma ?? '') || /^(?:of|who|that)$/.test(tokens[last + 1]?.lower ?? ''))
    return undefined;
  return { kind: 'entity', ids: ['other_users'], first, last };
}

/** "Anyone can see your name", "all players see your score": they are shown it. Undefined where a clause says no such thing. */
export function seenByOthers(clause: Clause, slots: Slots): Draft | undefined {
  const { base, passive, embedding, subject, negated, sentence } = clause;
  if (embedding !== 'main' || passive || !subject || !seeing.has(base)) return undefined;
  const { first, last } = subject;
  const [data] = slots.data;
  const isReaders = data && sentence.tokens.slice(clause.right, data.last + 1).some(({ lower }) => lower === 'your');
  if (!isReaders || !isDirectObject(clause, data)) return undefined;
  const isAll =
    first === last &&
    (sentence.tokens[first]?.lower === 'anyone' || everybody.has(sentence.tokens[first]?.lower ?? ''));
  const fellows = fellowsAt(sentence.tokens, first);
  const seer: TermMatch | undefined = isAll
    ? { kind: 'entity', ids: ['public'], first, last }
    : fellows?.last === last
      ? fellows
      : undefined;
  return seer && draft(clause, slots, { action: 'share', negated, data: slots.data, recipients: [seer] });
}

/** "publicly visible", "visible to everyone", but not "to everyone in your team", "not visible to everyone". */
function seenByAll({ group, sentence, negated }: Clause, said: readonly string[]): TermMatch | undefined {
  const all = said.indexOf('publicly');
  const first = group.verb + 1;
  if (all >= 0 && openToAll.has(said[all + 1] ?? ''))
    return { kind: 'entity', ids: ['public'], first: first + all, last: first + all + 1 };
  const at = said.findIndex(
    (word, i) => openToView.has(word) && said[i + 1] === 'to' && everybody.has(said[i + 2] ?? ''),
  );
  if (at < 0 || negated || sentence.tokens[first + at + 3]?.kind === 'word') return undefined;
  return { kind: 'entity', ids: ['public'], first: first + at + 2, last: first + at + 2 };
}

/** "Your name" in "your name or your photo is …": what stands before the last noun of the subject. */
export function joinedBefore({ subject, sentence: { tokens, terms } }: Clause): TermMatch[] {
  const found: TermMatch[] = [];
  for (let at = (subject?.first ?? 0) - 1; /^(?:and|or|,)$/.test(tokens[at]?.lower ?? ''); ) {
    if (tokens[at - 1]?.lower === ',') at--;
    const term = terms.find(({ kind, last }) => kind === 'data' && last === at - 1);
    if (!term) break;
    found.unshift(term);
    at = term.first - 1;
    while (possessives.has(tokens[at]?.lower ?? '') || determiners.has(tokens[at]?.lower ?? '')) at--;
  }
  return found;
}

/** "Your posts may be displayed publicly", "published to the public". Undefined where a clause says no such thing. */
export function shownPublicly(clause: Clause): Draft | undefined {
  const { base, passive, embedding, sentence, group, right } = clause;
  if (!passive || embedding !== 'main' || !showing.has(base)) return undefined;
  const at = sentence.tokens.findIndex(({ lower }, i) => i >= group.first && i < right + 2 && lower === 'publicly');
  const { data } = leftNouns(clause);
  if (at < 0 || data.length === 0) return undefined;
  const everybody: TermMatch = { kind: 'entity', ids: ['public'], first: at, last: at };
  return draft(clause, readSlots(clause), { action: 'share', negated: clause.negated, data, recipients: [everybody] });
}

/**
 * "Your photos are posted on our website", "we publish reviews on our social media pages": everybody sees it. Undefined
 * where a clause says no such thing.
 */
export function shownOnPages(clause: Clause, actors: readonly Actor[]): Draft | undefined {
  const { base, passive, embedding, sentence, right, to } = clause;
  if (embedding !== 'main' || !publishing.has(base)) return undefined;
  if (!passive && !actors.some(({ id }) => id === 'first_party')) return undefined;
  const { tokens } = sentence;
  const on = tokens.findIndex(
    ({ lower }, i) => i >= right && i < to && lower === 'on' && /^(?:our|the|its)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  const page = tokens.findLastIndex(({ lemma }, i) => i > on && i < Math.min(to, on + 6) && publicPages.has(lemma));
  if (on < 0 || page < 0 || tokens.slice(on, page).some(({ kind }) => kind === 'punctuation')) return undefined;
  const slots = readSlots(clause, right, on);
  const data = passive ? leftNouns(clause).data : slots.data;
  if (data.length === 0 || slots.recipients.length > 0) return undefined;
  const everybody: TermMatch = { kind: 'entity', ids: ['public'], first: on, last: page };
  return draft(clause, readSlots(clause), { action: 'share', negated: clause.negated, data, recipients: [everybody] });
}

/** "The leaderboard shows your name", "the members' directory lists your phone number": everybody sees it. */
export function listedOnPages(clause: Clause): Draft | undefined {
  const { base, passive, embedding, sentence, group, subject } = clause;
  if (embedding !== 'main' || passive || !subject || !listing.has(base)) return undefined;
  const { tokens } = sentence;
  const comma = tokens.findIndex(({ lower }, i) => i > subject.first && i < group.first && lower === ',');
  const named = tokens.slice(subject.first, comma < 0 ? group.first : comma);
  const noun = named.at(-1);
  const listed =
    publicLists.has(noun?.lemma ?? '') || (noun?.lemma === 'table' && named.some(({ lemma }) => scoreLists.has(lemma)));
  if (!listed || named.some(({ lemma }) => ownLists.has(lemma))) return undefined;
  const slots = readSlots(clause);
  if (slots.data.length === 0) return undefined;
  const everybody: TermMatch = {
    kind: 'entity',
    ids: ['public'],
    first: subject.first,
    last: subject.first + named.length - 1,
  };
  return draft(clause, slots, {
    action: 'share',
    negated: clause.negated !== slots.denied,
    data: slots.data,
    recipients: [everybody],
  });
}

/** "Your data is not for sale", "personal data is never up for sale". Undefined where a clause says no such thing. */
export function forSale(clause: Clause): Draft | undefined {
  const said = behindBe(clause);
  const at = said.indexOf('for');
  if (at < 0 || said[at + 1] !== 'sale') return undefined;
  const { data } = leftNouns(clause);
  if (data.length === 0) return undefined;
  // "for sale" is no purpose
  const made = draft(clause, readSlots(clause), { action: 'sell', negated: clause.negated, data });
  return { ...made, purposes: [] };
}
