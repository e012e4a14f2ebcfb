import catalogue from '../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import { comparedWith } from '../../documentSets/members';
import { readClauses } from '../../language/clauses';
import { isAdverb } from '../../language/grammar';
import type { Policy, SetMember } from '../../policy';
import { isDataRoot } from '../../practices/generalData';
import type { RetentionStatement } from '../../practices/types';
import type { Report, Rule } from '../types';
import { isNeutral } from './guards/complements';
import { isFunctionWord } from './guards/unreadWords';
import { type RetentionConflict, retentionConflicts, retentionConflictsAcross } from './pairs/retentionConflicts';
import { narrowedBefore } from './pairs/sameRetention';
import { quote } from './pairs/wording';

/**
 * Two ends for the same data: a period against another, deletion at once against storage, no end against one.
 * A notice that says both says neither: GDPR Art. 5(1)(a), 13(2)(a); Federal Trade Commission Act section 5.
 */
export const retention: Rule = {
  id: 'contradiction/retention',
  title: 'Two different ends for the storage of the same data',
  severity: 'error',
  citations: [
    { text: 'GDPR Art. 13(2)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.100(a)(3)' },
    { text: 'Federal Trade Commission Act § 5 (15 U.S.C. § 45)' },
  ],
  *check({ policy }) {
    const byShorter = new Map<RetentionStatement, RetentionConflict[]>();
    for (const conflict of retentionConflicts(policy)) {
      byShorter.set(conflict.shorter, [...(byShorter.get(conflict.shorter) ?? []), conflict]);
    }
    for (const [shorter, conflicts] of byShorter) yield* report(shorter, conflicts);
    for (const member of comparedWith(policy)) yield* acrossDocuments(policy, member);
  },
};

function* report(shorter: RetentionStatement, conflicts: readonly RetentionConflict[]): Iterable<Report> {
  const [first] = conflicts;
  const others = conflicts.length > 1 ? ` (and ${conflicts.length - 1} more)` : '';
  yield {
    place: placeOf(shorter),
    severity:
      (first.kind === 'afterwards' || (isPlain(shorter) && isPlain(first.longer))) &&
      (first.kind === 'afterwards' || limitOf(shorter) === limitOf(first.longer)) &&
      !isOfCase(shorter) &&
      !isOfCase(first.longer)
        ? 'error'
        : 'information',
    message: `${messages[first.kind](shorter, first.longer)}${others}. Keep one of the two, or say which data each is about.`,
    related: conflicts.map(({ longer }) => ({ place: placeOf(longer), message: `${quote(longer.words)}.` })),
    explanation: [`Here: ${row(shorter)}`, ...conflicts.map(({ longer }) => `There: ${row(longer)}`)],
  };
  for (const { longer } of conflicts) {
    yield {
      place: placeOf(longer),
      severity: 'hint',
      message: `${quote(longer.words)} here, but elsewhere ${quote(shorter.words)}.`,
      related: [{ place: placeOf(shorter), message: `${quote(shorter.words)}.` }],
    };
  }
}

/**
 * Whether a sentence tells how long which data is kept, and nothing else: another word ("in the spam folder", "at our
 * printers") may say which part is meant. "Expire after a year" is about what the words before it name.
 */
function isPlain({ data, object, words, phrase, startEvent, sentence, kind }: RetentionStatement): boolean {
  if (kind !== 'prose') return true;
  if (readClauses(sentence)[0]?.group.first === 0) return false;
  const read = [...data.map(({ place }) => place), object, words, phrase, startEvent];
  return sentence.tokens.every(
    (token) =>
      isNeutral(token) ||
      isFunctionWord(token.lower) ||
      isAdverb(token) ||
      token.verb !== undefined ||
      read.some((place) => place !== undefined && place.start <= token.start && place.end >= token.end),
  );
}

/** How many words behind data are compared. */
const LIMIT = 3;

/**
 * "paper applications", "data of successful applicants", "your IP address (if you edit without an account)": what limits it
 * to a part; "the data" is that of its section. Empty where nothing does.
 */
function limitOf({ data: [first], object, sentence }: RetentionStatement): string {
  const place = first?.place ?? object;
  if (!place || place.block !== sentence.block) return '';
  const after = sentence.tokens.filter(({ start }) => start >= place.end).slice(0, LIMIT);
  const [next, second] = after;
  const limits =
    next &&
    (limiting.has(next.lower) ||
      (next.lower === 'for' && people.has(second?.lemma ?? '')) ||
      // "any backup created of your files"
      (next.verb?.form === 'past' && limiting.has(second?.lower ?? '')));
  const behind = limits ? after.map(({ lower }) => lower).join(' ') : '';
  const before = sentence.tokens.findLast(({ end }) => end <= place.start);
  const isOfSection = before?.lower === 'the' && first !== undefined && isDataRoot(first.id);
  return isOfSection
    ? `${sentence.block.section.title} ${behind}`
    : `${narrowedBefore(place, sentence)} ${behind}`.trim();
}
/** "may not be deleted under certain circumstances" */
const isOfCase = ({ sentence: { tokens } }: RetentionStatement): boolean =>
  tokens.some(({ lower }) => inCases.has(lower));

const { retentionLimiting, retentionPeople, retentionCases, readers } = readCatalogue(
  catalogue,
  wordLists('retentionLimiting', 'retentionPeople', 'retentionCases', 'readers'),
);
const inCases = new Set(retentionCases);
const limiting = new Set(retentionLimiting);
const people: ReadonlySet<string> = new Set([...readers, ...retentionPeople]);

/** The side that stands in this document. */
function* acrossDocuments(policy: Policy, { policy: other, document, name }: SetMember): Iterable<Report> {
  const own = new Set(policy.retention);
  for (const { kind, shorter, longer } of retentionConflictsAcross(policy, other)) {
    const [here, there] = own.has(shorter) ? [shorter, longer] : [longer, shorter];
    const message =
      here === shorter
        ? messages[kind](shorter, longer)
        : `${quote(longer.words)} here, but ${quote(shorter.words)} elsewhere`;
    yield {
      place: placeOf(here),
      message: `${message.replace(/ elsewhere$/, ` in ${name}`)}. Keep one of the two, or say which data each is about.`,
      related: [{ document, place: placeOf(there), message: `${quote(there.words)}.` }],
      explanation: [`Here: ${row(here)}`, `There: ${row(there)}`],
    };
  }
}

const messages: Readonly<
  Record<RetentionConflict['kind'], (shorter: RetentionStatement, longer: RetentionStatement) => string>
> = {
  periods: (shorter, longer) =>
    `${capital(data(shorter))}: ${quote(shorter.words)} here, but ${quote(longer.words)} elsewhere`,
  atOnce: (shorter, longer) => `${capital(data(shorter))}: deleted at once here, but ${quote(longer.words)} elsewhere`,
  indefinite: (shorter, longer) =>
    `${capital(data(shorter))}: ${quote(shorter.words)} here, but ${quote(longer.words)} elsewhere`,
  afterwards: (shorter, longer) =>
    shorter.class === 'none_kept'
      ? `${quote(shorter.sentence)} is said here, but data is kept ${quote(longer.words)} afterwards elsewhere`
      : `${capital(data(shorter))}: erased ${quote(shorter.words)} here, but ${quote(longer.words)} afterwards elsewhere`,
  beyond: (shorter, longer) =>
    `Nothing is said to be kept ${quote(shorter.words)} here, but ${quote(longer.words)} elsewhere`,
};

const data = ({ data: [first], object }: RetentionStatement): string =>
  first ? wordsOf(first.place) : object ? wordsOf(object) : 'data';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentence, since subject and period stand apart in it. */
function placeOf({ sentence }: RetentionStatement): Place {
  return { block: sentence.block, start: sentence.start, end: sentence.end };
}

function row(statement: RetentionStatement): string {
  const parts = [
    statement.action === 'keep' ? 'keep' : 'delete',
    data(statement),
    wordsOf(statement.words),
    statement.durations.join(', '),
  ];
  return parts.filter(Boolean).join(' · ');
}
