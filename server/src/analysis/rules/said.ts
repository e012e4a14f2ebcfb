import type { Condition } from '../disclosures/condition';
import { compile } from '../disclosures/evaluate';
import { type Expression, parseExpression } from '../disclosures/expression';
import { unitsMeeting } from '../disclosures/matches';
import type { Unit } from '../disclosures/reading';
import { readingOf } from '../disclosures/readingOf';
import type { Place } from '../document/types';
import type { Policy } from '../policy';

/** Wordings of a catalogue file: `words` are names for lists of phrases, `sayings` are conditions in the pattern language. */
export interface Wordings {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly sayings: Readonly<Record<string, string>>;
}

/** A place where the draft says something, with the unit (sentence, item with its lead, table row) that says it. */
export interface Saying {
  readonly place: Place;
  readonly unit: Unit;
}

/** Finds what a catalogue file describes. Conditions are compiled when the file is loaded, before any draft is read. */
export function wordings<const T extends Wordings>(catalogue: T) {
  const conditions = new Map<string, Condition>();
  for (const [name, text] of Object.entries(catalogue.sayings)) {
    conditions.set(name, compile(withWords(parseExpression(text), catalogue.words)));
  }
  /** Every place at which the draft says so, in reading order; headings only on request, since they announce and do not say. */
  return function* said(
    policy: Policy,
    name: keyof T['sayings'] & string,
    where: 'prose' | 'anywhere' = 'prose',
  ): Generator<Saying> {
    const condition = conditions.get(name);
    if (!condition) throw new Error(`Unknown saying: ${name}`);
    const reading = readingOf(policy);
    for (const unit of unitsMeeting(condition, reading)) {
      if (unit.kind === 'heading' && where === 'prose') continue;
      const place = placeOf(condition, unit);
      if (place) yield { place, unit };
    }
  };
}

/** The words that meet the condition, as far as they stand in the unit itself. */
function placeOf(condition: Condition, unit: Unit): Place | undefined {
  const { line, offset } = unit.own;
  const { tokens, block } = line.sentence;
  const spans = condition.spans(unit).filter(([first, last]) => last >= offset && first < offset + tokens.length);
  const [span] = spans;
  if (!span) return undefined;
  // "Last updated" rather than "updated", which ends at the same word
  const first = Math.min(
    ...spans.filter(([start, end]) => end === span[1] && span[0] - start <= 2).map(([start]) => start),
  );
  const start = tokens[Math.max(first - offset, 0)];
  const end = tokens[Math.min(span[1] - offset, tokens.length - 1)];
  return start && end && { block, start: start.start, end: end.end };
}

/** Puts the phrases of a list in the place of its name. */
function withWords(expression: Expression, words: Wordings['words']): Expression {
  const again = (part: Expression) => withWords(part, words);
  switch (expression.kind) {
    case 'concept': {
      const phrases = words[expression.id];
      return phrases ? { kind: 'or', parts: phrases.map((text) => ({ kind: 'phrase', text })) } : expression;
    }
    case 'sequence':
    case 'nearby':
      return { ...expression, first: again(expression.first), next: again(expression.next) };
    case 'and':
    case 'or':
    case 'min':
      return { ...expression, parts: expression.parts.map(again) };
    case 'not':
    case 'scope':
    case 'filter':
    case 'count':
      return { ...expression, part: again(expression.part) };
    default:
      return expression;
  }
}
