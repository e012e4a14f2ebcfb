import { sourceRange, wordsOf } from '../../document/place';
import type { CalendarDate } from '../../language/types';
import type { Rule } from '../types';
import { policyDates } from './policyDates';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date in figures that Americans and Europeans read differently: "03/04/2026". */
export const ambiguousDate: Rule = {
  id: 'consistency/ambiguous-date',
  aliases: ['CR-011'],
  title: 'The policy’s date can be read in two ways',
  severity: 'information',
  citations: [{ text: 'ISO 8601' }],
  *check({ policy }) {
    for (const { date, place } of policyDates(policy)) {
      if (!date.ambiguous || SETTLED.test(place.block.text) || date.month === undefined || date.day === undefined)
        continue;
      const readings = [date, { ...date, month: date.day, day: date.month }].map(inWords);
      yield {
        place,
        message: `“${wordsOf(place)}” is ${readings[0]} to some readers and ${readings[1]} to others. Write the month as a word.`,
        fixes: () =>
          readings.map((newText) => ({
            title: `Write “${newText}”`,
            safety: 'suggestion',
            edits: [{ range: sourceRange(place), newText }],
          })),
      };
    }
  },
};

const inWords = ({ year, month, day }: CalendarDate): string => `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;

/** Another date beside it can be read in one way only: "reviewed on 26/06/2026 and updated on 01/07/2026". */
const SETTLED = /\b(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{1,2}[/.-](?:1[3-9]|2\d|3[01])[/.-]\d{4}\b/;
