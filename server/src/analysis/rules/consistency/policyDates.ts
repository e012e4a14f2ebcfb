import catalogue from '../../catalogue/policyDates.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Place } from '../../document/types';
import { findDates } from '../../language/dates';
import { tokenize } from '../../language/tokens';
import type { CalendarDate, Sentence, Token } from '../../language/types';
import type { Policy } from '../../policy';
import { sentencesIn } from '../../practices/sentences';
import { throughRegions } from '../../practices/throughout';

export interface PolicyDate {
  readonly kind: 'updated' | 'effective';
  readonly date: CalendarDate;
  /** The words of the date. */
  readonly place: Place;
}

type Cues = readonly (readonly string[])[];

const words = readCatalogue(catalogue, wordLists('updated', 'effective', 'between', 'others', 'histories', 'self'));
const cues: readonly (readonly [PolicyDate['kind'], Cues])[] = [
  ['updated', words.updated.map((cue) => tokenize(cue).map((token) => token.lower))],
  ['effective', words.effective.map((cue) => tokenize(cue).map((token) => token.lower))],
];
const between = new Set(words.between);
const others = new Set(words.others);
const self = new Set(words.self);

/** How far a cue may stand before its date. */
const REACH = 6;
/** A line of this length is about its date; a longer one has to name the policy. */
const DATE_LINE = 14;

/** The dates that a draft gives for itself, in reading order; not those of laws, contracts or earlier versions. */
export const policyDates: (draft: Pick<Policy, 'document'>) => readonly PolicyDate[] = throughRegions(
  (region, regionBefore) => {
    const sentences = sentencesIn(region);
    // what labels the first date may stand in the region before
    const before = regionBefore && sentencesIn(regionBefore).at(-1);
    return sentences.flatMap((sentence, i) => datesOf(sentence, i === 0 ? before : sentences[i - 1]));
  },
);

function datesOf(sentence: Sentence, before: Sentence | undefined): PolicyDate[] {
  const { tokens, block } = sentence;
  if (inHistory(block)) return [];
  if (!tokens.some((token) => token.kind === 'number')) return [];
  const line = tokens.length <= DATE_LINE;
  if (!line && !tokens.some((token) => self.has(token.lower))) return [];
  if (tokens.some((token, at) => (others.has(token.lower) || others.has(token.lemma)) && !isLabel(tokens, at)))
    return [];
  const found: PolicyDate[] = [];
  for (const date of findDates(tokens)) {
    const kind = kindBefore(tokens, date.first) ?? (date.first === 0 && before ? labelled(before) : undefined);
    if (!kind) continue;
    const place = { block, start: tokens[date.first].start, end: tokens[date.last].end };
    found.push({ kind, date, place });
  }
  return found;
}

/** "Effective 3 May 2026 Previous version": what a link to an earlier text is called, behind the date of this one. */
const isLabel = (tokens: readonly Token[], at: number): boolean =>
  at > 2 && tokens[at].capitalised && tokens[at + 1]?.lemma === 'version' && at + 2 >= tokens.length;

/** The cue that ends right before a token, but for words that may stand between. */
function kindBefore(tokens: readonly Token[], at: number): PolicyDate['kind'] | undefined {
  for (let end = at; end > 0 && at - end <= REACH; end--) {
    for (const [kind, list] of cues) if (list.some((cue) => endsWith(tokens, end, cue))) return kind;
    if (!between.has(tokens[end - 1].lower) && tokens[end - 1].kind !== 'symbol') return undefined;
  }
  return undefined;
}

function endsWith(tokens: readonly Token[], end: number, cue: readonly string[]): boolean {
  const from = end - cue.length;
  return from >= 0 && cue.every((word, i) => tokens[from + i].lower === word);
}

/** A heading, a cell or a line of its own that says what the date in the next one is. */
function labelled(before: Sentence): PolicyDate['kind'] | undefined {
  // an item of a list is said by itself
  return before.tokens.length <= REACH && before.block.kind !== 'item'
    ? kindBefore(before.tokens, before.tokens.length)
    : undefined;
}

function inHistory({ section }: Block): boolean {
  const title = section.title.toLowerCase();
  return words.histories.some((word) => title.includes(word));
}

/** Days since 1 January 1970; a date without a day counts as the month's first or last day. */
export function dayNumber(
  { year, month = 1, day }: Pick<CalendarDate, 'year' | 'month' | 'day'>,
  missing: 'first' | 'last' = 'first',
): number {
  const days = (monthNumber: number) =>
    Math.floor((Date.UTC(year, monthNumber, 1) - Date.UTC(1970, 0, 1)) / MS_PER_DAY);
  if (day !== undefined) return days(month - 1) + day - 1;
  return missing === 'first' ? days(month - 1) : days(month) - 1;
}

const MS_PER_DAY = 86_400_000;

/** YYYY-MM-DD to a day number; undefined where it is no date. */
export function parseToday(today: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(today ?? '');
  return match ? dayNumber({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) : undefined;
}
