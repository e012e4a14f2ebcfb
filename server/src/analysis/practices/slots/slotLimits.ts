import { conjunctions, exclusiveAdverbs } from '../../language/grammar';
import type { Token } from '../../language/types';
import { exceptionLength, isLast, isLimiting, phraseEnd } from './slotCues';
import {
  announcesExceptions,
  endsNothingBut,
  isBareCondition,
  isContrast,
  isManner,
  isNeutralNot,
  isNothingBut,
  isNothingElse,
  isOccasion,
  namesOccasion,
  narrowsRecipients,
  opensCondition,
  opensPurpose,
  pointsElsewhere,
} from './slotPhrases';

import { enter, type SlotState } from './slotState';
/** Words that colour the whole statement. */
export function mark(state: SlotState, i: number): void {
  const { slots, tokens } = state;
  const word = (tokens[i] as Token).lower;
  if (word === 'following' || word === 'below')
    state.announced = namesOccasion(tokens, i + 1)
      ? 'condition'
      : state.slot === 'relative'
        ? state.nominal
        : state.slot;
  const nothingBut = isNothingBut(tokens, i);
  if (isNothingElse(tokens, i)) {
    slots.exclusive = true;
    return;
  }
  if (nothingBut || exclusiveAdverbs.has(word)) slots.exclusive = true;
  if (
    (isLimiting(word) && !(word === 'such' && tokens[i + 1]?.lower === 'as')) ||
    (word === 'over' && tokens[i + 1]?.lower === 'time')
  )
    slots.limited = true;
  if (isManner(tokens, i)) slots.restricted = true;
  if (state.slot === 'recipient' && slots.recipients.length > 0 && narrowsRecipients(tokens, i))
    slots.restricted = true;
  // "under no circumstances" denies the clause, not the noun that follows
  const adverbial = /^(?:under|at|in|by|on)$/.test(tokens[i - 1]?.lower ?? '');
  const denies =
    !adverbial &&
    !nothingBut &&
    (word === 'no' || word === 'none' || word === 'nothing' || word === 'zero' || word === 'neither');
  // "handed over to no one"
  if (denies && state.slot === 'recipient' && slots.recipients.length === 0) slots.denied = true;
  if (word === 'nobody' && !nothingBut && state.slot === 'recipient') slots.denied = true;
  if (denies && state.slot === 'object' && slots.data.length === 0 && i <= state.from + 1) slots.denied = true;
}

/** Exceptions, contrasts, occasions and conditions; the index of their last token. */
export function limitation(state: SlotState, i: number): number | undefined {
  const { slots, tokens, to } = state;
  const exceptional = endsNothingBut(tokens, i) ? 0 : exceptionLength(tokens, i);
  if (exceptional > 0) {
    const last = phraseEnd(tokens, i + exceptional, to);
    const terms = state.clause.sentence.terms.filter((term) => term.first > i && term.last <= last);
    slots.exceptions.push({ first: i, last, terms });
    if (isLast(tokens, last, to)) slots.open = 'exception';
    return last;
  }
  if (announcesExceptions(tokens, i)) {
    slots.exceptions.push({ first: i, last: i + 3, terms: [] });
    return i + 3;
  }
  // "we keep it separately from your name": what is named is kept apart
  if ((tokens[i] as Token).lower === 'from' && /^(?:separate(?:ly)?|apart)$/.test(tokens[i - 1]?.lower ?? ''))
    return setAside(state, i, beforeSemicolon(state, i));
  if (isNeutralNot(tokens, i)) return i;
  if (state.slot !== 'relative' && i > state.from) {
    if (pointsElsewhere(tokens, i)) {
      slots.exceptions.push({ first: i, last: to - 1, terms: [] });
      return to - 1;
    }
    if (isContrast(tokens, i)) return setAside(state, i, beforeComma(state, i));
  }
  // "we record where you are": the question is a name of the data
  const isData = state.termAt.get(i)?.kind === 'data';
  if (isOccasion(tokens, i) && !isData) return condition(state, i);
  if (opensPurpose(tokens, i)) {
    enter(state, 'purpose', i);
    return i + 1;
  }
  if (isData || !opensCondition(tokens, i)) return undefined;
  const last = condition(state, i);
  if (isLast(tokens, last, to)) slots.open = 'condition';
  if (slots.data.length === 0) enter(state, state.start, last);
  return last;
}

function setAside(state: SlotState, first: number, last: number): number {
  state.aside.push({ first, last });
  return last;
}

export function condition(state: SlotState, first: number): number {
  // "your name and, if you want letters, your address"
  if (isBareCondition(state.tokens, first)) {
    state.slots.conditions.push({ first, last: first + 1 });
    return first + 1;
  }
  const inserted = state.tokens[first - 1]?.lower === ',' && conjunctions.has(state.tokens[first - 2]?.lower ?? '');
  const end = inserted ? beforeComma(state, first) : phraseEnd(state.tokens, first + 1, state.to);
  const last = beforeExamples(state, first, end);
  state.slots.conditions.push({ first, last });
  return last;
}

/** "information when you open an account such as your name": examples of the general noun before the condition. */
function beforeExamples(state: SlotState, first: number, last: number): number {
  const { data } = state.slots;
  if (data.length === 0 || !data.every(({ ids }) => ids.includes('any_data') || ids.includes('personal'))) return last;
  for (let i = first + 2; i < last; i++)
    if (state.tokens[i]?.lower === 'such' && state.tokens[i + 1]?.lower === 'as') return i - 1;
  return last;
}

function beforeSemicolon(state: SlotState, i: number): number {
  let last = i;
  while (last + 1 < state.to && (state.tokens[last + 1] as Token).lower !== ';') last++;
  return last;
}

function beforeComma(state: SlotState, i: number): number {
  let last = i;
  while (last + 1 < state.to && !/^[,;]$/.test((state.tokens[last + 1] as Token).lower)) last++;
  return last;
}
