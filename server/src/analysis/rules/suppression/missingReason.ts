import { placeOf } from '../../suppression/words';
import type { Report, Rule, RuleContext } from '../types';

/** Whoever reads the draft next, or audits it, must be able to see why a finding does not matter here. */
export const missingReason: Rule = {
  id: 'suppression/missing-reason',
  title: 'A suppression gives no reason',
  severity: 'warning',
  runs: 'last',
  citations: [],
  *check({ policy, suppressions = [] }: RuleContext): Iterable<Report> {
    for (const { suppression, names } of suppressions) {
      if (suppression.stray || suppression.command === 'end' || suppression.reason !== '') continue;
      if (!names.some(({ known }) => known)) continue;
      const last = suppression.rules[suppression.rules.length - 1];
      yield {
        place: placeOf(suppression, policy.document.source, { start: 0, end: last.end }),
        message: `The next reader cannot tell why ${last.text} does not matter here. Write the reason behind it, after a colon or a dash.`,
      };
    }
  },
};
