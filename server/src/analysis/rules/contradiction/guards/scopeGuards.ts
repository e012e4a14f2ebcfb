import cues from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import type { Section } from '../../../document/types';
import { isWithin } from '../../../practices/matter';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { Mention, Statement } from '../../../practices/types';
import { isAboutOthersThanChildren } from './children';
import type { Guard } from './guard';

const { audiences, oneOfAKind } = readCatalogue(cues, wordLists('audiences', 'oneOfAKind'));

/** Children, applicants, other regions and other products are different matters. */
export const sameScope: Guard = {
  name: 'same people, region and product',
  holds({ statement: said }, { statement: denied }) {
    if (denied.subject !== 'any' && denied.subject !== said.subject) return false;
    if (audienceOf(denied) !== audienceOf(said)) return false;
    if (denied.subject === 'child' && (isOfOlderChildren(said, denied) || isAboutOthersThanChildren(said)))
      return false;
    if (denied.region.id !== 'any' && denied.region.id !== said.region.id) {
      if (denied.region.origin === 'sentence') return false;
      if (said.region.id !== 'any') return false;
    }
    // cookies are set by the website, said so or not
    if (denied.action === 'place' && denied.product === 'website' && said.product === undefined) return true;
    return denied.product === undefined || denied.product === said.product;
  },
};

/** "Not from children under 13", and from those between 13 and 16. */
function isOfOlderChildren(said: Statement, denied: Statement): boolean {
  const below = ageIn(denied, YOUNGER);
  const least = ageIn(said, OLDER);
  return below !== undefined && least !== undefined && least >= below;
}

function ageIn({ evidence: { sentence } }: Statement, pattern: RegExp): number | undefined {
  const age = pattern.exec(sentence.block.text.slice(sentence.start, sentence.end))?.[1];
  return age === undefined ? undefined : (NUMBERS.get(age.toLowerCase()) ?? Number(age));
}
const YEARS = '(1[0-8]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)';
const YOUNGER = new RegExp(`\\b(?:under|below|younger than|less than)(?: the)?(?: age)?(?: of)? ${YEARS}\\b`, 'i');
const OLDER = new RegExp(
  `\\b(?:at least|over|above|older than|aged|ages?|between)(?: the)?(?: age)?(?: of)? ${YEARS}\\b`,
  'i',
);
const NUMBERS = new Map(
  ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'].map(
    (word, i) => [word, i + 10] as const,
  ),
);

const AUDIENCE = new RegExp(`\\b(?:from|about|of|for) (?:our )?(${audiences.join('|')})s?\\b`, 'i');

/** "Information we collect from advertisers": whose data the section is about, by its heading or those above it. */
function audienceOf({ evidence }: Statement): string {
  for (let at: Section | undefined = evidence.place.block.section; at; at = at.parent) {
    const audience = AUDIENCE.exec(at.title)?.[1];
    if (audience) return audience.toLowerCase();
  }
  return '';
}

/** Card numbers below "Paying", the address book below "Finding friends": there is no other part with others of the kind. */
const isOneMatter = ({ id }: Mention): boolean => oneOfAKind.some((kind) => dataGraph.isA(id, kind));

/** What is denied in the section on the newsletter or on a tool is denied of that alone. */
export const sameMatter: Guard = {
  name: 'no section on another part of the service',
  holds({ statement: said }, { statement: denied, data }) {
    return denied.matter === undefined || isOneMatter(data) || isWithin(said.evidence.place, denied.matter);
  },
};
