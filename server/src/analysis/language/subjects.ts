import { behindFinishedClause } from './coordination';
import {
  adversatives,
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  isAdverbAt,
  isSubordinatorAt,
  partitives,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from './grammar';
import { nounLemma } from './lemmas';
import type { Clause, Sentence, TermMatch, Token, VerbGroup } from './types';

import { wordOf as word } from './words';

/**
 * The noun phrase that a finite verb speaks of: the nearest actor or pronoun before it that no preposition governs; a
 * relative clause or an insertion in commas may stand between.
 */
export function findSubject(
  sentence: Sentence,
  group: VerbGroup,
  boundary: number,
  clauses: readonly Clause[],
): { first: number; last: number } | undefined {
  const { tokens } = sentence;
  let end = group.first - 1;
  while (end >= boundary && (isAdverbAt(tokens, end) || word(tokens[end]) === ',')) end--;
  if (end < boundary) return undefined;
  const near = tokens[end] as Token;
  // "none of it is shared"
  if (isPartOf(tokens, end - 2, boundary) && (thirdPerson.has(near.lower) || determiners.has(near.lower)))
    return { first: end - 2, last: end };
  if ((group.form === 'participle' || group.passive) && !conjunctions.has(near.lower))
    return relativePronouns.has(near.lower) || isPronounSubject(near)
      ? { first: end, last: end }
      : nounPhraseEnding(sentence, end, behindFinishedClause(tokens, group, { from: boundary, end }, clauses));
  const governed = secondPerson.has(near.lower) && personal.has(word(tokens[end - 1])) && end - 1 > boundary;
  if ((isPronounSubject(near) && !governed) || relativePronouns.has(near.lower)) return { first: end, last: end };
  if (conjunctions.has(near.lower) || adversatives.has(near.lower)) return undefined;
  const named = nameBehindIntroduction(tokens, end, boundary, clauses.at(-1));
  if (named) return named;
  const holder = holdingRelative(tokens, clauses, end, boundary);
  if (holder !== undefined) end = holder;
  for (let i = end; i >= boundary; i--) {
    const lower = word(tokens[i]);
    if (i < end && (subordinators.has(lower) || (lower === ',' && isClauseOpening(tokens, i)))) break;
    // "we record your address, and the server keeps your IP address"
    if (lower === ',' && opensNextClause(tokens, i, end) && (clauses.at(-1)?.group.verb ?? i) < i)
      return { first: i + 2, last: end };
    if (i < end && (lower === 'your' || lower === 'yours')) continue;
    const term = termEndingAt(sentence, i);
    const pronoun = isPronounSubject(tokens[i] as Token) && lower !== 'it' && lower !== 'they';
    if ((!term && !pronoun) || isObjectPronoun(tokens[i] as Token)) continue;
    const phrase = term ? { first: withDeterminer(tokens, term.first, boundary, i), last: i } : { first: i, last: i };
    const before = word(tokens[phrase.first - 1]);
    if (prepositions.has(before) && phrase.first - 1 >= boundary) {
      // "some of our partners"
      if (isPartOf(tokens, phrase.first - 2, boundary)) return { first: phrase.first - 2, last: i };
      i = phrase.first;
      continue;
    }
    if (pronoun && !verbless(tokens, i + 1, group.first)) continue;
    return coordinatedPhrase(sentence, phrase, boundary);
  }
  return nounPhraseEnding(sentence, end, boundary);
}

/** "some of", "none of" */
const isPartOf = (tokens: readonly Token[], at: number, boundary: number): boolean =>
  at >= boundary && partitives.has(word(tokens[at])) && word(tokens[at + 1]) === 'of';

/** "As a data processor, Acme Labs processes …": a phrase opens the sentence, a name between it and the verb is spoken of. */
function nameBehindIntroduction(
  tokens: readonly Token[],
  end: number,
  boundary: number,
  previous: Clause | undefined,
): { first: number; last: number } | undefined {
  const introduced = prepositions.has(word(tokens[boundary])) || previous?.embedding === 'antecedent';
  // "…, and Acme will collect …"
  if (
    boundary > 0 &&
    isNamePart(tokens[end] as Token) &&
    word(tokens[end - 1]) === 'and' &&
    word(tokens[end - 2]) === ','
  )
    return { first: end, last: end };
  if (!introduced || word(tokens[end + 1]) === ',') return undefined;
  let first = end;
  while (first > boundary && end - first < 4 && isNamePart(tokens[first - 1] as Token)) first--;
  if (!isNamePart(tokens[end] as Token) || word(tokens[first - 1]) !== ',') return undefined;
  return { first, last: end };
}

const isNamePart = ({ kind, capitalised, lower }: Token): boolean =>
  kind === 'word' && capitalised && !conjunctions.has(lower);

/**
 * "employers that use our sites may …", "the data we and our partners collect includes …": what stands between the
 * subject of a relative clause and the verb belongs to that clause; the noun before it is spoken of. Index of that noun's
 * last token.
 */
function holdingRelative(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  end: number,
  boundary: number,
): number | undefined {
  const held = clauses.at(-1);
  if (held?.embedding !== 'relative' || held.passive || !held.subject || held.group.verb > end) return undefined;
  const { first, last } = held.subject;
  const pronoun = first === last && /^(?:that|which|who)$/.test(word(tokens[first]));
  if (first <= boundary || (!pronoun && !firstPerson.has(word(tokens[first])))) return undefined;
  for (let i = held.group.verb + 1; i < end; i++) if (/^[,;:()]$/.test(word(tokens[i]))) return undefined;
  const noun = word(tokens[first - 1]) === ',' ? first - 2 : first - 1;
  return noun >= boundary ? noun : undefined;
}

export const isPronounSubject = (token: Token): boolean =>
  (firstPerson.has(token.lower) ||
    secondPerson.has(token.lower) ||
    thirdPerson.has(token.lower) ||
    token.lower === 'i') &&
  !possessives.has(token.lower) &&
  token.lower !== 'us' &&
  token.lower !== 'them';

/** Before "you", these govern it: "the information we hold about you is …". */
const personal = new Set(['near', 'around', 'about', 'from', 'to', 'with', 'of', 'on', 'by']);

/** "partners who work with us receive": no subject. */
const isObjectPronoun = ({ lower }: Token): boolean => lower === 'us' || lower === 'them';

const verbless = (tokens: readonly Token[], from: number, to: number): boolean =>
  !tokens.slice(from, to).some((token) => token.verb && token.verb.form === 'base' && token.verb.base !== token.lower);

const isClauseOpening = (tokens: readonly Token[], comma: number): boolean => {
  const next = tokens[comma + 1];
  return next !== undefined && isPronounSubject(next);
};

/** Behind ", and" or ", but" stands nothing but one noun with its article. */
const opensNextClause = (tokens: readonly Token[], comma: number, end: number): boolean =>
  /^(?:and|but)$/.test(word(tokens[comma + 1])) &&
  determiners.has(word(tokens[comma + 2])) &&
  end - comma >= 3 &&
  end - comma <= 5 &&
  tokens.slice(comma + 3, end + 1).every(({ kind, lower }) => kind === 'word' && !prepositions.has(lower));

const termEndingAt = (sentence: Sentence, index: number): TermMatch | undefined =>
  sentence.terms.find(
    (term) => term.last === index && (term.kind === 'entity' || term.kind === 'company' || term.kind === 'data'),
  );

function withDeterminer(tokens: readonly Token[], first: number, boundary: number, last: number): number {
  let at = first;
  while (at - 1 >= boundary) {
    const before = tokens[at - 1] as Token;
    // "information that other schools provide": before a plural it is no article
    if (
      before.lower === 'that' &&
      word(tokens[at - 2]) !== 'so' &&
      nounLemma(word(tokens[last])) !== word(tokens[last])
    )
      return at;
    if (determiners.has(before.lower) || possessives.has(before.lower)) return at - 1;
    if (
      before.kind === 'word' &&
      !before.verb &&
      !prepositions.has(before.lower) &&
      !conjunctions.has(before.lower) &&
      !relativePronouns.has(before.lower) &&
      !subordinators.has(before.lower) &&
      !isPronounSubject(before) &&
      !isAdverb(before)
    )
      at--;
    else break;
  }
  return at;
}

/** "Neither we nor our partners", "we and our affiliates": the whole series. */
function coordinatedPhrase(
  sentence: Sentence,
  phrase: { first: number; last: number },
  boundary: number,
): { first: number; last: number } {
  const { tokens } = sentence;
  let first = phrase.first;
  for (let guard = 0; guard < 6; guard++) {
    const joiner = word(tokens[first - 1]);
    if (first - 2 < boundary || (!conjunctions.has(joiner) && joiner !== ',')) break;
    // "for people, not third-party sites, this site may …": no series without a conjunction
    if (joiner === ',' && first === phrase.first && startsNounPhrase(tokens[first])) break;
    let at = first - 2;
    if (word(tokens[at]) === ',') at--;
    const term = termEndingAt(sentence, at);
    const pronoun = tokens[at] && isPronounSubject(tokens[at] as Token);
    // "Acme or its affiliates": a name that the lists do not know
    if (at >= boundary && !term && isNamePart(tokens[at] as Token) && possessives.has(word(tokens[first]))) {
      first = at;
      break;
    }
    if (at < boundary || (!term && !pronoun) || term?.kind === 'data') break;
    const start = term && !pronoun ? withDeterminer(tokens, term.first, boundary, at) : at;
    if (prepositions.has(word(tokens[start - 1]))) break;
    first = start;
  }
  if (['neither', 'both', 'either', 'no'].includes(word(tokens[first - 1]))) first--;
  return { first, last: phrase.last };
}

/** The noun phrase that ends at a token, back to its determiner or the clause's beginning. */
function nounPhraseEnding(
  sentence: Sentence,
  end: number,
  boundary: number,
): { first: number; last: number } | undefined {
  const { tokens } = sentence;
  const opensClause = isSubordinatorAt(tokens, boundary);
  const behind = behindIntroduction(tokens, boundary, end);
  let first = end;
  for (let i = end; i >= behind; i--) {
    const token = tokens[i] as Token;
    if (token.lower === ')') {
      const open = openingParenthesis(tokens, i, boundary);
      if (open !== undefined) {
        i = open;
        first = i;
        continue;
      }
    }
    if (isSubordinatorAt(tokens, i) && token.lower !== 'since' && !addsNouns(tokens, i)) break;
    if (token.lower === ';' || token.lower === ':') break;
    // "No, Acme does not sell …": the answer is no part of the name
    if (token.lower === ',' && i - 1 === boundary && /^(?:no|yes)$/.test(word(tokens[i - 1]))) break;
    // "Once submitted, your review …"
    if (token.lower === ',' && opensClause && startsNounPhrase(tokens[i + 1])) break;
    // "data that your phone sends"
    if (token.lower === 'that' && i < end && startsNounPhrase(tokens[i + 1]) && !saysVerb(tokens, i + 2, end)) break;
    // "information how the service is used"
    if ((token.lower === 'how' || token.lower === 'why') && i < end) break;
    // a relative clause that is over belongs to the noun before it; one that still lacks its verb holds this one
    if (
      relativePronouns.has(token.lower) &&
      token.lower !== 'that' &&
      token.lower !== 'what' &&
      !hasVerb(tokens, i + 1, end)
    )
      break;
    first = i;
  }
  return first <= end ? { first, last: end } : undefined;
}

/** "However, no name is …", "In this case, your name, address and …": the first comma ends what leads in. */
function behindIntroduction(tokens: readonly Token[], boundary: number, end: number): number {
  const opening = tokens[boundary] as Token;
  const adverb = isAdverb(opening) || adversatives.has(opening.lower);
  if (!adverb && !prepositions.has(opening.lower)) return boundary;
  // "is not collected for research and Acme is …": what stands behind the verb before belongs to that
  const joint =
    adverb || boundary === 0 ? -1 : tokens.findLastIndex(({ lower }, i) => i > boundary && i < end && lower === 'and');
  if (joint > 0) return joint + 1;
  // "only aggregated, anonymised data": the adverb alone leads in
  for (let i = boundary + 1; i < (adverb ? boundary + 2 : end); i++) if (word(tokens[i]) === ',') return i + 1;
  return boundary;
}

/** "such as", "as well as": more nouns follow. */
const addsNouns = (tokens: readonly Token[], as: number): boolean =>
  word(tokens[as]) === 'as' &&
  (word(tokens[as - 1]) === 'such' || word(tokens[as - 1]) === 'well' || word(tokens[as + 1]) === 'well');

const startsNounPhrase = (token: Token | undefined): boolean =>
  token !== undefined && (determiners.has(token.lower) || possessives.has(token.lower));

/** A verb between two tokens, the last one included; not "phone" in "your phone". */
const saysVerb = (tokens: readonly Token[], from: number, last: number): boolean =>
  tokens.slice(from, last + 1).some(({ verb }, i) => verb !== undefined && !startsNounPhrase(tokens[from + i - 1]));

/** A verb between two tokens, the last one included. */
const hasVerb = (tokens: readonly Token[], from: number, last: number): boolean =>
  tokens.slice(from, last + 1).some((token) => token.verb !== undefined);

function openingParenthesis(tokens: readonly Token[], closing: number, boundary: number): number | undefined {
  for (let i = closing - 1; i >= Math.max(boundary, closing - 60); i--) if (word(tokens[i]) === '(') return i;
  return undefined;
}
