import { conjunctions, determiners, possessives, prepositions, requestingVerbs } from '../language/grammar';
import type { Clause, TermMatch, Token } from '../language/types';
import { actionOf, isHandling } from './actions';
import { choosingToDo, identifying } from './constructions';
import { isDataRoot } from './generalData';
import { isCookie, isNeutralRelative, slotOf } from './slotCues';
import { condition } from './slotLimits';
import {
  namesMeans,
  opensChannel,
  opensRelative,
  opensSecondNoun,
  reopeningLength,
  reopensByRelative,
} from './slotPhrases';
import { enter, gives, namesData, type SlotState } from './slotState';

/** "send us an e-mail" */
const isSending = ({ base }: Clause): boolean => base === 'send' || base === 'submit' || base === 'write';

/** Words that open another slot: prepositions, relative pronouns, brackets, commas, "including"; the index of their last token. */
export function switchSlot(state: SlotState, i: number): number | undefined {
  const { slots, tokens } = state;
  const word = (tokens[i] as Token).lower;
  const term = state.termAt.get(i);
  const reopened = reopeningLength(tokens, i);
  // "to collect data about your use, including your IP address": the example belongs to the verb of the purpose
  if (reopened > 0 && state.slot === 'purpose' && doesSomething(state, i) && !isExampleOfGeneral(state, i))
    return i + reopened - 1;
  // "using technologies including server logs": more of the means
  if (reopened > 0 && state.slot === 'channel' && namesMeans(tokens, i)) return i + reopened - 1;
  // "for services such as card processing": more of what it is for
  if (
    reopened > 0 &&
    state.slot === 'purpose' &&
    tokens[i - 1]?.lower !== ',' &&
    !endsData(state, i - 1) &&
    !(slots.data.length > 0 && tokens[i + reopened]?.lower === 'your')
  )
    return i + reopened - 1;
  // "from other sources, such as pages you visited": more sources
  if (reopened > 0 && state.slot === 'source' && namesSource(state, i)) return i + reopened - 1;
  if (reopened > 0) {
    state.reopenedFrom = state.slot === 'channel' ? 'channel' : state.nominal;
    enter(state, state.nominal, i);
    return i + reopened - 1;
  }
  // "(see Information we collect)"
  if (word === '(' && (tokens[i + 1]?.lower === 'see' || tokens[i + 1]?.lower === 'cf')) return bracketEnd(state, i);
  if (word === '(') {
    state.outside.push({ slot: state.slot, nominal: state.nominal });
    return i;
  }
  const before = word === ')' ? state.outside.pop() : undefined;
  if (before) {
    ({ slot: state.slot, nominal: state.nominal } = before);
    return i;
  }
  // "in-game purchases", "on-site visits": a part of a noun, no preposition
  if (tokens[i + 1]?.glue === '-' && prepositions.has(word)) return i;
  // "a letter requesting access to your data", "an e-mail identifying the data to be removed"
  if (
    state.slot !== 'channel' &&
    state.slot !== 'purpose' &&
    tokens[i]?.verb?.form === 'gerund' &&
    (requestingVerbs.has(tokens[i]?.verb?.base ?? '') ||
      (isSending(state.clause) && identifying.has(tokens[i]?.lower ?? '')))
  ) {
    state.slot = 'other';
    state.wanted = true;
    return i;
  }
  if (state.wanted) return i;
  // "your IP address in addition to campaign data"
  if (
    word === 'in' &&
    tokens[i + 1]?.lower === 'addition' &&
    tokens[i + 2]?.lower === 'to' &&
    namesData(state, nounAt(state, i + 3))
  )
    return i + 2;
  if (opensRelative(tokens, i)) {
    if (reopensByRelative(tokens, i)) {
      enter(state, state.nominal === 'source' ? 'object' : state.nominal, i);
    } else {
      if (state.slot === 'object' && word !== 'who' && slots.data.length > 0)
        slots.restricted ||= !isNeutralRelative(tokens, i, state.to);
      state.slot = 'relative';
    }
    return i;
  }
  if (word === 'we' && state.slot === 'object' && slots.data.length > 0) {
    state.slot = 'relative'; // "information we hold"
    return i;
  }
  // "the following data in the last 12 months: your name, …"
  if (
    word === ':' &&
    state.announced === 'object' &&
    (state.slot === 'other' || state.slot === 'source' || state.slot === 'purpose') &&
    i + 1 < state.to
  ) {
    enter(state, 'object', i);
    return i;
  }
  if (word === ',' || word === ')' || word === ';') {
    // "to count visits; monitor traffic": another purpose
    const going = word === ';' && state.slot === 'purpose' && tokens[i + 1]?.verb?.form === 'base';
    // "cookies to collect (i) …; (ii) …": what is collected, not what is used
    const byMeans = word === ';' && state.purposeFrom >= 0 && slots.data.length > 0 && slots.data.every(isCookie);
    if (state.slot === 'relative' || (word === ';' && !going && !byMeans)) state.slot = state.nominal;
    // "correspondence with you; and your orders": the enumeration goes on
    if (
      word === ';' &&
      state.slot !== 'purpose' &&
      state.start === 'object' &&
      slots.data.length > 0 &&
      namesData(state, memberAt(state, i + 1))
    )
      enter(state, 'object', i);
    // "pages opened by that address, browser name"
    if (
      word === ',' &&
      state.slot === 'agent' &&
      state.start === 'object' &&
      slots.data.length > 0 &&
      namesData(state, i + 1)
    )
      enter(state, 'object', i);
    // "time stamps correlated with usage, pages accessed": the enumeration goes on behind its modifier
    if (word === ',' && slots.data.length > 0 && namesData(state, i + 1) && modifies(state, i))
      enter(state, 'object', i);
    // "e-mail address to tell the winner, or postal address to send the prize"
    else if (word === ',' && slots.data.length > 0 && isNextWithAim(state, i + 1)) enter(state, 'object', i);
    // "data you make public via social media, your friends list"
    else if (word === ',' && slots.data.length > 0 && goesOn(state, i + 1)) enter(state, 'object', i);
    return i;
  }
  // "share with our partners your name", "with the driver the rider's name"
  if (state.slot === 'recipient' && slots.data.length === 0 && gives(state) && opensSecondNoun(tokens, i, state.from)) {
    enter(state, 'object', i);
    return undefined;
  }
  // "… as well as your name": more of what the clause is about
  if (word === 'as' && tokens[i + 1]?.lower === 'well' && tokens[i + 2]?.lower === 'as' && isMore(state, i + 3)) {
    enter(state, 'object', i);
    return i + 2;
  }
  if (term || !(opensChannel(word) || prepositions.has(word))) return undefined;
  // "collected by and kept with our hosts": the second verb speaks of the same party
  if (
    state.slot === 'agent' &&
    slots.agents.length === 0 &&
    tokens[i - 1]?.verb &&
    conjunctions.has(tokens[i - 2]?.lower ?? '')
  )
    return i;
  // "we ask for your name and for your address"
  if (
    word === 'for' &&
    state.start === 'object' &&
    state.clause.base === 'ask' &&
    conjunctions.has(tokens[i - 1]?.lower ?? '')
  )
    return i;
  // "data that you choose to provide, such as your name"
  if (word === 'to' && state.slot === 'relative' && choosingToDo.has(tokens[i - 1]?.verb?.base ?? '')) return i;
  // "the card you paid with and your name", not "whom we share it with and why"
  if (word === 'with' && i > state.from && !gives(state) && conjunctions.has(tokens[i + 1]?.lower ?? '')) return i;
  const next = opensChannel(word)
    ? 'channel'
    : slotOf(word, tokens, i, state.slot, state.dative, slots.data.length > 0, state.termAt);
  // "to insurers who offer discounts to members": what the recipients do is theirs
  if (state.slot === 'relative' && state.nominal === 'recipient' && next === 'recipient') return i;
  if (next) enter(state, next, i);
  if (next === 'channel') slots.channels.push({ first: i, last: Math.min(i + 4, state.to - 1) });
  return next === 'condition' ? condition(state, i) : i;
}

/** "we process information you send to book a table, for example your name": what was said in general is told by name. */
function isExampleOfGeneral({ tokens, slots, termAt }: SlotState, at: number): boolean {
  const { data } = slots;
  const says = tokens[at]?.lower === 'for' && tokens[at - 1]?.lower === ',';
  return (
    says && data.length > 0 && data.every(({ ids }) => ids.some(isDataRoot)) && termAt.get(at + 2)?.kind === 'data'
  );
}

/** The bracket that closes an opening one, or the last token. */
function bracketEnd({ tokens, to }: SlotState, open: number): number {
  let last = open;
  while (last + 1 < to && tokens[last]?.lower !== ')') last++;
  return last;
}

/** Whether the purpose so far has a verb of its own: "to collect …", not "for marketing". */
function doesSomething(state: SlotState, at: number): boolean {
  const { tokens, purposeFrom } = state;
  const purpose = tokens.slice(purposeFrom, at);
  // "to remember your settings (such as …)"
  const inBrackets = tokens[at - 1]?.lower === '(' && purpose[1]?.verb?.form === 'base';
  return inBrackets || purpose.some(({ verb }) => verb !== undefined && isHandling(verb.base));
}

/** "your friends list" behind the words on how the data before it came. */
function goesOn(state: SlotState, at: number): boolean {
  const { tokens, termAt, slot, clause } = state;
  // "payment details to complete the order, your address": only who collects names more behind what it is for
  const open = slot === 'channel' || slot === 'other' || (slot === 'purpose' && actionOf(clause) === 'collect');
  if (!open || tokens[at]?.lower !== 'your') return false;
  return termAt.get(at)?.kind === 'data' || termAt.get(at + 1)?.kind === 'data';
}

function endsData(state: SlotState, at: number): boolean {
  return state.clause.sentence.terms.some(({ kind, last }) => kind === 'data' && last === at);
}

/** A source other than the reader stands right before "such as". */
function namesSource(state: SlotState, at: number): boolean {
  const last = state.tokens[at - 1]?.lower === ',' ? at - 2 : at - 1;
  const lemma = state.tokens[last]?.lemma;
  const { sources } = state.slots;
  return lemma === 'source' || (sources.at(-1)?.last === last && !sources.at(-1)?.ids.includes('data_subject'));
}

/** Whether what stands before a comma only describes the noun before it: "phone numbers for students, …". */
function modifies(state: SlotState, comma: number): boolean {
  // "your name, your address at the time of the order, phone number"
  if (state.slot === 'other') return isBesides(state, comma);
  // "to provide you with news you asked for, local searches": what the reader gets
  if (state.slot === 'recipient' && state.purposeFrom >= 0 && state.slots.recipients.length === 0) return false;
  if (state.slot === 'recipient')
    return state.slots.recipients.every((term) => term.ids.includes('data_subject') || isGivenToUs(state, term));
  return (
    state.slot === 'purpose' &&
    state.slots.purposes.length === 0 &&
    // "link opened to get here, browser name" in a list
    ((state.clause.base === '' && state.termAt.get(comma + 1)?.kind === 'data') ||
      !state.tokens.slice(state.purposeFrom, comma).some((token) => token.verb !== undefined))
  );
}

const isMore = (state: SlotState, at: number): boolean =>
  state.start === 'object' &&
  state.slots.data.length > 0 &&
  /^(?:purpose|other|source|channel)$/.test(state.slot) &&
  /^(?:your|the|their|an?)$/.test(state.tokens[at]?.lower ?? '') &&
  namesData(state, nounAt(state, at));

/** "or postal address to …": another type of data with what it is for. */
function isNextWithAim(state: SlotState, from: number): boolean {
  const { tokens, termAt } = state;
  if (state.slot !== 'purpose' || !conjunctions.has(tokens[from]?.lower ?? '')) return false;
  const term = termAt.get(nounAt(state, from + 1));
  const after = term ? term.last + 1 : 0;
  return term?.kind === 'data' && tokens[after]?.lower === 'to' && tokens[after + 1]?.verb?.form === 'base';
}

/** Behind "and" too. */
const memberAt = (state: SlotState, at: number): number =>
  nounAt(state, conjunctions.has(state.tokens[at]?.lower ?? '') ? at + 1 : at);

/** Behind articles and possessives. */
function nounAt({ tokens }: SlotState, at: number): number {
  let i = at;
  while (determiners.has(tokens[i]?.lower ?? '') || possessives.has(tokens[i]?.lower ?? '')) i++;
  return i;
}

/** The enumeration, not the phrase behind "at" or "in", goes on; "a photo on a passport, driving license" may go on with either. */
function isBesides(state: SlotState, comma: number): boolean {
  if (state.start !== 'object' || (state.clause.negated && !isSeries(state))) return false;
  let at = comma - 1;
  while (at > state.from && !prepositions.has(state.tokens[at]?.lower ?? '')) at--;
  return state.tokens[at]?.lower !== 'on' || !/^an?$/.test(state.tokens[at + 1]?.lower ?? '');
}

/** Several types have been named, so that one more is nothing new. */
const isSeries = ({ slots }: SlotState): boolean => slots.data.filter(({ ids }) => !ids.some(isDataRoot)).length > 1;

/** "your name, what you have shared with us, phone number" */
const isGivenToUs = (state: SlotState, { ids, first }: TermMatch): boolean =>
  ids.includes('first_party') &&
  (gives(state) || /^(?:past|participle)$/.test(state.tokens[first - 2]?.verb?.form ?? ''));
