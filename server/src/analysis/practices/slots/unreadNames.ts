import { readClauses } from '../../language/clauses';
import {
  conjunctions,
  determiners,
  firstPerson,
  isAdverb,
  people,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
} from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Token, TokenSpan } from '../../language/types';
import { inNoName, isAdjective, isBare, isNoun, isPlainAdjective, isUnsaid, namesNothing } from './ownNouns';
import type { SlotState } from './slotState';

/** The words of one member that nobody knows: which of them name it. Indexes are token indexes. */

interface Name extends TokenSpan {
  /** Its noun. */
  readonly head: number;
}

export const isJoint = ({ lower, kind }: Token): boolean =>
  (kind === 'punctuation' && /^[,;:()]$/.test(lower)) || /^(?:and|or|and\/or|&)$/.test(lower);

export const isConjunction = (word = ''): boolean => /^(?:and|or|&)$/.test(word);

/** In tokens; longer ones are cut. */
export const LONGEST_NAME = 8;

/** What names the member between two joints; undefined where the words name nothing. `members` stand before it. */
export function memberIn(state: SlotState, { first, last }: TokenSpan, members: number): TokenSpan | undefined {
  const { tokens, slotAt } = state;
  let from = first;
  while (from < last && isUnsaid(tokens[from] as Token) && tokens[from]?.lower !== 'our') from++;
  if (isUnsaid(tokens[from] as Token)) return undefined;
  const owned = /^(?:your|their)$/.test(tokens[first]?.lower ?? '');
  const slot = slotAt[from];
  if (slot !== 'object' && !(owned && (slot === 'other' || slot === 'relative'))) return undefined;
  if (isAsked(tokens, from) && tokens[first - 1]?.lower !== '(')
    return { first: from, last: endOfQuestion(tokens, from) };
  // "your IP address (a number that …)": told again in other words
  if (tokens[first - 1]?.lower === '(' && /^an?$/.test(tokens[first]?.lower ?? '')) return undefined;
  const name = nameFrom(tokens, from, last, members > 1);
  if (
    !name ||
    isDoing(state, name) ||
    (members === 0 && name.last < last) ||
    state.clause.sentence.terms.some(
      (term) =>
        // "rider statistics"
        !(term.kind === 'data' || (term.kind === 'purpose' && term.first > name.first)) &&
        term.first <= name.head &&
        term.last >= name.head,
    )
  )
    return undefined;
  return name;
}

/** "store this information", "relates to you": a verb, or what may be one. */
function isDoing(state: SlotState, { first, last, head }: Name): boolean {
  const { clause, tokens } = state;
  const { verb, glue } = tokens[first] as Token;
  const next = tokens[last + 1]?.lower ?? '';
  const alone = first === head && last === head;
  if (verb?.form === 'base' && !glue && (next === 'to' || determiners.has(next) || possessives.has(next))) return true;
  if (verb?.form === 'base' && alone && /^(?:with|for|from|by|through)$/.test(next)) return true;
  // "relates to you"
  if (verb?.form === 'third' && next === 'to' && secondPerson.has(tokens[last + 2]?.lower ?? '')) return true;
  // "text", "objects": data right beside it, or an article
  // "rooms you create or enter"
  if (
    alone &&
    verb?.form === 'base' &&
    isConjunction(tokens[first - 1]?.lower) &&
    tokens[first - 2]?.verb?.form === 'base' &&
    !state.slots.data.some((term) => term.last === first - 2)
  )
    return true;
  if (alone && (isBesideData(state, first) || determiners.has(tokens[first - 1]?.lower ?? ''))) return false;
  return readClauses(clause.sentence).some(
    ({ group }) => group.form === 'finite' && (group.verb === first || group.verb === head),
  );
}

/** Nothing but joints and articles stands between it and data. */
function isBesideData({ tokens, slots }: SlotState, at: number): boolean {
  let before = at - 1;
  while (tokens[before] && (isJoint(tokens[before] as Token) || isUnsaid(tokens[before] as Token))) before--;
  let after = at + 1;
  while (tokens[after] && (isJoint(tokens[after] as Token) || isUnsaid(tokens[after] as Token))) after++;
  return slots.data.some(
    (term) => (term.last === before && before < at - 1) || (term.first === after && after > at + 1),
  );
}

/** "how you came to the site", "how often you write" */
export const isAsked = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:how|whether|what|which)$/.test(tokens[at]?.lower ?? '') ||
    // "…, when you do" may be a condition
    (/^(?:when|where)$/.test(tokens[at]?.lower ?? '') && /^(?:and|or|;)$/.test(tokens[at - 1]?.lower ?? ''))) &&
  (tokens[at + 1]?.lower === 'you' || tokens[at + 2]?.lower === 'you') &&
  tokens[at + 1]?.lower !== 'to';

function endOfQuestion(tokens: readonly Token[], from: number): number {
  let last = from;
  while (
    last - from < LONGEST_NAME &&
    tokens[last + 1] &&
    !isJoint(tokens[last + 1] as Token) &&
    tokens[last + 1]?.kind !== 'punctuation'
  )
    last++;
  return last;
}

/** Without articles; the noun and what it is of in their dictionary form. */
export function wordsOf({ tokens }: SlotState, { first, last }: TokenSpan): string[] {
  return tokens.slice(first, last + 1).flatMap(({ lower }, i, all) => {
    if (i > 0 && (determiners.has(lower) || possessives.has(lower))) return [];
    return i === all.length - 1 || all[i + 1]?.lower === 'of' ? [nounLemma(lower)] : [lower];
  });
}

/** The noun, what stands before it and what "of" adds to it; undefined where the words name nothing. */
function nameFrom(tokens: readonly Token[], first: number, end: number, among: boolean): Name | undefined {
  let last = first - 1;
  let head = first - 1;
  let governed = false;
  for (let i = first; i <= end; i++) {
    const token = tokens[i] as Token;
    if (i > first && (token.lower === 'of' || /^['’]s?$/.test(token.lower))) governed = true;
    else if (governed && (determiners.has(token.lower) || possessives.has(token.lower))) continue;
    else if (!isNameWord(token)) break;
    else {
      if (!governed) head = i;
      last = i;
    }
  }
  const noun = tokens[head];
  if (last < first || last - first >= LONGEST_NAME || !noun || !isNoun(noun)) return undefined;
  if (first === last && people.has(noun.lemma)) return undefined;
  if (namesNothing.has(noun.lemma) || namesNothing.has(noun.lower) || isPlainAdjective(noun.lower)) return undefined;
  if (isAdjective(noun)) return undefined;
  // "the card you paid with", "items such as": nothing that readers keep, or a word for what follows
  const next = tokens[last + 1]?.lower ?? '';
  if (
    // "access to your camera"
    ((next === 'to' || (next === 'you' && !among)) && nounLemma(noun.lower) === noun.lower) ||
    ((next === 'such' || next === 'of') && isBare(noun.lower))
  )
    return undefined;
  // "(ii)"
  if (first === last && tokens[first - 1]?.lower === '(' && next === ')' && /^[ivx]+$/.test(noun.lower))
    return undefined;
  return { first, last, head };
}

export const isNameWord = (token: Token): boolean => {
  const { lower, kind, verb } = token;
  return (
    kind === 'word' &&
    (lower.length > 1 || token.glue !== undefined) &&
    !inNoName.has(lower) &&
    !prepositions.has(lower) &&
    !subordinators.has(lower) &&
    !relativePronouns.has(lower) &&
    !conjunctions.has(lower) &&
    !firstPerson.has(lower) &&
    !secondPerson.has(lower) &&
    !determiners.has(lower) &&
    !isAdverb(token) &&
    verb?.form !== 'gerund'
  );
};
