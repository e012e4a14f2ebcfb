import type { Rule } from '../types';
import { said, shortened } from './consistency';

/**
 * Data are never passed on, except that a merger clause passes them on.
 * Source: FTC v. Toysmart.com (D. Mass. 2000); FTC Act, section 5.
 */
export const neverDespiteMerger: Rule = {
  id: 'consistency/never-despite-merger',
  aliases: ['CR-070'],
  title: 'Data are never passed on, but a merger passes them on',
  severity: 'off',
  offBecause: 'no published policy was found on which its precision could be measured',
  citations: [{ text: 'FTC v. Toysmart.com, No. 00-11341 (D. Mass. 2000)' }, { text: 'FTC Act § 5' }],
  *check({ policy }) {
    const [never] = said(policy, 'never-passed-on');
    const [merger] = said(policy, 'passed-on-in-a-merger');
    if (!never || !merger || never.unit === merger.unit) return;
    yield {
      place: never.place,
      message: `'${shortened(never.place)}' leaves no room for the merger clause. Say that a buyer may receive data under this policy.`,
      related: [{ place: merger.place, message: 'passed on here' }],
    };
  },
};
