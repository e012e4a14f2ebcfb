import type { Sentence, Token } from '../language/types';
import { whatIsKept } from './constructions';
import { isOnDevice } from './readersDevice';
import type { PeriodExpression, Reading } from './retentionPeriods';
import type { RetentionPredicate } from './retentionPredicates';
import { phrases, words } from './retentionWording';

const keepWords = new Set([...words('keep.strong'), ...words('keep.plain'), ...words('keep.weak')]);
const deleteWords = words('delete.verbs');
const dataNouns = words('dataNouns');
const pronouns = words('pronouns');
const discovery = phrases('notPeriod.discovery');
const requests = phrases('notPeriod.request');
const safety = words('safety');
const openings = words('openings');
const governors = words('governors');
export const storing = words('storing');
const longerWords = words('longerWords');
const bracketExamples = words('bracketExamples');
const untilThen = words('untilThen');
const undeletable = words('undeletable');
/** Sharing or collecting: words behind them speak of that. */
const OTHER_PRACTICES = words('otherPractices');

export const isOtherPractice = (base: string): boolean => OTHER_PRACTICES.has(base);

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
  const { sentence, predicates, clauses, bare } = reading;
  const { tokens } = sentence;
  if (period.kind === 'duration') return true;
  if (OPEN.test(period.class) && isOnDevice(tokens)) return false;
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
    // "we remove content if we determine that it breaks our rules"
    if (opener === 'if' && period.class === 'discretion') return false;
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
  // "collect, use and maintain no more than is needed": a limit on what, not on how long
  if (period.kind === 'beyond') return keeps.some(({ clause }) => !clause || !inSeries(reading, clause));
  const governed = (allowed: readonly RetentionPredicate[]) =>
    allowed.some((predicate) => {
      const { at } = predicate;
      if (isAside(tokens, at, period.phraseFirst)) return false;
      return at < period.first
        ? !isBlocked(clauses, at, period.first) && !isAccess(reading, at, period.first)
        : at - period.last === 1 ||
            (!clauses.some(({ group }) => group.verb < period.first) && isOpenedFor(reading, predicate, period));
    });
  if (period.kind === 'span' || period.kind === 'until') {
    // "used" and "processed" speak of keeping only with "as long as" and "until"
    const lasting =
      period.kind === 'until' || tokens.slice(period.first, period.last).some(({ lower }) => lower === 'long');
    return governed(lasting ? keeps : keeps.filter(({ strength }) => strength !== 'weak'));
  }
  const strong = keeps.filter(({ strength }) => strength !== 'weak');
  switch (period.class) {
    case 'indefinite':
      return isEndless(period, reading, keeps, governed);
    case 'discretion':
      return governed(strong);
    case 'vague_reasonable':
      return (
        (governed(strong.filter(({ negated }) => !negated || isLonger(tokens, period))) || governed(deletes)) &&
        !(deletes.length > 0 && keeps.length === 0 && (requests.find(tokens) || discovery.find(tokens)))
      );
    default: {
      // "nothing is stored except as needed to answer you"
      if (tokens[period.first - 1]?.lower === 'except' && keeps.some(({ negated }) => negated)) return false;
      // "you can no longer use the service, and we remove your account"
      if (tokens.slice(Math.max(0, period.first - 2), period.first).some(({ lower }) => lower === 'you')) return false;
      if (isOfUnneeded(tokens, period) && keeps.some(({ negated }) => negated)) return false;
      // "stored in accordance with the law": how, not how long
      if (/accordance with .{0,40}(?:privacy|protection) laws?/.test(wordsBetween(tokens, period.first, period.last)))
        return false;
      if (tokens[period.first + 1]?.lower === 'accordance' && isStoring(predicates, period.first)) return false;
      if (
        /no|longer|unneeded|cease|cessation/.test(wordsBetween(tokens, period.first, period.last)) &&
        deletes.length > 0
      )
        return !requests.find(tokens, 0, period.first);
      return (
        governed(
          strong.filter((predicate) =>
            predicate.nominal
              ? predicate.at < 8 && !isBasis(tokens, predicate.at, period.first)
              : (predicate.strength === 'strong' &&
                  !(predicate.clause && inSeries(reading, predicate.clause, false))) ||
                predicate.clause === undefined ||
                predicate.clause.base === 'keep' ||
                !inSeries(reading, predicate.clause),
          ),
        ) && !tokens.slice(0, period.first).some(({ lower }) => safety.has(lower))
      );
    }
  }
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

/**
 * Only one of two stands in brackets: "copies (including recordings as permitted by law)", "our legal obligations (we have to
 * keep invoices)". Words on how long that open the bracket go with the verb before it: "we keep it (as long as needed)".
 */
function isAside(tokens: readonly Token[], predicate: number, period: number): boolean {
  const open: number[] = [];
  let closed = false;
  for (let i = Math.min(predicate, period); i < Math.max(predicate, period); i++) {
    if (tokens[i].lower === '(') open.push(i);
    else if (tokens[i].lower === ')' && open.pop() === undefined) closed = true;
  }
  if (predicate > period) return open.length > 0;
  const from = open.pop();
  return (
    closed || (from !== undefined && tokens.slice(from + 1, from + 3).some(({ lower }) => bracketExamples.has(lower)))
  );
}

/** "As required by law, we may have to keep …"; not "To the extent permitted by law, we do not promise to keep …". */
function isOpenedFor(
  { clauses }: Reading,
  { at, nominal, clause }: RetentionPredicate,
  { last }: PeriodExpression,
): boolean {
  if (nominal || !clause) return true;
  const between = clauses.filter(
    ({ group, embedding }) => embedding === 'main' && group.verb > last && group.verb < at,
  );
  return between.every(({ base }) => governors.has(base) || base === 'be');
}

/** "if our retention is based on legitimate interests": why, not how long. */
const isBasis = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lemma, lower }) => lower === 'based' || lemma === 'basis');

const wordsBetween = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');

/** "kept indefinitely", "will not be deleted"; not "permanently deleted", "not stored permanently", "not deleted at once". */
function isEndless(
  { first, last }: PeriodExpression,
  { sentence }: Reading,
  keeps: readonly RetentionPredicate[],
  governed: (allowed: readonly RetentionPredicate[]) => boolean,
): boolean {
  const { tokens } = sentence;
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
  if (first === last && next && (next.form !== 'base' || deleteWords.has(next.base)) && !keepWords.has(next.base))
    return false;
  const before = keeps.filter(({ at }) => at < first);
  const nearest = before[before.length - 1];
  return nearest ? !nearest.negated && governed([nearest]) : governed(keeps.filter(({ negated }) => !negated));
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

/** "are not deleted"; not "will not be deleted", "are not deleted ever". */
const isPresent = (tokens: readonly Token[], at: number): boolean =>
  /^(?:not|n't)$/.test(tokens[at].lower) &&
  /^(?:is|are)$/.test(tokens[at - 1]?.lower ?? '') &&
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

/** Another practice stands between a predicate and words on how long: "we store your data and share it as required by law". */
const isBlocked = (clauses: Reading['clauses'], from: number, to: number, inPassing = false): boolean =>
  clauses.some(
    ({ group, base, embedding }) =>
      group.verb > from &&
      group.verb < to &&
      (inPassing || (embedding !== 'relative' && embedding !== 'antecedent' && embedding !== 'infinitive')) &&
      OTHER_PRACTICES.has(base),
  );

/** "kept on our servers and accessible to colleagues as necessary": how far access goes, not how long. */
const isAccess = ({ sentence: { tokens } }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lower }) => lower === 'accessible');

/** "collect, use and retain": one of several practices, said of all. */
export const inSeries = ({ clauses }: Reading, clause: Reading['clauses'][number], withUse = true): boolean =>
  clauses.some(
    (other) =>
      other.group.verb !== clause.group.verb &&
      (other.right === clause.right || other.group.chainedTo !== undefined) &&
      other.embedding === clause.embedding &&
      (OTHER_PRACTICES.has(other.base) || (withUse && (other.base === 'use' || other.base === 'process'))),
  );
