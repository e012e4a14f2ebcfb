import { findDurations, isUnit } from '../../language/durations';
import type { PhraseList } from '../../language/phrases';
import type { Clause, Duration, Sentence, Token, TokenSpan } from '../../language/types';
import type { RetentionClass } from '../types';
import { boundsOf, isCapOn } from './bounds';
import { complementClass, complementEnd } from './complements';
import { type Introducer, introducerAt, isContrast } from './introducers';
import type { RetentionPredicate } from './predicates';
import { phrases, words } from './wording';

/** Words of a sentence that say how long something is kept, or when it is deleted. Token indexes, `last` inclusive. */
export interface PeriodExpression {
  readonly class: RetentionClass;
  /** What a finding underlines. */
  readonly first: number;
  readonly last: number;
  /** The whole phrase ("only for as long as necessary for our purposes"): what a fix replaces. */
  readonly phraseFirst: number;
  readonly phraseLast: number;
  readonly iso?: string;
  /** Words that start the clock, or the event that ends the storage. */
  readonly event?: TokenSpan;
  readonly bound?: 'upper' | 'lower';
  /** "about", "typically", "or longer". */
  readonly weakened?: boolean;
  /** "about" alone. */
  readonly approximate?: boolean;
  /** "currently five years": the present value of a criterion. */
  readonly current?: boolean;
  /** "reviewed every 12 months". */
  readonly review?: boolean;
  /** How the words are introduced; `phrase`: they stand alone. */
  readonly kind: 'duration' | 'span' | 'until' | 'beyond' | 'when' | 'phrase';
}

const law = phrases('vague.law');
const vague: readonly (readonly [RetentionClass, PhraseList])[] = [
  ['vague_law', law],
  ['vague_reasonable', phrases('vague.reasonable')],
  ['vague_business', phrases('vague.business')],
  ['vague_necessity', phrases('vague.necessity')],
  ['indefinite', phrases('vague.indefinite')],
  ['discretion', phrases('vague.discretion')],
];
const starts = phrases('bounds.start');
const current = phrases('bounds.current');
const lookBack = words('notPeriod.lookBack');
const every = words('notPeriod.every');
const review = phrases('notPeriod.review');
const deadlineVerbs = words('notPeriod.deadlineVerbs');
const requests = phrases('notPeriod.request');
const inactivity = phrases('inactivity');
const eventWords = phrases('complement.event');
const thereafter = phrases('thereafter.behind');
const onTop = phrases('thereafter.before');
const lasting = words('thereafter.lasting');
const clockOpeners = words('thereafter.openers');
/** "for its duration" */
const lifeWords = words('lifeWords');
/** Words that belong to a phrase but lie left of its introducer. */
const openers = words('periodOpeners');

/** What is known of a sentence when its periods are read. */
export interface Reading {
  readonly sentence: Sentence;
  readonly clauses: readonly Clause[];
  readonly predicates: readonly RetentionPredicate[];
  /** The surroundings say that the words are about keeping: a table column, a list whose lead says "we keep". */
  readonly bare: boolean;
}

function nearestVerb(clauses: readonly Clause[], before: number): Clause | undefined {
  let nearest: Clause | undefined;
  for (const clause of clauses) if (clause.group.verb < before) nearest = clause;
  return nearest;
}

/** Whether a length of time is how long data is kept, and not a deadline, an age or a look-back window. */
function isStorage(duration: Duration, { sentence, clauses, predicates, bare }: Reading): boolean {
  const { tokens } = sentence;
  const before = tokens[duration.first - 1]?.lower ?? '';
  const deletes = predicates.some(({ action }) => action === 'delete');
  if (lookBack.has(before) && !(every.has(before) && deletes)) return false;
  const isPredicate = (clause: Clause) => predicates.some(({ at }) => at === clause.group.verb);
  if (inactivity.find(tokens, Math.max(0, duration.first - 10), Math.min(tokens.length, duration.last + 10))) {
    return bare || predicates.some(({ strength }) => strength !== 'weak');
  }
  const nearest = nearestVerb(clauses, duration.first);
  if (!nearest) {
    // "After 90 days, logs are deleted"; "Crash reports: 13 months".
    return bare || predicates.length > 0;
  }
  if (isPredicate(nearest)) {
    const predicate = predicates.find(({ at }) => at === nearest.group.verb);
    if (predicate?.strength === 'weak' && nearest.base === 'use') return false;
    return !(predicate?.action === 'delete' && requests.find(tokens));
  }
  // "complaints that we receive from you, for six years": the comma takes the reader back to what is kept
  const closed =
    isCapOn(tokens, duration.first) ||
    (nearest.embedding === 'relative' &&
      tokens.slice(nearest.group.verb, duration.first).some(({ lower }) => lower === ',' || lower === ')'));
  if (deadlineVerbs.has(nearest.base) && !closed)
    return predicates.some(({ nominal, at }) => nominal && at < duration.first);
  return (
    bare ||
    predicates.some(({ action, strength }) =>
      action === 'keep' ? strength !== 'weak' : !requests.find(tokens, 0, duration.first),
    )
  );
}

/** "[N months]": a period that waits to be filled in says that there will be one. It has no length. */
function unfilledDurations(tokens: readonly Token[]): Duration[] {
  const found: Duration[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first].lower !== '[') continue;
    const last = tokens.findIndex(({ lower }, i) => i > first && i < first + 8 && lower === ']');
    if (last < 0) continue;
    const inside = tokens.slice(first + 1, last);
    if (inside.some(({ lower }) => isUnit(lower)) && !inside.some(({ kind }) => kind === 'number')) {
      found.push({ iso: '', first, last });
    }
    first = last;
  }
  return found;
}

function withDurations(reading: Reading): PeriodExpression[] {
  const { tokens } = reading.sentence;
  const found: PeriodExpression[] = [];
  for (const duration of [...findDurations(tokens), ...unfilledDurations(tokens)]) {
    const { first, last, iso } = duration;
    if (reading.sentence.quoted.has(first)) continue;
    const common = { iso, kind: 'duration' as const };
    if (every.has(tokens[first - 1]?.lower) && review.find(tokens, 0, first)) {
      found.push({ ...common, class: 'fixed', first, last, phraseFirst: first - 1, phraseLast: last, review: true });
      continue;
    }
    if (!isStorage(duration, reading)) continue;
    const phraseFirst = openedFrom(tokens, first);
    const { bound, boundFirst, open, weakened, approximate } = boundsOf(tokens, duration, phraseFirst);
    const event = startOf(tokens, duration, reading.clauses);
    found.push({
      ...common,
      class: event ? 'event_plus' : bound ? 'fixed_bounded' : 'fixed',
      first,
      last,
      phraseFirst: Math.min(phraseFirst, boundFirst ?? phraseFirst),
      phraseLast: Math.max(last, event && event.first > last ? event.last : last, open?.last ?? last),
      ...(event && { event }),
      ...(bound && { bound }),
      ...(weakened && { weakened }),
      ...(approximate && { approximate }),
      ...(current.endingAt(tokens, first, 3) && { current: true }),
      ...(open && !bound && { bound: 'upper', class: event ? 'event_plus' : 'fixed_bounded' }),
    });
  }
  return found;
}

/** The words that start the clock of a length of time: behind it ("30 days after …"), or the inactivity around it. */
function startOf(tokens: readonly Token[], duration: Duration, clauses: readonly Clause[]): PeriodExpression['event'] {
  const start = starts.at(tokens, duration.last + 1);
  if (start) {
    const first = start.last + 1;
    const last = complementEnd(tokens, first, clauses) - 1;
    const named = tokens[start.first].lower !== 'of' || eventWords.find(tokens, first, Math.min(first + 4, last + 1));
    const vacuous = ['which', 'this', 'that'].includes(tokens[first]?.lower);
    if (last >= first && named && !vacuous && tokens[start.first].lower !== 'on') return { first, last };
  }
  const idle = inactivity.find(tokens, Math.max(0, duration.first - 10), Math.min(tokens.length, duration.last + 5));
  if (idle) return { first: idle.first, last: idle.last };
  const opening = openingEvent(tokens, clauses);
  if (opening && opening.last < duration.first) return opening;
  const later = thereafter.at(tokens, duration.last + 1) ?? onTop.endingAt(tokens, duration.first, 5);
  if (!later || !tokens.slice(0, duration.first).some(({ lower }) => lasting.has(lower))) return undefined;
  const event = eventWords.find(tokens, 0, duration.first);
  return event && { first: event.first, last: event.last };
}

/** "After closure, we keep your profile for six months": what opens the sentence starts the clock. */
function openingEvent(tokens: readonly Token[], clauses: readonly Clause[]): PeriodExpression['event'] {
  if (!clockOpeners.has(tokens[0].lower)) return undefined;
  const comma = tokens.findIndex(({ lower }) => lower === ',');
  const subject = clauses.find(({ embedding }) => embedding === 'main')?.subject?.first;
  const to = comma > 0 ? comma : (subject ?? 0);
  return to > 1 && eventWords.find(tokens, 1, to) ? { first: 1, last: to - 1 } : undefined;
}

function openedFrom(tokens: readonly Token[], first: number): number {
  let at = first;
  while (at > 0 && openers.has(tokens[at - 1].lower)) at--;
  return at;
}

/** "as long as …", "until …", "when …" with the words behind them. */
function withIntroducers(reading: Reading, durations: readonly PeriodExpression[]): PeriodExpression[] {
  const found: PeriodExpression[] = [];
  for (let at = 0; at < reading.sentence.tokens.length; at++) {
    const introducer = introducerAt(reading.sentence, reading.predicates, at);
    const period = introducer && introduced(reading, introducer, durations);
    if (!period) continue;
    found.push(period);
    at = period.phraseLast;
  }
  return found;
}

/** The period that an introducer opens, unless it holds a length of time, which is a period by itself. */
function introduced(
  { sentence, clauses }: Reading,
  introducer: Introducer,
  durations: readonly PeriodExpression[],
): PeriodExpression | undefined {
  const { tokens } = sentence;
  const { kind, first, last } = introducer;
  const { lower } = tokens[last];
  const from = last + 1;
  if (isContrast(tokens, introducer)) return undefined;
  const to = complementEnd(tokens, from, clauses);
  if (durations.some((duration) => duration.phraseFirst <= to - 1 && duration.first >= first)) return undefined;
  const read =
    from === to && kind === 'span' && lifeWords.has(lower)
      ? { class: 'event' as const, words: undefined }
      : complementClass(sentence, from, to, kind, lower);
  if (!read) return undefined;
  const phraseLast = Math.max(to - 1, last);
  const endsWithEvent = read.class === 'event' || read.class === 'criteria_specific';
  return {
    class: read.class,
    kind,
    first,
    last: read.words ? Math.max(read.words.last, last) : phraseLast,
    phraseFirst: openedFrom(tokens, first),
    phraseLast,
    ...(endsWithEvent && { event: from < to ? { first: from, last: to - 1 } : { first, last } }),
  };
}

/** "for a reasonable period", "as required by law", "indefinitely". */
function standingAlone(reading: Reading, taken: readonly PeriodExpression[]): PeriodExpression[] {
  const { tokens, quoted } = reading.sentence;
  const found: PeriodExpression[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (quoted.has(at) || taken.some((period) => at >= period.phraseFirst && at <= period.phraseLast)) continue;
    for (const [name, list] of vague) {
      const match = list.at(tokens, at);
      if (!match) continue;
      const to = name === 'indefinite' ? match.last + 1 : complementEnd(tokens, match.last + 1, reading.clauses);
      // "as necessary to comply with the law", "a longer period required by law": the law decides.
      const legal = name === 'vague_necessity' || name === 'vague_reasonable' ? law.find(tokens, at, to) : undefined;
      const read = legal ? 'vague_law' : name;
      found.push({
        class: read,
        kind: 'phrase',
        first: at,
        last: legal?.last ?? match.last,
        phraseFirst: openedFrom(tokens, at),
        phraseLast: Math.max(to - 1, match.last),
      });
      at = Math.max(to - 1, match.last);
      break;
    }
  }
  return found;
}

/** All expressions of a sentence, in reading order. */
export function findPeriods(reading: Reading): PeriodExpression[] {
  const durations = withDurations(reading);
  const introduced = withIntroducers(reading, durations);
  const taken = [...durations, ...introduced];
  return [...taken, ...standingAlone(reading, taken)].sort((a, b) => a.first - b.first);
}
