import { analyze } from '../../../server/src/analysis/analyze';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';
import type { Statement } from '../../../server/src/analysis/practices/types';

/**
 * One statement as a line: "not share first_party [email] to advertiser for marketing". Recipients, purposes and what is
 * unusual stand only where there are any.
 */
export function notation(statement: Statement): string {
  const list = (label: string, values: readonly string[]): string =>
    values.length > 0 ? ` ${label} ${[...new Set(values)].join(',')}` : '';
  return [
    statement.polarity === 'denied' ? 'not ' : '',
    statement.action,
    ` ${statement.actor}`,
    ` [${[...new Set(statement.data.map(({ id }) => id))].join(',')}]`,
    list(
      'to',
      statement.recipients.map(({ id, name }) => name ?? id),
    ),
    list(
      'for',
      statement.purposes.map(({ id }) => id),
    ),
    list(
      'except',
      statement.exceptions.map(({ kind }) => kind),
    ),
    statement.subject === 'any' ? '' : ` about ${statement.subject}`,
    statement.modality === 'asserts' || statement.modality === 'may' ? '' : ` ${statement.modality}`,
    statement.sense === 'ordinary' ? '' : ` ${statement.sense}`,
    statement.dataScope.restricted ? ' restricted' : '',
    statement.dataScope.onDevice ? ' onDevice' : '',
    statement.asked ? ' asked' : '',
  ].join('');
}

/** What a draft says is done, a line each. */
export function statementsOf(text: string, format: DocumentFormat = 'markdown'): string[] {
  return analyze(text, { format }).policy.statements.map(notation);
}
