import { isDay } from '../../suppression/directive';
import { placeOf } from '../../suppression/words';
import type { Report, Rule, RuleContext } from '../types';

/** An exception that was granted for a time is granted no longer: what it silenced is reported again. */
export const expired: Rule = {
  id: 'suppression/expired',
  title: 'A suppression has ended, or its date cannot be read',
  severity: 'warning',
  runs: 'last',
  citations: [],
  *check({ policy, suppressions = [] }: RuleContext): Iterable<Report> {
    for (const { suppression, ended } of suppressions) {
      const { until } = suppression;
      if (until === undefined || (!ended && isDay(until.text))) continue;
      yield {
        place: placeOf(suppression, policy.document.source, until.text === '' ? undefined : until),
        message: ended
          ? `This suppression ended on ${until.text}: what it silenced is reported again. Settle that, or have the exception renewed.`
          : `"${until.text}" is no day by which this suppression could end. Write it as in 2027-01-31.`,
      };
    }
  },
};
