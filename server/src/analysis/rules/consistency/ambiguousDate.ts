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
      if (!date.ambiguous || date.month === undefined || date.day === undefined) continue;
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
