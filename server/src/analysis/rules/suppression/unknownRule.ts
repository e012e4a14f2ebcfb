import { closest } from '../../language/closest';
import { directiveNames } from '../../suppression/directive';
import { placeOf } from '../../suppression/words';
import type { Report, Rule, RuleContext } from '../types';

/** A comment that silences nothing because of a misspelt name looks to its author as if it did. */
export const unknownRule: Rule = {
  id: 'suppression/unknown-rule',
  title: 'A suppression names no rule, or one that does not exist',
  severity: 'warning',
  runs: 'last',
  citations: [],
  *check({ policy, suppressions = [] }: RuleContext): Iterable<Report> {
    const { source } = policy.document;
    for (const { suppression, names } of suppressions) {
      const { command, word, stray } = suppression;
      if (command === undefined) {
        const near = closest(word.text, directiveNames);
        yield {
          place: placeOf(suppression, source, word),
          message: `"${word.text}" silences nothing: there is no such comment.${suggestion(near)}`,
        };
        continue;
      }
      if (names.length === 0 && !stray) {
        yield {
          place: placeOf(suppression, source, word),
          message: 'This comment names no rule, so it silences nothing. Write the id of the finding after it.',
        };
      }
      for (const { name, known, near } of names) {
        if (known) continue;
        yield {
          place: placeOf(suppression, source, name),
          message: `There is no rule "${name.text}", so nothing is silenced by it.${suggestion(near)}`,
        };
      }
    }
  },
};

const suggestion = (near: string | undefined): string => (near === undefined ? '' : ` Did you mean "${near}"?`);
