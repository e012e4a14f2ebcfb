import type { Token } from '../../language/types';
import type { PeriodExpression, Reading } from './periods';
import type { RetentionPredicate } from './predicates';
import { words } from './wording';

/** Which verb or noun of keeping and deleting words on how long go with. Indexes are token indexes. */

const governors = words('governors');
const bracketExamples = words('bracketExamples');
/** Sharing or collecting: words behind them speak of that. */
const OTHER_PRACTICES = words('otherPractices');

export const isOtherPractice = (base: string): boolean => OTHER_PRACTICES.has(base);

/** Whether one of the predicates goes with the words on how long. */
export const isGoverned = (
  period: PeriodExpression,
  reading: Reading,
  allowed: readonly RetentionPredicate[],
): boolean =>
  allowed.some((predicate) => {
    const { sentence, clauses } = reading;
    const { at } = predicate;
    if (isAside(sentence.tokens, at, period.phraseFirst)) return false;
    return at < period.first
      ? !isBlocked(clauses, at, period.first) && !isAccess(reading, at, period.first)
      : at - period.last === 1 ||
          (!clauses.some(({ group }) => group.verb < period.first) && isOpenedFor(reading, predicate, period));
  });

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

/** Another practice stands between a predicate and words on how long: "we store your data and share it as required by law". */
export const isBlocked = (clauses: Reading['clauses'], from: number, to: number, inPassing = false): boolean =>
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
