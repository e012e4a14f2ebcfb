import { readClauses } from '../../language/clauses';
import {
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
} from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { TermMatch, Token } from '../../language/types';
import { isDataRoot } from '../generalData';
import { ownDataId } from '../names/ownData';
import { seriesEnd } from './laterMembers';
import { inNoName, isAdjective, isBare, isNoun, isPlainAdjective, isUnsaid, namesNothing } from './ownNouns';
import { isCookie } from './slotCues';
import { reopeningLength } from './slotPhrases';
import type { SlotState } from './slotState';
import type { Span } from './slots';

/**
 * Members of an enumeration of data that neither the ontology nor the names beside it tell: "your name, fail-log files in
 * your product and the status of your account's subscription". They are carried in their own words, so that nothing that
 * the draft lists is lost. Indexes are token indexes.
 */

/** A stretch between two joints. */
interface Segment extends Span {
  /** Something in it has been read as data. */
  readonly read: boolean;
  /** "including" or a bracket stands before it. */
  readonly opens: boolean;
}

interface Name extends Span {
  /** Its noun. */
  readonly head: number;
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
    const isFirst = members === 0;
    const goes = isFirst ? leads(state, segments, i) : goesOn(state, segments, i, members);
    const span = goes ? memberIn(state, segment, isFirst) : undefined;
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

const isJoint = ({ lower, kind }: Token): boolean =>
  (kind === 'punctuation' && /^[,;:()]$/.test(lower)) || /^(?:and|or|and\/or|&)$/.test(lower);

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
    const opening = reopeningLength(tokens, i);
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

const isConjunction = (word = ''): boolean => /^(?:and|or|&)$/.test(word);

function isInserted(tokens: readonly Token[], close: number): boolean {
  let open = close - 1;
  while (open > close - LONGEST && tokens[open] && tokens[open]?.lower !== '(') open--;
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

/** In a bracket, or words that no member begins with: the enumeration goes on behind it. */
const isPassed = ({ tokens }: SlotState, { first, last }: Segment): boolean =>
  tokens[first - 1]?.lower === '(' || tokens[last + 1]?.lower === ')' || last - first < 3;

const LONGEST = 8;

function memberIn(state: SlotState, { first, last }: Segment, isFirst: boolean): Span | undefined {
  const { tokens, slotAt } = state;
  let from = first;
  while (from < last && isUnsaid(tokens[from] as Token) && tokens[from]?.lower !== 'our') from++;
  if (isUnsaid(tokens[from] as Token)) return undefined;
  const owned = /^(?:your|their)$/.test(tokens[first]?.lower ?? '');
  const slot = slotAt[from];
  if (slot !== 'object' && !(owned && (slot === 'other' || slot === 'relative'))) return undefined;
  if (isAsked(tokens, from) && tokens[first - 1]?.lower !== '(')
    return { first: from, last: endOfQuestion(tokens, from) };
  // "your IP address (a number that …)": told again in other words
  if (tokens[first - 1]?.lower === '(' && /^an?$/.test(tokens[first]?.lower ?? '')) return undefined;
  const name = nameFrom(tokens, from, last);
  if (
    !name ||
    isDoing(state, name) ||
    (isFirst && name.last < last) ||
    state.clause.sentence.terms.some(
      (term) =>
        // "rider statistics"
        !(term.kind === 'data' || (term.kind === 'purpose' && term.first > name.first)) &&
        term.first <= name.head &&
        term.last >= name.head,
    )
  )
    return undefined;
  return name;
}

/** "store this information", "relates to you": a verb, or what may be one. */
function isDoing(state: SlotState, { first, last, head }: Name): boolean {
  const { clause, tokens } = state;
  const { verb, glue } = tokens[first] as Token;
  const next = tokens[last + 1]?.lower ?? '';
  const alone = first === head && last === head;
  if (verb?.form === 'base' && !glue && (next === 'to' || determiners.has(next) || possessives.has(next))) return true;
  if (verb?.form === 'base' && alone && /^(?:with|for|from|by|through)$/.test(next)) return true;
  // "relates to you"
  if (verb?.form === 'third' && next === 'to' && secondPerson.has(tokens[last + 2]?.lower ?? '')) return true;
  // "text", "objects": data right beside it, or an article
  if (alone && (isBesideData(state, first) || determiners.has(tokens[first - 1]?.lower ?? ''))) return false;
  return readClauses(clause.sentence).some(
    ({ group }) => group.form === 'finite' && (group.verb === first || group.verb === head),
  );
}

/** Nothing but joints and articles stands between it and data. */
function isBesideData({ tokens, slots }: SlotState, at: number): boolean {
  let before = at - 1;
  while (tokens[before] && (isJoint(tokens[before] as Token) || isUnsaid(tokens[before] as Token))) before--;
  let after = at + 1;
  while (tokens[after] && (isJoint(tokens[after] as Token) || isUnsaid(tokens[after] as Token))) after++;
  return slots.data.some(
    (term) => (term.last === before && before < at - 1) || (term.first === after && after > at + 1),
  );
}

/** "how you came to the site", "how often you write" */
const isAsked = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:how|whether|what|which)$/.test(tokens[at]?.lower ?? '') ||
    // "…, when you do" may be a condition
    (/^(?:when|where)$/.test(tokens[at]?.lower ?? '') && /^(?:and|or|;)$/.test(tokens[at - 1]?.lower ?? ''))) &&
  (tokens[at + 1]?.lower === 'you' || tokens[at + 2]?.lower === 'you') &&
  tokens[at + 1]?.lower !== 'to';

function endOfQuestion(tokens: readonly Token[], from: number): number {
  let last = from;
  while (
    last - from < LONGEST &&
    tokens[last + 1] &&
    !isJoint(tokens[last + 1] as Token) &&
    tokens[last + 1]?.kind !== 'punctuation'
  )
    last++;
  return last;
}

/** Without articles; the noun and what it is of in their dictionary form. */
function wordsOf({ tokens }: SlotState, { first, last }: Span): string[] {
  return tokens.slice(first, last + 1).flatMap(({ lower }, i, all) => {
    if (i > 0 && (determiners.has(lower) || possessives.has(lower))) return [];
    return i === all.length - 1 || all[i + 1]?.lower === 'of' ? [nounLemma(lower)] : [lower];
  });
}

/** The noun, what stands before it and what "of" adds to it; undefined where the words name nothing. */
function nameFrom(tokens: readonly Token[], first: number, end: number): Name | undefined {
  let last = first - 1;
  let head = first - 1;
  let governed = false;
  for (let i = first; i <= end; i++) {
    const token = tokens[i] as Token;
    if (i > first && (token.lower === 'of' || /^['’]s?$/.test(token.lower))) governed = true;
    else if (governed && (determiners.has(token.lower) || possessives.has(token.lower))) continue;
    else if (!isNameWord(token)) break;
    else {
      if (!governed) head = i;
      last = i;
    }
  }
  const noun = tokens[head];
  if (last < first || last - first >= LONGEST || !noun || !isNoun(noun)) return undefined;
  if (namesNothing.has(noun.lemma) || namesNothing.has(noun.lower) || isPlainAdjective(noun.lower)) return undefined;
  if (isAdjective(noun)) return undefined;
  // "the card you paid with", "items such as": nothing that readers keep, or a word for what follows
  const next = tokens[last + 1]?.lower ?? '';
  if (
    // "access to your camera"
    (/^(?:you|to)$/.test(next) && nounLemma(noun.lower) === noun.lower) ||
    ((next === 'such' || next === 'of') && isBare(noun.lower))
  )
    return undefined;
  // "(ii)"
  if (first === last && tokens[first - 1]?.lower === '(' && next === ')' && /^[ivx]+$/.test(noun.lower))
    return undefined;
  return { first, last, head };
}

const isNameWord = (token: Token): boolean => {
  const { lower, kind, verb } = token;
  return (
    kind === 'word' &&
    (lower.length > 1 || token.glue !== undefined) &&
    !inNoName.has(lower) &&
    !prepositions.has(lower) &&
    !subordinators.has(lower) &&
    !relativePronouns.has(lower) &&
    !conjunctions.has(lower) &&
    !firstPerson.has(lower) &&
    !secondPerson.has(lower) &&
    !determiners.has(lower) &&
    !isAdverb(token) &&
    verb?.form !== 'gerund'
  );
};
