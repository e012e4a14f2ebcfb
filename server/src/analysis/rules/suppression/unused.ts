import { withoutComment } from '../../suppression/insertion';
import { placeOf } from '../../suppression/words';
import type { Fix, Report, Rule, RuleContext } from '../types';

/** A suppression that silences nothing hides the next finding of its rule, which nobody has looked at. */
export const unused: Rule = {
  id: 'suppression/unused',
  title: 'A suppression silences nothing',
  severity: 'information',
  runs: 'last',
  citations: [],
  *check({ policy, suppressions = [] }: RuleContext): Iterable<Report> {
    const { source } = policy.document;
    for (const { suppression, ended, names } of suppressions) {
      const remove: Fix = {
        title: 'Remove this comment',
        safety: 'suggestion',
        edits: [withoutComment(source, suppression.comment.range)],
      };
      if (suppression.stray) {
        const message = 'Nothing is suppressed here that this comment could end. Remove it.';
        yield { place: placeOf(suppression, source), message, fixes: [remove] };
        continue;
      }
      const idle = names.filter(({ ran, silenced }) => ran && silenced === 0);
      if (ended || idle.length === 0 || suppression.command === undefined) continue;
      const all = idle.length === names.length;
      for (const { name } of all ? idle.slice(0, 1) : idle) {
        const what = all ? idle.map(({ name }) => name.text).join(' and ') : name.text;
        yield {
          place: placeOf(suppression, source, all ? { start: 0, end: suppression.rules.at(-1)!.end } : name),
          message: `There is no finding of ${what} here to silence; the next one would go unseen. Remove the name.`,
          fixes: all ? [remove] : [],
        };
      }
    }
  },
};
