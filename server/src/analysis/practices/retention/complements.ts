import { connectives } from '../../language/grammar';
import type { PhraseList } from '../../language/phrases';
import type { Clause, Sentence, Token, TokenSpan } from '../../language/types';
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

const stops = words('complement.stops');
/** After "and" or "or" these open a new stretch of time or a new clause. */
const newStretches = words('complement.newStretches');

/** Token index after the words that complete an introducer ("as long as | you have an account | , we …"). */
export function complementEnd(tokens: readonly Token[], from: number, clauses: readonly Clause[]): number {
  for (let at = from; at < tokens.length; at++) {
    const { lower } = tokens[at];
    if (stops.has(lower)) return at;
    if ((lower === 'and' || lower === 'or') && newStretches.has(tokens[at + 1]?.lower ?? '')) return at;
    // "As long as you have an account we keep": the main clause begins.
    const main = clauses.find((clause) => clause.embedding === 'main' && clause.subject?.first === at);
    if (main && at > from + 1 && main.subject && tokens[main.subject.first].lower === 'we' && from < 5) return at;
  }
  return tokens.length;
}

interface Complement {
  readonly class: RetentionClass;
  /** The words that decide, where a finding should not underline the whole. */
  readonly words?: TokenSpan;
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
  const within = (list: PhraseList) => list.find(tokens, from, to);
  if (kind === 'when') {
    if (within(requests) || within(discovery)) return undefined;
    if (introducer === 'where' || introducer === 'whenever')
      return tokens.slice(from, to).some(({ lower }) => needs.has(lower) && lower !== 'appropriate')
        ? { class: 'vague_necessity' }
        : undefined;
    if (tokens[from]?.verb?.form === 'gerund' && !within(endings)) return undefined;
    if (namesOnlyPeriod(tokens.slice(from, to))) return undefined;
  }
  if (within(namedLaw)) return { class: 'criteria_specific' };
  const free = within(discretion);
  if (free) return { class: 'discretion', words: free };
  if (
    kind === 'when' &&
    introducer === 'if' &&
    !within(endings) &&
    !tokens.slice(from, to).some(({ lower }) => /^(necessary|needed|required|relevant)$/.test(lower))
  )
    return undefined;
  if (isOfReader(tokens, from, to)) {
    // "to the extent you choose to tell us": how much, not how long
    if (introducer.includes('extent')) return undefined;
    const needed = within(necessity);
    if (!needed || needed.first >= from + 3) return { class: 'event' };
  }
  const formula = formulaIn(tokens, from, to);
  if (formula) return formula;
  if (within(event)) return { class: 'event' };
  return within(concrete) ? { class: 'criteria_specific' } : undefined;
}

/** "once the retention period expires" names no period. */
const namesOnlyPeriod = (complement: readonly Token[]): boolean =>
  complement.some(({ lemma }, i) => lemma === 'period' && /^(retention|storage)$/.test(complement[i - 1]?.lemma ?? ''));

/** "as long as | you have an account": something that the reader does or is. */
const isOfReader = (tokens: readonly Token[], from: number, to: number): boolean =>
  (event.at(tokens, from, to) ?? event.at(tokens, from + 1, to)) !== undefined &&
  ['you', 'user', 'your', 'customer', 'member'].includes(tokens[from]?.lemma);

/** "necessary", "required by law", "for our business": words from which no period follows. */
function formulaIn(tokens: readonly Token[], from: number, to: number): Complement | undefined {
  const whole = ({ first, last }: TokenSpan) => ({ first, last: lastNoun(tokens, last, to) });
  const legal = lawWithin(tokens, from, to);
  const needed = necessity.find(tokens, from, to);
  const commercial = business.find(tokens, from, to);
  if (needed && !(legal && /^(required|permitted)$/.test(tokens[needed.first].lower) && legal.first > needed.first)) {
    if (commercial && commercial.first <= needed.first) return { class: 'vague_business', words: whole(commercial) };
    return { class: 'vague_necessity', words: { first: needed.first, last: wholePhrase(tokens, needed, to) } };
  }
  if (legal) return { class: 'vague_law', words: whole(legal) };
  return commercial && { class: 'vague_business', words: whole(commercial) };
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
  kind === 'word' && verb?.form !== 'base' && !connectives.has(lower) && !newStretches.has(lower);

const adverbs = words('complement.adverbs');
const needs = words('complement.needs');

/** "reasonably necessary": the adverb alone would be half a phrase. */
function lastNeed(tokens: readonly Token[], last: number, to: number): number {
  if (!adverbs.has(tokens[last].lower)) return last;
  for (let i = last + 1; i < to && i < last + 4; i++) if (needs.has(tokens[i].lower)) return i;
  return last;
}
