import { addCategories } from '../../fixes/retentionPeriod';
import type { Policy } from '../../policy';
import { uncoveredCategories } from '../../practices/retention/coverage';
import type { Rule } from '../types';
import { isConcrete } from './completed';
import { isAboutCookies } from './cookiesOnly';
import { askingRegime } from './regimes';

/** More names than this are no help in a message. */
const MOST_NAMED = 4;

/**
 * Periods for some of the data that the draft collects, none for the rest. The length of time has to be given for each
 * category: Cal. Civ. Code 1798.100(a)(3), 11 CCR 7012(e)(4). Where no period is given at all, the missing disclosure says so.
 */
export const periodPerCategory: Rule = {
  id: 'retention/period-per-category',
  title: 'Collected data for which no period is given, while other data has one',
  severity: 'off',
  offBecause:
    'In long policies the kinds of data that it named were too often examples (a browser, a phone) or covered by a wider word: 5 of 15 findings on policies not seen before were right.',
  citations: [{ text: 'Cal. Civ. Code § 1798.100(a)(3)' }, { text: '11 CCR § 7012(e)(4)' }],
  *check({ policy }) {
    const regime = askingRegime(policy, ['ccpa']);
    // what is not kept at all, and how long cookies last, is no period for the data that is
    const first = policy.retention.find((one) => isConcrete(one) && one.class !== 'none_kept' && !isAboutCookies(one));
    if (!regime || !first || isReportedElsewhere(policy)) return;
    const uncovered = uncoveredCategories(policy, policy.retention.filter(isConcrete));
    if (uncovered.length === 0) return;
    const { heading } = first.words.block.section;
    const named = uncovered.slice(0, MOST_NAMED).map((category) => `“${category.words}”`);
    const more = uncovered.length > MOST_NAMED ? ` and ${uncovered.length - MOST_NAMED} more` : '';
    yield {
      place: heading ? { block: heading, start: 0, end: heading.text.length } : first.words,
      message: `No period covers ${named.join(', ')}${more}, which this draft collects; California asks for one for each category. Add them, or a period for everything else.`,
      regime: regime.id,
      related: uncovered.slice(0, MOST_NAMED).map(({ place }) => ({ place, message: 'collected here' })),
      fixes: (draft) =>
        [
          addCategories(
            first,
            draft,
            uncovered.map(({ words }) => words),
          ),
        ].filter((fix) => fix !== undefined),
    };
  },
};

/** The checklist names what is missing altogether. */
const isReportedElsewhere = ({ checklist }: Policy): boolean =>
  checklist.some(({ id, status }) => id === 'ccpa-retention-per-category' && status !== 'present');
