import { conjunctions, possessives, prepositions, requestingVerbs } from '../../language/grammar';
import type { Clause, Token } from '../../language/types';
import { choosingToDo, identifying, operating } from '../clauses/constructions';
import { isDataRoot } from '../generalData';
import { isNeutralRelative } from './slotCues';
import { openExamples } from './slotExamples';
import { condition } from './slotLimits';
import { isMore, nounAt, passMark } from './slotMarks';
import { opensChannel, opensRelative, opensSecondNoun, reopensByRelative } from './slotPhrases';
import { slotBehind } from './slotPrepositions';
import { enter, gives, namesData, type SlotState } from './slotState';

/**
 * Words that open another slot: prepositions, relative pronouns, brackets, commas, "including"; the index of their last
 * token. The first that knows a word decides.
 */
export const switchSlot = (state: SlotState, i: number): number | undefined =>
  openExamples(state, i) ??
  passBracket(state, i) ??
  passPartOfNoun(state, i) ??
  openWish(state, i) ??
  passAddition(state, i) ??
  openRelative(state, i) ??
  passMark(state, i) ??
  openSecondNoun(state, i) ??
  passAsWellAs(state, i) ??
  openPreposition(state, i);

function passBracket(state: SlotState, i: number): number | undefined {
  const { tokens } = state;
  const word = wordAt(state, i);
  if (word === '(') {
    // "(see Information we collect)"
    if (wordAt(state, i + 1) === 'see' || wordAt(state, i + 1) === 'cf') return bracketEnd(state, i);
    state.outside.push({ slot: state.slot, nominal: state.nominal });
    // "the data that you give us (your name, your age)"
    if (namesMembers(state, i)) enter(state, 'object', i);
    return i;
  }
  const before = tokens[i]?.lower === ')' ? state.outside.pop() : undefined;
  if (!before) return undefined;
  ({ slot: state.slot, nominal: state.nominal } = before);
  return i;
}

/** Behind a clause that tells more of data in general, a bracket names what it is. */
const namesMembers = (state: SlotState, open: number): boolean =>
  state.slot === 'relative' &&
  state.nominal === 'object' &&
  state.slots.data.length > 0 &&
  state.slots.data.every(({ ids }) => ids.some(isDataRoot)) &&
  namesData(state, nounAt(state, open + 1));

/** The bracket that closes an opening one, or the last token. */
function bracketEnd({ tokens, to }: SlotState, open: number): number {
  let last = open;
  while (last + 1 < to && tokens[last]?.lower !== ')') last++;
  return last;
}

/** "in-game purchases", "on-site visits": a part of a noun, no preposition. */
const passPartOfNoun = (state: SlotState, i: number): number | undefined =>
  state.tokens[i + 1]?.glue === '-' && prepositions.has(wordAt(state, i)) ? i : undefined;

/** "a letter requesting access to your data", "an e-mail identifying the data to be removed": from there on, what is wished for. */
function openWish(state: SlotState, i: number): number | undefined {
  const { verb, lower } = state.tokens[i] as Token;
  if (
    state.slot !== 'channel' &&
    state.slot !== 'purpose' &&
    verb?.form === 'gerund' &&
    (requestingVerbs.has(verb.base) || (isSending(state.clause) && identifying.has(lower)))
  ) {
    state.slot = 'other';
    state.wanted = true;
  }
  return state.wanted ? i : undefined;
}

/** "send us an e-mail" */
const isSending = ({ base }: Clause): boolean => base === 'send' || base === 'submit' || base === 'write';

/** "your IP address in addition to campaign data" */
const passAddition = (state: SlotState, i: number): number | undefined =>
  wordAt(state, i) === 'in' &&
  wordAt(state, i + 1) === 'addition' &&
  wordAt(state, i + 2) === 'to' &&
  namesData(state, nounAt(state, i + 3))
    ? i + 2
    : undefined;

function openRelative(state: SlotState, i: number): number | undefined {
  const { slots, tokens } = state;
  const word = wordAt(state, i);
  if (i === state.from && asksForData(state, i)) return i;
  // "tells us which pages you visit"
  if (i === state.from + 1 && wordAt(state, state.from) === 'us' && state.termAt.get(i + 1)?.kind === 'data') {
    enter(state, 'object', i);
    return i;
  }
  // "we record what you buy": the question is a name of the data
  if (state.slot === 'object' && state.termAt.get(i)?.kind === 'data') return undefined;
  const tellsMore = state.slot === 'object' && slots.data.length > 0;
  if (!opensRelative(tokens, i)) {
    // "information we hold"
    if (word !== 'we' || !tellsMore) return undefined;
    state.slot = 'relative';
  } else if (reopensByRelative(tokens, i)) {
    enter(state, state.nominal === 'source' ? 'object' : state.nominal, i);
  } else {
    if (tellsMore && word !== 'who') slots.restricted ||= !isNeutralRelative(tokens, i, state.to);
    state.slot = 'relative';
  }
  return i;
}

/** "we record which pages you visit": the question is about the data itself. */
const asksForData = (state: SlotState, i: number): boolean =>
  state.slot === 'object' && /^(?:which|what)$/.test(wordAt(state, i)) && state.termAt.get(i + 1)?.kind === 'data';

/** "share with our partners your name", "with the driver the rider's name": the noun itself is still to be read. */
function openSecondNoun(state: SlotState, i: number): undefined {
  const { slot, slots, tokens, from } = state;
  if (slot === 'recipient' && slots.data.length === 0 && gives(state) && opensSecondNoun(tokens, i, from))
    enter(state, 'object', i);
}

/** "… as well as your name": more of what the clause is about. */
function passAsWellAs(state: SlotState, i: number): number | undefined {
  const isCue = wordAt(state, i) === 'as' && wordAt(state, i + 1) === 'well' && wordAt(state, i + 2) === 'as';
  if (!isCue || !isMore(state, i + 3)) return undefined;
  enter(state, 'object', i);
  return i + 2;
}

function openPreposition(state: SlotState, i: number): number | undefined {
  const { slots, termAt, slot } = state;
  const word = wordAt(state, i);
  if (termAt.has(i) || !(opensChannel(word) || prepositions.has(word))) return undefined;
  if (goesOnBehind(state, i)) return i;
  if (tellsAbout(state, i)) {
    enter(state, 'object', i);
    return i;
  }
  const next = opensChannel(word) ? 'channel' : slotBehind(word, i, state);
  // "to insurers who offer discounts to members": what the recipients do is theirs
  if (slot === 'relative' && state.nominal === 'recipient' && next === 'recipient') return i;
  if (next) enter(state, next, i);
  if (next === 'channel') slots.channels.push({ first: i, last: Math.min(i + 4, state.to - 1) });
  return next === 'condition' ? condition(state, i) : i;
}

/** "information to our partners about your age", "data from you on your device": what the general noun is about. */
function tellsAbout(state: SlotState, i: number): boolean {
  const { slots, slot, tokens } = state;
  return (
    /^(?:about|regarding|concerning)$/.test(wordAt(state, i)) &&
    (slot === 'recipient' || slot === 'source') &&
    state.purposeFrom < 0 &&
    slots.data.length > 0 &&
    slots.data.every(({ ids }) => ids.some(isDataRoot)) &&
    (possessives.has(tokens[i + 1]?.lower ?? '') || namesData(state, i + 1))
  );
}

/** Whether a preposition leaves the slot as it is. */
function goesOnBehind(state: SlotState, i: number): boolean {
  const { slots, slot, tokens } = state;
  const isJoined = (at: number) => conjunctions.has(wordAt(state, at));
  switch (wordAt(state, i)) {
    case 'for':
      // "we ask for your name and for your address"
      if (state.start === 'object' && state.clause.base === 'ask' && isJoined(i - 1)) return true;
      break;
    case 'to':
      // "data that you choose to provide, such as your name"
      if (slot === 'relative' && choosingToDo.has(tokens[i - 1]?.verb?.base ?? '')) return true;
      break;
    case 'with':
      // "the card you paid with and your name", not "whom we share it with and why"
      if (i > state.from && !gives(state) && isJoined(i + 1)) return true;
      break;
  }
  // "sent to a service run by Acme": Acme gets it
  if (wordAt(state, i) === 'by' && slot === 'recipient' && operating.has(tokens[i - 1]?.verb?.base ?? '')) return true;
  // "collected by and kept with our hosts": the second verb speaks of the same party
  return slot === 'agent' && slots.agents.length === 0 && tokens[i - 1]?.verb !== undefined && isJoined(i - 2);
}

const wordAt = ({ tokens }: SlotState, i: number): string => tokens[i]?.lower ?? '';
