import { type CatalogueFile, mapOf, readCatalogue, record, text, wordList } from '../catalogue/read';
import { derived } from '../dependencies';
import type { Condition } from '../disclosures/condition';
import { compile } from '../disclosures/evaluate';
import { type Expression, parseExpression } from '../disclosures/expression';
import { unitsMeeting } from '../disclosures/matches';
import type { Unit } from '../disclosures/reading';
import { readingOf } from '../disclosures/readingOf';
import type { Place } from '../document/types';
import { isSameList, kept } from '../kept';
import type { Policy } from '../policy';

/** A place where the draft says something, with the unit (sentence, item with its lead, table row) that says it. */
export interface Saying {
  readonly place: Place;
  readonly unit: Unit;
}

/**
 * Finds what a catalogue file describes: its `words` are names for lists of phrases, its `sayings` conditions in the pattern
 * language. Conditions are compiled when the file is loaded, before any draft is read.
 */
export function wordings(file: CatalogueFile) {
  const catalogue = readCatalogue(file, record({ words: mapOf(wordList), sayings: mapOf(text) }));
  const conditions = new Map<string, Condition>();
  for (const [name, text] of Object.entries(catalogue.sayings)) {
    conditions.set(name, compile(withWords(parseExpression(text), catalogue.words)));
  }
  const sayings = new Map([...conditions].map(([name, condition]) => [name, throughUnits(condition)]));
  /** Every place at which the draft says so, in reading order; headings only on request, since they announce and do not say. */
  return (policy: Policy, name: string, where: 'prose' | 'anywhere' = 'prose') => {
    const found = sayings.get(name);
    if (!found) throw new Error(`Unknown saying: ${name}`);
    const all = found(policy);
    return where === 'prose' ? inProse(all) : all;
  };
}

/** Where a draft meets a condition; the same object as long as it does at the same places. */
function throughUnits(condition: Condition): (policy: Policy) => readonly Saying[] {
  const sayingAt = kept((unit: Unit): Saying | undefined => {
    const place = placeOf(condition, unit);
    return place && { place, unit };
  });
  const last = kept((_draft: object): { found: readonly Saying[] } => ({ found: [] }));
  return derived((policy) => {
    const known = last(policy.document.draft);
    const found: Saying[] = [];
    for (const unit of unitsMeeting(condition, readingOf(policy))) {
      const saying = sayingAt(unit);
      if (saying) found.push(saying);
    }
    if (!isSameList(found, known.found)) known.found = found;
    return known.found;
  });
}

const inProse = (sayings: readonly Saying[]): readonly Saying[] =>
  sayings.some(({ unit }) => unit.kind === 'heading') ? sayings.filter(({ unit }) => unit.kind !== 'heading') : sayings;

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
function withWords(expression: Expression, words: Readonly<Record<string, readonly string[]>>): Expression {
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
