import cues from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import type { Block } from '../../../document/types';
import { Comparison, kept, selected } from '../../../kept';
import { hoursOf } from '../../../language/durations';
import { modals } from '../../../language/grammar';
import type { Sentence } from '../../../language/types';
import type { Policy } from '../../../policy';
import { matterOf } from '../../../practices/matter';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { RetentionStatement } from '../../../practices/types';
import { outlivesAccount } from './accountEnd';
import {
  areAlikeBehind,
  concernSame,
  concernsPart,
  coversAll,
  isOfDataAsAWhole,
  isOfEverything,
  isOfSome,
  nameSame,
  pointsBack,
  sameEvent,
} from './sameRetention';

const { occasions, sequels, parts, removing, askedByLaw, sessions } = readCatalogue(
  cues,
  part('retentionPairs', wordLists('occasions', 'sequels', 'parts', 'removing', 'askedByLaw', 'sessions')),
);

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
  return (
    here === there ||
    (!here && isOfEverything(a)) ||
    (!there && isOfEverything(b)) ||
    ((!here || !there) && isNamed(a) && isNamed(b)) ||
    [here, there].some((matter) => matter !== undefined && isAbout(matter, a) && isAbout(matter, b))
  );
}

/** In UTF-16 units. */
const STEM = 4;

/** A type of data that the draft calls by a name, not data as a whole. */
const isNamed = (statement: RetentionStatement): boolean =>
  (statement.data.length > 0 || statement.object !== undefined) && !coversAll(statement);

/** "Chats" below "Chatting": the section is about that data, which the rest of the draft calls by the same name. */
function isAbout({ text }: Block, { data: [first], object }: RetentionStatement): boolean {
  const place = object ?? first?.place;
  const noun = place ? (wordsOf(place).toLowerCase().split(' ').at(-1) ?? '') : '';
  return (
    noun.length >= STEM &&
    text
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(noun.slice(0, STEM)))
  );
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
  if (isOfLabelled(sentence) || isBelowLabel(sentence) || isOnRequest(sentence) || goesOn(sentence)) return true;
  if (sentence.block.section.blocks.some(({ text }) => EXCEPTION.test(text))) return true;
  const first = tokens.findIndex(({ start }) => start >= words.start);
  // "If you applied for a job, we keep your data for …"
  if (occasions.includes(tokens[0]?.lower ?? '') && tokens.slice(0, first).some(({ lower }) => lower === ','))
    return true;
  return tokens.slice(Math.max(0, first - 12), first).some(({ lower }) => parts.includes(lower));
});

/** "Exception: logs are kept for 90 days", in the same section. */
const EXCEPTION = /^\W*exceptions?\b(?=\W)/i;

/** "After that, they are kept as backups for four weeks." */
const goesOn = ({ tokens }: Sentence): boolean => {
  const opening = ` ${tokens
    .slice(0, 3)
    .map(({ lower }) => lower)
    .join(' ')} `;
  return sequels.some((words) => opening.startsWith(` ${words} `));
};

/** "You can ask us to delete your data. We will delete it within 30 days": after the request that the sentence before speaks of. */
function isOnRequest({ block, index, tokens }: Sentence): boolean {
  const before = index > 0 ? sentencesOf(block)[index - 1] : undefined;
  return (
    before !== undefined &&
    tokens.some(({ verb }) => removing.includes(verb?.base ?? '')) &&
    before.tokens.some(({ lower }, i, all) => lower === 'you' && modals.has(all[i + 1]?.lower ?? '')) &&
    before.tokens.some(({ verb }) => removing.includes(verb?.base ?? ''))
  );
}

/** "Subscribers – we keep your details for two years": of those before the dash. */
function isOfLabelled({ tokens, terms }: Sentence): boolean {
  const dash = tokens.findIndex(({ lower, glue }) => /^[-–—]$/.test(lower) && glue === undefined);
  return (
    tokens.slice(0, dash).every(({ kind, verb }) => kind === 'word' && verb?.form !== 'third') &&
    terms.some(({ kind, ids, last }) => kind === 'entity' && last < dash && !ids.includes('first_party'))
  );
}

/** Below the title "Potential suppliers", or that line in a text that lost its titles: of those alone. */
function isBelowLabel({ block, index }: Sentence): boolean {
  const { heading, blocks } = block.section;
  const above = heading ?? blocks.find((other) => other.index === block.index - 1);
  if (!above || (above !== heading && (index > 0 || above.kind !== 'paragraph'))) return false;
  const [label] = sentencesOf(above);
  return (
    label !== undefined &&
    label.tokens.length <= LONGEST_LABEL &&
    label.terms.some(
      ({ kind, ids, last }) => kind === 'entity' && !ids.includes('first_party') && last === label.tokens.length - 1,
    )
  );
}
/** In tokens. */
const LONGEST_LABEL = 3;

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
    return coversAll(a) && (coversAll(b) || concernSame(a, b)) ? conflict('beyond') : undefined;
  }
  if (
    b.class === 'indefinite' &&
    b.verdict !== 'acceptable (not personal)' &&
    STATED.has(a.class) &&
    a.verdict === 'specific'
  ) {
    // a cookie that outlives the browser's session has its end elsewhere
    const session = b.sentence.tokens.some(({ lemma }) => sessions.includes(lemma));
    const same = concernSame(a, b) && areAlikeBehind(a, b);
    return same && !session && !pointsBack(a) && !pointsBack(b) ? conflict('indefinite') : undefined;
  }
  const isWhole = isOfEverything(a) || (isOfDataAsAWhole(a) && isOfDataAsAWhole(b));
  if (isWhole && outlivesAccount(a, b) && !isAskedByLaw(b)) return conflict('afterwards');
  if (a.action === 'delete' && a.atOnce && b.action === 'keep' && STATED.has(b.class)) {
    const same = isOfEverything(a) ? concernsPart(b, a) : concernSame(a, b);
    return same && !pointsBack(a) && !pointsBack(b) && sameEvent(a, b) ? conflict('atOnce') : undefined;
  }
  return periods(a, b) ?? outlasts(a, b);
}

/** "The data is deleted after two days" in a table is the data of its row. */
const isOfOneRow = (statement: RetentionStatement): boolean =>
  statement.sentence.block.cell !== undefined && (statement.data.length === 0 || coversAll(statement));

/** "Lifetime of the cookie:" in front of the period; empty where no label stands there. */
function labelOf({ sentence: { tokens }, words }: RetentionStatement): string {
  const colon = tokens.findLastIndex(({ lower, end }) => lower === ':' && end <= words.start);
  return tokens
    .slice(0, Math.max(0, colon))
    .map(({ lower }) => lower)
    .join(' ');
}

/**
 * "How long do we keep it?" below each of several headings: entries of one form, each with its own subject. So are lines
 * with the same label, and the items of one list, as long as one tells its occasion ("for a year after an enquiry").
 */
function areEntries(a: RetentionStatement, b: RetentionStatement): boolean {
  const label = labelOf(a);
  if (label !== '' && label === labelOf(b)) return true;
  const [here, there] = [a.sentence.block, b.sentence.block];
  const { section } = here;
  if (section !== there.section) return section.title !== '' && section.title === there.section.title;
  const isOneList = here !== there && here.lead !== undefined && here.lead === there.lead;
  return isOneList && (a.startEvent ?? b.startEvent) !== undefined;
}

/** "We keep no data longer than a month", and invoices for ten years. */
function outlasts(a: RetentionStatement, b: RetentionStatement): RetentionConflict | undefined {
  if (!isOfEverything(a) || coversAll(b) || b.action !== 'keep' || b.bound === 'upper') return undefined;
  if (!isShorter(a, b) || !sameEvent(a, b)) return undefined;
  const explained = a.words.block === b.words.block || (a.polarity === 'affirmed' && isAskedByLaw(b));
  return explained || !isPersonal(b) ? undefined : { kind: 'periods', shorter: a, longer: b };
}

const isAskedByLaw = ({ sentence }: RetentionStatement): boolean =>
  sentence.tokens.some(({ lemma }) => askedByLaw.includes(lemma));

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
  return nameSame(a, b) && !pointsBack(a) && !pointsBack(b) && sameEvent(a, b)
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
