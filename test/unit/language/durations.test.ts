import assert from 'node:assert/strict';
import { findDurations, hoursOf } from '../../../server/src/analysis/language/durations';
import { tokenize } from '../../../server/src/analysis/language/tokens';

/** "words: from..iso" of every duration in a sentence. */
function read(text: string): string[] {
  const tokens = tokenize(text);
  return findDurations(tokens).map(({ iso, from, first, last }) => {
    const words = text.slice(tokens[first].start, tokens[last].end);
    return `${words} = ${from ? `${from}..` : ''}${iso}`;
  });
}

const cases: readonly (readonly [text: string, ...durations: string[]])[] = [
  ['Logs go after 90 days.', '90 days = P90D'],
  ['Logs go after ninety (90) calendar days.', 'ninety (90) calendar days = P90D'],
  ['We keep them for two (2) years.', 'two (2) years = P2Y'],
  ['for a term of 18 (eighteen) months', '18 (eighteen) months = P18M'],
  ['for one hundred and eighty days', 'one hundred and eighty days = P180D'],
  ['for twenty-four months', 'twenty-four months = P24M'],
  ['for twenty four hours', 'twenty four hours = PT24H'],
  ['a 90-day window', '90-day = P90D'],
  ['a rolling 35-day cycle', '35-day = P35D'],
  ['a six-month period', 'six-month = P6M'],
  ['kept for 6-12 months', '6-12 months = P6M..P12M'],
  ['kept for 6–12 months', '6–12 months = P6M..P12M'],
  ['kept for 6 to 12 months', '6 to 12 months = P6M..P12M'],
  ['kept between six and twelve months', 'six and twelve months = P6M..P12M'],
  ['kept for three to five years', 'three to five years = P3Y..P5Y'],
  ['kept from 6 months to 2 years', '6 months to 2 years = P6M..P2Y'],
  ['a 30-60 day delay', '30-60 day = P30D..P60D'],
  ['after a couple of weeks', 'a couple of weeks = P2W'],
  ['for one and a half years', 'one and a half years = P18M'],
  ['for a year and a half', 'a year and a half = P18M'],
  ['for 1.5 years', '1.5 years = P18M'],
  ['for half a year', 'half a year = P6M'],
  ['for one year and six months', 'one year and six months = P1Y6M'],
  ['after a fortnight', 'a fortnight = P2W'],
  ['for an hour', 'an hour = PT1H'],
  ['for 30 minutes', '30 minutes = PT30M'],
  ['for 24hrs', '24hrs = PT24H'],
  ['for 1 year(s)', '1 year(s) = P1Y'],
  ['two years’ storage', 'two years’ = P2Y'],
  ['for 1,095 days', '1,095 days = P1095D'],
  ['two quarters', 'two quarters = P6M'],
  ['purged on a monthly basis', 'monthly basis = P1M'],
  ['logs are purged annually.', 'annually = P1Y'],
  ['invoices for ten years and logs for 30 days', 'ten years = P10Y', '30 days = P30D'],
  ['10 business days', '10 business days = P10D'],
];

const silent: readonly (readonly [text: string, why: string])[] = [
  ['children under 13 years of age', 'an age'],
  ['anyone who is 18 years old', 'an age'],
  ['we are there 24 hours a day', 'opening hours'],
  ['once a year', 'how often'],
  ['a second request', 'an ordinal'],
  ['a quarter of our users', 'a fraction'],
  ['daily use of the app', 'an adjective'],
  ['for several years', 'no number'],
  ['see section 12', 'no unit'],
  ['', 'nothing'],
];

describe('durations', () => {
  for (const [text, ...durations] of cases) {
    it(text, () => assert.deepEqual(read(text), durations));
  }
  for (const [text, why] of silent) {
    it(`none in "${text}": ${why}`, () => assert.deepEqual(read(text), []));
  }

  it('compares lengths across units', () => {
    assert.equal(hoursOf('P2W'), hoursOf('P14D'));
    assert.equal(hoursOf('PT48H'), hoursOf('P2D'));
    assert.ok(hoursOf('P1Y6M') > hoursOf('P1Y'));
    assert.ok(hoursOf('PT30M') < hoursOf('PT1H'));
  });

  it('takes time linear in the text', () => {
    const tokens = tokenize('one and a half of a hundred and twenty - '.repeat(2000));
    assert.deepEqual(findDurations(tokens), []);
  });
});
