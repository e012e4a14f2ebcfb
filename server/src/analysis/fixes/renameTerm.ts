import { sourceRange } from '../document/place';
import type { Block, DocumentFormat, Place, PolicyDocument } from '../document/types';
import type { Edit } from '../finding';
import { type NumberForms, numberForms } from '../language/inflections';
import { type DefinedTerm, isWhole, keyOf } from '../practices/names/definedTerms';

type Renaming = { readonly edits: readonly Edit[] } | { readonly refusal: string };

/** Longest name of a term, in UTF-16 units. */
const LONGEST = 60;

/** Gives a defined term another name wherever it stands, in singular and plural; refuses where the draft would no longer be clear. */
export function renameTerm(
  document: PolicyDocument,
  terms: readonly DefinedTerm[],
  term: DefinedTerm,
  newName: string,
): Renaming {
  const name = newName.trim().replace(/\s+/g, ' ');
  const refusal = refusalOf(document, terms, term, name);
  if (refusal !== undefined) return { refusal };
  const edits: Edit[] = [];
  for (const place of [...term.definitions, ...term.uses]) {
    const range = sourceRange(place);
    const source = document.source.slice(range.start, range.end);
    const words = place.block.text.slice(place.start, place.end);
    if (hasMarkupInside(source, words)) {
      return { refusal: `“${words}” is interrupted by markup in one place; rename it there by hand first.` };
    }
    const newText = written(nameFor(words, term.term, name), document.format);
    if (newText !== source) edits.push({ range, newText });
  }
  return { edits: edits.sort((a, b) => a.range.start - b.range.start) };
}

function refusalOf(
  { blocks }: PolicyDocument,
  terms: readonly DefinedTerm[],
  term: DefinedTerm,
  name: string,
): string | undefined {
  if (term.isPronoun) return `“${term.term}” stands for a person and cannot be renamed.`;
  if (name === '') return 'A term needs a name.';
  if (name.length > LONGEST || !/\p{L}/u.test(name) || /[^\p{L}\p{M}\p{N} .,'’&/+-]/u.test(name)) {
    return `“${name}” is no name for a term: use a few words without markup or quotation marks.`;
  }
  const key = keyOf(name);
  if (key === keyOf(term.term)) return undefined; // another number or other capitals
  const taken = terms.find((other) => other !== term && keyOf(other.term) === key);
  if (taken) return `“${taken.term}” is already defined in this draft; two things would have one name.`;
  const other = otherUse(blocks, term, name);
  if (other) {
    const { block, start, end } = other;
    const words = block.text.slice(start, end);
    return `“${words}” is already used in this draft, in “${excerpt(block.text, start)}”; readers would take it for the term.`;
  }
  return undefined;
}

/** Where the draft already says the new name, and not within the term. */
function otherUse(blocks: readonly Block[], term: DefinedTerm, name: string): Place | undefined {
  const { singular, plural } = numberForms(name);
  for (const block of blocks) {
    for (const form of [singular, plural]) {
      for (let start = block.text.indexOf(form); start >= 0; start = block.text.indexOf(form, start + form.length)) {
        const place = { block, start, end: start + form.length };
        if (isWhole(block.text, start, place.end) && !isIn(term, place)) return place;
      }
    }
  }
  return undefined;
}

const isIn = ({ definitions, uses }: DefinedTerm, { block, start }: Place): boolean =>
  [...definitions, ...uses].some((place) => place.block === block && place.start <= start && start < place.end);

const excerpt = (text: string, at: number): string => {
  const start = text.lastIndexOf(' ', Math.max(0, at - 20)) + 1;
  const end = text.indexOf(' ', at + 40);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end < 0 ? undefined : end)}${end < 0 ? '' : ' …'}`;
};

/** The new name in the number and the capitals in which the old one stands. */
function nameFor(words: string, term: string, name: string): string {
  const old = numberForms(term);
  const next = numberForms(name);
  const cased = words === words.toUpperCase() && words.length > 3 && term !== term.toUpperCase();
  const chosen = inNumberOf(words, old, next, name);
  if (cased) return chosen.toUpperCase();
  const startsSentence = /^\p{Ll}/u.test(term) && /^\p{Lu}/u.test(words);
  return startsSentence ? chosen.charAt(0).toUpperCase() + chosen.slice(1) : chosen;
}

function inNumberOf(words: string, old: NumberForms, next: NumberForms, name: string): string {
  const isPlural = words.toLowerCase() === old.plural.toLowerCase();
  const asDefined = isPlural === old.isPlural;
  return asDefined ? name : isPlural ? next.plural : next.singular;
}

/** A line break or an entity for a blank is no markup. */
function hasMarkupInside(source: string, words: string): boolean {
  return /[<>*_`[\]]/.test(source.replace(/^[ \t]*>+ ?/gm, '')) && !/[<>*_`[\]]/.test(words);
}

const written = (name: string, format: DocumentFormat): string =>
  format === 'html' ? name.replace(/&/g, '&amp;') : name;
