import definedTermsCatalogue from '../../catalogue/definedTerms.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, InlineSpan, Place, PolicyDocument } from '../../document/types';
import { numberForms } from '../../language/inflections';
import type { LocalDefinition } from '../types';

/** How a term is defined: in brackets behind what it stands for, by a name without brackets, by a sentence of its own. */
type DefinitionShape = 'bracket' | 'naming' | 'meaning';

interface TermDefinition {
  readonly term: string;
  /** The words of the term, without quotation marks. */
  readonly place: Place;
  readonly shape: DefinitionShape;
}

/** A term that the draft gives a meaning of its own. */
export interface DefinedTerm {
  /** As it is first defined. */
  readonly term: string;
  /** The term's words where it is defined; more than one where the draft defines it again. */
  readonly definitions: readonly Place[];
  /** Where else it stands, in reading order: in singular or plural, and in capitals where a heading is. */
  readonly uses: readonly Place[];
  /** "we", "you": stands for a person and has no name that could be changed. */
  readonly isPronoun: boolean;
}

const catalogue = readCatalogue(definedTermsCatalogue, wordLists('inBrackets', 'naming', 'meaning', 'pronouns'));
const inBrackets = new Set(catalogue.inBrackets);
const pronouns = new Set(catalogue.pronouns);
/** The longest first, so that "refer to" does not hide "refer to as". */
const anyOf = (phrases: readonly string[]): string =>
  [...phrases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
const NAMED = new RegExp(`(?:^|[\\s(,])(?:${anyOf(catalogue.naming)}),?(?: the| our| an?)?$`, 'i');
const MEANS = new RegExp(
  `^,?(?: \\([^()]{1,80}\\))? (?:(?:shall|will|also|collectively) )?(?:${anyOf(catalogue.meaning)})\\b`,
  'i',
);
const SENTENCE_START =
  /(?:^|[.:;!?)] ?|^(?:the|our|a|an) |\b(?:terms?|words?|expressions?|phrases?) |["”’] ?(?:and|or|,) )$/i;

/** Looking for more would take long in a text made of definitions, and nobody would use them. */
const MOST_TERMS = 200;
const LONGEST_BRACKET = 240;
const LONGEST_TERM = 60;
const MOST_WORDS = 6;

/** Every definition of a term, in reading order. `sentences` are what the statements' reader took for definitions. */
export function readTermDefinitions(
  document: PolicyDocument,
  sentences: readonly LocalDefinition[] = [],
): TermDefinition[] {
  const bare = new Map<Block, TermDefinition[]>();
  for (const { term, place } of sentences) {
    const start = place.block.text.indexOf(term, place.start);
    if (start < 0 || start >= place.end) continue;
    const found: TermDefinition = {
      term,
      place: { block: place.block, start, end: start + term.length },
      shape: 'meaning',
    };
    bare.set(place.block, [...(bare.get(place.block) ?? []), found]);
  }
  return document.blocks.flatMap((block) => {
    const found = definitionsIn(block);
    const known = new Set(found.map(({ place }) => place.start));
    found.push(...(bare.get(block) ?? []).filter(({ place }) => !known.has(place.start)));
    return found.sort((a, b) => a.place.start - b.place.start);
  });
}

function definitionsIn(block: Block): TermDefinition[] {
  const { text } = block;
  const quotes = block.inline.filter(({ kind }) => kind === 'quote');
  const bracketed = new Set(bracketsOf(text, quotes).flat());
  const found = new Map<number, TermDefinition>();
  for (const span of block.inline) {
    if (span.kind !== 'quote' && span.kind !== 'strong') continue;
    const shape = bracketed.has(span) ? 'bracket' : shapeOf(text, span);
    const term = shape && termOf(text, span);
    if (!term || found.has(term.start)) continue;
    const { start, end } = term;
    found.set(start, { term: text.slice(start, end), place: { block, start, end }, shape });
  }
  return [...found.values()];
}

/** The quotations in each pair of brackets that holds nothing but them and words that introduce them. */
function bracketsOf(text: string, quotes: readonly InlineSpan[]): InlineSpan[][] {
  const found: InlineSpan[][] = [];
  let next = 0;
  for (let open = text.indexOf('('); open >= 0 && next < quotes.length; open = text.indexOf('(', open + 1)) {
    while (next < quotes.length && (quotes[next] as InlineSpan).start < open) next++;
    const inside: InlineSpan[] = [];
    let rest = '';
    let from = open + 1;
    for (let i = next; i < quotes.length; i++) {
      const quote = quotes[i] as InlineSpan;
      if (quote.start - open > LONGEST_BRACKET) break;
      const between = text.slice(from, quote.start);
      if (/[()]/.test(between)) break;
      inside.push(quote);
      rest += between;
      from = quote.end;
    }
    const after = text.slice(from, open + LONGEST_BRACKET);
    const close = after.indexOf(')');
    if (inside.length === 0 || close < 0) continue;
    rest += ` ${after.slice(0, close)}`;
    const words = rest.toLowerCase().match(/[\p{L}\p{N}(]+/gu) ?? [];
    if (words.every((word) => inBrackets.has(word))) found.push(inside);
  }
  return found;
}

function shapeOf(text: string, { kind, start, end }: InlineSpan): DefinitionShape | undefined {
  const before = text.slice(Math.max(0, start - 60), start).replace(/["“'‘]$/, '');
  const after = text.slice(end, end + 120).replace(/^["”'’]/, '');
  if (MEANS.test(after) && (SENTENCE_START.test(before) || !/[\p{L}\p{N}]/u.test(before))) return 'meaning';
  return kind === 'quote' && NAMED.test(before.trimEnd()) ? 'naming' : undefined;
}

/** The term within its quotation marks, without an article: American style puts the sentence's comma inside. */
function termOf(text: string, { start, end }: InlineSpan): { start: number; end: number } | undefined {
  let from = start;
  let to = end;
  while (from < to && /[\s"“”'‘’(]/.test(text[from] as string)) from++;
  while (to > from && /[\s"“”'‘’.,;:]/.test(text[to - 1] as string)) to--;
  from += /^(?:the|an?) (?=\S)/i.exec(text.slice(from, to))?.[0].length ?? 0;
  const term = text.slice(from, to);
  const isTerm =
    to > from &&
    term.length < LONGEST_TERM &&
    term.split(' ').length <= MOST_WORDS &&
    /\p{L}/u.test(term) &&
    !/[?!@"“”[\]{}<>]/.test(term);
  return isTerm ? { start: from, end: to } : undefined;
}

/** The terms of the draft with every place where they are defined or used. */
export function readDefinedTerms(document: PolicyDocument, sentences: readonly LocalDefinition[] = []): DefinedTerm[] {
  const terms = new Map<string, { term: string; definitions: Place[]; uses: Place[]; isPronoun: boolean }>();
  const defined = new Map<Block, Set<number>>();
  for (const { term, place } of readTermDefinitions(document, sentences)) {
    const key = keyOf(term);
    defined.set(place.block, (defined.get(place.block) ?? new Set()).add(place.start));
    const known = terms.get(key);
    if (known) known.definitions.push(place);
    else if (terms.size < MOST_TERMS) {
      terms.set(key, { term, definitions: [place], uses: [], isPronoun: pronouns.has(term.toLowerCase()) });
    }
  }
  const forms = formsByFirstWord([...terms.values()].map(({ term }) => term));
  if (forms.size === 0) return [];
  for (const block of document.blocks) {
    for (const { form, start } of formsIn(block.text, forms)) {
      if (defined.get(block)?.has(start)) continue;
      terms.get(form.key)?.uses.push({ block, start, end: start + form.words.length });
    }
  }
  return [...terms.values()];
}

/** Terms that differ in number or case only are one. */
export const keyOf = (term: string): string => numberForms(term).singular.toLowerCase();

interface Form {
  readonly words: string;
  /** Of the term that it is a form of. */
  readonly key: string;
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * How a term may stand in the text. A capitalised term in small letters is the ordinary word, not the term; one that is
 * defined in small letters may begin a sentence.
 */
function formsByFirstWord(terms: readonly string[]): Map<string, Form[]> {
  const byFirst = new Map<string, Form[]>();
  for (const term of terms) {
    const { singular, plural } = pronouns.has(term.toLowerCase())
      ? { singular: term, plural: term }
      : numberForms(term);
    const cased = [singular, plural].flatMap((words) => [
      words,
      words.charAt(0).toUpperCase() + words.slice(1),
      ...(words.length > 3 ? [words.toUpperCase()] : []),
    ]);
    for (const words of new Set(cased)) {
      const first = words.match(WORD)?.[0];
      if (first === undefined || !words.startsWith(first)) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, key: keyOf(term) }]);
    }
  }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** Whole words only, the longest term at each place; parts of addresses and of hyphenated opposites ("Non-Personal Data") are none. */
function* formsIn(text: string, forms: ReadonlyMap<string, readonly Form[]>): Iterable<{ form: Form; start: number }> {
  const words = new RegExp(WORD);
  for (let word = words.exec(text); word; word = words.exec(text)) {
    const start = word.index;
    const form = forms
      .get(word[0])
      ?.find(({ words: form }) => text.startsWith(form, start) && isWhole(text, start, start + form.length));
    if (!form) continue;
    yield { form, start };
    words.lastIndex = start + form.words.length;
  }
}

export function isWhole(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return !/[\p{L}\p{N}_@/-]$|[\p{L}\p{N}][.-]$/u.test(before) && !/^[\p{L}\p{N}_@]|^[.][\p{L}\p{N}]/u.test(after);
}
