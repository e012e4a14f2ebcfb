import { mapOf, number, part, readCatalogue } from '../catalogue/read';
import time from '../catalogue/time.yaml';
import type { CalendarDate, Token } from './types';

const months = new Map(Object.entries(readCatalogue(time, part('months', mapOf(number)))));

const FIGURE_DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/;
const YEAR = /^(?:19|20)\d\d$/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type DateParts = Omit<CalendarDate, 'first' | 'last'>;

function isDay(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= DAYS_IN_MONTH[month - 1];
}

/** "2024-05-25", "25.5.2024", "5/25/2024", "05-25-18". Month first where both orders are possible, except with full stops. */
function inFigures(text: string): DateParts | undefined {
  const match = FIGURE_DATE.exec(text);
  if (!match) return undefined;
  const [, a, separator, b, c] = match;
  if (a.length === 4) {
    const [month, day] = [Number(b), Number(c)];
    return YEAR.test(a) && c.length <= 2 && isDay(day, month)
      ? { year: Number(a), month, day, ambiguous: false }
      : undefined;
  }
  if (a.length > 2) return undefined;
  // Two-digit years only with slashes: "1.2.24" is a version number, "10-12-24" a range or a phone number.
  if (!YEAR.test(c) && !(c.length === 2 && separator === '/')) return undefined;
  const year = c.length === 2 ? 2000 + Number(c) : Number(c);
  const [first, second] = [Number(a), Number(b)];
  if (separator === '.')
    return isDay(first, second) ? { year, month: second, day: first, ambiguous: false } : undefined;
  if (isDay(second, first)) {
    return { year, month: first, day: second, ambiguous: isDay(first, second) && first !== second };
  }
  return isDay(first, second) ? { year, month: second, day: first, ambiguous: false } : undefined;
}

/** Day, month and year, and a mark between each two. */
const LONGEST_CHAIN = 5;

/** A date in figures; the tokenizer keeps "25.5.2024" whole and cuts "2024-05-25" and "5/25/2024" at the marks. */
function chain(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const start = tokens[at];
  if (start?.kind !== 'number' || start.glue) return undefined;
  let text = start.lower;
  let last = at;
  for (let i = at + 1; i < tokens.length && i < at + LONGEST_CHAIN; i++) {
    const token = tokens[i];
    const dash = token.lower === '-' && token.start === tokens[i - 1]?.end;
    if (!dash && !token.glue && !(text.endsWith('-') && token.start === tokens[i - 1]?.end)) break;
    text += (token.glue ?? '') + token.lower;
    last = i;
  }
  const date = inFigures(text);
  return date && { ...date, first: at, last };
}

const skip = (tokens: readonly Token[], at: number, ...words: string[]) =>
  words.includes(tokens[at]?.lower ?? '') ? at + 1 : at;

/** "1st", "the 25th day of", "25": index after it. */
function readDay(tokens: readonly Token[], at: number): { day: number; next: number } | undefined {
  const match = DAY.exec(tokens[at]?.lower ?? '');
  if (!match) return undefined;
  const day = Number(match[1]);
  if (day < 1 || day > 31) return undefined;
  // "25 th" where the tokenizer cuts the ending off
  return { day, next: skip(tokens, at + 1, 'st', 'nd', 'rd', 'th') };
}

function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.lower;
  if (word === undefined) return undefined;
  const month = months.get(word.endsWith('.') ? word.slice(0, -1) : word);
  // "may" is a verb unless it is written as a name.
  return word === 'may' && !tokens[at].capitalised ? undefined : month;
}

/** "May 25, 2018", "May 2018". */
function monthFirst(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const month = monthAt(tokens, at);
  if (!month) return undefined;
  let next = skip(tokens, at + 1, '.');
  next = skip(tokens, next, 'the');
  const day = readDay(tokens, next);
  const year = skip(tokens, skip(tokens, day?.next ?? next, ','), 'of');
  if (!YEAR.test(tokens[year]?.lower ?? '')) return undefined;
  if (day && !isDay(day.day, month)) return undefined;
  return {
    year: Number(tokens[year].lower),
    month,
    ...(day && { day: day.day }),
    ambiguous: false,
    first: at,
    last: year,
  };
}

/** "25 May 2018", "25th day of May, 2018". */
function dayFirst(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const day = readDay(tokens, at);
  if (!day) return undefined;
  const monthAtIndex = skip(tokens, skip(tokens, day.next, 'day'), 'of');
  const rest = monthFirst(tokens, monthAtIndex);
  if (!rest || rest.day !== undefined || !isDay(day.day, rest.month!)) return undefined;
  return { ...rest, day: day.day, first: at };
}

/** Calendar dates as written, in any of the common notations. Two digits for the year only with slashes. Linear in the tokens. */
export function findDates(tokens: readonly Token[]): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let at = 0; at < tokens.length; ) {
    const date = chain(tokens, at) ?? dayFirst(tokens, at) ?? monthFirst(tokens, at);
    if (date) dates.push(date);
    at = date ? date.last + 1 : at + 1;
  }
  return dates;
}
