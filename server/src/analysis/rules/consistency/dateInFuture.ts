import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import type { Rule } from '../types';
import { dayNumber, parseToday, policyDates } from './policyDates';

/**
 * A policy that was updated on a day that has not come yet. A day on which it will take effect is fine, but readers then
 * need the version that applies until then.
 * Source: Cal. Bus. & Prof. Code 22575(b)(4).
 */
export const dateInFuture: Rule = {
  id: 'consistency/date-in-future',
  aliases: ['CR-009'],
  title: 'The policy’s date lies in the future',
  severity: 'warning',
  citations: [{ text: 'Cal. Bus. & Prof. Code § 22575(b)(4)' }],
  *check({ policy, today }) {
    const now = parseToday(today);
    if (now === undefined) return;
    for (const { kind, date, place } of policyDates(policy)) {
      if (dayNumber(date) <= now || (kind === 'effective' && isOfChange(place))) continue;
      yield kind === 'updated'
        ? { place, message: `“${wordsOf(place)}” has not come yet, so nothing was updated on it. Correct the date.` }
        : {
            place,
            severity: 'information',
            message: `This version takes effect on ${wordsOf(place)} only. Link the version that applies until then.`,
          };
    }
  },
};

/** "We add a section on cameras (effective 3 May 2027)": the day of one change, not of this version. */
const isOfChange = ({ block, start }: Place): boolean =>
  block.kind === 'item' || block.text.slice(0, start).lastIndexOf('(') > block.text.slice(0, start).lastIndexOf(')');
