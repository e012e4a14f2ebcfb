import { endOfSeries } from './coordination';
import { deniedGerund, governedDenial } from './embedding';
import { adversatives, denyingAdjectives, modals, prepositions, wholeOccasions } from './grammar';
import type { Clause, Embedding, Token, VerbGroup } from './types';

import { wordOf as word } from './words';

/** Denials that reach a clause from outside its verb group. */

/** "we do not sell your data or share it": the denial covers both; with "and" or "but" it ends. */
export function sharedDenial(tokens: readonly Token[], head: Clause, group: VerbGroup): boolean {
  if (!head.negated || group.enumerated) return false;
  for (let i = group.first - 1; i > head.group.verb; i--) {
    const lower = word(tokens[i]);
    if (adversatives.has(lower) || lower === 'and' || lower === ';') return false;
    if (lower === 'or' || lower === 'nor') return true;
  }
  // "nor" in front of the verb is a denial of its own
  return endOfSeries(tokens, group) === 'or';
}

/** "We will never take your name and sell or rent it": whether the second is denied with the first, the words leave open. */
export function leavesDenialOpen(tokens: readonly Token[], head: Clause, { first, verb }: VerbGroup): boolean {
  const rulesBoth = tokens
    .slice(head.group.first, head.group.verb)
    .some(({ lower }) => modals.has(lower) || lower === 'never');
  const isPronoun = /^(?:it|them)$/.test(word(tokens[verb + 1]));
  return head.negated && rulesBoth && first === verb && isPronoun && beginsSeries(tokens, verb, head.right);
}

/** "and sell", "and sell, lend, or rent": the verb, or the last of several, stands behind "and". */
function beginsSeries(tokens: readonly Token[], verb: number, from: number): boolean {
  for (let i = verb; i > from; i--) {
    if (word(tokens[i]) === 'and') return true;
    if (tokens[i]?.verb?.form !== 'base' && word(tokens[i]) !== ',' && word(tokens[i]) !== 'or') return false;
  }
  return false;
}

/** "Under no circumstances will we…", "at no time do we…", "No data is…" (a denying determiner is read with the noun). */
export function preposedDenial(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((word(tokens[i]) === 'nor' || word(tokens[i]) === 'neither') && isInverted(tokens[i + 1])) return true;
    // "To nobody do we sell it", "with no one is it shared"
    if (isNobody(tokens, i) && isInverted(tokens[i + 1])) return true;
    if (word(tokens[i]) !== 'no') continue;
    const before = word(tokens[i - 1]);
    const after = word(tokens[i + 1]);
    if (wholeOccasions.has(`${before} ${after}`)) return true;
  }
  return false;
}

/** A recipient that there is not, behind its preposition: "to nobody", "with no one". */
function isNobody(tokens: readonly Token[], last: number): boolean {
  const lower = word(tokens[last]);
  const first = lower === 'one' && word(tokens[last - 1]) === 'no' ? last - 1 : lower === 'nobody' ? last : -1;
  return first > 0 && prepositions.has(word(tokens[first - 1]));
}

/** "nor will we", "neither does it" */
const isInverted = (next: Token | undefined): boolean =>
  next !== undefined &&
  (modals.has(next.lower) || next.verb?.base === 'do' || next.verb?.base === 'be' || next.verb?.base === 'have');

/** What the governing clause adds to an infinitive or gerund: "we decline to", "we do not intend to", "we have no intention of". */
export function denialByGovernor(
  tokens: readonly Token[],
  group: VerbGroup,
  previous: Clause | undefined,
  embedding: Embedding,
): boolean {
  if (!previous) return false;
  if (governedDenial(group, previous) || deniedGerund(tokens, group, previous)) return !previous.negated;
  if (embedding !== 'main' || (group.form !== 'infinitive' && group.form !== 'gerund')) return false;
  const none = tokens.slice(previous.group.verb, group.first).some((token) => token.lower === 'no');
  return previous.negated !== (none || denyingAdjectives.has(word(tokens[group.first - 1])));
}
