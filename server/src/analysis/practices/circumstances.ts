import { kept } from '../kept';
import { prepositions, subordinators } from '../language/grammar';
import type { Clause, Sentence, TermMatch, Token, TokenSpan } from '../language/types';
import { furtherWords } from './clauses/constructions';
import { conditionKind, exceptionIds, exceptionKind, partsOfException } from './qualifiers';
import { exceptionLength } from './slots/slotCues';
import { readSlots } from './slots/slotReader';
import type { Slots } from './slots/slots';
import { placeOf } from './termPlaces';
import type { Condition, Exception, PurposeMention } from './types';

/**
 * What a clause says around a deed, in its slots, in front of it and inside its verb group: what for, on what condition, with
 * which exceptions.
 */

export function purposesOf(clause: Clause, { purposes, unknownPurpose }: Slots): PurposeMention[] {
  const { sentence } = clause;
  const known = [...(inserted(clause)?.purposes ?? []), ...purposes].flatMap(({ term, own }) =>
    term.ids.map((id) => ({
      id: id === 'any_purpose' && saysOther(sentence, term) ? 'other' : id,
      place: placeOf(sentence, term),
      party: own ? ('third_party' as const) : ('any' as const),
    })),
  );
  return unknownPurpose ? [...known, { id: 'other', place: placeOf(sentence, unknownPurpose), party: 'any' }] : known;
}

/** "for any other purpose": other than those told, not all. */
const saysOther = (sentence: Sentence, term: TermMatch): boolean =>
  sentence.tokens.slice(Math.max(0, term.first - 1), term.last + 1).some(({ lower }) => furtherWords.has(lower));

export const conditionsOf = (clause: Clause, slots: Slots): Condition[] =>
  [...leadingConditions(clause), ...(inserted(clause)?.conditions ?? []), ...slots.conditions].map((span) => ({
    kind: conditionKind(clause.sentence.tokens.slice(span.first, span.last + 1)),
    place: placeOf(clause.sentence, span),
  }));

export function exceptionsOf(clause: Clause, slots: Slots): Exception[] {
  const { sentence } = clause;
  return [...leadingExceptions(clause), ...(inserted(clause)?.exceptions ?? []), ...slots.exceptions]
    .flatMap((span) => partsOfException(sentence.tokens, span))
    .map((span) => ({
      kind: exceptionKind(sentence.tokens.slice(span.first, span.last + 1), span.terms),
      ids: exceptionIds(span.terms),
      place: placeOf(sentence, span),
    }));
}

/** "may, with your consent, use", "do not for advertising sell": what stands between the auxiliary and the verb. */
const inserted = kept((clause: Clause): Slots | undefined => {
  const { first, verb } = clause.group;
  const words = clause.sentence.tokens.slice(first + 1, verb);
  const isInsertion = words.some(({ lower }) => prepositions.has(lower) || subordinators.has(lower));
  return isInsertion ? readSlots(clause, first + 1, verb, 'other') : undefined;
});

/** "Other than the uses listed above, we do not share…", "Unless you agree, …". */
function leadingExceptions(clause: Clause): (TokenSpan & { readonly terms: readonly TermMatch[] })[] {
  const { sentence } = clause;
  const start = clause.subject?.first ?? clause.group.first;
  for (let i = 0; i < Math.min(4, start); i++) {
    if (exceptionLength(sentence.tokens, i) === 0) continue;
    return [
      {
        first: i,
        last: Math.max(i, start - 1),
        terms: sentence.terms.filter((term) => term.first > i && term.last < start),
      },
    ];
  }
  return [];
}

/** "If you register, we collect…": what stands before the main clause. */
function leadingConditions(clause: Clause): TokenSpan[] {
  if (
    clause.from !== 0 &&
    !clause.sentence.tokens.slice(0, 3).some((token) => /^(?:if|when|where|unless|once|whenever)$/.test(token.lower))
  )
    return [];
  const start = clause.subject?.first ?? clause.group.first;
  for (let i = 0; i < Math.min(3, start); i++) {
    const span = { first: i, last: Math.max(i, start - 1) };
    const word = (clause.sentence.tokens[i] as Token).lower;
    if (/^(?:if|when|where|once|whenever)$/.test(word)) return [span];
    if (
      /^(?:with|upon|in|over|during|within|at)$/.test(word) &&
      ['time', 'consent', 'legal'].includes(conditionKind(clause.sentence.tokens.slice(i, start)))
    )
      return [span];
  }
  return [];
}
