import enumerations from '../../catalogue/language/enumerations.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { readClauses } from '../../language/clauses';
import { conjunctions, determiners, isAdverb, possessives, prepositions } from '../../language/grammar';
import type { TermMatch, Token } from '../../language/types';
import { isHandling } from '../clauses/actions';
import { isGeneralData } from '../generalData';
import { dataGraph } from '../ontologyGraph';
import { isUnsaid } from './ownNouns';
import { isCookie, neutralRelative } from './slotCues';
import { reopeningLength, reopensByRelative } from './slotPhrases';
import type { SlotState } from './slotState';

/**
 * An enumeration of data that goes on behind words which only say how, when or with what the data before it came:
 * "information from you when you use the service, including your name", "the device you use to open the site, your IP
 * address". Indexes are token indexes.
 */

const lists = readCatalogue(enumerations, wordLists('plain', 'ways', 'reaching', 'ending', 'useVerbs'));
const ways = new Set(lists.ways);
const reaching = new Set(lists.reaching);
const ending = new Set(lists.ending);
const useVerbs = new Set(lists.useVerbs);

/** In tokens; nobody follows a longer enumeration. */
const LONGEST = 400;

/** Words of a member that nobody knows. */
const LONGEST_MEMBER = 6;

/** Data that was read and the joints behind it: the enumeration so far. */
interface Series {
  /** Where its last member ends. */
  last: number;
  /** "including" has opened it, and what follows are examples of data. */
  opened: boolean;
}

export function addLaterMembers(state: SlotState): void {
  const { slots, tokens, free, clause } = state;
  const first = slots.data[0];
  if (!first || state.start !== 'object' || slots.data.every(isCookie)) return;
  const read = new Map(slots.data.map((term) => [term.first, term]));
  const series: Series = { last: first.last, opened: state.reopenedFrom === 'object' };
  const end = seriesEnd(state, first.last);
  const open = new Set(free);
  let found = false;
  for (let i = first.last + 1; i < end; i++) {
    if (clause.sentence.quoted.has(i)) continue;
    if (endsSeries(state, first, i)) break;
    const known = read.get(i);
    if (known) {
      series.last = known.last;
      i = known.last;
      continue;
    }
    const opener = openerLength(tokens, i);
    if (opener === 0 && !isJoint(tokens[i] as Token)) continue;
    const term = memberBehind(state, i, opener, end);
    if (!term || read.has(term.first)) continue;
    if (isSubject(state, term)) break;
    if (opener > 0 ? !opens(state, series, i, term) : !goesOn(state, series, i, term)) continue;
    if (opener > 0) series.opened = true;
    // what stands between the members may be names of the draft's own
    if (found || opener > 0) for (let k = found ? series.last + 1 : i; k < term.first; k++) open.add(k);
    found = true;
    slots.data.push(term);
    read.set(term.first, term);
    series.last = term.last;
    i = term.last;
  }
  if (!found) return;
  slots.data.sort((a, b) => a.first - b.first);
  free.splice(0, free.length, ...[...open].sort((a, b) => a - b));
}

function endsSeries(state: SlotState, first: TermMatch, i: number): boolean {
  const { tokens } = state;
  // "trackers and log files to collect your name": what they are for
  if (isCookie(first) && opensDeed(tokens, i)) return true;
  return ending.has((tokens[i] as Token).lower) && !isNeutral(tokens, i) && !isInRelative(state, i);
}

/** The data right behind a joint or an opener of so many words, where it can be a member: named for itself, and included. */
function memberBehind(state: SlotState, joint: number, opener: number, end: number): TermMatch | undefined {
  const { tokens, termAt } = state;
  let at = memberAt(state, joint + Math.max(opener, 1));
  if (opener > 0 && termAt.get(at)?.kind !== 'data') at = secondMember(state, at, end) ?? at;
  const term = termAt.get(at);
  if (term?.kind !== 'data' || isExcepted(state, at)) return undefined;
  return isCookie(term) || term.ids.some(isGeneralData) || !isClosed(tokens[term.last + 1]) ? undefined : term;
}

/** "to collect", "to automatically record" */
function opensDeed(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.lower !== 'to') return false;
  let at = to + 1;
  while (tokens[at] && isAdverb(tokens[at] as Token)) at++;
  const { verb } = tokens[at] ?? {};
  return verb?.form === 'base' && isHandling(verb.base);
}

/** Where somebody else begins to act, or the same party to do something else. */
export function seriesEnd({ clause, tokens }: SlotState, from: number): number {
  let end = Math.min(tokens.length, from + LONGEST);
  for (const { embedding, group, subject } of readClauses(clause.sentence)) {
    if (group.verb <= Math.max(clause.group.verb, from) || group.chainedTo !== undefined) continue;
    if (group.form !== 'finite' || embedding === 'relative' || embedding === 'antecedent') continue;
    if (subject && isAsked(tokens, subject.first)) continue;
    end = Math.min(end, subject && subject.first > clause.group.verb ? subject.first : group.first);
  }
  return end;
}

/** "…; how you use lamps; …": a member, nobody begins to act. */
const isAsked = (tokens: readonly Token[], subject: number): boolean =>
  tokens[subject]?.lower === 'you' &&
  /^(?:how|what|which|when|whether|where|why)$/.test(tokens[subject - 1]?.lower ?? '') &&
  tokens[subject - 2] !== undefined &&
  isJoint(tokens[subject - 2] as Token);

const openerLength = (tokens: readonly Token[], i: number): number => {
  const { lower } = tokens[i] as Token;
  if (lower === '(' && openerLength(tokens, i + 1) === 0 && tokens[i + 1]) return 0;
  if (lower === 'which' && reopensByRelative(tokens, i)) return tokens[i + 1]?.lower === 'may' ? 3 : 2;
  return tokens[i] ? reopeningLength(tokens, i) : 0;
};

const isJoint = ({ lower }: Token): boolean => /^(?:[,;:(]|and|or)$/.test(lower);

/** Behind conjunctions, articles, "the visitor's" and words that only tell which. */
function memberAt({ tokens, termAt }: SlotState, from: number): number {
  let at = from;
  while (at < tokens.length && termAt.get(at)?.kind !== 'data') {
    const owner = /^['’]s?$/.test(tokens[at + 1]?.lower ?? '');
    if (!owner && !isUnsaid(tokens[at] as Token) && !conjunctions.has((tokens[at] as Token).lower)) break;
    at += owner ? 2 : 1;
  }
  return at;
}

/** "such as lamp name, browser type": where nobody knows the first member, the plain one behind it tells that they are data. */
function secondMember(state: SlotState, from: number, end: number): number | undefined {
  const { tokens, termAt } = state;
  for (let i = from; i < Math.min(end, from + LONGEST_MEMBER); i++) {
    const { kind, lower, verb } = tokens[i] as Token;
    if (lower === ',') {
      const at = memberAt(state, i + 1);
      const term = termAt.get(at);
      return term?.kind === 'data' && isPlain(term) ? at : undefined;
    }
    if (kind !== 'word' || (verb && verb.form !== 'third') || prepositions.has(lower)) return undefined;
  }
  return undefined;
}

/** "not limited to" */
const isNeutral = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i]?.lower === 'not' && /^(?:limited|restricted|necessarily|only|just)$/.test(tokens[i + 1]?.lower ?? '')) ||
  (tokens[i]?.lower === 'but' && tokens[i + 1]?.lower === 'not' && tokens[i + 2]?.lower === 'limited') ||
  (tokens[i]?.lower === 'without' && tokens[i + 1]?.lower === 'limitation');

const isExcepted = ({ slots, aside }: SlotState, at: number): boolean =>
  [...slots.exceptions, ...aside].some(({ first, last }) => at >= first && at <= last);

/** "data that we do not otherwise have, such as …": what is denied is told of the data. */
const isInRelative = ({ clause }: SlotState, at: number): boolean =>
  readClauses(clause.sentence).some(
    ({ embedding, subject, group }) =>
      embedding === 'relative' && at > (subject?.first ?? group.first) && at < group.verb,
  );

/** Nothing stands behind it that would make it a part of something else ("search results"). */
const isClosed = (next: Token | undefined): boolean =>
  next === undefined ||
  next.kind === 'punctuation' ||
  conjunctions.has(next.lower) ||
  prepositions.has(next.lower) ||
  /^(?:you|we|that|which|who|where|when|as)$/.test(next.lower) ||
  next.verb?.form === 'past' ||
  next.verb?.form === 'participle';

/** "…, and your e-mail address is checked": something else is told of it. */
const isSubject = ({ clause }: SlotState, { first, last }: TermMatch): boolean =>
  readClauses(clause.sentence).some(
    ({ subject, group, embedding }) =>
      subject !== undefined &&
      subject.first <= first &&
      subject.last >= last &&
      group.first > last &&
      group.form === 'finite' &&
      embedding !== 'relative',
  );

const isPlain = ({ ids }: TermMatch): boolean =>
  ids.some((id) => lists.plain.some((wider) => dataGraph.isA(id, wider)));

/** Whether what follows "including" gives examples of the data before it, not of what stands between. */
function opens({ tokens }: SlotState, series: Series, at: number, term: TermMatch): boolean {
  const between = tokens.slice(series.last + 1, at);
  if (term.ids.some((id) => ways.has(id)) && between.some(({ lemma }) => reaching.has(lemma))) return false;
  const owned = /^your$/.test(tokens[term.first - 1]?.lower ?? '') || tokens[term.first]?.lower === 'your';
  return (owned || isPlain(term)) && !hasAim(tokens, series.last + 1, at) && !between.some(isMeans);
}

const isMeans = ({ lemma }: Token): boolean =>
  /^(?:technology|tool|means|method|source|technique|purpose|reason)$/.test(lemma);

/** Whether the words between the last member and a joint only tell more of it. */
function goesOn({ tokens, slots, clause }: SlotState, series: Series, at: number, term: TermMatch): boolean {
  const specific = series.opened || slots.data.some(({ ids, last }) => last <= series.last && !ids.some(isGeneralData));
  // "what you enter in the form, and also your IP address"
  if (!specific && !(isMoreOf(tokens, at) && isPlain(term))) return false;
  const between = tokens.slice(series.last + 1, at);
  if (clause.negated && between.length > 0) return false;
  if (hasAim(tokens, series.last + 1, at) || between.some(isOther)) return false;
  // "a photo on a passport, driving licence or card"
  if (between.some(({ lower }, i) => lower === 'on' && /^an?$/.test(between[i + 1]?.lower ?? ''))) return false;
  const { lower } = tokens[at] as Token;
  // "how you use lamps; your orders; …"
  if (lower === ';') return true;
  // behind a bare "and" the last member alone goes on
  if (/^(?:and|or)$/.test(lower) && between.some(({ lower: word }) => word === ',')) return false;
  if (lower === '(' && between.length > 0) return false;
  if (isGivenByReader(between)) return true;
  return isPlain(term) || series.opened || /^your$/.test(tokens[term.first - 1]?.lower ?? '') || between.length === 0;
}

/** "that you choose to provide": tells nothing of the member before it. */
const isGivenByReader = (between: readonly Token[]): boolean =>
  between[/^(?:that|which)$/.test(between[0]?.lower ?? '') ? 1 : 0]?.lower === 'you' &&
  between.length <= LONGEST_MEMBER &&
  between.some(({ verb }) => neutralRelative.has(verb?.base ?? ''));

const isMoreOf = (tokens: readonly Token[], comma: number): boolean =>
  tokens[comma]?.lower === ',' && tokens[comma + 1]?.lower === 'and' && tokens[comma + 2]?.lower === 'also';

/** By what, with whom, on which condition it is done; not "the device you are using". */
const isOther = ({ lower }: Token, i: number, all: readonly Token[]): boolean =>
  /^(?:with|via|through|if|how|whom|we|who)$/.test(lower) || (lower === 'using' && all[i - 1]?.lemma !== 'be');

/** "to" before a verb, "for", "by" before one in -ing: what is named behind them is not what the clause is about. */
function hasAim(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i] as Token;
    let at = i + 1;
    while (tokens[at] && isAdverb(tokens[at] as Token)) at++;
    const next = tokens[at];
    if (lower === 'to' && next?.verb?.form === 'base' && !useVerbs.has(verbBefore(tokens, i))) return true;
    if (lower === 'for' && next && !determiners.has(next.lower) && !possessives.has(next.lower)) return true;
    if (/^(?:by|in|of|through)$/.test(lower) && next?.verb?.form === 'gerund') return true;
  }
  return false;
}

function verbBefore(tokens: readonly Token[], at: number): string {
  let i = at - 1;
  while (tokens[i] && isAdverb(tokens[i] as Token)) i--;
  return tokens[i]?.verb?.base ?? tokens[i]?.lemma ?? '';
}
