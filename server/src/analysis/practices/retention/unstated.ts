import type { Token } from '../../language/types';
import { isOnDevice } from '../readersDevice';
import type { RetentionStatement } from '../types';
import { leftBehind, openingOf, type Source, statementOfClass } from './evidence';
import { inSeries } from './governance';
import type { RetentionPredicate } from './predicates';
import { phrases, words } from './wording';

const records = phrases('records');
const atOnce = phrases('atOnce');
const discovery = phrases('notPeriod.discovery');
const requests = phrases('notPeriod.request');

/** Kept or not kept, without a word on how long. */
export const withoutPeriod = (source: Source): RetentionStatement[] =>
  notKept(source) ?? deletedAtOnce(source) ?? keptWithoutEnd(source) ?? [];

/** "We do not store card numbers", "nothing is kept". */
function notKept(source: Source): RetentionStatement[] | undefined {
  const { reading, context } = source;
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  const denied = predicates.find(
    ({ action, negated, nominal, strength, clause }) =>
      action === 'keep' &&
      negated &&
      !nominal &&
      strength !== 'weak' &&
      clause?.modality !== 'knowingly' &&
      clause?.embedding === 'main',
  );
  if (
    denied?.clause &&
    !(inSeries(reading, denied.clause, false) && !context.retentionSection) &&
    !inCookies(tokens, denied)
  )
    return [statementOfClass(source, 'none_kept', { first: denied.clause.group.first, last: denied.at })];
  const nothing = tokens.findIndex(
    ({ lower }, i) =>
      (lower === 'nothing' || lower === 'none') &&
      predicates.some(({ at, action }) => action === 'keep' && at > i && at < i + 5),
  );
  return nothing >= 0 ? [statementOfClass(source, 'none_kept', { first: nothing, last: nothing })] : undefined;
}

/** "Uploads are deleted immediately": nothing of them is kept. */
function deletedAtOnce(source: Source): RetentionStatement[] | undefined {
  const { sentence, predicates } = source.reading;
  const { tokens } = sentence;
  const deleted = predicates.find(({ action, negated, nominal }) => action === 'delete' && !negated && !nominal);
  const moment = deleted && atOnce.find(tokens);
  if (!moment || Math.abs(moment.first - deleted.at) >= 6 || discovery.find(tokens) || requests.find(tokens))
    return undefined;
  const [first, last] = [Math.min(deleted.at, moment.first), Math.max(deleted.at, moment.last)];
  return [statementOfClass(source, 'none_kept', { first, last })];
}

/** "We keep records of your orders.": for how long, the reader does not learn. */
function keptWithoutEnd(source: Source): RetentionStatement[] | undefined {
  const { reading } = source;
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  const kept = predicates.find(
    ({ action, negated, nominal, strength, clause }) =>
      action === 'keep' &&
      !negated &&
      !nominal &&
      (strength !== 'weak' || (clause?.base === 'remain' && clause.embedding === 'relative')) &&
      /^(?:main|relative)$/.test(clause?.embedding ?? ''),
  );
  if (!kept?.clause || isOnDevice(tokens)) return undefined;
  // "until and including the seventh year after the contract ends": a period, though in words of its own
  if (tokens.some(({ lemma, lower }, i) => lemma === 'year' && ORDINAL.test(tokens[i - 1]?.lower ?? lower)))
    return undefined;
  // "your posts will remain visible": for others to see, as the reader wished
  if (tokens.slice(kept.at + 1, kept.at + 3).some(({ lower }) => shown.has(lower))) return undefined;
  const left = leftBehind(tokens);
  if (left && !isLaterUse(tokens, kept.at, left.first)) {
    const first = openingOf(tokens, kept.clause.group.first);
    return [{ ...statementOfClass(source, 'vague_reasonable', { first, last: kept.at }), residual: true }];
  }
  const record = records.find(tokens);
  if (!record && (kept.strength !== 'strong' || inSeries(reading, kept.clause))) return undefined;
  const at = { first: kept.clause.group.first, last: record ? Math.max(record.last, kept.at) : kept.at };
  return [{ ...statementOfClass(source, 'vague_business', at), unstated: true }];
}

/** "We store a token …, to be used when you delete your account": what happens then, not what stays. */
const isLaterUse = (tokens: readonly Token[], kept: number, first: number): boolean =>
  first > kept + FAR && /^(?:when|once|upon|if)$/.test(tokens[first].lower);
const FAR = 10;

const shown = words('shown');
const ORDINAL = /^(?:\w+th|first|second|third|\d+(?:st|nd|rd)|\))$/;

/** "we do not store personal data in cookies": about the cookie. */
const inCookies = (tokens: readonly Token[], { at }: RetentionPredicate): boolean =>
  tokens.some(
    ({ lemma }, i) =>
      i > at && /^(cookie|beacon)$/.test(lemma) && tokens.slice(i - 3, i).some(({ lower }) => lower === 'in'),
  );
