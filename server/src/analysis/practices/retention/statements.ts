import { determiners } from '../../language/grammar';
import type { Sentence, Token, TokenSpan } from '../../language/types';
import { isBe } from '../../language/verbChains';
import { isGeneralData } from '../generalData';
import type { RetentionClass, RetentionStatement } from '../types';
import { applies, concernsData, storing } from './attachment';
import { complementEnd } from './complements';
import { type Source, statement, statementOfClass } from './evidence';
import { findPeriods, type PeriodExpression, type Reading } from './periods';
import { asideTokens } from './predicates';
import { withoutPeriod } from './unstated';
import { isVagueClass, type Judgement, judge } from './verdict';
import { phrases, words } from './wording';

const criteria = phrases('criteria');
const outcome = phrases('outcome');
const factorNouns = words('factorNouns');
const periodNouns = words('periodNouns');
const deciding = words('deciding');
const policyReference = phrases('policyReference');
const deferred = phrases('deferred');
const governs = words('governs');
const ofText = words('ofText');
const discovered = phrases('notPeriod.discovered');

/** What one sentence says. */
export function statementsOf(source: Source): RetentionStatement[] {
  const { reading, context } = source;
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  const toLearn = deferred.all(tokens).find(({ first }) => isAsking(tokens, first));
  // "you may request a modification to the retention period": not to learn it
  const asksToChange = toLearn && tokens.some(({ lemma }) => ofText.has(lemma) || lemma === 'change');
  if (toLearn && !asksToChange) return [statementOfClass(source, 'absent', toLearn)];
  const elsewhere = byPolicy(sentence);
  if (elsewhere) return [statementOfClass(source, elsewhere.class, elsewhere)];
  const matched = criteria.find(tokens);
  // "you cannot ask us to delete data for which a retention period has been set"
  const fixing =
    matched && (asideTokens(tokens).has(matched.first) || isSupposed(tokens, matched.first)) ? undefined : matched;
  if (predicates.length === 0 && !reading.bare && !fixing) return reviewOnly(source);
  if (!context.periodCell && !reading.bare && !context.retentionSection && !concernsData(sentence)) return [];
  // "we delete it as soon as possible, unless we have to keep it": the exception is no practice of its own
  const excepted = tokens.findIndex(({ lower }) => lower === 'unless' || lower === 'except');
  const onlyDeletes =
    predicates.length > 0 &&
    predicates.every(({ action, at }) => action === 'delete' || (excepted >= 0 && at > excepted)) &&
    predicates[0].action === 'delete';
  if (
    onlyDeletes &&
    (discovered.find(tokens) || tokens.some(({ lemma, verb }) => lemma === 'request' || verb?.base === 'request'))
  )
    return [];
  const periods = findPeriods(reading)
    .filter((period) => applies(period, reading) && !isPurposeOfStoring(reading, period))
    .map((period) => (isLinked(sentence, period) ? { ...period, class: 'criteria_specific' as const } : period));
  if (fixing && isAboutPeriod(reading, fixing)) {
    const judged = judgeCriteria(sentence, periods, fixing);
    if (judged) return [statement(source, judged, withFactors(reading, fixing), periods)];
  }
  if (periods.length > 0) {
    return groups(sentence, periods).map((group) => {
      const judged = judge(group.periods, (later) => isJoined(tokens, later));
      return statement(source, judged, judged.decisive, group.periods, group);
    });
  }
  return withoutPeriod(source);
}

/** "If our retention is based on legitimate interests, you can …": a case, not how the period is fixed. */
const isSupposed = (tokens: readonly Token[], at: number): boolean =>
  tokens[0]?.lower === 'if' && !tokens.slice(0, at).some(({ lower }) => lower === ',');

/** "We store your address to detect fraud": why it is stored, in a sentence that is not about how long. */
function isPurposeOfStoring({ sentence, predicates }: Reading, { kind, first }: PeriodExpression): boolean {
  if (kind !== 'phrase' || sentence.tokens[first - 1]?.lower !== 'to') return false;
  const governing = [...predicates].reverse().find(({ at }) => at < first);
  return storing.has(governing?.clause?.base ?? '');
}

/** "in accordance with our retention schedule", where the schedule is linked: the reader can look the period up. */
function isLinked({ tokens, block }: Sentence, period: PeriodExpression): boolean {
  if (period.class !== 'vague_business') return false;
  const reference = policyReference.find(tokens, period.first, period.last + 1);
  return (
    reference !== undefined &&
    block.inline.some(
      ({ kind, start, end }) =>
        kind === 'link' && start < tokens[reference.last].end && end > tokens[reference.first].start,
    )
  );
}

/** "We review inactive accounts every 12 months": a number that is no period. */
function reviewOnly(source: Source): RetentionStatement[] {
  const { reading } = source;
  const period = findPeriods(reading).find(({ review }) => review);
  if (!period || !concernsData(reading.sentence)) return [];
  return [statement(source, { class: 'fixed', verdict: 'not a period' }, period, [])];
}

/** "depends on | the type of data": what decides belongs to the words, up to so many more. */
const MOST_FACTORS = 12;

function withFactors({ sentence: { tokens }, clauses }: Reading, fixing: TokenSpan) {
  if (!/^(?:on|upon|by|with|from|to|between)$/.test(tokens[fixing.last].lower)) return fixing;
  const end = complementEnd(tokens, fixing.last + 1, clauses) - 1;
  return end > fixing.last && end - fixing.last <= MOST_FACTORS ? { first: fixing.first, last: end } : fixing;
}

/** "how long …", "the retention of …", "the period for which we keep …" before what decides it. */
function isAboutPeriod({ sentence, predicates }: Reading, fixing: TokenSpan) {
  const around = sentence.tokens.slice(Math.max(0, fixing.first - 14), fixing.last + 1);
  const keeps = predicates.some(({ action, strength }) => action === 'keep' && strength !== 'weak');
  return around.some(
    ({ lemma }, i) =>
      lemma === 'retention' ||
      (lemma === 'long' && around[i - 1]?.lower === 'how') ||
      (periodNouns.has(lemma) && (keeps || around[i + 1]?.lower === 'we')) ||
      (lemma === 'period' && i > around.length - 3),
  );
}

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
  fixing: TokenSpan,
): Pick<Judgement, 'class' | 'verdict'> | undefined {
  if (periods.some(({ class: name }) => !isVagueClass(name))) return undefined;
  const { tokens } = sentence;
  if (outcome.find(tokens, fixing.last)) return { class: 'criteria_specific', verdict: 'criteria acceptable' };
  const decides = tokens.some(({ lemma, verb }) => deciding.has(verb?.base ?? lemma));
  const named = tokens.filter(({ lemma }) => factorNouns.has(lemma)).length;
  if (!decides) return periods.length > 0 ? undefined : { class: 'vague_necessity', verdict: 'vague' };
  return named > 0 || periods.length === 0 ? { class: 'criteria_specific', verdict: 'weak criteria' } : undefined;
}

/** How far from the name of a policy what it governs may be said, in tokens. */
const GOVERNING_REACH = 6;
/** "we apply our policy" */
const APPLYING_REACH = 3;

/** "Our retention policy governs how long data is kept": nothing the reader can see, unless it is linked. */
function byPolicy({ tokens, block }: Sentence): { class: RetentionClass; first: number; last: number } | undefined {
  const reference = policyReference.find(tokens);
  if (!reference) return undefined;
  const { first, last } = reference;
  const near = tokens.findIndex(
    (_, at) => at >= first - APPLYING_REACH && at <= last + GOVERNING_REACH && isGoverning(tokens, at),
  );
  if (near < 0) return undefined;
  const linked = block.inline.some(
    ({ kind, start, end }) => kind === 'link' && start < tokens[last].end && end > tokens[first].start,
  );
  return { class: linked ? 'criteria_specific' : 'vague_necessity', first, last };
}

/** "Contact us to learn how long"; not "we keep your e-mail", "the calls". */
const isAsking = (tokens: readonly Token[], at: number): boolean =>
  tokens[at].verb?.form === 'base' && !determiners.has(tokens[at - 1]?.lower ?? '');

/** "governs", "is set out"; not "(described below)", which only says where the policy stands. */
function isGoverning(tokens: readonly Token[], at: number): boolean {
  const { verb } = tokens[at];
  if (!verb || !governs.has(verb.base)) return false;
  return (verb.form !== 'past' && verb.form !== 'participle') || isBe(tokens[at - 1]) || tokens[at - 1]?.lower === 'by';
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
    ({ kind, ids, first, last }) => kind === 'data' && first >= from && last < to && !ids.every(isGeneralData),
  );
