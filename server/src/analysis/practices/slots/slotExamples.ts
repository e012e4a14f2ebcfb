import type { Token } from '../../language/types';
import { isHandling } from '../clauses/actions';
import { isDataRoot } from '../generalData';
import { namesMeans, reopeningLength } from './slotPhrases';
import { enter, type SlotState } from './slotState';

/** "such as", "including": of which slot the examples are that follow; the index of the last token of the cue. */
export function openExamples(state: SlotState, i: number): number | undefined {
  const length = reopeningLength(state.tokens, i);
  if (length === 0) return undefined;
  const last = i + length - 1;
  if (isMoreOfTheSame(state, i, last)) return last;
  state.reopenedFrom = state.slot === 'channel' ? 'channel' : state.nominal;
  enter(state, state.nominal, i);
  return last;
}

/** The examples belong to the words right before them, which are no data. */
function isMoreOfTheSame(state: SlotState, i: number, last: number): boolean {
  const { slots, slot, tokens } = state;
  switch (slot) {
    case 'purpose':
      // "for legitimate purposes, such as …": more purposes
      if (endsInAims(tokens, i)) return true;
      // "to collect data about your use, including your IP address": the example belongs to the verb of the purpose
      if (doesSomething(state, i) && !isExampleOfGeneral(state, i)) return true;
      // "for services such as card processing": more of what it is for
      return (
        tokens[i - 1]?.lower !== ',' &&
        !endsData(state, i - 1) &&
        !(slots.data.length > 0 && tokens[last + 1]?.lower === 'your')
      );
    case 'channel':
      // "using technologies including server logs": more of the means
      return namesMeans(tokens, i);
    case 'source':
      // "from other sources, such as pages you visited": more sources
      return namesSource(state, i);
    default:
      return false;
  }
}

const endsInAims = (tokens: readonly Token[], at: number): boolean =>
  /^(?:purpose|reason|interest)$/.test(tokens[tokens[at - 1]?.lower === ',' ? at - 2 : at - 1]?.lemma ?? '');

/** "we process information you send to book a table, for example your name": what was said in general is told by name. */
function isExampleOfGeneral({ tokens, slots, termAt }: SlotState, at: number): boolean {
  const { data } = slots;
  const says = tokens[at]?.lower === 'for' && tokens[at - 1]?.lower === ',';
  return (
    says && data.length > 0 && data.every(({ ids }) => ids.some(isDataRoot)) && termAt.get(at + 2)?.kind === 'data'
  );
}

/** Whether the purpose so far has a verb of its own: "to collect …", not "for marketing". */
function doesSomething(state: SlotState, at: number): boolean {
  const { tokens, purposeFrom } = state;
  const purpose = tokens.slice(purposeFrom, at);
  // "to remember your settings (such as …)"
  const inBrackets = tokens[at - 1]?.lower === '(' && purpose[1]?.verb?.form === 'base';
  return inBrackets || purpose.some(({ verb }) => verb !== undefined && isHandling(verb.base));
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
