import type { Block, Place } from '../../document/types';
import {
  conjunctions,
  connectives,
  determiners,
  isAdverb,
  modals,
  possessives,
  prepositions,
  relativePronouns,
  subordinators,
} from '../../language/grammar';
import type { Sentence, Token } from '../../language/types';
import type { Mention, RetentionClass, RetentionStatement } from '../types';
import type { RetentionContext } from './context';
import { isOfRemainder, labelOf } from './labels';
import type { PeriodExpression, Reading } from './periods';
import type { RetentionPredicate } from './predicates';
import { isVagueClass, type Judgement, verdictOf } from './verdict';
import { phrases, words } from './wording';

const residual = phrases('residual');
const atOnce = phrases('atOnce');
const anonymous = words('anonymous');
const backups = words('backups');
const dataNouns = words('dataNouns');
const generalNouns = words('generalNouns');
const plainModifiers = words('plainModifiers');
const pronouns = words('pronouns');

type BlockSentences = (block: Block) => readonly Sentence[];

/** A sentence, and where it stands. */
export interface Source {
  readonly reading: Reading;
  readonly context: RetentionContext;
  readonly sentencesOf: BlockSentences;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A statement without a period of its own: its class alone decides the verdict. */
export const statementOfClass = (source: Source, name: RetentionClass, at: Stretch): RetentionStatement =>
  statement(source, { class: name, verdict: verdictOf(name) }, at);

/** The words that decided the class of a statement; the phrase that they complete, where there is one. */
interface Deciding extends Stretch {
  readonly phraseFirst?: number;
  readonly phraseLast?: number;
}

/** A part of a sentence; `to` exclusive. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** Puts together what the later stages know of a statement. `at` is what decided its class. */
export function statement(
  { reading, context, sentencesOf }: Source,
  judged: Pick<Judgement, 'class' | 'verdict'>,
  at: Deciding,
  periods: readonly PeriodExpression[] = [],
  part: Part = { from: 0, to: reading.sentence.tokens.length },
): RetentionStatement {
  const { sentence } = reading;
  const { tokens, block } = sentence;
  const place = (first: number, last: number): Place => ({ block, start: tokens[first].start, end: tokens[last].end });
  const event = periods.find((period) => period.event)?.event;
  const governing = governingAt(reading, at, periods);
  const copies = speaksOfCopies(tokens, periods);
  const bound = boundOf(periods);
  const moment = governing?.action === 'delete' ? atOnce.find(tokens) : undefined;
  const words =
    copies && governing && leavesCopies(judged, governing, periods) ? whatIsLeft(reading, governing, at) : at;
  const data = dataOf(reading, context, sentencesOf, part);
  const harmless = isVagueClass(judged.class) && governing?.action !== 'delete' && isOfNobody(tokens, data);
  const named = data.length === 0 ? objectIn(tokens, part, at) : undefined;
  const object = named
    ? place(named.first, named.last)
    : data.length === 0
      ? (labelOf(sentence) ?? rowLabel(context))
      : undefined;
  return {
    class: judged.class,
    verdict: harmless ? 'acceptable (not personal)' : judged.verdict,
    durations: [...new Set(periods.flatMap(({ iso, review }) => (iso && !review ? [iso] : [])))],
    ...(event && event.last >= event.first && { startEvent: place(event.first, event.last) }),
    data,
    ...(object && { object }),
    words: place(words.first, words.last),
    ...(at.phraseFirst !== undefined &&
      at.phraseLast !== undefined && { phrase: place(at.phraseFirst, at.phraseLast) }),
    polarity: governing?.negated ? 'denied' : 'affirmed',
    action: governing?.action ?? 'keep',
    sentence,
    kind: context.kind,
    ...(copies && { residual: true }),
    ...(bound && { bound }),
    ...(periods.some(({ approximate }) => approximate) && { approximate: true }),
    ...(moment && governing && Math.abs(moment.first - governing.at) < 6 && { atOnce: true }),
  };
}

/** The first cell of a row that names what the ontology does not know ("Leads"). */
const rowLabel = ({ kind, dataBlocks: [first] }: RetentionContext): Place | undefined =>
  kind === 'table' && first && first.text.length > 0 ? { block: first, start: 0, end: first.text.length } : undefined;

/** What is done for the time that the words tell. */
function governingAt(
  { predicates }: Reading,
  at: Stretch,
  periods: readonly PeriodExpression[],
): RetentionPredicate | undefined {
  const ending = periods.some(({ kind, first }) => kind === 'when' && first === at.first);
  // "when we no longer need to store it, we remove it": the words say when it is removed
  const removed =
    ending && at.first === 0 ? predicates.find(({ action, negated }) => action === 'delete' && !negated) : undefined;
  return removed ?? predicates.findLast((predicate) => predicate.at < at.first) ?? predicates[0];
}

const boundOf = (periods: readonly PeriodExpression[]): RetentionStatement['bound'] =>
  periods.find((period) => period.bound)?.bound ??
  (periods.some(({ kind }) => kind === 'beyond') ? 'upper' : undefined);

/** The verb says that copies stay, and no words of their own say for how long. */
const leavesCopies = (
  judged: Pick<Judgement, 'class'>,
  governing: RetentionPredicate,
  periods: readonly PeriodExpression[],
): boolean =>
  governing.action !== 'delete' && judged.class.startsWith('vague_') && !periods.some(({ kind }) => kind !== 'phrase');

/** What is kept tells of no person. */
const isOfNobody = (tokens: readonly Token[], data: readonly Mention[]): boolean =>
  tokens.some(({ lower }, i) => anonymous.has(lower) || isParted(tokens, i)) ||
  (data.length > 0 && data.every(({ id }) => id === 'non_personal'));

/** "de-personalized", read as two words. */
const isParted = (tokens: readonly Token[], at: number): boolean =>
  /^personali[sz]ed$/.test(tokens[at].lower) && tokens[at - 1]?.lower === 'de';

/** The noun for what is kept, outside the words on how long; one for data in general with the noun that makes it a kind. */
function objectIn(tokens: readonly Token[], { from, to }: Part, at: Deciding): Stretch | undefined {
  const end = at.phraseLast ?? at.last;
  for (let i = from; i < to; i++) {
    if (i >= at.first && i <= end) continue;
    const { lemma, lower } = tokens[i];
    if (!(dataNouns.has(lemma) || dataNouns.has(lower)) || isNoData(tokens, i)) continue;
    if (!generalNouns.has(lemma)) return { first: i, last: i };
    if (i > from && isModifier(tokens[i - 1])) return { first: i - 1, last: i };
  }
  return undefined;
}

/** "legacy records" */
const isModifier = (token: Token): boolean =>
  token.kind === 'word' &&
  token.verb === undefined &&
  !isAdverb(token) &&
  ![determiners, possessives, prepositions, conjunctions, subordinators, relativePronouns].some((words) =>
    words.has(token.lower),
  ) &&
  !plainModifiers.has(token.lower);

/** "after your account is deleted"; not "after you close your browser", which ends what a cookie remembers. */
export function leftBehind(tokens: readonly Token[]) {
  const found = residual.find(tokens);
  const isBrowser = found && tokens.slice(found.first, found.last + 4).some(({ lemma }) => browsers.has(lemma));
  return isBrowser ? undefined : found;
}

const browsers = words('browsers');

/** "in certain cases", "Note that …": words that name data elsewhere. */
const isNoData = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at].lower === 'order' && tokens[at - 1]?.lower === 'in') ||
  (tokens[at].lemma === 'case' &&
    /^(?:certain|some|limited|such|these|those|many|most|rare|other)$/.test(tokens[at - 1]?.lower ?? '')) ||
  (tokens[at].lower === 'note' && (at === 0 || tokens[at - 1].lower === 'please' || tokens[at + 1]?.lower === 'that'));

/** Backups, residual copies, or what is kept after the reader has left. */
const speaksOfCopies = (tokens: readonly Token[], periods: readonly PeriodExpression[]): boolean =>
  tokens.some(({ lower }) => backups.has(lower)) ||
  (leftBehind(tokens) !== undefined &&
    !periods.some(({ class: name }) => name === 'vague_reasonable' || !isVagueClass(name)));

/** "residual information may be preserved": the copies and the verb, where no stretch of time is named. */
function whatIsLeft(
  { sentence: { tokens }, predicates }: Reading,
  governing: RetentionPredicate,
  words: Stretch,
): Stretch {
  // "keep copies for legal retention purposes": the verb says it, not the noun
  const verbal = governing.nominal
    ? predicates.find(({ nominal, action, at }) => !nominal && action === 'keep' && at < words.first)
    : undefined;
  const { at, clause } = verbal ?? governing;
  const copy = tokens.findIndex(({ lower }, i) => i > at && backups.has(lower));
  const verb = openingOf(tokens, clause?.group.first ?? at);
  let first = clause?.subject && clause.subject.last - clause.subject.first < 6 ? clause.subject.first : verb;
  while (first < verb && OPENERS.has(tokens[first].lower)) first++;
  first = Math.min(first, verb);
  if (first > words.first) return words;
  return { first, last: Math.max(at, copy > at && copy < at + 5 ? copy : at) };
}

const OPENERS = new Set([...connectives, ',', 'that']);

/** "we may need | to retain": where the words that lead to the verb begin, a few tokens back. */
export function openingOf(tokens: readonly Token[], verb: number): number {
  let first = verb;
  while (first > Math.max(0, verb - LEADING) && leadsTo(tokens[first - 1])) first--;
  return tokens[first - 1]?.lower === 'we' ? first - 1 : first;
}

const LEADING = 5;
const leadsTo = ({ lower, verb }: Token): boolean =>
  modals.has(lower) || lower === 'to' || verb?.base === 'need' || verb?.base === 'have' || verb?.base === 'continue';

/** Data named in the sentence, else in its row, its run-in title or its list lead. */
function dataOf({ sentence }: Reading, context: RetentionContext, sentencesOf: BlockSentences, part: Part): Mention[] {
  const mentions = (from: Sentence, first: number, to: number): Mention[] =>
    from.terms
      .filter((term) => term.kind === 'data' && term.first >= first && term.last < to)
      .flatMap((term) =>
        term.ids.map((id) => ({
          id,
          place: { block: from.block, start: from.tokens[term.first].start, end: from.tokens[term.last].end },
        })),
      );
  const own = mentions(sentence, part.from, part.to);
  if (own.length > 0 || isOfRemainder(sentence)) return own;
  const { block } = sentence;
  const [first] = sentencesOf(block);
  if (block.runIn && first && first !== sentence) {
    const title = mentions(first, 0, first.tokens.length);
    if (title.length > 0) return title;
  }
  const around = context.dataBlocks.flatMap((other) =>
    sentencesOf(other).flatMap((other_) => mentions(other_, 0, other_.tokens.length)),
  );
  if (around.length > 0) return around;
  // "It is deleted after 30 days": what the sentence before speaks of.
  const previous = sentence.index > 0 ? sentencesOf(block)[sentence.index - 1] : undefined;
  return previous && sentence.tokens.slice(0, 8).some(({ lower }) => pronouns.has(lower))
    ? mentions(previous, 0, previous.tokens.length)
    : [];
}
