import { readClauses } from '../../../language/clauses';
import { firstPerson } from '../../../language/grammar';
import type { Token } from '../../../language/types';
import type { Claim } from '../pairs/claims';
import { isAskedOfParents } from './children';

/**
 * Whether what is said reaches the denial by a step that the draft leaves to the reader: data that is processed or handed on
 * somewhere ("card data will be processed through the portal") need not have been collected by the company, and what parents
 * are asked about their children is not collected from them.
 */
export const mayMeanOther = (said: Claim, denied: Claim): boolean =>
  (said.derived && said.action === 'collect' && isActedUpon(said)) ||
  (denied.statement.subject === 'child' && isAskedOfParents(said.statement));

/** "Card data will be processed": nobody is said to do it. */
function isActedUpon({ data: { place }, statement: { evidence } }: Claim): boolean {
  const { sentence } = evidence;
  // "when you provide card data, that information will be processed"
  if (place.block === sentence.block && place.end <= evidence.place.start) return true;
  return readClauses(sentence).some(
    ({ passive, subject, right }) =>
      passive &&
      // "is processed by us"
      !(sentence.tokens[right]?.lower === 'by' && firstPerson.has(sentence.tokens[right + 1]?.lower ?? '')) &&
      subject !== undefined &&
      place.block === sentence.block &&
      place.start >= (sentence.tokens[subject.first] as Token).start &&
      place.end <= (sentence.tokens[subject.last] as Token).end,
  );
}
