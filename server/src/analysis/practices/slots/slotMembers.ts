import { readClauses } from '../../language/clauses';
import { nounLemma } from '../../language/lemmas';
import type { TermMatch, Token } from '../../language/types';
import { isGeneralData } from '../generalData';
import { ownDataId } from '../names/ownData';
import { isDeeds, isJoint, isTopic, isUnsaid, type Name, nameBetween, openers } from './ownNouns';
import { isCookie, isGeneralNoun } from './slotCues';
import type { SlotState } from './slotState';

/** A stretch of the object that may be the name of something. */
interface Member extends Name {
  /** The general noun behind it: "route" in "route information". */
  readonly noun?: TermMatch | undefined;
}

/**
 * Types of data that the ontology does not know: "swim times" in "your name, swim times and address", "route
 * information". They stand among known types or before a noun for data, so that a reader takes them for data too.
 */
export function addUnknownData(state: SlotState): void {
  const { slots, free } = state;
  if (free.length === 0) return;
  if (slots.data.length > 0 && slots.data.every(isCookie)) return;
  const members = membersIn(state);
  const found: TermMatch[] = [];
  for (const [i, member] of members.entries()) {
    const head = headOf(state, members, i);
    if (head) found.push(termOf(state, member, head));
    else if ((namesOne(member) && joinsBefore(state, member, found)) || isAmid(state, member, members, found))
      found.push(termOf(state, member));
  }
  // "the number of bowls, your name": an enumeration may open with names of its own
  const named = new Set([...slots.data, ...found].map(({ first }) => first));
  for (const member of [...members].reverse()) {
    if (named.has(member.first) || !namesOne(member) || !joinsAfter(state, member, named)) continue;
    found.push(termOf(state, member));
    named.add(member.first);
  }
  if (slots.data.length === 0 && found.length === 0) slots.unnamed = enumerated(state, members);
  if (found.length === 0) return;
  slots.data.push(...found);
  slots.data.sort((a, b) => a.first - b.first || a.last - b.last);
}

/** "your route, times and stops", "such as files, your name and your age": a word that may name anything, between data. */
function isAmid(state: SlotState, member: Member, members: readonly Member[], found: readonly TermMatch[]): boolean {
  const { slots, tokens } = state;
  const { vague, first, last, noun } = member;
  if (!vague || noun) return false;
  let joint = first - 1;
  while (tokens[joint] && isUnsaid(tokens[joint] as Token)) joint--;
  const asExample = tokens[joint]?.lower === 'as' && tokens[joint - 1]?.lower === 'such';
  if (!asExample && !isJoint(tokens[joint])) return false;
  const named = [...slots.data, ...found].filter(
    ({ ids }) => !ids.some(isGeneralData) && !ids.some((id) => id.includes('cookie')),
  );
  const isBehind = asExample || named.some((term) => term.last >= joint - 2 && term.last < first);
  if (!isBehind) return false;
  if (!isJoint(tokens[last + 1])) return isDeeds(tokens[last] as Token) && closesSeries(state, member, joint, named);
  let after = last + 1;
  while (isJoint(tokens[after]) || (tokens[after] && isUnsaid(tokens[after] as Token))) after++;
  return named.some((term) => term.first === after) || members.some((next) => next.first === after && namesOne(next));
}

/** "your posts, comments and likes." */
const closesSeries = ({ tokens }: SlotState, { last }: Member, joint: number, named: readonly TermMatch[]): boolean =>
  /^(?:and|or)$/.test(tokens[joint]?.lower ?? '') &&
  /^(?:[.;)]|)$/.test(tokens[last + 1]?.lower ?? '') &&
  named.filter((term) => term.last < joint && term.last > joint - 9).length > 1;

/** The members with which a text opens, as long as nothing but joints stands between them. */
function enumerated(state: SlotState, members: readonly Member[]): TermMatch[] {
  const { tokens } = state;
  const named: TermMatch[] = [];
  let at = state.from;
  for (const member of members) {
    while (at < member.first && (isJoint(tokens[at]) || isUnsaid(tokens[at] as Token))) at++;
    if (
      at !== member.first ||
      !namesOne(member) ||
      member.described ||
      (named.length === 0 && isOneWord(state, member))
    )
      break;
    named.push(termOf(state, member));
    at = member.last + 1;
  }
  return named;
}

/** "organisation": may as well be whoever acts; not "goals". */
const isOneWord = ({ tokens }: SlotState, { first, last }: Member): boolean =>
  first === last && tokens[first]?.lower === tokens[first]?.lemma;

const namesOne = ({ last, noun, alone }: Member): boolean => noun?.first !== last + 1 && alone;

const termOf = ({ tokens }: SlotState, { first, last, words, noun }: Member, head = noun): TermMatch => ({
  kind: 'data',
  ids: [ownDataId([...words, ...(head ? [(tokens[head.first] as Token).lemma] : [])])],
  first,
  last: noun?.first === last + 1 ? noun.last : last,
});

function membersIn(state: SlotState): Member[] {
  const { tokens, free, termAt, clause } = state;
  const found: Member[] = [];
  let verbs: ReadonlySet<number> | undefined;
  for (let k = 0; k < free.length; k++) {
    const from = free[k] as number;
    if (isJoint(tokens[from])) continue;
    while (free[k + 1] === (free[k] as number) + 1 && !isJoint(tokens[free[k + 1] as number])) k++;
    const to = (free[k] as number) + 1;
    const term = termAt.get(to);
    const noun = term && isGeneralNoun(tokens, term) ? term : sharedNoun(state, to);
    // a noun of the catalogue behind it: the words only tell which
    const name =
      term && !noun && tokens[to]?.lower !== 'you'
        ? undefined
        : nameBetween(tokens, from, to, { termAt, end: state.to, headed: noun !== undefined });
    // "the card you paid with": only several are named so
    if (!name || (term && !noun && name.until === undefined)) continue;
    verbs ??= new Set(readClauses(clause.sentence).map(({ group }) => group.verb));
    let says = false;
    for (let at = name.first; at <= name.last; at++)
      says ||= verbs.has(at) && !isTopic(tokens[at] as Token) && !(name.described && at === name.last);
    if (!says) found.push({ ...name, noun });
  }
  return found;
}

/** "shipping" in "shipping and billing information": the noun behind the type that the catalogue knows. */
function sharedNoun({ tokens, termAt }: SlotState, joint: number): TermMatch | undefined {
  const next = /^(?:and|or)$/.test(tokens[joint]?.lower ?? '') ? termAt.get(joint + 1) : undefined;
  if (
    next?.kind !== 'data' ||
    next.last === next.first ||
    !/^(?:information|data)$/.test(tokens[next.last]?.lower ?? '')
  )
    return undefined;
  return { ...next, first: next.last };
}

/** "campaign" in "campaign and referral data" has the noun of the last member. */
function headOf({ tokens, slots }: SlotState, members: readonly Member[], i: number): TermMatch | undefined {
  const { first, last, noun } = members[i] as Member;
  if (noun?.first === last + 1) return noun;
  const next = members[i + 1];
  const joined = /^(?:and|or)$/.test(tokens[last + 1]?.lower ?? '') && next?.first === last + 2;
  const shared = noun ?? (joined ? next.noun : undefined);
  // "licences and contact information", "profile picture and account information" share nothing
  const { lower } = tokens[last] as Token;
  const isPart = slots.data.some((term) => term.last === first - 1);
  return shared && !isPart && nounLemma(lower) === lower ? shared : undefined;
}

const examples = new Set(['example', 'instance', 'e.g.', 'eg.', 'i.e.']);

/** What stands before the member in the same enumeration is data. */
function joinsBefore({ tokens, slots, from }: SlotState, { first }: Member, found: readonly TermMatch[]): boolean {
  let at = first - 1;
  while (at >= from && isUnsaid(tokens[at] as Token)) at--;
  // "(for example, …"
  if (tokens[at]?.lower === ',' && examples.has(tokens[at - 1]?.lower ?? ''))
    at -= tokens[at - 2]?.lower === 'for' ? 3 : 2;
  if (at < from) return false;
  const { lower } = tokens[at] as Token;
  const asExample = lower === 'as' && tokens[at - 1]?.lower === 'such';
  const opens = asExample || openers.has(lower);
  if (!opens && (lower === ')' || !isJoint(tokens[at]))) return false;
  let before: TermMatch | undefined;
  for (const term of slots.data) if (term.last < at) before = term;
  const unknown = found.at(-1);
  if (unknown && (!before || unknown.last > before.last)) before = unknown;
  if (!before || (before.ids.some(isGeneralData) && !opens)) return false;
  // "your use of tools (for example, …)" gives examples of tools
  if (lower === '(' && before.last < at - 2) return false;
  // behind a bare "and" nothing else stands between the two
  return !/^(?:and|or|&)$/.test(lower) || before.last === at - 1 || /^[,)]$/.test(tokens[at - 1]?.lower ?? '');
}

/** Data follows in the same enumeration, and nothing but a joint stands before the member. */
function joinsAfter(
  { tokens, from, to, slots }: SlotState,
  { first, last, until = last }: Member,
  named: ReadonlySet<number>,
): boolean {
  let before = first - 1;
  while (before >= from && isUnsaid(tokens[before] as Token)) before--;
  if ((before >= from && !isJoint(tokens[before])) || !isJoint(tokens[until + 1])) return false;
  let at = until + 2;
  while (at < to && !named.has(at) && (isJoint(tokens[at]) || isUnsaid(tokens[at] as Token))) at++;
  return named.has(at) && !slots.data.some((term) => term.first === at && term.ids.some(isGeneralData));
}
