import { withheldNotices } from '../contradiction/changeNotice';
import type { Rule } from '../types';
import { said, shortened } from './consistency';

/**
 * Notice before changes is promised in one place, immediate effect reserved in another, and nothing says which changes
 * are which.
 * Source: Cal. Bus. & Prof. Code 22575(b)(3); WP260 rev.01, paragraphs 29 to 31; FTC Act, section 5.
 */
export const immediateChangeDespiteNotice: Rule = {
  id: 'consistency/immediate-change-despite-notice',
  aliases: ['CR-018'],
  title: 'Changes are announced beforehand and take effect at once',
  severity: 'warning',
  citations: [
    { text: 'Cal. Bus. & Prof. Code § 22575(b)(3)' },
    { text: 'WP260 rev.01, paras 29-31' },
    { text: 'FTC Act § 5' },
  ],
  *check({ policy }) {
    const promises = said(policy, 'notice-before-change');
    const [atOnce] = said(policy, 'change-at-once');
    if (promises.length === 0 || !atOnce) return;
    // "material changes … others": both can be true
    if (said(policy, 'change-split').length > 0) return;
    if (withheldNotices(policy).some(({ refusal }) => refusal === atOnce.unit.own.line.sentence)) return;
    if (promises.some(({ unit }) => unit.own.line.sentence === atOnce.unit.own.line.sentence)) return;
    yield {
      place: atOnce.place,
      message: `Changes that are “${shortened(atOnce.place)}” leave no room for the notice that this draft promises beforehand. Say which changes wait for the notice.`,
      related: promises.map(({ place }) => ({ place, message: 'the promise of notice' })),
    };
  },
};
