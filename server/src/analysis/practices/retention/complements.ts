import { connectives } from '../../language/grammar';
import type { Clause, Sentence, Token } from '../../language/types';
import type { RetentionClass } from '../types';
import { phrases, words } from './wording';

const namedLaw = phrases('complement.namedLaw');
const discretion = phrases('complement.discretion');
const business = phrases('complement.business');
const law = phrases('complement.law');
const necessity = phrases('complement.necessity');
const event = phrases('complement.event');
const concrete = phrases('complement.concrete');
const endings = phrases('endings');
const requests = phrases('notPeriod.request');
const discovery = phrases('notPeriod.discovery');

const HARD_STOPS = new Set([
  ',',
  ';',
  ':',
  '.',
  '?',
  '!',
  '(',
  ')',
  '-',
  'unless',
  'except',
  'thereafter',
  'afterwards',
  'whichever',
  'but',
]);
/** After "and" or "or" these open a new stretch of time or a new clause. */
const NEW_STRETCH = new Set([
  'for',
  'as',
  'until',
  'then',
  'we',
  'otherwise',
  'longer',
  'while',
  'within',
  'up',
  'thereafter',
  'afterwards',
  'will',
  'may',
  'when',
  'after',
  'if',
  'in',
  'to',
  'where',
  'once',
  'erase',
  'delete',
  'close',
  'is',
  'are',
]);

/** Token index after the words that complete an introducer ("as long as | you have an account | , we …"). */
export function complementEnd(tokens: readonly Token[], from: number, clauses: readonly Clause[]): number {
  for (let at = from; at < tokens.length; at++) {
    const { lower } = tokens[at];
    if (HARD_STOPS.has(lower)) return at;
    if ((lower === 'and' || lower === 'or') && NEW_STRETCH.has(tokens[at + 1]?.lower ?? '')) return at;
    // "As long as you have an account we keep": the main clause begins.
    const main = clauses.find((clause) => clause.embedding === 'main' && clause.subject?.first === at);
    if (main && at > from + 1 && main.subject && tokens[main.subject.first].lower === 'we' && from < 5) return at;
  }
  return tokens.length;
}

interface Complement {
  readonly class: RetentionClass;
  /** The words that decide, where a finding should not underline the whole. */
  readonly words?: { readonly first: number; readonly last: number };
}

/**
 * What an introducer's words amount to: an event that the reader sees ("you close your account"), a criterion that can be
 * looked up, or a formula from which nothing follows ("necessary").
 */
export function complementClass(
  sentence: Sentence,
  from: number,
  to: number,
  kind: string,
  introducer: string,
): Complement | undefined {
  const { tokens } = sentence;
  const within = (list: typeof law) => list.find(tokens, from, to);
  if (kind === 'when') {
    if (within(requests) || within(discovery)) return undefined;
    if (introducer === 'where' || introducer === 'whenever')
      return tokens.slice(from, to).some(({ lower }) => needs.has(lower) && lower !== 'appropriate')
        ? { class: 'vague_necessity' }
        : undefined;
  }
  if (kind === 'when' && tokens[from]?.verb?.form === 'gerund' && !within(endings)) return undefined;
  // "once the retention period expires" names no period
  if (
    kind === 'when' &&
    tokens
      .slice(from, to)
      .some(({ lemma }, i, all) => lemma === 'period' && /^(retention|storage)$/.test(all[i - 1]?.lemma ?? ''))
  )
    return undefined;
  const whole = ({ first, last }: { first: number; last: number }) => ({ first, last: lastNoun(tokens, last, to) });
  const named = within(namedLaw);
  if (named) return { class: 'criteria_specific' };
  const free = within(discretion);
  if (free) return { class: 'discretion', words: free };
  const byReader = event.at(tokens, from, to) ?? event.at(tokens, from + 1, to);
  const reader = byReader && ['you', 'user', 'your', 'customer', 'member'].includes(tokens[from]?.lemma);
  const legal = lawWithin(tokens, from, to);
  const needed = within(necessity);
  if (
    kind === 'when' &&
    introducer === 'if' &&
    !within(endings) &&
    !tokens.slice(from, to).some(({ lower }) => /^(necessary|needed|required|relevant)$/.test(lower))
  )
    return undefined;
  // "to the extent you choose to tell us": how much, not how long
  if (reader && introducer.includes('extent')) return undefined;
  if (reader && !(needed && needed.first < from + 3)) return { class: 'event' };
  if (needed && !(legal && /^(required|permitted)$/.test(tokens[needed.first].lower) && legal.first > needed.first)) {
    const commercial = within(business);
    if (commercial && commercial.first <= needed.first) return { class: 'vague_business', words: whole(commercial) };
    return { class: 'vague_necessity', words: { first: needed.first, last: wholePhrase(tokens, needed, to) } };
  }
  if (legal) return { class: 'vague_law', words: whole(legal) };
  const commercial = within(business);
  if (commercial) return { class: 'vague_business', words: whole(commercial) };
  if (within(event)) return { class: 'event' };
  return within(concrete) ? { class: 'criteria_specific' } : undefined;
}

/** "while somebody is under the legal age": no law. */
const lawWithin = (tokens: readonly Token[], from: number, to: number) => {
  const found = law.find(tokens, from, to);
  return found && personal.has(tokens[found.last + 1]?.lemma ?? '') ? undefined : found;
};

const personal = words('complement.legalPersons');

/** A purpose with what becomes of it ("once those purposes | have been met"), where the sentence ends soon after. */
const LONGEST_TAIL = 6;

function wholePhrase(tokens: readonly Token[], { last }: { readonly last: number }, to: number): number {
  const need = lastNeed(tokens, last, to);
  let end = need;
  if (need === last && tokens[last].lemma === 'purpose' && to - last - 1 <= LONGEST_TAIL) end = to - 1;
  while (end > 0 && DANGLING.has(tokens[end].lower)) end--;
  return end;
}

const DANGLING = new Set(['to', 'for', 'in', 'by', 'of', 'within']);

/** "for financial regulatory | compliance": the adjective alone would be half a phrase. */
function lastNoun(tokens: readonly Token[], last: number, to: number): number {
  let end = last;
  while (end + 1 < to && end < last + 3 && adjectives.has(tokens[end].lower) && isNounLike(tokens[end + 1])) end++;
  return end;
}

const adjectives = words('complement.adjectives');
const isNounLike = ({ kind, lower, verb }: Token): boolean =>
  kind === 'word' && verb?.form !== 'base' && !connectives.has(lower) && !NEW_STRETCH.has(lower);

const adverbs = words('complement.adverbs');
const needs = words('complement.needs');

/** "reasonably necessary": the adverb alone would be half a phrase. */
function lastNeed(tokens: readonly Token[], last: number, to: number): number {
  if (!adverbs.has(tokens[last].lower)) return last;
  for (let i = last + 1; i < to && i < last + 4; i++) if (needs.has(tokens[i].lower)) return i;
  return last;
}
