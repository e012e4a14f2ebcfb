import { denyingWords } from '../language/grammar';
import type { Condition } from './condition';
import type { Expression, Filter, Scope } from './expression';
import type { Span } from './places';
import type { Unit } from './reading';
import { holdsIn } from './scopes';
import { conceptNumber, patternNamed, phraseNumber } from './vocabulary';

const none: readonly never[] = [];

export function compile(expression: Expression): Condition {
  switch (expression.kind) {
    case 'concept': {
      const pattern = patternNamed(expression.id);
      return pattern ? compile(pattern) : concept(conceptNumber(expression.id));
    }
    case 'phrase':
      return concept(phraseNumber(expression.text));
    case 'sequence':
      return pair(compile(expression.first), compile(expression.next), expression.within, false);
    case 'nearby':
      return pair(compile(expression.first), compile(expression.next), expression.within, true);
    case 'and':
      return and(expression.parts.map(compile));
    case 'or':
      return or(expression.parts.map(compile));
    case 'not':
      return not(compile(expression.part));
    case 'scope':
      return scoped(expression.scope, compile(expression.part));
    case 'filter':
      return filtered(expression.filter, compile(expression.part));
    case 'count':
      return counted(expression.least, compile(expression.part));
    case 'min':
      return atLeast(expression.least, expression.parts.map(compile));
    case 'short':
      return short(expression.most);
  }
}

const length = (unit: Unit): number => unit.own.line.sentence.tokens.length;
const whole = (unit: Unit): readonly Span[] => [[unit.own.offset, unit.own.offset + length(unit) - 1]];

/** A longer quotation is a title or an example, not the draft's own statement. */
const QUOTED_WORDS = 6;

function concept(number: number): Condition {
  return {
    spans: (unit) => conceptSpans(number, unit, false),
    candidates: (index) => index.byConcept.get(number) ?? [],
    isPossible: (index) => index.byConcept.has(number),
    elsewhere: none,
    isLocal: true,
  };
}

function conceptSpans(number: number, unit: Unit, quotedToo: boolean): readonly Span[] {
  let found: Span[] | undefined;
  for (const { line, offset } of unit.parts) {
    for (const span of line.spans.get(number) ?? []) {
      const { quoted } = line.sentence;
      if (!quotedToo && quoted.size >= QUOTED_WORDS && quoted.has(span[0]) && quoted.has(span[1])) continue;
      found ??= [];
      found.push(offset === 0 ? span : [span[0] + offset, span[1] + offset]);
    }
  }
  return found ?? none;
}

function pair(left: Condition, right: Condition, within: number, eitherOrder: boolean): Condition {
  return {
    spans(unit) {
      const firsts = left.spans(unit);
      if (firsts.length === 0) return none;
      const seconds = right.spans(unit);
      if (seconds.length === 0) return none;
      const found: Span[] = [];
      const near = neighbours(firsts, seconds, within);
      for (const a of firsts) {
        for (const b of near(a)) {
          if (follows(a, b, within) || (eitherOrder && follows(b, a, within))) {
            found.push([Math.min(a[0], b[0]), Math.max(a[1], b[1])]);
          }
        }
      }
      return found;
    },
    candidates: (index) => fewest([left.candidates(index), right.candidates(index)]),
    isPossible: (index) => left.isPossible(index) && right.isPossible(index),
    elsewhere: elsewhereOf([left, right]),
    isLocal: left.isLocal && right.isLocal,
  };
}

/** Below this number of pairs, looking at all of them is quickest. */
const FEW_PAIRS = 64;

/**
 * The spans that can stand within a distance of a given one. Comparing all pairs would take quadratic time in a text
 * that repeats itself without a full stop.
 */
function neighbours(firsts: readonly Span[], seconds: readonly Span[], within: number): (a: Span) => readonly Span[] {
  if (firsts.length * seconds.length <= FEW_PAIRS) return () => seconds;
  const sorted = [...seconds].sort((a, b) => a[0] - b[0]);
  const longest = sorted.reduce((length, [first, last]) => Math.max(length, last - first), 0);
  return (a) =>
    sorted.slice(startingFrom(sorted, a[0] - within - 1 - longest), startingFrom(sorted, a[1] + within + 2));
}

/** Index of the first span that starts at or after a token. */
function startingFrom(sorted: readonly Span[], token: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Span)[0] < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

const follows = (a: Span, b: Span, within: number): boolean => b[0] > a[0] && b[1] >= a[1] && b[0] - a[1] <= within + 1;

function and(parts: readonly Condition[]): Condition {
  return {
    spans(unit) {
      let first: readonly Span[] | undefined;
      for (const part of parts) {
        const spans = part.spans(unit);
        if (spans.length === 0) return none;
        first ??= spans;
      }
      return first ?? none;
    },
    candidates: (index) => fewest(parts.map((part) => part.candidates(index))),
    isPossible: (index) => parts.every((part) => part.isPossible(index)),
    elsewhere: elsewhereOf(parts),
    isLocal: parts.every(({ isLocal }) => isLocal),
  };
}

function or(parts: readonly Condition[]): Condition {
  return {
    spans(unit) {
      let all: readonly Span[] = none;
      for (const part of parts) {
        const spans = part.spans(unit);
        if (spans.length > 0) all = all.length === 0 ? spans : [...all, ...spans];
      }
      return all;
    },
    candidates(index) {
      const sets = parts.map((part) => part.candidates(index));
      if (sets.some((set) => set === undefined)) return undefined;
      const union = new Set(sets.flatMap((set) => set ?? []));
      return [...union].sort((a, b) => a - b);
    },
    isPossible: (index) => parts.some((part) => part.isPossible(index)),
    elsewhere: elsewhereOf(parts),
    isLocal: parts.every(({ isLocal }) => isLocal),
  };
}

function not(part: Condition): Condition {
  return {
    spans: (unit) => (part.spans(unit).length === 0 ? whole(unit) : none),
    candidates: () => undefined,
    isPossible: () => true,
    elsewhere: part.elsewhere,
    isLocal: part.isLocal,
  };
}

function counted(least: number, part: Condition): Condition {
  return {
    spans(unit) {
      const spans = part.spans(unit);
      let count = 0;
      let end = -1;
      for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
        if (span[0] <= end) continue;
        count++;
        end = span[1];
      }
      return count >= least ? spans : none;
    },
    candidates: part.candidates,
    isPossible: part.isPossible,
    elsewhere: part.elsewhere,
    isLocal: part.isLocal,
  };
}

function atLeast(least: number, parts: readonly Condition[]): Condition {
  const any = or(parts);
  return {
    spans(unit) {
      const met = parts.map((part) => part.spans(unit)).filter((spans) => spans.length > 0);
      return met.length >= least ? (met[0] ?? none) : none;
    },
    candidates: any.candidates,
    isPossible: any.isPossible,
    elsewhere: any.elsewhere,
    isLocal: any.isLocal,
  };
}

function short(most: number): Condition {
  return {
    spans: (unit) => (length(unit) <= most ? whole(unit) : none),
    candidates: () => undefined,
    isPossible: () => true,
    elsewhere: none,
    isLocal: true,
  };
}

function filtered(filter: Filter, part: Condition): Condition {
  if (filter === 'title') return { ...part, spans: (unit) => part.spans(withoutQuotes(unit)) };
  const keeps = (span: Span, unit: Unit): boolean =>
    filter === 'starts'
      ? span[0] >= unit.own.offset && span[0] - unit.own.offset <= 3
      : isDenied(span, unit) === (filter === 'neg');
  return {
    spans(unit) {
      const spans = part.spans(unit);
      return spans.length === 0 ? none : spans.filter((span) => keeps(span, unit));
    },
    candidates: part.candidates,
    isPossible: part.isPossible,
    elsewhere: part.elsewhere,
    isLocal: part.isLocal,
  };
}

const noQuotes: ReadonlySet<number> = new Set();

function withoutQuotes(unit: Unit): Unit {
  const parts = unit.parts.map((part) => ({
    ...part,
    line: { ...part.line, sentence: { ...part.line.sentence, quoted: noQuotes } },
  }));
  return { ...unit, parts, own: parts[unit.parts.indexOf(unit.own)] ?? unit.own };
}

/** How far a "not" reaches to the right. */
const DENIAL_REACH = 9;

function isDenied(span: Span, unit: Unit): boolean {
  for (let at = span[0] - 1, steps = 0; at >= 0 && steps < DENIAL_REACH; at--, steps++) {
    const word = wordAt(unit, at);
    if (word === ';' || word === 'but' || word === 'however' || word === 'if' || word === 'unless') return false;
    if (denyingWords.has(word)) return true;
  }
  return false;
}

function wordAt(unit: Unit, at: number): string {
  for (let i = unit.parts.length - 1; i >= 0; i--) {
    const part = unit.parts[i];
    if (part && part.offset <= at) return part.line.sentence.tokens[at - part.offset]?.lemma ?? '';
  }
  return '';
}

function scoped(scope: Scope, part: Condition): Condition {
  const condition: Condition = {
    spans: (unit) => (holdsIn(scope, part, condition, unit) ? whole(unit) : none),
    candidates: () => undefined,
    isPossible: () => true,
    elsewhere: scope === 'doc' ? [part] : part.elsewhere,
    isLocal: false,
  };
  return condition;
}

const elsewhereOf = (parts: readonly Condition[]): readonly Condition[] => [
  ...new Set(parts.flatMap(({ elsewhere }) => elsewhere)),
];

/** The smallest known set: every part must hold, so any of them bounds the units to look at. */
function fewest(sets: readonly (readonly number[] | undefined)[]): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  for (const set of sets) if (set && (!best || set.length < best.length)) best = set;
  return best;
}
