import { isUnit } from './durations';
import {
  adversatives,
  complexPrepositions,
  conjunctions,
  determiners,
  isAdverb,
  isPronounSubject,
  isSubordinatorAt,
  possessives,
  prepositions,
  relativePronouns,
  subordinators,
} from './grammar';
import { nounLemma } from './lemmas';
import type { Sentence, TermMatch, Token, TokenSpan } from './types';
import { wordOf as word } from './words';

/** A word of a name: it has a capital and joins nothing. */
export const isNamePart = ({ kind, capitalised, lower }: Token): boolean =>
  kind === 'word' && capitalised && !conjunctions.has(lower);

/** The party, company or data that ends at a token. */
export const termEndingAt = (sentence: Sentence, index: number): TermMatch | undefined =>
  sentence.terms.find(
    (term) => term.last === index && (term.kind === 'entity' || term.kind === 'company' || term.kind === 'data'),
  );

/** Where the noun phrase of a term begins, its adjectives and its article included: index of a token. */
export function withDeterminer(tokens: readonly Token[], first: number, boundary: number, last: number): number {
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
export function coordinatedPhrase(sentence: Sentence, phrase: TokenSpan, boundary: number): TokenSpan {
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
export function nounPhraseEnding(sentence: Sentence, end: number, boundary: number): TokenSpan | undefined {
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
  const complex = complexPrepositions.has(opening.lower) && word(tokens[boundary + 1]) === 'to';
  if (!adverb && !complex && !prepositions.has(opening.lower)) return boundary;
  // "is not collected for research and Acme is …": what stands behind the verb before belongs to that
  const joint =
    adverb || boundary === 0 ? -1 : tokens.findLastIndex(({ lower }, i) => i > boundary && i < end && lower === 'and');
  if (joint > 0) return joint + 1;
  // "only aggregated, anonymised data": the adverb alone leads in
  for (let i = boundary + 1; i < (adverb ? boundary + 2 : end); i++) if (word(tokens[i]) === ',') return i + 1;
  return behindAdverbial(tokens, boundary, end) ?? boundary;
}

/** "In the last year | no data was sold": behind a stretch of time a noun phrase that opens with "no" begins anew. */
function behindAdverbial(tokens: readonly Token[], boundary: number, end: number): number | undefined {
  for (let i = boundary + 2; i <= end; i++)
    if (isUnit(word(tokens[i - 1])) && opensDenied.has(word(tokens[i])) && !isAdverb(tokens[i + 1] as Token)) return i;
  return undefined;
}

const opensDenied: ReadonlySet<string> = new Set(['no', 'nothing', 'none', 'nobody']);

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
