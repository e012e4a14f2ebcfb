import vocabulary from '../catalogue/disclosures/vocabulary.yaml';
import { getOrMake } from '../kept';
import type { Sentence } from '../language/types';
import { type Expression, parseExpression } from './expression';
import { markSpans, marks, placeholderSpans } from './marks';
import { PhraseTrie } from './phraseTrie';

/** Token indexes, the last inclusive. */
export type Span = readonly [first: number, last: number];

interface Vocabulary {
  /** Concept id to the phrases that express it. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** Names for expressions that several disclosures need. */
  readonly patterns: Readonly<Record<string, string>>;
}

const { phrases, patterns } = vocabulary as Vocabulary;

const numbers = new Map<string, number>();
const trie = new PhraseTrie();
for (const mark of marks) numberOf(mark);
for (const [id, forms] of Object.entries(phrases)) for (const form of forms) trie.add(form, numberOf(id));

function numberOf(id: string): number {
  let number = numbers.get(id);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(id, number);
  }
  return number;
}

/** The number of a concept or mark; throws for an unknown one, which the catalogue's tests would meet first. */
export function conceptNumber(id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`Unknown concept: ${id}`);
  return number;
}

/** The number of a phrase written on the spot. Every phrase must be known before the first draft is read. */
export function phraseNumber(text: string): number {
  const id = `/${text}/`;
  const known = numbers.get(id);
  if (known !== undefined) return known;
  const number = numberOf(id);
  trie.add(text, number);
  return number;
}

const parsedPatterns = new Map<string, Expression>();

/** The expression behind a name, or undefined where the name is a concept's. */
export function patternNamed(id: string): Expression | undefined {
  const source = patterns[id];
  if (source === undefined) return undefined;
  let parsed = parsedPatterns.get(id);
  if (!parsed) {
    parsed = parseExpression(source);
    parsedPatterns.set(id, parsed);
  }
  return parsed;
}

/** Places of every concept, phrase and mark in a sentence. */
export function spansOf(sentence: Sentence): ReadonlyMap<number, readonly Span[]> {
  let spans = known.get(sentence);
  if (!spans) {
    spans = findSpans(sentence);
    known.set(sentence, spans);
  }
  return spans;
}

/** Sentences that an edit leaves alone are not read again. */
const known = new WeakMap<Sentence, ReadonlyMap<number, readonly Span[]>>();

/** A draft holds hundreds of thousands of spans, most of them alone and at the same places of their sentences. */
const sharedSpans = new Map<number, [Span]>();
/** Places beyond this are rare, and not shared. */
const SHARED = 256;

const spanOf = (first: number, last: number): [Span] =>
  last < SHARED ? getOrMake(sharedSpans, first * SHARED + last, () => [[first, last]]) : [[first, last]];

function findSpans(sentence: Sentence): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  const add = (concept: number, first: number, last: number): void => {
    const list = spans.get(concept);
    const alone = spanOf(first, last);
    if (!list) spans.set(concept, alone);
    else if (list.length === 1) spans.set(concept, [list[0], alone[0]]);
    else list.push(alone[0]);
  };
  for (const { concept, first, last } of trie.match(sentence.tokens)) add(concept, first, last);
  for (const { mark, first, last } of markSpans(sentence)) add(conceptNumber(mark), first, last);
  return spans;
}

/** As `spansOf`, with every placeholder taken for what it may come to stand for. */
export function spansIfFilled(sentence: Sentence): ReadonlyMap<number, readonly Span[]> {
  const placeholders = [...placeholderSpans(sentence)];
  if (placeholders.length === 0) return spansOf(sentence);
  const spans = new Map([...spansOf(sentence)].map(([concept, found]) => [concept, [...found]]));
  for (const { concept, first, last } of placeholders) {
    const number = conceptNumber(concept);
    spans.set(number, [...(spans.get(number) ?? []), [first, last]]);
  }
  return spans;
}
