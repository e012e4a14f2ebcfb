import assert from 'node:assert/strict';
import { findDates } from '../../../server/src/analysis/language/dates';
import { tokenize } from '../../../server/src/analysis/language/tokens';

/** "words = year-month-day" of every date, with a question mark where day and month could be exchanged. */
function read(text: string): string[] {
  const tokens = tokenize(text);
  return findDates(tokens).map(({ year, month, day, ambiguous, first, last }) => {
    const words = text.slice(tokens[first].start, tokens[last].end);
    return `${words} = ${[year, month, day].filter((part) => part !== undefined).join('-')}${ambiguous ? '?' : ''}`;
  });
}

const cases: readonly (readonly [text: string, ...dates: string[]])[] = [
  ['Last updated: May 25, 2018.', 'May 25, 2018 = 2018-5-25'],
  ['Last updated 25 May 2018', '25 May 2018 = 2018-5-25'],
  ['as of the 25th day of May, 2018', '25th day of May, 2018 = 2018-5-25'],
  ['on the 1st of January 2024', '1st of January 2024 = 2024-1-1'],
  ['effective January 1st, 2024', 'January 1st, 2024 = 2024-1-1'],
  ['effective Jan. 1 2024', 'Jan. 1 2024 = 2024-1-1'],
  ['in September 2023 we changed', 'September 2023 = 2023-9'],
  ['2024-05-25', '2024-05-25 = 2024-5-25'],
  ['5/25/2024', '5/25/2024 = 2024-5-25'],
  ['25/5/2024', '25/5/2024 = 2024-5-25'],
  ['03/04/2026', '03/04/2026 = 2026-3-4?'],
  ['3/4/26', '3/4/26 = 2026-3-4?'],
  ['04/04/2026', '04/04/2026 = 2026-4-4'],
  ['Stand: 25.5.2024', '25.5.2024 = 2024-5-25'],
  ['05-25-2018', '05-25-2018 = 2018-5-25'],
  ['between 1 March 2020 and 30 June 2021', '1 March 2020 = 2020-3-1', '30 June 2021 = 2021-6-30'],
];

const silent = [
  'you may 2018 times',
  'version 1.2.24',
  'February 30, 2024',
  '13/13/2024',
  'call 555-12-1999',
  'Regulation (EU) 2016/679',
  '© 2024 Harbour Goods',
  'section 5 of 2018',
  '',
];

describe('calendar dates', () => {
  for (const [text, ...dates] of cases) {
    it(text, () => assert.deepEqual(read(text), dates));
  }
  for (const text of silent) {
    it(`none in "${text}"`, () => assert.deepEqual(read(text), []));
  }
});
