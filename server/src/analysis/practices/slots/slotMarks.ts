import { conjunctions, determiners, possessives, prepositions } from '../../language/grammar';
import type { TermMatch, Token } from '../../language/types';
import { actionOf } from '../clauses/actions';
import { isDataRoot } from '../generalData';
import { isCookie } from './slotCues';
import { enter, gives, namesData, type SlotState } from './slotState';

/** Commas, semicolons and colons: whether the enumeration of data goes on behind them. Indexes are token indexes. */

/** The index of the mark, undefined where none stands. */
export function passMark(state: SlotState, i: number): number | undefined {
  const word = state.tokens[i]?.lower;
  if (word === ':' && (announcesData(state, i) || tellsByName(state, i))) enter(state, 'object', i);
  else if (word === ';') passSemicolon(state, i);
  else if (word === ',') passComma(state, i);
  else if (word === ')') endRelative(state);
  else return undefined;
  return i;
}

/** "the following data in the last 12 months: your name, …" */
const announcesData = (state: SlotState, i: number): boolean =>
  state.announced === 'object' &&
  (/^(?:other|source|purpose)$/.test(state.slot) ||
    (state.slot === 'recipient' && namesData(state, memberAt(state, i + 1)))) &&
  i + 1 < state.to;

/** "a piece of information that we hold of you: your name, …": what was said in general is told by name. */
const tellsByName = (state: SlotState, i: number): boolean =>
  state.start === 'object' &&
  state.slots.data.length > 0 &&
  state.slots.data.every(({ ids }) => ids.some(isDataRoot)) &&
  possessives.has(state.tokens[i + 1]?.lower ?? '') &&
  namesData(state, i + 1);

function endRelative(state: SlotState): void {
  if (state.slot === 'relative') state.slot = state.nominal;
}

function passSemicolon(state: SlotState, i: number): void {
  const { slots, tokens } = state;
  // "to count visits; monitor traffic": another purpose
  const going = state.slot === 'purpose' && tokens[i + 1]?.verb?.form === 'base';
  // "cookies to collect (i) …; (ii) …": what is collected, not what is used
  const byMeans = state.purposeFrom >= 0 && slots.data.length > 0 && slots.data.every(isCookie);
  if (state.slot === 'relative' || !(going || byMeans)) state.slot = state.nominal;
  // "correspondence with you; and your orders": the enumeration goes on
  if (
    state.slot !== 'purpose' &&
    state.start === 'object' &&
    slots.data.length > 0 &&
    namesData(state, memberAt(state, i + 1))
  )
    enter(state, 'object', i);
}

function passComma(state: SlotState, i: number): void {
  endRelative(state);
  if (state.slots.data.length === 0) return;
  const goesOn =
    // "pages opened by that address, browser name"
    (state.slot === 'agent' && state.start === 'object' && namesData(state, i + 1)) ||
    // "time stamps correlated with usage, pages accessed": the enumeration goes on behind its modifier
    (namesData(state, i + 1) && modifies(state, i)) ||
    // "e-mail address to tell the winner, or postal address to send the prize"
    isNextWithAim(state, i + 1) ||
    // "data you make public via social media, your friends list"
    isNextOfYours(state, i + 1);
  if (goesOn) enter(state, 'object', i);
}

/** "your friends list" behind the words on how the data before it came. */
function isNextOfYours(state: SlotState, at: number): boolean {
  const { tokens, termAt, slot, clause } = state;
  // "payment details to complete the order, your address": only who collects names more behind what it is for
  const open = slot === 'channel' || slot === 'other' || (slot === 'purpose' && actionOf(clause) === 'collect');
  if (!open || tokens[at]?.lower !== 'your') return false;
  return termAt.get(at)?.kind === 'data' || termAt.get(at + 1)?.kind === 'data';
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
      !saysVerb(state.tokens, state.purposeFrom, comma))
  );
}

/** Outside brackets: "phone numbers for adults (to send codes), your name". */
function saysVerb(tokens: readonly Token[], from: number, to: number): boolean {
  let open = 0;
  for (let i = from; i < to; i++) {
    const { lower, verb } = tokens[i] as Token;
    if (lower === '(') open++;
    else if (lower === ')') open--;
    else if (open === 0 && verb) return true;
  }
  return false;
}

/** "or postal address to …": another type of data with what it is for. */
function isNextWithAim(state: SlotState, from: number): boolean {
  const { tokens, termAt } = state;
  if (state.slot !== 'purpose' || !conjunctions.has(tokens[from]?.lower ?? '')) return false;
  const term = termAt.get(nounAt(state, from + 1));
  const after = term ? term.last + 1 : 0;
  return term?.kind === 'data' && tokens[after]?.lower === 'to' && tokens[after + 1]?.verb?.form === 'base';
}

/** Behind "as well as": more of what the clause is about. */
export const isMore = (state: SlotState, at: number): boolean =>
  state.start === 'object' &&
  state.slots.data.length > 0 &&
  /^(?:purpose|other|source|channel|relative)$/.test(state.slot) &&
  (state.termAt.get(at)?.kind === 'data' ||
    /^(?:your|the|their|an?|any|all|other|certain|some)$/.test(state.tokens[at]?.lower ?? '')) &&
  namesData(state, nounAt(state, at));

/** Behind "and" too. */
const memberAt = (state: SlotState, at: number): number =>
  nounAt(state, conjunctions.has(state.tokens[at]?.lower ?? '') ? at + 1 : at);

/** Behind articles and possessives that belong to no term. */
export function nounAt({ tokens, termAt }: SlotState, at: number): number {
  let i = at;
  while (
    termAt.get(i)?.kind !== 'data' &&
    (determiners.has(tokens[i]?.lower ?? '') || possessives.has(tokens[i]?.lower ?? ''))
  )
    i++;
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
