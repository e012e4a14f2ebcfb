import catalogue from '../../../catalogue/contradiction.yaml';
import { wordSetsOf } from '../../../catalogue/read';
import { kept } from '../../../kept';
import { negators, prepositions } from '../../../language/grammar';
import type { Sentence, Token } from '../../../language/types';
import { pointingDeterminers } from '../../../practices/clauses/constructions';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { Statement } from '../../../practices/types';
import { isNeutral } from './complements';
import type { Guard } from './guard';

const listed = wordSetsOf(catalogue, 'topics');
const leadingIn = listed('leadingIn');
const comparing = listed('comparing');
const occasionOpeners = listed('occasionOpeners');
const exampleOpeners = listed('exampleOpeners');
const moments = listed('moments');
const usage = listed('usage');
const subjects = listed('subjects');
const wholes = wordSetsOf(catalogue)('wholes');

/** "Within the app, we set no cookies", "As part of the survey we do not ask …": said of that alone. */
export const isFronted = kept(({ evidence: { sentence, kind, place }, region }: Statement): boolean => {
  if (kind === 'table' || kind === 'list') return false;
  return goesOnFrom(sentence, place.start) || (region.origin !== 'sentence' && opensWithPlace(sentence));
});

/** "We give these figures to sponsors; no names are passed on": what stands in front of the semicolon is spoken of. */
const goesOnFrom = ({ tokens }: Sentence, from: number): boolean => {
  const semicolon = tokens.findLastIndex(({ lower, end }) => lower === ';' && end <= from);
  return tokens.slice(0, Math.max(0, semicolon)).some(({ lower }) => pointingDeterminers.has(lower));
};

/** After "From Acme Login we receive your name" a paragraph speaks of Acme Login. */
export const sameTopic: Guard = {
  name: 'no paragraph on another matter',
  holds({ statement: said }, { statement: denied }) {
    return said.evidence.sentence.block === denied.evidence.sentence.block || !isWithinTopic(denied);
  },
};

const isWithinTopic = kept(({ data, action, evidence: { sentence, kind, place } }: Statement): boolean => {
  if (kind === 'table' || kind === 'list') return false;
  const before = sentencesOf(sentence.block).slice(0, sentence.index);
  if (before.some(setsTopic)) return true;
  if (action === 'place' || !isDataRoot(data[0]?.id ?? '')) return false;
  return (
    before.some((other) => speaksOfCookies(other)) || speaksOfCookies(sentence, data[0]?.place.start ?? place.start)
  );
});

/** "The advert may save a cookie. No personal data is collected": with the cookie, which stands in front. */
const speaksOfCookies = ({ tokens, terms }: Sentence, before = Number.POSITIVE_INFINITY): boolean =>
  terms.some(
    ({ kind, ids, last }) =>
      kind === 'data' && (tokens[last] as Token).end < before && ids.some((id) => dataGraph.isA(id, 'cookie_data')),
  );

/** "For short stays we do not …", "In the shop nothing is …": what such a sentence denies is denied of that part. */
export const speaksOfPart = (sentence: Sentence): boolean => opensWithPlace(sentence);

/** A sentence that opens with a place, an example or a case makes its paragraph speak of that. */
const setsTopic = kept((sentence: Sentence): boolean => opensWithPlace(sentence) || opensWithCase(sentence));

const opensWithPlace = kept(({ tokens }: Sentence): boolean => {
  const first = firstOf(tokens);
  const opening = tokens[first];
  const next = tokens[first + 1];
  if (!opening || !next || !prepositions.has(opening.lower) || comparing.has(opening.lower)) return false;
  if (next.verb?.form === 'base' || opening.glue !== undefined || next.glue !== undefined) return false;
  // "in order to protect our readers"
  if (opening.lower === 'in' && next.lower === 'order') return false;
  // "as we said", "as part of our survey"
  if (opening.lower === 'as' && next.lower !== 'part') return false;
  const phrase = upToClause(tokens, first + 1);
  // "At Acme Labs, we take your privacy seriously": the whole company
  if (opening.lower === 'at' && phrase.every(({ capitalised, kind }) => capitalised || kind !== 'word')) return false;
  if (phrase.length === 0 || phrase.some(({ lower }) => lower === 'no' || negators.has(lower))) return false;
  return !phrase.every(isPlain) || phrase.some(({ lower }) => moments.has(lower)) || pointsAtPart(phrase);
});

/** "For this purpose, no data is collected"; "in this policy" is the whole. */
const pointsAtPart = (phrase: readonly Token[]): boolean =>
  phrase.some(({ lower }, i) => {
    const noun = phrase[i + 1];
    return pointingDeterminers.has(lower) && noun !== undefined && !wholes.has(noun.lower);
  });

const opensWithCase = ({ tokens }: Sentence): boolean => {
  const first = firstOf(tokens);
  const opening = `${tokens[first]?.lower} ${tokens[first + 1]?.lower}`;
  if (exampleOpeners.has(opening)) return true;
  if (!occasionOpeners.has(tokens[first]?.lower ?? '')) return false;
  const end = tokens.findIndex(({ lower }, i) => i > first && lower === ',');
  return end > 0 && !tokens.slice(first + 1, end).every((token) => isPlain(token) || usage.has(token.lemma));
};

/** Behind "and", "however", "please note that". */
function firstOf(tokens: readonly Token[]): number {
  let first = 0;
  while (first < tokens.length - 1 && (tokens[first]?.kind !== 'word' || leadingIn.has(tokens[first]?.lower ?? '')))
    first++;
  return first;
}

/** The words of a phrase in front of a clause: up to its comma or its subject. */
function upToClause(tokens: readonly Token[], from: number): readonly Token[] {
  const end = tokens.findIndex(({ lower, kind }, i) => i >= from && (kind === 'punctuation' || subjects.has(lower)));
  return tokens.slice(from, end < 0 ? tokens.length : end);
}

const isPlain = (token: Token): boolean => isNeutral(token) || (token.lower === token.lemma && usage.has(token.lower));
