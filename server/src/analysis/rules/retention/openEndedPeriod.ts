import type { RetentionStatement } from '../../practices/types';
import type { Rule } from '../types';
import { isCompleted } from './completed';
import { quoted, STORAGE_PERIOD } from './wording';

/** A number that is no end: "at least two years", "one year or longer", "usually 30 days". */
export const openEndedPeriod: Rule = {
  id: 'retention/open-ended-period',
  title: 'A period with a number but without an upper end',
  severity: 'information',
  citations: STORAGE_PERIOD,
  *check({ policy }) {
    for (const statement of policy.retention) {
      const message = messageFor(statement);
      if (!message || isCompleted(statement, policy)) continue;
      yield { place: statement.words, message };
    }
  },
};

function messageFor({ verdict, words, approximate }: RetentionStatement): string | undefined {
  if (verdict === 'minimum only')
    return `${quoted(words)} is only the least: readers cannot tell when the data goes. Add the longest period.`;
  // "about 30 days" tells a reader what he needs
  if (verdict === 'weakened fixed' && !approximate)
    return `${quoted(words)} is no end: the words around it allow longer. State the longest period, or what it depends on.`;
  return undefined;
}
