import { mapOf, number, part, readCatalogue } from '../catalogue/read';
import time from '../catalogue/time.yaml';
import type { Lexeme } from './lexemes';

const words = new Map(Object.entries(readCatalogue(time, part('numbers', mapOf(number)))));
const FIGURES = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,9}(?:\.\d+)?$/;

export interface NumberMatch {
  readonly value: number;
  /** Index after the last lexeme. */
  readonly next: number;
}

function figures(lexeme: Lexeme | undefined): number | undefined {
  return lexeme && FIGURES.test(lexeme.text) ? Number(lexeme.text.replaceAll(',', '')) : undefined;
}

/** "twenty four", "twenty-four", "one hundred and eighty". */
function inWords(lexemes: readonly Lexeme[], at: number): NumberMatch | undefined {
  let total = words.get(lexemes[at]?.text ?? '');
  let next = at + 1;
  if (total === undefined) {
    if (lexemes[at]?.text !== 'a' || lexemes[at + 1]?.text !== 'hundred') return undefined;
    total = 1;
  }
  const afterTens = (tens: number, from: number) => {
    const i = lexemes[from]?.text === '-' ? from + 1 : from;
    const unit = words.get(lexemes[i]?.text ?? '');
    return tens >= 20 && tens < 100 && tens % 10 === 0 && unit && unit < 10 ? { value: unit, next: i + 1 } : undefined;
  };
  const unit = afterTens(total, next);
  if (unit) {
    total += unit.value;
    next = unit.next;
  }
  if (lexemes[next]?.text === 'hundred') {
    total *= 100;
    next++;
    const rest = lexemes[next]?.text === 'and' ? next + 1 : next;
    const tens = words.get(lexemes[rest]?.text ?? '');
    if (tens !== undefined) {
      const more = afterTens(tens, rest + 1);
      total += tens + (more?.value ?? 0);
      next = more?.next ?? rest + 1;
    }
  }
  return { value: total, next };
}

/** "and a half", "½" after a number. */
function half(lexemes: readonly Lexeme[], at: number): number | undefined {
  if (lexemes[at]?.text === '½') return at + 1;
  const [and, a, word] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]];
  if (and?.text === 'and' && (a?.text === 'a' || a?.text === 'one') && word?.text === 'half') return at + 3;
  return undefined;
}

/** The same number said again in brackets: "two (2)", "18 (eighteen)". */
function inBrackets(lexemes: readonly Lexeme[], at: number): NumberMatch | undefined {
  const open = lexemes[at]?.text;
  const single = open?.startsWith('(') && open.endsWith(')') ? open.slice(1, -1) : undefined;
  if (single !== undefined) {
    const value = FIGURES.test(single) ? Number(single.replaceAll(',', '')) : words.get(single);
    return value === undefined ? undefined : { value, next: at + 1 };
  }
  if (open !== '(') return undefined;
  const value = figures(lexemes[at + 1]);
  const inner = value === undefined ? inWords(lexemes, at + 1) : { value, next: at + 2 };
  return inner && lexemes[inner.next]?.text === ')' ? { value: inner.value, next: inner.next + 1 } : undefined;
}

/** A cardinal number in figures or words, with its repetition in brackets. Figures win where the two differ. */
export function readNumber(lexemes: readonly Lexeme[], at: number): NumberMatch | undefined {
  const value = figures(lexemes[at]);
  const number = value === undefined ? inWords(lexemes, at) : { value, next: at + 1 };
  if (!number) return undefined;
  const afterHalf = half(lexemes, number.next);
  if (afterHalf !== undefined) return { value: number.value + 0.5, next: afterHalf };
  const again = inBrackets(lexemes, number.next);
  if (!again) return number;
  return { value: value === undefined ? again.value : value, next: again.next };
}
