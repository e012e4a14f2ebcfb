import { conjunctions, determiners, isAdverb, possessives, secondPerson } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { TermMatch, Token } from '../../language/types';
import { isOwnUnit } from '../clauses/actors';
import { choices, furnishersOf, meansNouns, othersMachines, ownMachines, ownServices } from '../clauses/constructions';
import { isDataRoot } from '../generalData';
import { ownDataId } from '../names/ownData';
import { entityGraph } from '../ontologyGraph';
import { properNameAt } from './properNames';
import { isAnaphor, isCookie, isGeneralNoun, isNarrowed, standsAlone } from './slotCues';
import { isPersonal } from './slotPhrases';
import { namesService } from './slotServices';
import { enter, gives, namesData, type SlotState } from './slotState';
import { usageAt } from './slotUsage';
import { unlistedParty } from './unlistedParties';

/** Nouns and pronouns go into the slot that is open; the index of their last token. */
export function noun(state: SlotState, i: number): number | undefined {
  const { tokens } = state;
  const term = state.termAt.get(i);
  // "your card is charged by Acme and kept by them"
  if (state.slot === 'agent' && isByThem(tokens, i)) {
    const named = partyBefore(state, i);
    if (named) state.slots.agents.push(named);
    return i;
  }
  // "may be read by others"
  if (state.slot === 'agent' && !term && tokens[i]?.lower === 'others' && tokens[i - 1]?.lower === 'by') {
    state.slots.agents.push({ kind: 'entity', ids: ['anyone'], first: i, last: i });
    return i;
  }
  if (state.slot === 'recipient' && state.slots.recipients.length === 0 && isPersonal(tokens, i)) {
    const named = partyBefore(state, i);
    if (named) state.slots.recipients.push(named);
    return i;
  }
  if (isAnaphor(tokens, i, term)) {
    const pronoun = /^(?:it|them)$/.test((tokens[i] as Token).lower) || standsAlone(tokens, i);
    const last =
      term?.last ?? (pronoun ? i : (state.termAt.get(i + 1)?.last ?? (tokens[i + 1]?.kind === 'word' ? i + 1 : i)));
    if (state.slot === 'object') state.slots.anaphors.push({ first: i, last });
    return last;
  }
  const ours = state.slot === 'recipient' && !term ? ownServers(state, i) : undefined;
  if (ours) {
    state.slots.recipients.push(ours);
    return ours.last;
  }
  const found = usageAt(state, i) ?? (term && chosen(state, term)) ?? term ?? partyAt(state, i);
  if (!found) return undefined;
  fill(state, found);
  return found.last;
}

/** "sent to our rendering servers", "uploaded to our image service": to the company. */
function ownServers({ tokens, to }: SlotState, i: number): TermMatch | undefined {
  if (tokens[i]?.lower !== 'our') return undefined;
  for (let last = i + 1; last < Math.min(to, i + 4); last++) {
    const { kind, lemma, verb } = tokens[last] as Token;
    const service = lemma === 'service' && ownServices.has(tokens[last - 1]?.lower ?? '');
    if (service || ownMachines.has(lemma)) return { kind: 'entity', ids: ['first_party'], first: i, last };
    if (kind === 'punctuation' || (verb && verb.form !== 'gerund')) return undefined;
  }
  return undefined;
}

/** "cookie preferences": a type of its own. */
function chosen({ tokens, to }: SlotState, term: TermMatch): TermMatch | undefined {
  const next = tokens[term.last + 1];
  if (!isCookie(term) || !next || term.last + 1 >= to || !choices.has(next.lemma)) return undefined;
  const words = tokens.slice(term.first, term.last + 1).map(({ lemma }) => lemma);
  return { kind: 'data', ids: [ownDataId([...words, next.lemma])], first: term.first, last: term.last + 1 };
}

const isByThem = (tokens: readonly Token[], i: number): boolean =>
  /^(?:them|him|her)$/.test(tokens[i]?.lower ?? '') && tokens[i - 1]?.lower === 'by' && tokens[i + 1]?.kind !== 'word';

/** "We notify your landlord and share your file with them": the party last named in the sentence. */
function partyBefore(state: SlotState, i: number): TermMatch | undefined {
  return state.clause.sentence.terms.findLast(
    ({ kind, ids, last }) =>
      last < i &&
      (kind === 'entity' || kind === 'company') &&
      !ids.includes('first_party') &&
      !ids.includes('data_subject'),
  );
}

/** A party that no catalogue knows: behind "to" or "with", or right behind a verb of giving. */
function partyAt(state: SlotState, i: number): TermMatch | undefined {
  const unlisted = state.slot === 'recipient' ? unlistedParty(state, i) : undefined;
  if (unlisted) return unlisted;
  if (!(state.tokens[i] as Token).capitalised) return undefined;
  const given = state.slot === 'object' && i === state.clause.right && state.slots.data.length === 0 && gives(state);
  // "handled entirely by Pin"
  const acts = state.slot === 'agent' && actsBy(state, i);
  if (state.slot !== 'recipient' && !acts && !given) return undefined;
  const name = properNameAt(state.tokens, i, state.to, state.termAt, state.clause.sentence.block.text);
  const next = name && state.tokens[name.last + 1];
  return given &&
    !(next && (determiners.has(next.lower) || possessives.has(next.lower) || namesData(state, name.last + 1)))
    ? undefined
    : name;
}

/** Nothing but "by" and adverbs stands between the verb and the name. */
function actsBy({ tokens, clause }: SlotState, at: number): boolean {
  let i = at - 2;
  while (i > clause.group.verb && isAdverb(tokens[i] as Token)) i--;
  return clause.passive && i === clause.group.verb;
}

function fill(state: SlotState, term: TermMatch): void {
  if (term.kind === 'data') fillData(state, term);
  else if (term.kind === 'purpose') {
    // "your name and your score": something of the reader's, not what it is for
    if (state.slot === 'object' && possessives.has(state.tokens[term.first - 1]?.lower ?? '')) return;
    const own = state.tokens
      .slice(Math.max(state.from, term.first - 3), term.first)
      .some((token) => token.lower === 'their' || token.lower === 'own');
    state.slots.purposes.push({ term, own: own || isOfOthers(state, term.last + 1) });
  } else fillParty(state, term);
}

/** "to market the products of any third party", "advertising for our sponsors": the purpose is somebody else's. */
function isOfOthers({ tokens, clause }: SlotState, at: number): boolean {
  const opening = tokens.findIndex(({ lower }, i) => i >= at && ofWhom.has(lower));
  if (opening < 0 || opening > at + LONGEST_OBJECT) return false;
  if (tokens.slice(at, opening).some(({ kind, verb, lower }) => kind !== 'word' || (verb && lower !== 'services')))
    return false;
  return clause.sentence.terms.some(
    ({ kind, ids, first }) =>
      kind === 'entity' &&
      first > opening &&
      first <= opening + 3 &&
      ids.some((id) => entityGraph.isA(id, 'third_party')),
  );
}
/** In tokens: "the products or services". */
const LONGEST_OBJECT = 5;
const ofWhom: ReadonlySet<string> = new Set(['of', 'for', 'by', 'from']);

function fillData(state: SlotState, term: TermMatch): void {
  const { slots, tokens } = state;
  // "location data": the noun behind a type of data only says that it is data
  if (isGeneralNoun(tokens, term) && slots.data.at(-1)?.last === term.first - 1) return;
  if (state.reopenedFrom === 'channel' && isCookie(term)) return;
  // "various technologies to collect information, including cookies": the means, not what is collected
  if (state.reopenedFrom === 'object' && isCookie(term) && isByMeans(state)) return;
  // "from other sources, such as public records"
  if (state.reopenedFrom === 'source' && term.ids.includes('public_records')) return;
  // "the contributor of information": a person
  if (tokens[term.first - 1]?.lower === 'of' && furnishersOf.has(tokens[term.first - 2]?.lower ?? '')) return;
  // "to collect data from you, such as your name", "we give data to couriers, including your name"
  const reopened = state.reopenedFrom === state.slot && (state.slot === 'source' || state.slot === 'recipient');
  const again = reopened && slots.data.length > 0 && !isGeneralNoun(tokens, term);
  // behind recipients only the first word counts: "to vendors, including the content of messages"
  if (again && state.slot === 'recipient' && !opensExamples(state, term.first)) return;
  // "to provide you with news, such as searches near you": what the reader gets
  if (again && state.slot === 'recipient' && state.purposeFrom >= 0 && slots.recipients.every(isReader)) return;
  if (again && state.slot === 'recipient') enter(state, 'object', term.first);
  if (state.slot === 'object' || again) {
    if (term.ids.includes('any_data') && isNarrowed(state.tokens, term) && !isOfParty(state, term))
      slots.limited = true;
    slots.data.push(term);
  } else if (isGivenAlong(state, term)) slots.data.push(term);
  else if (state.slot === 'recipient' && slots.data.length === 0 && slots.recipients.length > 0 && gives(state)) {
    slots.data.push(term);
    enter(state, 'object', term.first);
  }
  if (term.roles && state.slot === 'recipient') slots.recipients.push({ ...term, ids: term.roles, kind: 'company' });
}

/** "we show your review with your first name": goes along with what is given. */
function isGivenAlong(state: SlotState, { ids, first, last }: TermMatch): boolean {
  const { tokens, slot, slots, start } = state;
  if (!gives(state) || state.purposeFrom >= 0 || ids.some(isDataRoot)) return false;
  if (slot !== 'recipient' || start !== 'object' || slots.data.length === 0 || slots.recipients.length > 0)
    return false;
  const before = tokens[first - 1]?.lower ?? '';
  const alone = possessives.has(before) ? tokens[first - 2]?.lower : before;
  return (
    alone === 'with' &&
    !(
      tokens[last + 1]?.kind === 'word' &&
      !conjunctions.has(tokens[last + 1]?.lower ?? '') &&
      !/^(?:only|if|when|to|in|on|so)$/.test(tokens[last + 1]?.lower ?? '')
    )
  );
}

const isParty = (term: TermMatch | undefined): boolean =>
  term?.kind === 'entity' && !term.ids.includes('first_party') && !term.ids.includes('data_subject');

const isReader = ({ ids }: TermMatch): boolean => ids.includes('data_subject');

/** "we use various technologies to collect …": the verb depends on what it is done with. */
function isByMeans({ clause, tokens }: SlotState): boolean {
  const { embedding, group } = clause;
  const before = tokens.slice(Math.max(0, group.first - 4), group.first);
  return embedding === 'infinitive' && before.some(({ lemma }) => meansNouns.has(lemma));
}

function fillParty(state: SlotState, term: TermMatch): void {
  const { slots, tokens } = state;
  // "any person's data" names no recipient, "Acme's servers" do
  if (/^['’]s?$/.test(tokens[term.last + 1]?.lower ?? '') && !isMachineOf(state, term)) return;
  // "between the brands of our company"
  const ofOurs = term.ids.includes('first_party') && tokens[term.first - 1]?.lower === 'of';
  if (namesWhose(state, term) || namesService(state, term)) return;
  // "to your doctor": whose doctor it is
  if (
    state.slot === 'recipient' &&
    possessives.has(tokens[term.first]?.lower ?? '') &&
    isParty(state.termAt.get(term.last + 1))
  )
    return;
  const party = isOwnUnit(state.clause.sentence, term) ? { ...term, ids: ['first_party'] } : term;
  if (state.slot === 'recipient' && !ofOurs) slots.recipients.push(party);
  else if (state.slot === 'source') slots.sources.push(term);
  else if (state.slot === 'agent') slots.agents.push(term);
  else if (state.slot === 'object' && slots.data.length === 0) {
    const word = (tokens[term.first] as Token).lower;
    if (secondPerson.has(word) && word !== 'you') return; // "your" before the object
    // "we show embedded content like videos": what the reader sees
    if (term.ids.includes('content_provider') && !opensNoun(state, term.last + 1)) {
      enter(state, 'other', term.last);
      return;
    }
    // "we show places on the Kiln map"
    if (
      term.kind === 'company' &&
      tokens.slice(state.from, term.first).some(({ lower }) => lower === 'on' || lower === 'in')
    )
      return;
    slots.recipients.push(term);
    state.dative = true;
  }
}

/** "to Acme's servers", "to Acme's image API": Acme gets it. */
const isMachineOf = ({ tokens, slot }: SlotState, { kind, last }: TermMatch): boolean =>
  slot === 'recipient' &&
  kind === 'company' &&
  tokens.slice(last + 2, last + 4).some(({ lemma }) => othersMachines.has(lemma) || ownMachines.has(lemma));

/** "we send plug-in providers your name": data stands right behind. */
const opensNoun = ({ tokens, termAt }: SlotState, at: number): boolean =>
  termAt.get(at)?.kind === 'data' ||
  determiners.has(tokens[at]?.lower ?? '') ||
  possessives.has(tokens[at]?.lower ?? '');

/** "tenant information": the party in front of "information" says whose it is. */
const namesWhose = ({ tokens, termAt, slot }: SlotState, { first, last }: TermMatch): boolean => {
  const next = termAt.get(last + 1);
  const { lower } = tokens[first] as Token;
  return (
    slot === 'object' &&
    first === last &&
    next?.kind === 'data' &&
    next.ids.includes('any_data') &&
    nounLemma(lower) === lower &&
    !secondPerson.has(lower)
  );
};

const isOfParty = ({ tokens, clause }: SlotState, { first }: TermMatch): boolean =>
  clause.sentence.terms.some(
    (term) =>
      term.kind === 'entity' &&
      term.last === first - 1 &&
      nounLemma(tokens[term.last]?.lower ?? '') === tokens[term.last]?.lower,
  );

/** Nothing but an article stands between "including" and the word. */
function opensExamples(state: SlotState, at: number): boolean {
  let i = at - 1;
  while (determiners.has(state.tokens[i]?.lower ?? '') || possessives.has(state.tokens[i]?.lower ?? '')) i--;
  const lower = state.tokens[i]?.lower;
  return lower === 'including' || (lower === 'as' && state.tokens[i - 1]?.lower === 'such');
}
