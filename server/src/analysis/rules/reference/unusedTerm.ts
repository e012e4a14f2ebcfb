import { readCatalogue, wordLists } from '../../catalogue/read';
import catalogue from '../../catalogue/references.yaml';
import type { Block, Place } from '../../document/types';
import { kept } from '../../kept';
import type { Policy } from '../../policy';
import { Search, throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

/** A term in quotation marks within brackets of its own: ("External Parties"), (collectively, the "Services"). */
const OPENING =
  /(?:^|\s)\((?:(?:the|our|a|an|each|collectively|together|jointly|hereinafter|hereafter|in short|as|referred|to|individually|and|“[^”]{1,40}”|"[^"]{1,40}"),? ?){0,6}["“]$/i;
const CLOSING = /^[.,]?["”][.,]? ?(?:\)|and |or )/;
/** How a draft calls itself, its company and its readers: used as pronouns, or not at all. */
const { namesOfParties } = readCatalogue(catalogue, wordLists('namesOfParties'));
const PERSONS = new RegExp(`^(?:${namesOfParties.join('|')})$`, 'i');
/** A definition with fewer letters is an abbreviation, which readers know by its short form. */
const SHORTEST = 4;
const MOST_RELATED = 20;

/** A term that is defined and then never used: what it was meant for was cut, or is called something else. */
export const unusedTerm: Rule = {
  id: 'reference/unused-term',
  title: 'A defined term is never used',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy }) {
    const [first, ...others] = unusedTerms(policy);
    if (!first) return;
    yield {
      place: first.place,
      message: `“${first.term}” is defined here and never used. Use the term where it is meant, or drop the definition.`,
      related: others
        .slice(0, MOST_RELATED)
        .map(({ term, place }) => ({ place, message: `“${term}” is never used either` })),
    };
  },
};

interface Definition {
  readonly term: string;
  readonly place: Place;
}

/** Looking for more would take long in a text made of definitions, and says no more. */
const MOST_DEFINITIONS = 200;

const unusedTerms = (policy: Policy): Definition[] =>
  definitions(policy)
    .slice(0, MOST_DEFINITIONS)
    .filter((definition) => !searchesForUse(definition).some((search) => search.in(policy.document)));

/** "Third- Party" and "third-party" are one word, however it was broken. */
const joined = (text: string): string => text.toLowerCase().replace(/-\s+/g, '-');
const lowerText = kept(({ text }: Block) => joined(text));

const definitions = throughBlocks((block): Definition[] =>
  block.inline
    .filter(({ kind, start, end }) => kind === 'quote' && isDefinition(block.text, start, end))
    .map(({ start, end }) => {
      const term = block.text.slice(start, end).replace(/[.,]$/, '');
      return { term, place: { block, start, end: start + term.length } };
    })
    // a link goes to where the term is used; a name in another language is given for those who know it
    .filter(({ term, place }) => isTerm(term) && !/[^\p{ASCII}‘’]/u.test(term) && !isLinked(place)),
);

const isLinked = ({ block, start }: Place): boolean =>
  block.inline.some((span) => span.kind === 'link' && span.start <= start && span.end > start);

/** "Section 4 (“How we collect data”)": the title of a section. */
const NUMBER_BEFORE = /\b(?:sections?|articles?|parts?|annex|clauses?|chapters?) [\dIVXA-F.]{1,8}\s?\(["“]$/i;

function isDefinition(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  return OPENING.test(before) && CLOSING.test(text.slice(end, end + 10)) && !NUMBER_BEFORE.test(before);
}

/** "Sign in with Apple", "Data from our partners": words on a screen. "Right to be forgotten": what a right is also called. */
const PHRASE = /^(?:rights? to|sign|log|save|continue|share|connect|click|add)\b|\b(?:from|with|by|sign in|log in)\b/i;

const isTerm = (term: string): boolean =>
  term.length >= SHORTEST &&
  term.length < 60 &&
  !/[?!/()]/.test(term) &&
  !PHRASE.test(term) &&
  /^\p{Lu}/u.test(term) &&
  !/^[\p{Lu}\d.-]+s?$/u.test(term) &&
  !PERSONS.test(term);

/** The term itself, and other names that the same brackets give it: ("Privacy Code" or "PC"). One of them is enough. */
const searchesForUse = kept(({ term, place }: Definition): Search[] => {
  const { text } = place.block;
  const from = text.lastIndexOf('(', place.start);
  const to = text.indexOf(')', place.start);
  const others = to < 0 ? [] : [...text.slice(from, to).matchAll(/["“]([^"“”]{2,60})["”]/g)].map(([, name]) => name);
  return [...new Set([term, ...others])].map((name) => searchForUse(name, place.block));
});

/** The term in any case, singular or plural, anywhere but at its definition. */
function searchForUse(term: string, from: Block): Search {
  const stem = joined(term).replace(/(?:ies|es|s|y)$/, '');
  return new Search(({ blocks }) =>
    blocks.some((block) => {
      const text = lowerText(block);
      const first = text.indexOf(stem);
      return first >= 0 && (block !== from || text.indexOf(stem, first + 1) >= 0);
    }),
  );
}
