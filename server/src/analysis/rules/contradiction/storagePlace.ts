import type { Block, Place } from '../../document/types';
import { adversatives, isAdverb, negators, subordinators } from '../../language/grammar';
import type { Sentence, Token } from '../../language/types';
import type { Policy } from '../../policy';
import { isWithin, matterOf } from '../../practices/matter';
import { dataGraph } from '../../practices/ontologyGraph';
import { sentenceAt } from '../../practices/sentences';
import type { Report, Rule } from '../types';
import { isNeutral } from './guards/complements';
import { isFunctionWord } from './guards/unreadWords';
import { isCountedWith, isPartOf, type Location, locationsIn, speaksOfPlaces } from './pairs/locations';
import { quote } from './pairs/wording';

/**
 * Data is said to lie in one region only, and elsewhere to lie or go somewhere else.
 * Transfers to third countries must be told: GDPR Art. 13(1)(f).
 */
export const storagePlace: Rule = {
  id: 'contradiction/storage-place',
  title: 'Data said to stay in one region, but kept or sent elsewhere in the draft',
  severity: 'error',
  citations: [{ text: 'GDPR Art. 13(1)(f) and 44', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
  *check({ policy }): Iterable<Report> {
    const locations = locationsIn(policy);
    const elsewhere = locations.filter(({ kind }) => kind !== 'inside');
    for (const only of locations.filter(({ kind }) => kind === 'inside')) {
      const broken = elsewhere.filter((other) => breaks(other, only, policy)).slice(0, 12);
      const [first] = broken;
      if (!first) continue;
      yield {
        place: only.place,
        severity: isPlainPromise(only.place) && !isOfCase(first.place) && !first.seat ? 'error' : 'information',
        message: `${quote(only.place)} leaves no other place, but ${quote(first.place)} names one. Name every place, or drop the promise.`,
        related: broken.map(({ place }) => ({ place, message: 'Another place is named here.' })),
      };
      for (const { place } of broken) {
        yield {
          place,
          severity: 'hint',
          message: `Another place is named here, but ${quote(only.place)} leaves none.`,
          related: [{ place: only.place, message: 'Data is said to stay here.' }],
        };
      }
    }
  },
};

/**
 * Whether a sentence speaks of data and where it lies, and of nothing else: words for a kind of customer, a purpose, a time
 * or a case leave it open whether another sentence speaks of the same data.
 */
const isPlainPromise = ({ block, start }: Place): boolean => {
  const sentence = sentenceAt(block, start);
  return sentence?.tokens.every((token) => isPlain(sentence, token)) === true;
};

const isPlain = ({ terms, tokens }: Sentence, token: Token): boolean =>
  isNeutral(token) ||
  isFunctionWord(token.lower) ||
  negators.has(token.lower) ||
  speaksOfPlaces(token) ||
  token.capitalised ||
  isAdverb(token) ||
  token.verb?.base === 'be' ||
  token.verb?.base === 'do' ||
  terms.some(({ kind, first, last }) => kind === 'data' && tokens.slice(first, last + 1).includes(token));

/** "If you are a member, we may …", "However, …": the other place is that of a case. */
const isOfCase = ({ block, start }: Place): boolean =>
  sentenceAt(block, start)?.tokens.some(
    ({ lower, verb }) => (!verb && subordinators.has(lower)) || adversatives.has(lower),
  ) === true;

/** "No data leaves the EU" in the row of one provider says nothing of the others. */
const isOfAnotherRow = (only: Block, other: Block): boolean =>
  only.cell !== undefined && (only.cell.table !== other.cell?.table || only.cell.row !== other.cell.row);

function breaks(other: Location, only: Location, policy: Policy): boolean {
  if (isOfAnotherRow(only.place.block, other.place.block)) return false;
  const matter = matterOf(only.place.block.section, policy.ownNames);
  if (matter && !isWithin(other.place, matter)) return false;
  const { agent } = only;
  if (agent && agent !== other.agent && !policy.ownNames.some((name) => name.split(' ').includes(agent))) return false;
  if (
    other.place.block === only.place.block &&
    other.place.start < only.place.end &&
    only.place.start < other.place.end
  )
    return false;
  if (
    only.data.length > 0 &&
    !(other.data.length > 0 && other.data.some((id) => only.data.some((wider) => dataGraph.isA(id, wider))))
  )
    return false;
  if (
    policy.statements.some(
      ({ evidence, region }) =>
        evidence.place.block === only.place.block &&
        region.origin === 'sentence' &&
        region.id !== 'other' &&
        !isCountedWith(only.where, region.id),
    )
  )
    return false;
  if (other.kind === 'outside') return other.where === undefined || other.where === only.where;
  return !isPartOf(other.where, only.where) && !isPartOf(only.where, other.where);
}
