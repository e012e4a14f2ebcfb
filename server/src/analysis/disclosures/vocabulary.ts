import vocabulary from '../catalogue/disclosures/vocabulary.yaml';
import { mapOf, readCatalogue, record, text, wordList } from '../catalogue/read';
import { kept } from '../kept';
import type { Sentence } from '../language/types';
import { type Expression, parseExpression } from './expression';
import { markSpans, marks, placeholderSpans } from './marks';
import { PhraseTrie } from './phraseTrie';
import { type ByConcept, type Span, SpanIndex } from './places';

const { phrases, patterns } = readCatalogue(
  vocabulary,
  record({
    /** Concept id to the phrases that express it. */
    phrases: mapOf(wordList),
    /** Names for expressions that several disclosures need. */
    patterns: mapOf(text),
  }),
);

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
export const spansOf = kept((sentence: Sentence): ByConcept<Span> => SpanIndex.of(foundIn(sentence)));

/** Concept, first and last token, again and again. */
function foundIn(sentence: Sentence): number[] {
  const found: number[] = [];
  for (const { concept, first, last } of trie.match(sentence.tokens)) found.push(concept, first, last);
  for (const { mark, first, last } of markSpans(sentence)) found.push(conceptNumber(mark), first, last);
  return found;
}

/** As `spansOf`, with every placeholder taken for what it may come to stand for. */
export function spansIfFilled(sentence: Sentence): ByConcept<Span> {
  const placeholders = [...placeholderSpans(sentence)];
  if (placeholders.length === 0) return spansOf(sentence);
  const found = foundIn(sentence);
  for (const { concept, first, last } of placeholders) found.push(conceptNumber(concept), first, last);
  return SpanIndex.of(found);
}
