import type { Block, Place, PolicyDocument } from '../document/types';
import { readClauses } from '../language/clauses';
import type { Sentence, Token } from '../language/types';
import { type RetentionContext, RetentionContexts } from './retentionContext';
import { findPeriods, type PeriodExpression, type Reading } from './retentionPeriods';
import { findPredicates, type RetentionPredicate } from './retentionPredicates';
import { isVagueClass, type Judgement, judge, verdictOf } from './retentionVerdict';
import { phrases, words } from './retentionWording';
import type { Mention, RetentionClass, RetentionStatement } from './types';

const keepWords = new Set([...words('keep.strong'), ...words('keep.plain'), ...words('keep.weak')]);
const deleteWords = words('delete.verbs');
const triggerNouns = words('triggers');
const dataNouns = words('dataNouns');
const pronouns = words('pronouns');
const generalNouns = words('generalNouns');
const records = phrases('records');
const residual = phrases('residual');
const safety = words('safety');
const openings = words('openings');
const criteria = phrases('criteria');
const outcome = phrases('outcome');
const factorNouns = words('factorNouns');
const policyReference = phrases('policyReference');
const deferred = phrases('deferred');
const governs = words('governs');
const atOnce = phrases('atOnce');
const discovery = phrases('notPeriod.discovery');
const discovered = phrases('notPeriod.discovered');
const requests = phrases('notPeriod.request');
const anonymous = words('anonymous');
const backups = words('backups');
const GENERAL_DATA = new Set(['any_data', 'personal']);
/** Sharing or collecting: words behind them speak of that. */
const OTHER_PRACTICES = words('otherPractices');

/** Whether a sentence can be about keeping at all: a cheap test that spares the others the reading of their clauses. */
const mayConcern = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lemma, verb, lower }) => {
    const base = verb?.base ?? lemma;
    return keepWords.has(base) || deleteWords.has(base) || triggerNouns.has(lemma) || triggerNouns.has(lower);
  });

/**
 * Finds what a draft says on how long data is kept and when it is deleted, with the class that tells whether a reader can
 * work out the period for himself (GDPR Art. 13(2)(a); WP260 rev.01, annex, "storage period").
 */
export function readRetention(sentences: readonly Sentence[], document: PolicyDocument): RetentionStatement[] {
  const predicates = new Map<Sentence, ReturnType<typeof readSentence>>();
  const keeping = new Set<Block>();
  for (const sentence of sentences) {
    if (!mayConcern(sentence.tokens)) continue;
    const reading = readSentence(sentence);
    predicates.set(sentence, reading);
    if (reading.predicates.some(({ strength, nominal }) => strength !== 'weak' && !nominal))
      keeping.add(sentence.block);
  }
  const contexts = new RetentionContexts(document, keeping);
  const byBlock = new Map<Block, Sentence[]>();
  for (const sentence of sentences) byBlock.set(sentence.block, [...(byBlock.get(sentence.block) ?? []), sentence]);
  return sentences.flatMap((sentence) => {
    if (sentence.block.kind === 'heading' || sentence.question) return [];
    const context = contexts.of(sentence);
    const bare = isBare(sentence, context, contexts);
    const known = predicates.get(sentence) ?? (bare ? readSentence(sentence) : undefined);
    if (!known) return [];
    return statementsOf({ ...known, sentence, bare }, context, (block) => byBlock.get(block) ?? []);
  });
}

function readSentence(sentence: Sentence) {
  const clauses = readClauses(sentence);
  return { clauses, predicates: findPredicates(sentence, clauses) };
}

/** "Crash reports: 13 months", a cell of a column "Retention", an item under "We keep:". */
function isBare(sentence: Sentence, context: RetentionContext, contexts: RetentionContexts): boolean {
  if (context.periodCell) return true;
  const { tokens, block } = sentence;
  if (contexts.hasKeepingLead(block)) return true;
  const afterTitle = block.runIn !== undefined && sentence.start >= block.runIn.end;
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  const titled = afterTitle ? 0 : colon > 0 && colon < 10 ? colon + 1 : -1;
  if (titled >= 0 && isOpening(tokens, titled)) {
    return (
      afterTitle ||
      tokens.slice(0, colon).some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower)) ||
      hasTerm(sentence, 0, colon)
    );
  }
  return context.retentionSection && isOpening(tokens, 0);
}

/** Begins with words on how long: "90 days", "for as long as …", "until …". */
const isOpening = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && (token.kind === 'number' || openings.has(token.lower));
};

const hasTerm = (sentence: Sentence, from: number, to: number): boolean =>
  sentence.terms.some((term) => term.kind === 'data' && term.first >= from && term.last < to);

type BlockSentences = (block: Block) => readonly Sentence[];

function statementsOf(reading: Reading, context: RetentionContext, sentencesOf: BlockSentences): RetentionStatement[] {
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  const make = (judged: Pick<Judgement, 'class' | 'verdict'>, at: { first: number; last: number }) => [
    statement(reading, context, sentencesOf, judged, at),
  ];
  const toLearn = deferred.find(tokens);
  if (toLearn) return make({ class: 'absent', verdict: verdictOf('absent') }, toLearn);
  const elsewhere = byPolicy(sentence);
  if (elsewhere) return make({ class: elsewhere.class, verdict: verdictOf(elsewhere.class) }, elsewhere);
  const fixing = criteria.find(tokens);
  if (predicates.length === 0 && !reading.bare && !fixing) return reviewOnly(reading, context, sentencesOf);
  if (!context.periodCell && !reading.bare && !context.retentionSection && !concernsData(sentence)) return [];
  const onlyDeletes = predicates.length > 0 && predicates.every(({ action }) => action === 'delete');
  if (
    onlyDeletes &&
    (discovered.find(tokens) || tokens.some(({ lemma, verb }) => lemma === 'request' || verb?.base === 'request'))
  )
    return [];
  const periods = findPeriods(reading).filter((period) => applies(period, reading));
  if (
    fixing &&
    (context.retentionSection ||
      predicates.some(({ nominal }) => nominal) ||
      tokens.some(({ lemma }) => lemma === 'period' || lemma === 'long'))
  ) {
    const judged = judgeCriteria(sentence, periods, fixing);
    if (judged) return [statement(reading, context, sentencesOf, judged, fixing, periods)];
  }
  if (periods.length > 0) {
    return groups(sentence, periods).map((group) => {
      const judged = judge(group.periods, (later) => isJoined(tokens, later));
      return statement(reading, context, sentencesOf, judged, judged.decisive, group.periods, group);
    });
  }
  return withoutPeriod(reading, context, sentencesOf);
}

/** "We review inactive accounts every 12 months": a number that is no period. */
function reviewOnly(reading: Reading, context: RetentionContext, sentencesOf: BlockSentences): RetentionStatement[] {
  const period = findPeriods(reading).find(({ review }) => review);
  if (!period || !concernsData(reading.sentence)) return [];
  return [statement(reading, context, sentencesOf, { class: 'fixed', verdict: 'not a period' }, period, [])];
}

const concernsData = ({ tokens, terms }: Sentence): boolean =>
  terms.some(({ kind }) => kind === 'data') ||
  tokens.some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower) || pronouns.has(lower));

/** Whether an expression belongs to a predicate of the sentence. */
function applies(period: PeriodExpression, { sentence, predicates, clauses, bare }: Reading): boolean {
  const { tokens } = sentence;
  if (period.kind === 'duration') return true;
  const keeps = predicates.filter(({ action }) => action === 'keep');
  const deletes = predicates.filter(({ action }) => action === 'delete');
  if (bare && predicates.length === 0 && period.kind === 'phrase')
    return (period.phraseFirst <= 2 && isOpening(tokens, 0)) || sentence.block.cell !== undefined;
  if (bare && predicates.length === 0)
    return (
      period.kind !== 'when' || period.class !== 'event' || /^(after|once|when|upon)$/.test(tokens[period.first].lower)
    );
  if (period.kind === 'when') {
    const opener = tokens[period.first].lower;
    const opens =
      period.first === 0 ||
      /^[,;(]$|^(and|or|but|then|only|immediately|until|either)$/.test(tokens[period.first - 1].lower);
    if (
      deletes.some(
        ({ negated, at }) =>
          !negated &&
          (at < period.first || (opens && at > period.phraseLast)) &&
          Math.abs(at - period.first) < 40 &&
          !(period.class === 'event' && isBlocked(clauses, at, period.first, true)),
      )
    )
      return true;
    return (
      /^(after|once|following|upon)$/.test(opener) && keeps.some(({ negated, at }) => negated && at < period.first)
    );
  }
  if (period.kind === 'beyond') return keeps.length > 0;
  const governed = (allowed: readonly RetentionPredicate[]) =>
    allowed.some(({ at }) =>
      at < period.first
        ? !isBlocked(clauses, at, period.first)
        : at - period.last <= 2 || !clauses.some(({ group }) => group.verb < period.first),
    );
  if (period.kind === 'span' || period.kind === 'until') {
    // "used" and "processed" speak of keeping only with "as long as" and "until"
    const lasting =
      period.kind === 'until' || tokens.slice(period.first, period.last).some(({ lower }) => lower === 'long');
    return governed(lasting ? keeps : keeps.filter(({ strength }) => strength !== 'weak'));
  }
  const strong = keeps.filter(({ strength }) => strength !== 'weak');
  switch (period.class) {
    case 'indefinite': {
      const word = tokens[period.last];
      if (deleteWords.has(word.verb?.base ?? '')) return true;
      return (
        governed(keeps.filter(({ negated }) => !negated)) &&
        !deletes.some(({ at }) => Math.abs(at - period.first) === 1)
      );
    }
    case 'discretion':
      return governed(strong);
    case 'vague_reasonable':
      return (
        (governed(strong) || governed(deletes)) &&
        !(deletes.length > 0 && keeps.length === 0 && (requests.find(tokens) || discovery.find(tokens)))
      );
    default: {
      if (
        /no|longer|unneeded|cease|cessation/.test(wordsBetween(tokens, period.first, period.last)) &&
        deletes.length > 0
      )
        return !requests.find(tokens, 0, period.first);
      return (
        governed(
          strong.filter((predicate) =>
            predicate.nominal
              ? predicate.at < 8
              : predicate.strength === 'strong' ||
                predicate.clause === undefined ||
                predicate.clause.base === 'keep' ||
                !inSeries({ clauses } as Reading, predicate.clause),
          ),
        ) && !tokens.slice(0, period.first).some(({ lower }) => safety.has(lower))
      );
    }
  }
}

const wordsBetween = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');

/** Another practice stands between a predicate and words on how long: "we store your data and share it as required by law". */
const isBlocked = (clauses: Reading['clauses'], from: number, to: number, inPassing = false): boolean =>
  clauses.some(
    ({ group, base, embedding }) =>
      group.verb > from &&
      group.verb < to &&
      (inPassing || (embedding !== 'relative' && embedding !== 'antecedent' && embedding !== 'infinitive')) &&
      OTHER_PRACTICES.has(base),
  );

/** "…or as needed", "…and for a reasonable time thereafter": goes on with what stands before. */
function isJoined(tokens: readonly Token[], later: PeriodExpression): boolean {
  for (let i = later.phraseFirst - 1; i >= Math.max(0, later.phraseFirst - 4); i--) {
    const { lower } = tokens[i];
    if (lower === 'or' || lower === 'and' || lower === 'longer' || lower === 'thereafter') return true;
    if (lower === ';' || lower === 'unless' || lower === 'except') return false;
  }
  return false;
}

/** "When deciding how long … we consider its amount and nature", "periods differ by type". */
function judgeCriteria(
  sentence: Sentence,
  periods: readonly PeriodExpression[],
  fixing: { readonly first: number; readonly last: number },
): Pick<Judgement, 'class' | 'verdict'> | undefined {
  if (periods.some(({ class: name }) => !isVagueClass(name))) return undefined;
  const { tokens } = sentence;
  if (outcome.find(tokens, fixing.last)) return { class: 'criteria_specific', verdict: 'criteria acceptable' };
  const decides = tokens.some(({ lemma, verb }) =>
    /^(criterion|criteria|determine|decide|consider|factor|assess|fix|set|establish|calculate)$/.test(
      verb?.base ?? lemma,
    ),
  );
  const named = tokens.filter(({ lemma }) => factorNouns.has(lemma)).length;
  if (!decides) return periods.length > 0 ? undefined : { class: 'vague_necessity', verdict: 'vague' };
  return named > 0 || periods.length === 0 ? { class: 'criteria_specific', verdict: 'weak criteria' } : undefined;
}

/** "Our retention policy governs how long data is kept": nothing the reader can see, unless it is linked. */
function byPolicy({ tokens, block }: Sentence): { class: RetentionClass; first: number; last: number } | undefined {
  const reference = policyReference.find(tokens);
  if (!reference || !tokens.some(({ verb }) => governs.has(verb?.base ?? ''))) return undefined;
  const { first, last } = reference;
  const linked = block.inline.some(
    ({ kind, start, end }) => kind === 'link' && start < tokens[last].end && end > tokens[first].start,
  );
  return { class: linked ? 'criteria_specific' : 'vague_necessity', first, last };
}

interface Group {
  readonly periods: PeriodExpression[];
  /** Token stretch whose data terms the group speaks of. */
  readonly from: number;
  readonly to: number;
}

/** "Invoices are kept for ten years and logs for 30 days": one part for each period that has data of its own. */
function groups(sentence: Sentence, periods: readonly PeriodExpression[]): Group[] {
  const found: Group[] = [];
  let from = 0;
  for (const period of periods) {
    const own = specificData(sentence, from, period.phraseFirst);
    const last = found[found.length - 1];
    if (last && !own) last.periods.push(period);
    else if (last && !specificData(sentence, last.from, last.periods[0].phraseFirst)) last.periods.push(period);
    else found.push({ periods: [period], from: found.length === 0 ? 0 : from, to: sentence.tokens.length });
    from = period.phraseLast + 1;
  }
  return found.map((group, i) => ({ ...group, to: found[i + 1]?.from ?? sentence.tokens.length }));
}

const specificData = (sentence: Sentence, from: number, to: number): boolean =>
  sentence.terms.some(
    ({ kind, ids, first, last }) =>
      kind === 'data' && first >= from && last < to && !ids.every((id) => GENERAL_DATA.has(id)),
  );

/** Kept or not kept, without a word on how long. */
function withoutPeriod(reading: Reading, context: RetentionContext, sentencesOf: BlockSentences): RetentionStatement[] {
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  const make = (name: RetentionClass, at: { first: number; last: number }, extra: Partial<RetentionStatement> = {}) => [
    { ...statement(reading, context, sentencesOf, { class: name, verdict: verdictOf(name) }, at), ...extra },
  ];
  const denied = predicates.find(
    ({ action, negated, nominal, strength, clause }) =>
      action === 'keep' &&
      negated &&
      !nominal &&
      strength !== 'weak' &&
      clause?.modality !== 'knowingly' &&
      clause?.embedding === 'main',
  );
  const nothing = tokens.findIndex(
    ({ lower }, i) =>
      (lower === 'nothing' || lower === 'none') &&
      predicates.some(({ at, action }) => action === 'keep' && at > i && at < i + 5),
  );
  if (
    denied?.clause &&
    !(inSeries(reading, denied.clause, false) && !context.retentionSection) &&
    !inCookies(tokens, denied)
  )
    return make('none_kept', { first: denied.clause.group.first, last: denied.at });
  if (nothing >= 0) return make('none_kept', { first: nothing, last: nothing });
  const deleted = predicates.find(({ action, negated, nominal }) => action === 'delete' && !negated && !nominal);
  const moment = deleted && atOnce.find(tokens);
  if (
    deleted &&
    moment &&
    Math.abs(moment.first - deleted.at) < 6 &&
    !discovery.find(tokens) &&
    !requests.find(tokens)
  ) {
    return make('none_kept', { first: Math.min(deleted.at, moment.first), last: Math.max(deleted.at, moment.last) });
  }
  const kept = predicates.find(
    ({ action, negated, nominal, strength, clause }) =>
      action === 'keep' && !negated && !nominal && strength !== 'weak' && clause?.embedding === 'main',
  );
  if (!kept?.clause) return [];
  const after = residual.find(tokens);
  if (
    after &&
    !tokens
      .slice(after.first, after.last + 3)
      .some(({ lemma }) => lemma === 'browser' || lemma === 'session' || lemma === 'window')
  )
    return make('vague_reasonable', { first: kept.clause.group.first, last: kept.at }, { residual: true });
  const record = records.find(tokens);
  const series = inSeries(reading, kept.clause);
  const onDevice = tokens.some(
    ({ lemma }, i) =>
      /^(device|computer|phone|browser|drive)$/.test(lemma) &&
      /^(your|user|the|hard)$/.test(tokens[i - 1]?.lower ?? ''),
  );
  if (onDevice) return [];
  if (record || (kept.strength === 'strong' && !series)) {
    return make(
      'vague_business',
      { first: kept.clause.group.first, last: record ? Math.max(record.last, kept.at) : kept.at },
      { unstated: true },
    );
  }
  return [];
}

/** "we do not store personal data in cookies": about the cookie. */
const inCookies = (tokens: readonly Token[], { at }: RetentionPredicate): boolean =>
  tokens.some(
    ({ lemma }, i) =>
      i > at && /^(cookie|beacon)$/.test(lemma) && tokens.slice(i - 3, i).some(({ lower }) => lower === 'in'),
  );

/** "collect, use and retain": one of several practices, said of all. */
const inSeries = ({ clauses }: Reading, clause: Reading['clauses'][number], withUse = true): boolean =>
  clauses.some(
    (other) =>
      other.group.verb !== clause.group.verb &&
      (other.right === clause.right || other.group.chainedTo !== undefined) &&
      other.embedding === clause.embedding &&
      (OTHER_PRACTICES.has(other.base) || (withUse && other.base === 'use')),
  );

function statement(
  reading: Reading,
  context: RetentionContext,
  sentencesOf: BlockSentences,
  judged: Pick<Judgement, 'class' | 'verdict'>,
  at: { readonly first: number; readonly last: number; readonly phraseFirst?: number; readonly phraseLast?: number },
  periods: readonly PeriodExpression[] = [],
  part: { readonly from: number; readonly to: number } = { from: 0, to: reading.sentence.tokens.length },
): RetentionStatement {
  const { sentence, predicates } = reading;
  const { tokens, block } = sentence;
  const place = (first: number, last: number): Place => ({ block, start: tokens[first].start, end: tokens[last].end });
  const event = periods.find((period) => period.event)?.event;
  const harmless =
    isVagueClass(judged.class) && tokens.slice(part.from, at.first).some(({ lower }) => anonymous.has(lower));
  const governing = [...predicates].reverse().find((predicate) => predicate.at < at.first) ?? predicates[0];
  const copies = speaksOfCopies(tokens);
  const left = copies && isVagueClass(judged.class) && governing?.action !== 'delete';
  const bound =
    periods.find((period) => period.bound)?.bound ??
    (periods.some(({ kind }) => kind === 'beyond') ? 'upper' : undefined);
  const moment = governing?.action === 'delete' ? atOnce.find(tokens) : undefined;
  const words =
    left && governing && !periods.some(({ kind }) => kind !== 'phrase') ? whatIsLeft(tokens, governing, at) : at;
  const data = dataOf(reading, context, sentencesOf, part);
  const object = data.length === 0 ? objectIn(tokens, part, at) : undefined;
  return {
    class: judged.class,
    verdict: harmless ? 'acceptable (not personal)' : judged.verdict,
    durations: [...new Set(periods.flatMap(({ iso, review }) => (iso && !review ? [iso] : [])))],
    ...(event && event.last >= event.first && { startEvent: place(event.first, event.last) }),
    data,
    ...(object !== undefined && { object: place(object, object) }),
    words: place(words.first, words.last),
    ...(at.phraseFirst !== undefined &&
      at.phraseLast !== undefined && { phrase: place(at.phraseFirst, at.phraseLast) }),
    polarity: governing?.negated ? 'denied' : 'affirmed',
    action: governing?.action ?? 'keep',
    sentence,
    kind: context.kind,
    ...(copies && { residual: true }),
    ...(bound && { bound }),
    ...(moment && governing && Math.abs(moment.first - governing.at) < 6 && { atOnce: true }),
  };
}

/** The noun for what is kept, outside the words on how long. */
function objectIn(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  at: { readonly first: number; readonly last: number; readonly phraseLast?: number },
): number | undefined {
  const end = at.phraseLast ?? at.last;
  for (let i = from; i < to; i++) {
    if (i >= at.first && i <= end) continue;
    const { lemma, lower } = tokens[i];
    if ((dataNouns.has(lemma) || dataNouns.has(lower)) && !generalNouns.has(lemma)) return i;
  }
  return undefined;
}

/** Backups, residual copies, or what is kept after the reader has left. */
const speaksOfCopies = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }) => backups.has(lower)) || residual.find(tokens) !== undefined;

/** "residual information may be preserved": the copies and the verb, where no stretch of time is named. */
function whatIsLeft(
  tokens: readonly Token[],
  { at, clause }: RetentionPredicate,
  words: { readonly first: number; readonly last: number },
) {
  const copy = tokens.findIndex(({ lower }) => backups.has(lower));
  const first = Math.min(
    clause?.subject && clause.subject.last - clause.subject.first < 4 ? clause.subject.first : at,
    clause?.group.first ?? at,
  );
  if (first > words.first) return words;
  return { first, last: Math.max(at, copy > at && copy < at + 5 ? copy : at) };
}

/** Data named in the sentence, else in its row, its run-in title or its list lead. */
function dataOf(
  { sentence }: Reading,
  context: RetentionContext,
  sentencesOf: BlockSentences,
  part: { readonly from: number; readonly to: number },
): Mention[] {
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
  if (own.length > 0) return own;
  const { block } = sentence;
  const before = sentencesOf(block).filter((other) => other.index < sentence.index);
  if (block.runIn && before[0]) {
    const title = mentions(before[0], 0, before[0].tokens.length);
    if (title.length > 0) return title;
  }
  const around = context.dataBlocks.flatMap((other) =>
    sentencesOf(other).flatMap((other_) => mentions(other_, 0, other_.tokens.length)),
  );
  if (around.length > 0) return around;
  // "It is deleted after 30 days": what the sentence before speaks of.
  const previous = before[before.length - 1];
  return previous && sentence.tokens.slice(0, 8).some(({ lower }) => pronouns.has(lower))
    ? mentions(previous, 0, previous.tokens.length)
    : [];
}
