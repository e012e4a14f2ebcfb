import { derived } from '../../dependencies';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import { PhraseList, type PhraseMatch } from '../../language/phrases';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import type { Rule } from '../types';
import { goesOn, isConcrete, more, OFF, PLAIN, perSection, placeOf, practices, said, saysWhen, words } from './vague';

type Hedge = keyof typeof words.hedges;

const hedges = (Object.keys(words.hedges) as Hedge[]).map((kind) => ({
  kind,
  list: new PhraseList(words.hedges[kind]),
}));
const counted = new PhraseList(words.counted);
/** Words between a quantifier and what it counts: "certain limited technical information". */
const REACH = 4;
const notTheDoer = new Set(words.notTheDoer);
/** Words apart at which two hedges still meet in one statement. */
const CLOSE = 10;

/**
 * Two or more kinds of hedging in one sentence about what is done with data ("we may sometimes share certain information").
 * Bhatia et al., RE 2016: readers find combinations vaguer than each kind alone, and modal verbs alone least vague.
 */
export const hedgedPractice: Rule = {
  id: 'wording/hedged-practice',
  title: 'What is done with data is hedged more than once in one sentence',
  severity: 'off',
  offBecause: OFF,
  citations: PLAIN,
  *check({ policy }) {
    yield* perSection(
      [...hedged(policy).values()],
      (quote, others) =>
        `'${quote}'${more(others)} leaves open whether, when or to what extent this is done. Say what is done, and when.`,
    );
  },
};

/** Sentences with hedges of several kinds close together, and the words from one to the other. */
export const hedged = derived((policy: Policy): ReadonlyMap<Sentence, Place> => hedgedIn(policy));

const hedgedIn = kept((policy: Policy) => {
  const found = new Map<Sentence, Place>();
  for (const practice of practices(policy)) {
    const { sentence } = practice;
    const hits = hedges
      .flatMap(({ kind, list }) => said(list, sentence, policy).map((match) => ({ kind, match })))
      .filter(({ kind, match }) => counts(kind, match, sentence))
      .sort((a, b) => a.match.first - b.match.first || b.match.last - a.match.last)
      // "in some circumstances" is one hedge, though "some" stands in it
      .filter(({ match }, i, all) => !all.slice(0, i).some((other) => other.match.last >= match.last));
    const at = hits.findIndex(({ kind, match }, i) => {
      const next = hits[i + 1];
      return next !== undefined && next.kind !== kind && next.match.first - match.last <= CLOSE;
    });
    const [one, other] = [hits[at], hits[at + 1]];
    if (!one || !other || isConcrete(practice, other.match, policy)) continue;
    found.set(sentence, placeOf(sentence, { first: one.match.first, last: other.match.last }));
  }
  return found;
});

function counts(kind: Hedge, { first, last }: PhraseMatch, sentence: Sentence): boolean {
  const { tokens, terms } = sentence;
  if (kind === 'modality') return !notTheDoer.has(tokens[first - 1]?.lower ?? '') && !saysWhen(sentence);
  if (kind === 'condition') return !saysWhen(sentence) && !goesOn(sentence, { phrase: 0, first, last });
  if (tokens[first - 1]?.lower === 'how') return false;
  if (kind !== 'numericQuantifier') return true;
  return (
    terms.some((term) => term.first > last && term.first <= last + REACH) ||
    counted.find(tokens, last + 1, last + 1 + REACH) !== undefined
  );
}
