import type { Place } from '../../document/types';
import type { Policy } from '../../policy';
import type { Rule } from '../types';

const TERMS = ['personal data', 'personal information', 'personally identifiable information'] as const;
/** One use of another term is a quotation of a law. */
const FEW = 3;

/** Two terms for the same thing, one of them defined: readers ask themselves what the other one leaves out. */
export const termDrift: Rule = {
  id: 'consistency/term-drift',
  aliases: ['CR-074'],
  title: 'Two terms for personal information',
  severity: 'off',
  offBecause: 'most policies that serve several laws use both terms on purpose',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy }) {
    const uses = TERMS.map((term) => ({ term, places: placesOf(term, policy) }));
    const defined = uses.find(({ places }) => places.some(isDefinition));
    const other = uses.find(({ term, places }) => term !== defined?.term && places.length >= FEW);
    if (!defined || !other || other.places.some(isDefinition)) return;
    yield {
      place: other.places[0],
      message: `'${defined.term}' is defined, and '${other.term}' is used beside it. Use the defined term throughout.`,
      related: [{ place: defined.places.find(isDefinition)!, message: 'the definition' }],
    };
  },
};

function placesOf(term: string, { document }: Policy): Place[] {
  return document.blocks.flatMap((block) => {
    const text = block.text.toLowerCase();
    const places: Place[] = [];
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      places.push({ block, start: at, end: at + term.length });
    return places;
  });
}

/** “Personal Data” means …, ("Personal Data"). */
function isDefinition({ block, start, end }: Place): boolean {
  const after = block.text.slice(end, end + 12);
  return /["“]$/.test(block.text.slice(0, start).slice(-1)) && /^["”]\s?(?:\)|means|is |refers)/.test(after);
}
