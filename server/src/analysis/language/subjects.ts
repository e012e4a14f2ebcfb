import { behindFinishedClause, endOfSeries } from './coordination';
import {
  adversatives,
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  isAdverbAt,
  isObjectPronoun,
  isPronounSubject,
  partitives,
  personGovernors,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from './grammar';
import { coordinatedPhrase, isNamePart, nounPhraseEnding, termEndingAt, withDeterminer } from './nounPhrases';
import type { Clause, Sentence, Token, TokenSpan, VerbGroup } from './types';
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
): TokenSpan | undefined {
  const { tokens } = sentence;
  let end = group.first - 1;
  while (end >= boundary && (isAdverbAt(tokens, end) || word(tokens[end]) === ',')) end--;
  if (end < boundary) return undefined;
  const near = tokens[end] as Token;
  if (goesOn(tokens, group, clauses)) return undefined;
  const joins = conjunctions.has(near.lower) || adversatives.has(near.lower);
  // "none of it is shared"
  if (isPartOf(tokens, end - 2, boundary) && (thirdPerson.has(near.lower) || determiners.has(near.lower)))
    return { first: end - 2, last: end };
  if ((group.form === 'participle' || group.passive) && !conjunctions.has(near.lower)) {
    if (isPronounAlone(tokens, end, boundary)) return { first: end, last: end };
    return nounPhraseEnding(sentence, end, behindFinishedClause(tokens, group, { from: boundary, end }, clauses));
  }
  if (isPronounAlone(tokens, end, boundary)) return { first: end, last: end };
  if (joins) return undefined;
  return (
    nameBehindIntroduction(tokens, end, boundary, clauses.at(-1)) ?? actor(sentence, group, boundary, clauses, end)
  );
}

/**
 * "We neither collect your name nor store it", "we do not sell it, share it or keep it": the verb has the subject of the one
 * before.
 */
function goesOn(tokens: readonly Token[], group: VerbGroup, clauses: readonly Clause[]): boolean {
  const { first, verb, form } = group;
  const before = clauses.at(-1)?.group;
  if (form !== 'finite' || before?.form !== 'finite') return false;
  const isNor = word(tokens[first]) === 'nor' && tokens.slice(first + 1, verb).every((token) => isAdverb(token));
  return isNor || (tokens[before.verb]?.verb?.form === 'base' && endOfSeries(tokens, group) !== undefined);
}

/** "we", "which"; no pronoun that a preposition governs, as in "the information about you is …". */
const isPronounAlone = (tokens: readonly Token[], at: number, boundary: number): boolean => {
  const token = tokens[at] as Token;
  if (relativePronouns.has(token.lower)) return true;
  const governed = secondPerson.has(token.lower) && at - 1 > boundary && personGovernors.has(word(tokens[at - 1]));
  return isPronounSubject(token) && !governed;
};

/** The actor nearest before an active verb, its series whole; without one, the noun phrase before the verb. */
function actor(
  sentence: Sentence,
  group: VerbGroup,
  boundary: number,
  clauses: readonly Clause[],
  near: number,
): TokenSpan | undefined {
  const { tokens } = sentence;
  const previousVerb = clauses.at(-1)?.group.verb;
  const end = holdingRelative(tokens, clauses, near, boundary) ?? near;
  for (let i = end; i >= boundary; i--) {
    const lower = word(tokens[i]);
    if (i < end && opensClause(tokens, i)) break;
    // "we record your address, and the server keeps your IP address"
    if (lower === ',' && opensNextClause(tokens, i, end) && (previousVerb ?? i) < i) return { first: i + 2, last: end };
    if (i < end && (lower === 'your' || lower === 'yours')) continue;
    const phrase = actorEndingAt(sentence, i, boundary);
    if (!phrase) continue;
    if (phrase.first > boundary && prepositions.has(word(tokens[phrase.first - 1]))) {
      // "some of our partners"
      if (isPartOf(tokens, phrase.first - 2, boundary)) return { first: phrase.first - 2, last: i };
      i = phrase.first;
    } else if (!isPronounSubject(tokens[i] as Token) || verbless(tokens, i + 1, group.first))
      return coordinatedPhrase(sentence, phrase, boundary);
  }
  return nounPhraseEnding(sentence, end, boundary);
}

/** A party, the company or data, with its article, or a pronoun that can do something. */
function actorEndingAt(sentence: Sentence, at: number, boundary: number): TokenSpan | undefined {
  const { tokens } = sentence;
  const token = tokens[at] as Token;
  if (isObjectPronoun(token)) return undefined;
  const term = termEndingAt(sentence, at);
  if (term) return { first: withDeterminer(tokens, term.first, boundary, at), last: at };
  const pronoun = isPronounSubject(token) && token.lower !== 'it' && token.lower !== 'they';
  return pronoun ? { first: at, last: at } : undefined;
}

/** A subordinator, or a comma with a pronoun behind it: what stands before belongs to another clause. */
const opensClause = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    subordinators.has(word(tokens[at])) || (word(tokens[at]) === ',' && next !== undefined && isPronounSubject(next))
  );
};

/** "some of", "none of" */
const isPartOf = (tokens: readonly Token[], at: number, boundary: number): boolean =>
  at >= boundary && partitives.has(word(tokens[at])) && word(tokens[at + 1]) === 'of';

/** "As a data processor, Acme Labs processes …": a phrase opens the sentence, a name between it and the verb is spoken of. */
function nameBehindIntroduction(
  tokens: readonly Token[],
  end: number,
  boundary: number,
  previous: Clause | undefined,
): TokenSpan | undefined {
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

/** No auxiliary stands between ("we are"): the pronoun opens no clause of its own. */
const verbless = (tokens: readonly Token[], from: number, to: number): boolean =>
  !tokens.slice(from, to).some((token) => token.verb && token.verb.form === 'base' && token.verb.base !== token.lower);

/** Behind ", and" or ", but" stands nothing but one noun with its article. */
const opensNextClause = (tokens: readonly Token[], comma: number, end: number): boolean =>
  /^(?:and|but)$/.test(word(tokens[comma + 1])) &&
  determiners.has(word(tokens[comma + 2])) &&
  end - comma >= 3 &&
  end - comma <= 5 &&
  tokens.slice(comma + 3, end + 1).every(({ kind, lower }) => kind === 'word' && !prepositions.has(lower));
