import {
  entry,
  flag,
  listOf,
  mapOf,
  number,
  oneOf,
  optional,
  readCatalogue,
  record,
  type Shaped,
  text,
  wordList,
} from '../catalogue/read';
import time from '../catalogue/time.yaml';
import { type Lexeme, lexemesOf } from './lexemes';
import { type NumberMatch, readNumber } from './numbers';
import type { Duration, Token } from './types';

const unit = entry({
  words: wordList,
  iso: oneOf('S', 'M', 'H', 'D', 'W', 'Y'),
  clock: optional(flag),
  /** Number of ISO units in one. */
  of: optional(number),
  /** Needs no number ("a fortnight" is as clear as "fortnight"). */
  alone: optional(flag),
  /** Also an ordinal ("a second request"): needs a number. */
  ordinal: optional(flag),
  /** Also a fraction ("a quarter of"): needs a number. */
  fraction: optional(flag),
});

type Unit = Shaped<typeof unit>;

const catalogue = readCatalogue(
  time,
  record({
    units: listOf(unit),
    unitAdjectives: wordList,
    cycles: mapOf(text),
    cycleNouns: wordList,
    cycleAdverbs: mapOf(text),
    frequencyWords: wordList,
  }),
);
const unitByWord = new Map(catalogue.units.flatMap((unit) => unit.words.map((word) => [word, unit] as const)));
const unitAdjectives = new Set(catalogue.unitAdjectives);
const cycles = new Map(Object.entries(catalogue.cycles));
const cycleAdverbs = new Map(Object.entries(catalogue.cycleAdverbs));
const cycleNouns = new Set(catalogue.cycleNouns);
const frequencyWords = new Set(catalogue.frequencyWords);

/** Smaller ISO units in one, where that is a whole number. */
const SMALLER: Record<string, readonly [iso: Unit['iso'], clock: boolean, factor: number]> = {
  Y: ['M', false, 12],
  W: ['D', false, 7],
  D: ['H', true, 24],
  TH: ['M', true, 60],
  TM: ['S', true, 60],
};

function iso(value: number, unit: Unit): string {
  const amount = value * (unit.of ?? 1);
  if (!Number.isInteger(amount)) {
    const smaller = SMALLER[`${unit.clock ? 'T' : ''}${unit.iso}`];
    const exact = smaller ? Math.round(amount * smaller[2] * 1e6) / 1e6 : amount;
    if (smaller && Number.isInteger(exact)) return `P${smaller[1] ? 'T' : ''}${exact}${smaller[0]}`;
  }
  return `P${unit.clock ? 'T' : ''}${Math.round(amount * 100) / 100}${unit.iso}`;
}

/** Hours in a unit, months as 30 days: only for comparing. */
const HOURS: Record<string, number> = { S: 1 / 3600, M: 720, H: 1, D: 24, W: 168, Y: 8760, TM: 1 / 60 };

/** Length of an ISO 8601 duration in hours, years as 365 days and months as 30: only for comparing two of them. */
export function hoursOf(isoDuration: string): number {
  let hours = 0;
  let clock = false;
  for (const part of isoDuration.slice(1).matchAll(/T|(?<![\d.])([\d.]+)([A-Z])/g)) {
    if (part[0] === 'T') clock = true;
    else if (part[2] === 'M') hours += Number(part[1]) * (clock ? HOURS.TM : HOURS.M);
    else hours += Number(part[1]) * (HOURS[part[2]] ?? 0);
  }
  return hours;
}

/** "months", "day". */
export const isUnit = (word: string): boolean => unitByWord.has(word);

interface UnitMatch {
  readonly unit: Unit;
  /** Index after the last lexeme. */
  readonly next: number;
}

/** "-month", "full calendar days", "year(s)". */
function readUnit(lexemes: readonly Lexeme[], at: number): UnitMatch | undefined {
  let i = lexemes[at]?.text === '-' ? at + 1 : at;
  for (let adjectives = 0; adjectives < 3 && unitAdjectives.has(lexemes[i]?.text ?? ''); adjectives++) {
    i = lexemes[i + 1]?.text === '-' ? i + 2 : i + 1;
  }
  const unit = unitByWord.get(lexemes[i]?.text ?? '');
  if (!unit) return undefined;
  let next = i + 1;
  const plural = [lexemes[next]?.text, lexemes[next + 1]?.text, lexemes[next + 2]?.text];
  if (plural[0] === '(' && plural[1] === 's' && plural[2] === ')') next += 3;
  else if (plural[0] === "'s" || plural[0] === "'") next += 1;
  return { unit, next };
}

interface Match {
  readonly iso: string;
  readonly from?: string;
  readonly next: number;
}

/** "a year", "an hour", "half a year", "a year and a half", "a couple of weeks", "fortnight". */
function withoutNumber(lexemes: readonly Lexeme[], at: number): Match | undefined {
  const word = lexemes[at].text;
  const one = (start: number, value: number): Match | undefined => {
    const found = readUnit(lexemes, start);
    if (!found || found.unit.ordinal || found.unit.fraction) return undefined;
    const [and, a, half] = [lexemes[found.next], lexemes[found.next + 1], lexemes[found.next + 2]];
    if (value === 1 && and?.text === 'and' && a?.text === 'a' && half?.text === 'half')
      return { iso: iso(1.5, found.unit), next: found.next + 3 };
    return { iso: iso(value, found.unit), next: found.next };
  };
  if (word === 'half') {
    const start = lexemes[at + 1]?.text;
    if (start === 'a' || start === 'an') return one(at + 2, 0.5);
    return undefined;
  }
  if (word === 'a' || word === 'an') {
    if (frequencyWords.has(lexemes[at - 1]?.text ?? '')) return undefined;
    const second = lexemes[at + 1]?.text;
    if (second === 'half') return one(lexemes[at + 2]?.text === '-' ? at + 3 : at + 2, 0.5);
    if (second === 'couple') return one(lexemes[at + 2]?.text === 'of' ? at + 3 : at + 2, 2);
    return one(at + 1, 1);
  }
  const unit = unitByWord.get(word);
  if (unit?.alone) return { iso: iso(1, unit), next: at + 1 };
  return cycle(lexemes, at);
}

/** "on a rolling monthly basis", "deleted annually". */
function cycle(lexemes: readonly Lexeme[], at: number): Match | undefined {
  const word = lexemes[at].text;
  const length = cycles.get(word);
  const noun = lexemes[at + 1]?.text === 'rolling' ? at + 2 : at + 1;
  if (length && cycleNouns.has(lexemes[noun]?.text ?? '')) return { iso: length, next: noun + 1 };
  const adverb = cycleAdverbs.get(word);
  // "daily use" is an adjective; the adverb ends its clause.
  if (adverb && !/^[a-z]/.test(lexemes[at + 1]?.text ?? '.')) return { iso: adverb, next: at + 1 };
  return undefined;
}

const RANGE_WORDS = new Set(['-', 'to', 'or', 'and', 'through']);

/** "6-12", "between six and twelve", "24 to 48": the second number of a range. */
function upperEnd(lexemes: readonly Lexeme[], first: NumberMatch, between: boolean): NumberMatch | undefined {
  const word = lexemes[first.next]?.text ?? '';
  if (!RANGE_WORDS.has(word) || (word === 'and' && !between)) return undefined;
  return readNumber(lexemes, first.next + 1);
}

function withNumber(lexemes: readonly Lexeme[], at: number): Match | undefined {
  const lower = readNumber(lexemes, at);
  if (!lower) return undefined;
  const between = lexemes[at - 1]?.text === 'between';
  const upper = upperEnd(lexemes, lower, between);
  if (upper) {
    const unit = readUnit(lexemes, upper.next);
    if (unit) return { iso: iso(upper.value, unit.unit), from: iso(lower.value, unit.unit), next: unit.next };
  }
  const found = readUnit(lexemes, lower.next);
  if (!found) return undefined;
  const single = { iso: iso(lower.value, found.unit), next: found.next };
  // "6 months to 2 years"
  const word = lexemes[found.next]?.text ?? '';
  if (word === '-' || word === 'to' || word === 'or' || (word === 'and' && between)) {
    const second = readNumber(lexemes, found.next + 1);
    const unit = second && readUnit(lexemes, second.next);
    if (second && unit) return { iso: iso(second.value, unit.unit), from: single.iso, next: unit.next };
  }
  return compound(lexemes, lower.value, found) ?? single;
}

/** "one year and six months": the second unit is smaller than the first. */
function compound(lexemes: readonly Lexeme[], value: number, found: UnitMatch): Match | undefined {
  const and = lexemes[found.next]?.text === 'and' ? found.next + 1 : found.next;
  const second = readNumber(lexemes, and);
  const unit = second && readUnit(lexemes, second.next);
  if (!second || !unit || unit.unit.clock || found.unit.clock) return undefined;
  if (HOURS[unit.unit.iso] >= HOURS[found.unit.iso] || found.unit.iso === 'W' || unit.unit.iso === 'W')
    return undefined;
  return { iso: `${iso(value, found.unit)}${iso(second.value, unit.unit).slice(1)}`, next: unit.next };
}

/** "13 years of age", "18 years old", "24 hours a day": no length of time. */
function isOther(lexemes: readonly Lexeme[], next: number): boolean {
  const [first, second] = lexemes.slice(next, next + 4).flatMap(({ text }) => (text === '-' ? [] : [text]));
  if (first === 'old' || (first === 'of' && second === 'age')) return true;
  return (first === 'a' || first === 'per') && (second === 'day' || second === 'week');
}

/**
 * Lengths of time in words and figures: "two (2) years", "6-12 months", "a 90-day period", "one and a half years",
 * "a couple of weeks", "fortnight", "on a rolling monthly basis". Ages and frequencies are none. Linear in the tokens.
 */
export function findDurations(tokens: readonly Token[]): Duration[] {
  const lexemes = lexemesOf(tokens);
  const durations: Duration[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const match = withNumber(lexemes, at) ?? withoutNumber(lexemes, at);
    if (!match) {
      at++;
      continue;
    }
    if (!isOther(lexemes, match.next)) {
      durations.push({
        iso: match.iso,
        ...(match.from && { from: match.from }),
        first: lexemes[at].token,
        last: lexemes[match.next - 1].token,
      });
    }
    at = match.next;
  }
  return durations;
}
