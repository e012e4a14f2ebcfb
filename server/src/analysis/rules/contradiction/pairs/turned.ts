import type { Statement } from '../../../practices/types';

/**
 * What a statement rules out without saying so: the statement turned into a denial, in which nothing is said to be all.
 * `instead` is what the denial says otherwise than the statement.
 */
export const turned = (statement: Statement, instead: Partial<Statement>): Statement => ({
  ...statement,
  polarity: 'denied',
  exclusive: false,
  ...instead,
});
