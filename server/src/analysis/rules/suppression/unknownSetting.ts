import { placeInSource } from '../../suppression/words';
import type { Report, Rule, RuleContext } from '../types';

/** A setting in the draft that changes nothing because of a misspelt name looks to its author as if it did. */
export const unknownSetting: Rule = {
  id: 'suppression/unknown-setting',
  title: 'A setting in the draft names something that there is not, or a value that it cannot have',
  severity: 'warning',
  runs: 'last',
  citations: [],
  *check({ policy, settingProblems = [] }: RuleContext): Iterable<Report> {
    for (const { range, message } of settingProblems) {
      yield { place: placeInSource(policy.document.source, range), message };
    }
  },
};
