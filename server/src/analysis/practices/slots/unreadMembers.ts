import { nounLemma } from '../../language/lemmas';
import type { TermMatch, Token, TokenSpan } from '../../language/types';
import { isDataRoot } from '../generalData';
import { ownDataId } from '../names/ownData';
import { seriesEnd } from './laterMembers';
import { isPlainAdjective, isUnsaid } from './ownNouns';
import { isCookie } from './slotCues';
import { reopeningLength, reopensByRelative } from './slotPhrases';
import type { SlotState } from './slotState';
import { isAsked, isConjunction, isJoint, isNameWord, LONGEST_NAME, memberIn, wordsOf } from './unreadNames';

/**
 * Members of an enumeration of data that neither the ontology nor the names beside it tell: "your name, fail-log files in
 * your product and the status of your account's subscription". They are carried in their own words, so that nothing that
 * the draft lists is lost. Indexes are token indexes.
 */

/** A stretch between two joints. */
interface Segment extends TokenSpan {
  /** Something in it has been read as data. */
  readonly read: boolean;
  /** "including" or a bracket stands before it. */
  readonly opens: boolean;
}

export function addUnreadMembers(state: SlotState): void {
  const { slots } = state;
  const [first] = slots.data;
  if (!first || state.start !== 'object' || slots.data.every(isCookie)) return;
  const segments = segmentsFrom(state);
  const found: TermMatch[] = [];
  let members = 0;
  for (const [i, segment] of segments.entries()) {
    if (segment.read) {
      members++;
      continue;
    }
    const goes = members === 0 ? leads(state, segments, i) : goesOn(state, segments, i, members);
    const span = goes ? memberIn(state, segment, members) : undefined;
    const head = goes && !span ? sharedHead(state, segments, i) : undefined;
    if (head !== undefined) {
      members++;
      const word = (state.tokens[segment.last] as Token).lower;
      found.push({ kind: 'data', ids: [ownDataId([word, head])], first: segment.last, last: segment.last });
      continue;
    }
    if (!span) {
      if (!isPassed(state, segment)) members = 0;
      continue;
    }
    members++;
    found.push({ kind: 'data', ids: [ownDataId(wordsOf(state, span))], ...span });
  }
  if (found.length === 0) return;
  slots.data.push(...found);
  slots.data.sort((a, b) => a.first - b.first || a.last - b.last);
}

function segmentsFrom(state: SlotState): Segment[] {
  const { tokens, slots, from } = state;
  const end = Math.min(state.to, seriesEnd(state, (slots.data[0] as TermMatch).first));
  const read = new Set<number>();
  for (const { first, last } of slots.data) for (let i = first; i <= last; i++) read.add(i);
  const found: Segment[] = [];
  let start = from;
  let opens = true;
  const close = (at: number, width: number, opening: boolean): void => {
    if (at > start) {
      let known = false;
      for (let k = start; k < at; k++) known ||= read.has(k);
      found.push({ first: start, last: at - 1, read: known, opens });
    }
    start = at + width;
    opens = opening;
  };
  for (let i = from; i < end; i++) {
    if (read.has(i)) continue;
    // "content which includes videos"
    const includes = tokens[i]?.lower === 'which' && reopensByRelative(tokens, i);
    const opening = includes ? 2 : reopeningLength(tokens, i);
    if (opening > 0) close(i, opening, true);
    else if (isJoint(tokens[i] as Token)) close(i, 1, /^[:(]$/.test((tokens[i] as Token).lower));
  }
  close(end, 1, false);
  return found;
}

/** More data follows, or the segment ends the enumeration. */
function goesOn(state: SlotState, segments: readonly Segment[], i: number, members: number): boolean {
  const { tokens } = state;
  const { first, opens } = segments[i] as Segment;
  const joint = tokens[first - 1]?.lower ?? '';
  // "your name and (where relevant) lamp type"
  if (joint === ')' && !isInserted(tokens, first - 1)) return false;
  if (segments.slice(i + 1, i + LOOKAHEAD).some(({ read }) => read)) return true;
  if (opens) return false;
  // "usage data and errors"
  if (members < 2) return isConjunction(joint) && isPluralTo(state, segments[i] as Segment);
  // "…, times and places": the last member is joined by "and"
  const closes = segments.slice(i + 1, i + LOOKAHEAD).some((next) => isConjunction(tokens[next.first - 1]?.lower));
  return closes || isConjunction(joint) || isInserted(tokens, first - 1);
}
/** In segments. */
const LOOKAHEAD = 4;

/** A plural to the end of its segment, behind a specific type. */
function isPluralTo({ tokens, slots }: SlotState, { first, last }: Segment): boolean {
  const { lower } = tokens[last] as Token;
  const before = slots.data.find((term) => term.last === first - 2);
  return nounLemma(lower) !== lower && before !== undefined && !before.ids.some(isDataRoot);
}

function isInserted(tokens: readonly Token[], close: number): boolean {
  let open = close - 1;
  while (open > close - LONGEST_NAME && tokens[open] && tokens[open]?.lower !== '(') open--;
  return tokens[open]?.lower === '(' && tokens[open - 1] !== undefined && isJoint(tokens[open - 1] as Token);
}

/** The first of an enumeration: what stands behind the next joint is data. */
function leads({ tokens, slots }: SlotState, segments: readonly Segment[], i: number): boolean {
  if (!(segments[i] as Segment).opens) return false;
  // "test audio, video and screen recordings"
  for (let k = i; k < i + LOOKAHEAD && segments[k + 1]; k++) {
    const { first, last } = segments[k] as Segment;
    const next = segments[k + 1] as Segment;
    if (
      (last - first > SHORT && !isAsked(tokens, first)) ||
      !(tokens[last + 1]?.lower === ',' || isConjunction(tokens[last + 1]?.lower))
    )
      return false;
    if (next.read)
      return slots.data.some(
        (term) => term.first >= next.first && term.first <= next.last && !term.ids.some(isDataRoot),
      );
  }
  return false;
}
/** In tokens. */
const SHORT = 4;

/** "data" in "technical, error and usage data": the noun of the last member belongs to single words before it. */
function sharedHead({ tokens, slots }: SlotState, segments: readonly Segment[], i: number): string | undefined {
  const word = tokens[(segments[i] as Segment).last] as Token;
  if (isUnsaid(word) || isPlainAdjective(word.lower) || !isNameWord(word)) return undefined;
  for (let k = i; k < i + LOOKAHEAD && segments[k + 1]; k++) {
    const { first, last } = segments[k] as Segment;
    const next = segments[k + 1] as Segment;
    const alone = first === last || (k === i && last === first + 1 && isUnsaid(tokens[first] as Token));
    const joint = tokens[last + 1]?.lower;
    if (!alone || nounLemma((tokens[last] as Token).lower) !== tokens[last]?.lower) return undefined;
    if (next.opens || !(joint === ',' || isConjunction(joint))) return undefined;
    if (next.read) {
      const term = slots.data.find((known) => known.first >= next.first && known.first <= next.last);
      const head = term && term.last > term.first ? tokens[term.last]?.lower : undefined;
      return head === 'data' || head === 'information' ? head : undefined;
    }
  }
  return undefined;
}

/** In a bracket, or words that no member begins with: the enumeration goes on behind it. */
const isPassed = ({ tokens }: SlotState, { first, last }: Segment): boolean =>
  tokens[first - 1]?.lower === '(' || tokens[last + 1]?.lower === ')' || last - first < 3;
