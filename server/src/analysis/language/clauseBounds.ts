import {
  adversatives,
  conjunctions,
  connectives,
  determiners,
  isAdverb,
  isPronounSubject,
  isSubordinatorAt,
  possessives,
} from './grammar';
import type { Clause, Token } from './types';
import { wordOf as word } from './words';

/** Where a clause begins and ends in its sentence: token indexes. */

/** Whether the sentence opens with a supposed clause ("If you register, we…"). */
export function leadingSubordinate(tokens: readonly Token[]): boolean {
  for (let i = 0; i < 4 && i < tokens.length; i++) {
    const lower = word(tokens[i]);
    if (isSubordinatorAt(tokens, i) && !(i > 0 && lower === 'as')) return true;
    if (lower === 'in' && word(tokens[i + 1]) === 'the' && word(tokens[i + 2]) === 'event') return true;
    if (
      !connectives.has(lower) &&
      lower !== ',' &&
      !isAdverb(tokens[i] as Token) &&
      lower !== 'even' &&
      lower !== 'only'
    )
      return false;
  }
  return false;
}

/** Token index where the words that can belong to this clause begin. */
export function leftBoundary(tokens: readonly Token[], start: number, clauses: readonly Clause[]): number {
  let boundary = 0;
  for (let k = clauses.length - 1; k >= 0; k--) {
    const clause = clauses[k] as Clause;
    if (
      clause.embedding === 'relative' ||
      clause.embedding === 'participle' ||
      clause.embedding === 'infinitive' ||
      clause.embedding === 'gerund'
    )
      continue;
    boundary =
      clause.embedding === 'antecedent' ? afterAntecedent(tokens, clause.group.verb + 1, start) : clause.group.verb + 1;
    break;
  }
  const aim = boundary === 0 && word(tokens[0]) === 'to' ? behindAim(tokens, start) : undefined;
  if (aim !== undefined) return aim;
  for (let i = start - 1; i >= boundary; i--) {
    const lower = word(tokens[i]);
    if (lower === ';' || (lower === ':' && i > 0) || opensConsequence(tokens, i) || opensAim(tokens, i)) return i + 1;
  }
  return boundary;
}

/** "…, so there is nothing to opt out of"; not "so that". */
const opensConsequence = (tokens: readonly Token[], at: number): boolean =>
  word(tokens[at]) === 'so' && word(tokens[at - 1]) === ',' && word(tokens[at + 1]) !== 'that';

/** "… to DHL so that the driver finds you" */
const opensAim = (tokens: readonly Token[], at: number): boolean =>
  word(tokens[at]) === 'that' && word(tokens[at - 1]) === 'so';

/** "To write your summary, the text of your entries is sent …": the aim ends at the first comma before a determiner. */
function behindAim(tokens: readonly Token[], start: number): number | undefined {
  if (tokens[1]?.verb?.form !== 'base') return undefined;
  const comma = tokens.findIndex(({ lower }, i) => i > 1 && i < start - 1 && lower === ',' && opensNoun(tokens[i + 1]));
  if (comma >= 0) return comma + 1;
  // "To improve our spelling, journal entries are sent …": the only comma
  const commas = tokens.flatMap(({ lower }, i) => (i > 1 && i < start && lower === ',' ? [i] : []));
  const [only] = commas;
  return only !== undefined && commas.length === 1 && start - only <= 4 ? only + 1 : undefined;
}

const opensNoun = (token: Token | undefined): boolean =>
  token !== undefined && (determiners.has(token.lower) || possessives.has(token.lower) || isPronounSubject(token));

/** A supposed clause ends at the first comma that a noun phrase with a determiner or a pronoun follows. */
function afterAntecedent(tokens: readonly Token[], from: number, start: number): number {
  for (let i = from; i < start - 1; i++) {
    if (word(tokens[i]) !== ',') continue;
    const next = tokens[i + 1] as Token;
    if (determiners.has(next.lower) || possessives.has(next.lower) || isPronounSubject(next)) return i + 1;
  }
  return from;
}

/** A clause ends where the next one with its own subject or a coordinated verb begins. */
export function withEnds(clauses: readonly Clause[], tokens: readonly Token[]): Clause[] {
  return clauses.map((clause, k) => {
    for (let n = k + 1; n < clauses.length; n++) {
      const next = clauses[n] as Clause;
      if (next.group.chainedTo !== undefined && next.right === clause.right) continue;
      if (next.embedding === 'antecedent' && clause.embedding !== 'antecedent') continue;
      if (
        next.embedding === 'relative' ||
        next.embedding === 'infinitive' ||
        next.embedding === 'gerund' ||
        next.embedding === 'participle'
      )
        continue;
      // "payment details required to complete the order, your address": the infinitive belongs to the noun
      if (next.embedding === 'muted' && next.group.form === 'infinitive' && clauses[n - 1]?.embedding === 'participle')
        continue;
      if (next.embedding === 'main' && next.group.form === 'infinitive' && next.subject === clause.subject)
        return { ...clause, to: next.group.first };
      const start =
        next.subject && next.subject !== clause.subject && next.subject.first > clause.group.verb
          ? Math.min(next.subject.first, next.group.first)
          : next.group.first;
      return { ...clause, to: clause.embedding === 'relative' ? clause.to : trimEnd(tokens, start, clause.right) };
    }
    return clause;
  });
}

function trimEnd(tokens: readonly Token[], end: number, from: number): number {
  let at = end;
  while (
    at > from &&
    (word(tokens[at - 1]) === ',' ||
      conjunctions.has(word(tokens[at - 1])) ||
      adversatives.has(word(tokens[at - 1])) ||
      word(tokens[at - 1]) === ';')
  )
    at--;
  if (word(tokens[at - 1]) === 'that' && word(tokens[at - 2]) === 'so') return trimEnd(tokens, at - 2, from);
  return Math.max(at, from);
}
