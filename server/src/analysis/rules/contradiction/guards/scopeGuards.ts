import cues from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import type { Section } from '../../../document/types';
import { isWithin } from '../../../practices/matter';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { Mention, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import { isAboutOthersThanChildren, namesChildrenLater } from './children';
import type { Guard } from './guard';

const { audiences, exceptionTitles, oneOfAKind, seldom } = readCatalogue(
  cues,
  wordLists('audiences', 'exceptionTitles', 'oneOfAKind', 'seldom'),
);

/** Children, applicants, other regions and other products are different matters. */
export const sameScope: Guard = {
  name: 'same people, region and product',
  holds({ statement: said }, { statement: denied }, { soleProduct }) {
    if (denied.subject !== 'any' && denied.subject !== said.subject) return false;
    if (audienceOf(denied) !== audienceOf(said)) return false;
    const isChildless = isOfOlderChildren(said, denied) || isAboutOthersThanChildren(said) || namesChildrenLater(said);
    if (denied.subject === 'child' && isChildless) return false;
    if (denied.region.id !== 'any' && denied.region.id !== said.region.id) {
      if (denied.region.origin === 'sentence') return false;
      if (said.region.id !== 'any') return false;
    }
    // cookies are set by the website, said so or not
    if (denied.action === 'place' && denied.product === 'website' && said.product === undefined) return true;
    // "the app does not …, we do", where there is nothing but the app
    return (
      denied.product === undefined ||
      denied.product === said.product ||
      (said.product === undefined && denied.product === soleProduct)
    );
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

/**
 * Card numbers below "Paying", the address book below "Finding friends": there is no other part with others of the kind.
 * "Search queries" below "Searching" and elsewhere: the section is about them; and so is what few parts of a service have,
 * where both sides call it by the same words.
 */
const isOneMatter = (said: Claim, { statement: { matter }, data }: Claim): boolean =>
  oneOfAKind.some((kind) => dataGraph.isA(data.id, kind)) ||
  (matter !== undefined && sharesStem(wordsOf(matter), wordsOf(data.place))) ||
  (seldom.some((kind) => dataGraph.isA(data.id, kind)) && nameOf(said.data) === nameOf(data));

/** How a draft calls data, in small letters, without its article and the ending of the plural. */
export const nameOf = ({ place }: Mention): string =>
  wordsOf(place)
    .toLowerCase()
    .replace(/^(?:your|the|our|all|any) /, '')
    .replace(/s$/, '');

/** "Searching" and "search queries": one of the words begins like one of the heading's. */
function sharesStem(heading: string, words: string): boolean {
  const title = heading.toLowerCase().split(' ');
  return words
    .toLowerCase()
    .split(' ')
    .some((word) => word.length >= STEM && title.some((other) => other.startsWith(word.slice(0, STEM))));
}
/** In UTF-16 units. */
const STEM = 5;

/** What stands below the title "Exceptions". */
const isException = ({ evidence: { place } }: Statement): boolean =>
  place.block.section.title
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => exceptionTitles.includes(word));

/** What is denied in the section on the newsletter or on a tool is denied of that alone. */
export const sameMatter: Guard = {
  name: 'no section on another part of the service',
  holds(said, denied) {
    const { matter } = denied.statement;
    if (isException(said.statement) && !isException(denied.statement)) return false;
    if (matter === undefined || isWithin(said.statement.evidence.place, matter)) return true;
    return !matter.block.section.repeated && isOneMatter(said, denied);
  },
};
