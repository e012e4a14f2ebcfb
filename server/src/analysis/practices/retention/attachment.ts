import type { Sentence, Token } from '../../language/types';
import { whatIsKept } from '../clauses/constructions';
import { isOnDevice } from '../readersDevice';
import { inSeries, isBlocked, isGoverned } from './governance';
import { afterLabel } from './labels';
import type { PeriodExpression, Reading } from './periods';
import type { RetentionPredicate } from './predicates';
import { keepVerbs, phrases, words } from './wording';

const deleteWords = words('delete.verbs');
const dataNouns = words('dataNouns');
const pronouns = words('pronouns');
const discovery = phrases('notPeriod.discovery');
const requests = phrases('notPeriod.request');
const conditions = phrases('notPeriod.condition');
const safety = words('safety');
const openings = words('openings');
export const storing = words('storing');
const longerWords = words('longerWords');
const untilThen = words('untilThen');
const undeletable = words('undeletable');
/** Names data, or stands for it. */
export const concernsData = ({ tokens, terms }: Sentence): boolean =>
  terms.some(({ kind }) => kind === 'data') ||
  tokens.some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower) || pronouns.has(lower));

/** Begins with words on how long: "90 days", "for as long as …", "until …". */
export const isOpening = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && (token.kind === 'number' || openings.has(token.lower));
};

/** Classes that leave the end open. */
const OPEN = /^(?:vague_|indefinite|discretion)/;

/** Whether an expression belongs to a predicate of the sentence. */
export function applies(period: PeriodExpression, reading: Reading): boolean {
  const { sentence, predicates, bare } = reading;
  if (period.kind === 'duration') return true;
  if (OPEN.test(period.class) && isOnDevice(sentence.tokens)) return false;
  if (bare && predicates.length === 0) return standsAlone(period, reading);
  switch (period.kind) {
    case 'when':
      return appliesAsMoment(period, reading);
    case 'beyond':
      // "collect, use and maintain no more than is needed": a limit on what, not on how long
      return keepsOf(reading).some(({ clause }) => !clause || !inSeries(reading, clause));
    case 'span':
    case 'until':
      return appliesAsStretch(period, reading);
    case 'phrase':
      return appliesAsPhrase(period, reading);
  }
}

const keepsOf = ({ predicates }: Reading) => predicates.filter(({ action }) => action === 'keep');
const deletesOf = ({ predicates }: Reading) => predicates.filter(({ action }) => action === 'delete');
const isNotWeak = ({ strength }: RetentionPredicate): boolean => strength !== 'weak';

/** Where a table or a lead says that the words are about keeping, and the sentence itself has no predicate. */
function standsAlone({ kind, class: name, first, phraseFirst }: PeriodExpression, { sentence }: Reading): boolean {
  const { tokens, block } = sentence;
  const from = afterLabel(tokens);
  const opens = phraseFirst >= from && phraseFirst <= from + 2 && isOpening(tokens, from);
  if (kind === 'phrase') return opens || block.cell !== undefined;
  return kind !== 'when' || name !== 'event' || /^(after|once|when|upon)$/.test(tokens[first].lower);
}

/** "when you close your account": of what is deleted then, or no longer kept. */
function appliesAsMoment({ class: name, first, phraseLast }: PeriodExpression, reading: Reading): boolean {
  const { tokens } = reading.sentence;
  const opener = tokens[first].lower;
  // "we remove content if we determine that it breaks our rules"
  if (opener === 'if' && name === 'discretion') return false;
  const opens =
    first === 0 || /^[,;(]$|^(and|or|but|then|only|immediately|until|either)$/.test(tokens[first - 1].lower);
  const isDeleted = deletesOf(reading).some(
    ({ negated, at }) =>
      !negated &&
      (at < first || (opens && at > phraseLast)) &&
      Math.abs(at - first) < MOMENT_REACH &&
      !(name === 'event' && isBlocked(reading.clauses, at, first, true)),
  );
  if (isDeleted) return true;
  return (
    /^(after|once|following|upon)$/.test(opener) && keepsOf(reading).some(({ negated, at }) => negated && at < first)
  );
}

/** How far from the verb of deleting its moment may stand, in tokens. */
const MOMENT_REACH = 40;

/** "as long as …", "until …" */
function appliesAsStretch(period: PeriodExpression, reading: Reading): boolean {
  const { tokens } = reading.sentence;
  if (conditions.find(tokens)) return false;
  // "used" and "processed" speak of keeping only with "as long as" and "until"
  const lasting =
    period.kind === 'until' || tokens.slice(period.first, period.last).some(({ lower }) => lower === 'long');
  const keeps = keepsOf(reading);
  return isGoverned(period, reading, lasting ? keeps : keeps.filter(isNotWeak));
}

/** "indefinitely", "as required by law", "for a reasonable time" */
function appliesAsPhrase(period: PeriodExpression, reading: Reading): boolean {
  const { tokens } = reading.sentence;
  const [keeps, deletes] = [keepsOf(reading), deletesOf(reading)];
  const strong = keeps.filter(isNotWeak);
  switch (period.class) {
    case 'indefinite':
      return isEndless(period, reading, keeps);
    case 'discretion':
      return isGoverned(period, reading, strong);
    case 'vague_reasonable': {
      const limiting = strong.filter(({ negated }) => !negated || isLonger(tokens, period));
      const isAnswer =
        deletes.length > 0 && keeps.length === 0 && (requests.find(tokens) ?? discovery.find(tokens)) !== undefined;
      return (isGoverned(period, reading, limiting) || isGoverned(period, reading, deletes)) && !isAnswer;
    }
    default:
      return appliesAsNecessity(period, reading, strong);
  }
}

/** "as necessary for our business", "when no longer needed" */
function appliesAsNecessity(
  period: PeriodExpression,
  reading: Reading,
  strong: readonly RetentionPredicate[],
): boolean {
  const { sentence, predicates } = reading;
  const { tokens } = sentence;
  const { first, last } = period;
  const isDenied = keepsOf(reading).some(({ negated }) => negated);
  // "nothing is stored except as needed to answer you"
  if (tokens[first - 1]?.lower === 'except' && isDenied) return false;
  // "you can no longer use the service, and we remove your account"
  if (tokens.slice(Math.max(0, first - 2), first).some(({ lower }) => lower === 'you')) return false;
  if (isOfUnneeded(tokens, period) && isDenied) return false;
  const words = wordsBetween(tokens, first, last);
  // "stored in accordance with the law": how, not how long
  if (/accordance with .{0,40}(?:privacy|protection) laws?/.test(words)) return false;
  if (tokens[first + 1]?.lower === 'accordance' && isStoring(predicates, first)) return false;
  if (/no|longer|unneeded|cease|cessation/.test(words) && deletesOf(reading).length > 0)
    return !requests.find(tokens, 0, first);
  const speaking = strong.filter((predicate) => speaksOfPeriod(predicate, period, reading));
  return isGoverned(period, reading, speaking) && !tokens.slice(0, first).some(({ lower }) => safety.has(lower));
}

/** Where retention is a noun or one of several practices, not all words on necessity belong to it. */
function speaksOfPeriod(
  { nominal, at, strength, clause }: RetentionPredicate,
  { first }: PeriodExpression,
  reading: Reading,
): boolean {
  if (nominal) return at < 8 && !isBasis(reading.sentence.tokens, at, first);
  if (!clause || clause.base === 'keep') return true;
  return (strength === 'strong' && !inSeries(reading, clause, false)) || !inSeries(reading, clause);
}

/** "We do not keep data that we do not need": nothing is kept, so nothing is said of how long. */
const isOfUnneeded = (tokens: readonly Token[], { first, last }: PeriodExpression): boolean => {
  const words = tokens.slice(first, last + 1).map(({ lower }) => lower);
  return words.some((word) => word === 'not' || word === "n't") && !words.includes('longer');
};

/** "We store it in accordance with …": the verb before says where things lie, not for how long. */
function isStoring(predicates: readonly RetentionPredicate[], before: number): boolean {
  const governing = [...predicates].reverse().find(({ at }) => at < before);
  return storing.has(governing?.clause?.base ?? '');
}

/** "We do not keep it for a longer time than …": with words like these a denial is a limit. */
const isLonger = (tokens: readonly Token[], { phraseFirst, phraseLast }: PeriodExpression): boolean =>
  tokens.slice(phraseFirst, phraseLast + 1).some(({ lower }) => longerWords.has(lower));

/** "if our retention is based on legitimate interests": why, not how long. */
const isBasis = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lemma, lower }) => lower === 'based' || lemma === 'basis');

const wordsBetween = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');

/** "kept indefinitely", "will not be deleted"; not "permanently deleted", "not stored permanently", "not deleted at once". */
function isEndless(period: PeriodExpression, reading: Reading, keeps: readonly RetentionPredicate[]): boolean {
  const { first, last } = period;
  const { tokens } = reading.sentence;
  if (deleteWords.has(tokens[last].verb?.base ?? ''))
    return (
      !tokens.slice(last, last + 8).some(({ lower }) => untilThen.has(lower)) &&
      // "your chats are not deleted": what one step leaves alone, not how long it is kept
      !isPresent(tokens, first) &&
      !tokens.slice(Math.max(0, first - 2), first + 1).some(({ lower }) => lower === 'can' || lower === 'ca')
    );
  if (isOfNothing(tokens, first) || isCaseOf(tokens, first) || tokens.some(({ lower }) => undeletable.has(lower)))
    return false;
  const next = tokens[last + 1]?.verb;
  if (isOfDeletion(tokens, first)) return false;
  if (first === last && next && (next.form !== 'base' || deleteWords.has(next.base)) && !keepVerbs.has(next.base))
    return false;
  const before = keeps.filter(({ at }) => at < first);
  const nearest = before[before.length - 1];
  return nearest
    ? !nearest.negated && isGoverned(period, reading, [nearest])
    : isGoverned(
        period,
        reading,
        keeps.filter(({ negated }) => !negated),
      );
}

/** "What is stored will be erased permanently": the nearest verb says how; not "we keep anonymised data forever". */
function isOfDeletion(tokens: readonly Token[], at: number): boolean {
  const verb = tokens.findLastIndex((token, i) => i < at && token.verb !== undefined);
  return deleteWords.has(tokens[verb]?.verb?.base ?? '') && tokens[verb - 1]?.verb?.base === 'be';
}

/** "If we permanently store it, …", "stored more permanently", "not permanently stored", "data of active accounts is kept indefinitely": no promise. */
function isCaseOf(tokens: readonly Token[], at: number): boolean {
  if (/^(?:more|not|never)$/.test(tokens[at - 1]?.lower ?? '')) return true;
  const before = tokens.slice(0, at).map(({ lower }) => lower);
  return (
    (before[0] === 'if' && !before.includes(',')) ||
    before.some((word, i) => word === 'active' && isAccount(tokens[i + 1]))
  );
}

const isAccount = (token: Token | undefined): boolean => token?.lemma === 'account';

/** "are not deleted", "what has not been deleted"; not "will not be deleted", "are not deleted ever". */
const isPresent = (tokens: readonly Token[], at: number): boolean =>
  /^(?:not|n't)$/.test(tokens[at].lower) &&
  /^(?:is|are|has|have)$/.test(tokens[at - 1]?.lower ?? '') &&
  !tokens.slice(at, at + 8).some(({ lower }) => lower === 'ever');

/** "Nothing is kept indefinitely", "no data is stored forever": how far before the words the denial may stand, in tokens. */
const DENIAL_REACH = 8;

const isOfNothing = (tokens: readonly Token[], before: number): boolean =>
  tokens
    .slice(Math.max(0, before - DENIAL_REACH), before)
    .some(
      ({ lower }, i, near) =>
        lower === 'nothing' || lower === 'none' || (lower === 'no' && whatIsKept.has(near[i + 1]?.lemma ?? '')),
    );
