import catalogue from '../../catalogue/consistency.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Place } from '../../document/types';
import type { Policy } from '../../policy';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const TERMS = ['personal data', 'personal information', 'personally identifiable information'] as const;
/** One use of another term is a quotation of a law. */
const FEW = 3;

/** Two terms for the same thing, one of them defined: readers ask themselves what the other one leaves out. */
export const termDrift: Rule = {
  id: 'consistency/term-drift',
  aliases: ['CR-074'],
  title: 'Two terms for personal information',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy }) {
    const uses = TERMS.map((term) => ({ term, places: placesOf(term, policy) }));
    if (synonyms(policy).length > 0) return;
    const defined = uses.find(({ places }) => places.some(isDefinition));
    if (!defined) return;
    const definitions = defined.places.filter(isDefinition);
    // the words that the term is defined by are no use of another
    const other = uses
      .filter(({ term }) => term !== defined.term)
      .map(({ term, places }) => ({
        term,
        places: places.filter((place) => !definitions.some((each) => defines(place, each))),
      }))
      .find(({ places }) => places.length >= FEW);
    if (!other || other.places.some(isDefinition)) return;
    yield {
      place: other.places.find(({ block }) => block.kind !== 'heading' && !isLinked(block)) ?? other.places[0],
      message: `“${defined.term}” is defined, and “${other.term}” is used beside it. Use the defined term throughout.`,
      related: [{ place: defined.places.find(isDefinition)!, message: 'the definition' }],
    };
  },
};

/** "certain personally identifiable information (“Personal Data”)": in the sentence that ends with the definition. */
const defines = (use: Place, { block, start }: Place): boolean =>
  use.block === block && use.end <= start && !/[.;?]\s/.test(block.text.slice(use.end, start));

/** “Personal Data” or “Personal Information” means …, "used interchangeably": two names for one thing, said to be so. */
const SYNONYMS =
  /["“']personal (?:data|information)["”']? ?(?:,|\/|or|and|\(or)[ ,]{0,2}(?:or )?["“']?personal(?:ly identifiable)? (?:data|information)|\bpersonal (?:data|information)\b[^.]{0,120}\binterchangeabl|\binterchangeabl[^.]{0,120}\bpersonal (?:data|information)\b/i;
const synonyms = throughBlocks((block) => (SYNONYMS.test(block.text) ? [block] : []));

/** An entry of a list of contents. */
const isLinked = ({ text, inline }: Block): boolean =>
  inline.some(({ kind, start, end }) => kind === 'link' && end - start >= text.trim().length - 2);

/** The terms of a law, or two names for one thing given side by side, are no drift. */
const { termsOnPurpose } = readCatalogue(catalogue, wordLists('termsOnPurpose'));
const ON_PURPOSE = new RegExp(`\\b(?:${termsOnPurpose.join('|')})\\b`, 'i');

const allUses = throughBlocks((block) => {
  if (ON_PURPOSE.test(block.text) || ON_PURPOSE.test(block.section.title)) return [];
  const text = block.text.toLowerCase();
  const found: { readonly term: string; readonly place: Place }[] = [];
  for (const term of TERMS)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      found.push({ term, place: { block, start: at, end: at + term.length } });
  return found;
});

function placesOf(term: string, policy: Policy): Place[] {
  return allUses(policy).flatMap((use) => (use.term === term ? [use.place] : []));
}

/** “Personal Data” means …, ("Personal Data"), Personal Data means … */
function isDefinition({ block, start, end }: Place): boolean {
  const after = block.text.slice(end, end + 12);
  if (/^\s(?:means|refers to)\b/.test(after) && /(?:^|[.;:]\s)$/.test(block.text.slice(0, start))) return true;
  return /["“]$/.test(block.text.slice(0, start).slice(-1)) && /^["”]\s?(?:\)|means|is |refers)/.test(after);
}
