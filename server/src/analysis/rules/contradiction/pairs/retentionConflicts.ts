import cues from '../../../catalogue/contradiction.yaml';
import { wordsOf } from '../../../document/place';
import type { Place } from '../../../document/types';
import { Comparison, kept, selected } from '../../../kept';
import { hoursOf } from '../../../language/durations';
import { determiners, prepositions } from '../../../language/grammar';
import type { Token } from '../../../language/types';
import type { Policy } from '../../../policy';
import { isGeneralData } from '../../../practices/generalData';
import { matterOf } from '../../../practices/matter';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { RetentionStatement } from '../../../practices/types';
import { outlivesAccount } from './accountEnd';

const { retentionOccasions } = cues as { readonly retentionOccasions: readonly string[] };

/** Two retention statements about the same data that cannot both hold. */
export interface RetentionConflict {
  readonly kind: 'periods' | 'atOnce' | 'indefinite' | 'beyond' | 'afterwards';
  /** The one that promises less storage. */
  readonly shorter: RetentionStatement;
  readonly longer: RetentionStatement;
}

const STATED = new Set(['fixed', 'fixed_bounded', 'event_plus']);
/** Pairs are few: a draft with more retention statements than this is compared up to here. */
const MOST_COMPARED = 400;

/** Every pair of a draft, in reading order. */
export const retentionConflicts = selected(
  ({ document, retention, ownNames }: Policy) => [document.draft, retention, ownNames],
  (draft, retention, ownNames): readonly RetentionConflict[] =>
    withoutEntries(
      comparisons(draft)(ownNames).of(retention.slice(0, MOST_COMPARED).filter((statement) => !isQualified(statement))),
      retention,
    ),
);

/** Three periods for data in general are no slip: each belongs to what its part of the draft speaks of. */
function withoutEntries(
  found: readonly RetentionConflict[],
  retention: readonly RetentionStatement[],
): readonly RetentionConflict[] {
  const general = retention.filter((statement) => STATED.has(statement.class) && coversAll(statement));
  if (new Set(general.flatMap(({ durations }) => durations)).size <= MOST_GENERAL_PERIODS) return found;
  return found.filter(({ kind, shorter, longer }) => kind !== 'periods' || !(coversAll(shorter) && coversAll(longer)));
}
const MOST_GENERAL_PERIODS = 2;

const comparisons = kept((_draft: object) =>
  kept(
    (ownNames: readonly string[]) =>
      new Comparison((first: RetentionStatement, second: RetentionStatement) =>
        first.sentence !== second.sentence && isSameMatter(first, second, ownNames)
          ? (compare(first, second) ?? compare(second, first))
          : undefined,
      ),
  ),
);

/** Each part of the service has its own periods; what is said of everything outside of them holds for all. */
function isSameMatter(a: RetentionStatement, b: RetentionStatement, ownNames: readonly string[]): boolean {
  const [here, there] = [a, b].map(({ sentence }) => matterOf(sentence.block.section, ownNames)?.block);
  return here === there || (!here && isOfEverything(a)) || (!there && isOfEverything(b));
}

/** Statements that something else in the draft contradicts. */
export const disputed = (policy: Policy): ReadonlySet<RetentionStatement> => inConflict(retentionConflicts(policy));
const inConflict = kept(
  (conflicts: readonly RetentionConflict[]): ReadonlySet<RetentionStatement> =>
    new Set(conflicts.flatMap(({ shorter, longer }) => [shorter, longer])),
);

/** Pairs of a statement here and one in another document of the set. */
export function retentionConflictsAcross(policy: Policy, other: Policy): readonly RetentionConflict[] {
  const [here, there] = [policy, other].map(({ retention }) =>
    retention.slice(0, MOST_COMPARED).filter((statement) => !isQualified(statement)),
  ) as [RetentionStatement[], RetentionStatement[]];
  return here.flatMap((first) => there.flatMap((second) => compare(first, second) ?? compare(second, first) ?? []));
}

/** "except …", "unless …", "where …": holds for some of the data only. */
const isQualified = kept(({ sentence, data, words }: RetentionStatement): boolean => {
  const { tokens } = sentence;
  if (data.length > 6 || tokens.some(({ lower }) => lower === 'except' || lower === 'unless')) return true;
  const first = tokens.findIndex(({ start }) => start >= words.start);
  // "If you applied for a job, we keep your data for …"
  if (retentionOccasions.includes(tokens[0]?.lower ?? '') && tokens.slice(0, first).some(({ lower }) => lower === ','))
    return true;
  return tokens
    .slice(Math.max(0, first - 12), first)
    .some(({ lower }) => lower === 'certain' || lower === 'some' || lower === 'limited');
});

/** Far from the words on how long, a term may belong to something else ("a record of the fact that … your information"). */
const NEAR = 60;

function isNear({ data, words }: RetentionStatement): boolean {
  const [first] = data;
  return (
    first === undefined ||
    first.place.block !== words.block ||
    (first.place.start > words.start - NEAR && first.place.start < words.end + NEAR / 2)
  );
}

function compare(a: RetentionStatement, b: RetentionStatement): RetentionConflict | undefined {
  if (isOfOneRow(a) || isOfOneRow(b) || areEntries(a, b)) return undefined;
  if (coversAll(a) && coversAll(b) && (isOfSome(a) || isOfSome(b))) return undefined;
  const conflict = (kind: RetentionConflict['kind']): RetentionConflict => ({ kind, shorter: a, longer: b });
  if (
    a.bound === 'upper' &&
    a.class === 'event' &&
    b.residual &&
    b.verdict === 'vague' &&
    b.polarity === 'affirmed' &&
    b.action === 'keep'
  ) {
    return coversAll(a) && (coversAll(b) || isSame(a, b)) ? conflict('beyond') : undefined;
  }
  if (
    b.class === 'indefinite' &&
    b.verdict !== 'acceptable (not personal)' &&
    STATED.has(a.class) &&
    a.verdict === 'specific'
  ) {
    // a cookie that outlives the browser's session has its end elsewhere
    const session = b.sentence.tokens.some(({ lemma }) => lemma === 'browser' || lemma === 'session');
    return isSame(a, b) && !session && !pointsBack(a) && !pointsBack(b) ? conflict('indefinite') : undefined;
  }
  if (a.action === 'delete' && a.atOnce && b.action === 'keep' && STATED.has(b.class)) {
    return isSame(a, b, isOfEverything(a)) && !pointsBack(a) && !pointsBack(b) && sameEvent(a, b)
      ? conflict('atOnce')
      : undefined;
  }
  if (outlivesAccount(a, b) && isOfEverything(a) && !isAskedByLaw(b)) return conflict('afterwards');
  return periods(a, b) ?? outlasts(a, b);
}

/** "Deleted data", "photos containing personal data", "if this data is saved": some of it, whatever the noun says. */
function isOfSome({ data: [first], sentence }: RetentionStatement): boolean {
  if (!first || first.place.block !== sentence.block) return false;
  const before = sentence.tokens.findLast(({ end }) => end <= first.place.start);
  if (before?.kind !== 'word') return false;
  return before.verb?.form === 'gerund' || before.verb?.form === 'past' || before.verb?.form === 'participle';
}

/** "The data is deleted after two days" in a table is the data of its row. */
const isOfOneRow = (statement: RetentionStatement): boolean =>
  statement.sentence.block.cell !== undefined && (statement.data.length === 0 || coversAll(statement));

/** "How long do we keep it?" below each of several headings: entries of one form, each with its own subject. */
function areEntries(a: RetentionStatement, b: RetentionStatement): boolean {
  const [here, there] = [a.sentence.block.section, b.sentence.block.section];
  return here !== there && here.title !== '' && here.title === there.title;
}

/** "We keep no data longer than a month", and invoices for ten years. */
function outlasts(a: RetentionStatement, b: RetentionStatement): RetentionConflict | undefined {
  if (!isOfEverything(a) || coversAll(b) || b.action !== 'keep' || b.bound === 'upper') return undefined;
  if (!isShorter(a, b) || !sameEvent(a, b)) return undefined;
  const explained = a.words.block === b.words.block || (a.polarity === 'affirmed' && isAskedByLaw(b));
  return explained || !isPersonal(b) ? undefined : { kind: 'periods', shorter: a, longer: b };
}

/** "any personal data", "all your data": nothing is left out. */
const isOfEverything = (statement: RetentionStatement): boolean =>
  statement.data.length > 0 &&
  coversAll(statement) &&
  statement.bound !== 'lower' &&
  isNear(statement) &&
  statement.sentence.tokens.some(({ lower }) => EVERY.has(lower));
const EVERY = new Set(['all', 'any', 'every', 'no', 'none', 'nothing']);

const isAskedByLaw = ({ sentence }: RetentionStatement): boolean =>
  sentence.tokens.some(({ lemma }) =>
    /^(?:law|legal|legally|statutory|require|tax|regulation|obligation)$/.test(lemma),
  );

const isPersonal = ({ data, object }: RetentionStatement): boolean =>
  object === undefined &&
  data.length > 0 &&
  data.every(({ id }) => dataGraph.isA(id, 'personal') && id !== 'non_personal');

/** "kept for 30 days" and "kept for two years", "deleted after a week" and "kept for a month": of the same data, from the same start. */
function periods(a: RetentionStatement, b: RetentionStatement): RetentionConflict | undefined {
  if (!isShorter(a, b)) return undefined;
  // "up to a year" leaves room for less
  if (a.bound !== b.bound && (a.bound === 'lower' || b.bound === 'upper')) return undefined;
  if (a.words.block.section === b.words.block.section && a.kind !== 'prose' && b.kind !== 'prose') return undefined;
  const [first] = a.data;
  const [second] = b.data;
  const sameObject = a.object !== undefined && b.object !== undefined && nounOf(a.object) === nounOf(b.object);
  const sameWords =
    sameObject ||
    (first !== undefined && first.id === second?.id && isOneThing(a) && isOneThing(b) && key(a) === key(b));
  return sameWords && !pointsBack(a) && !pointsBack(b) && sameEvent(a, b)
    ? { kind: 'periods', shorter: a, longer: b }
    : undefined;
}

/** Both give one period, and the first is the shorter one. */
function isShorter(a: RetentionStatement, b: RetentionStatement): boolean {
  if (!STATED.has(a.class) || !STATED.has(b.class) || a.verdict !== 'specific' || b.verdict !== 'specific')
    return false;
  return (
    a.durations.length === 1 && b.durations.length === 1 && hoursOf(a.durations[0]) < SAME * hoursOf(b.durations[0])
  );
}

/** "24 months" are two years, and "30 days" are a month: months and years have no one length. */
const SAME = 0.95;

/** One type of data, or one with examples: "server logs, including IP addresses". */
function isOneThing({ data }: RetentionStatement): boolean {
  const [first, second] = data;
  if (!second) return true;
  if (first.place.block !== second.place.block) return false;
  const between = first.place.block.text.slice(first.place.end, second.place.start);
  return /^[\s,]*(?:\(|including\b|such as\b|like\b|with\b)/.test(between);
}

/** The noun with what narrows it: "login cookies" are not "comment cookies", "IP addresses used to register" not any. */
function key({ data, sentence }: RetentionStatement): string {
  const [{ place }] = data;
  const words = wordsOf(place)
    .toLowerCase()
    .replace(/^(?:your|the|our|all)\s/, '');
  if (place.block !== sentence.block) return words;
  const { tokens } = sentence;
  const before = tokens.findLast((token) => token.end <= place.start);
  const after = tokens.findIndex((token) => token.start >= place.end);
  const modifier =
    before?.kind === 'word' && (before.lower === 'without' || !isGrammatical(before)) ? before.lower : '';
  const participle =
    tokens[after]?.verb?.form === 'past' || /^(?:that|which)$/.test(tokens[after]?.lower ?? '')
      ? tokens.slice(after, after + 4).map(({ lower }) => lower)
      : [];
  return [modifier, words, ...participle].join(' ').trim();
}

const isGrammatical = ({ lower, verb }: Token): boolean =>
  determiners.has(lower) || prepositions.has(lower) || verb !== undefined;

/** "These cookies": which ones, only the sentence before says. */
function pointsBack({ data, object, sentence }: RetentionStatement): boolean {
  const place = object ?? data[0].place;
  if (place.block !== sentence.block) return false;
  const before = sentence.tokens.findLast((token) => token.end <= place.start)?.lower ?? '';
  return /^(?:this|these|those|that|such)$/.test(before) || /^(?:this|these|those|that|such) /i.test(wordsOf(place));
}

const nounOf = (place: Place): string => wordsOf(place).toLowerCase().replace(/s$/, '');

const coversAll = ({ data, object }: RetentionStatement): boolean =>
  object === undefined && data.every(({ id }) => isGeneralData(id));

/** The same data; with `narrower`, what `b` keeps may be part of what `a` deletes. */
function isSame(a: RetentionStatement, b: RetentionStatement, narrower = false): boolean {
  if (a.object || b.object)
    return a.object !== undefined && b.object !== undefined && nounOf(a.object) === nounOf(b.object);
  if (a.data.length === 0 || b.data.length === 0) return false;
  if (coversAll(a) && coversAll(b)) return isNear(a) && isNear(b);
  return b.data.some(
    ({ id }) =>
      a.data.some((mention) => mention.id === id || (narrower && dataGraph.relate(id, mention.id).relation === '<')) &&
      !isGeneralData(id),
  );
}

/** Both clocks start with the same happening, or neither is named. */
function sameEvent(a: RetentionStatement, b: RetentionStatement): boolean {
  const [one, other] = [namesEvent(a), namesEvent(b)];
  if (!one && !other) return true;
  if (!one || !other) return false;
  const first = stems(a);
  return stems(b).some((stem) => first.includes(stem));
}

/** "30 days after they were sent": from when the data came into being on, as where nothing is said. */
const namesEvent = ({ startEvent }: RetentionStatement): boolean =>
  startEvent !== undefined && !(ORIGIN.test(wordsOf(startEvent)) && !LATER.test(wordsOf(startEvent)));
const ORIGIN =
  /^(?:(?:they|it|these|the \p{L}+) (?:was|were|is|are|has been|have been) )?(?:being )?(?:sent|collected|recorded|created|posted|uploaded|generated|captured|taken|made|written|logged|received|collection|recording|creation)$/iu;
const LATER = /\b(?:last|it was received|account|request|order|contract|decision|payment|purchase)\b/i;

/** Words of the event, cut so that "close" meets "closure" and "deletion" meets "delete". */
function stems({ startEvent }: RetentionStatement): string[] {
  const words = startEvent
    ? wordsOf(startEvent)
        .toLowerCase()
        .match(/\p{L}{4,}/gu)
    : null;
  return (words ?? [])
    .filter((word) => !/^(?:your|with|from|that|this|have|been|account)$/.test(word))
    .map((word) => word.slice(0, 4));
}
