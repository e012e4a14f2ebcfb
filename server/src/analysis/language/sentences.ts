import abbreviations from '../catalogue/language/abbreviations.yaml';
import { readCatalogue, wordLists } from '../catalogue/read';
import type { Block } from '../document/types';
import { withOneFirstPerson } from './firstPerson';
import { determiners } from './grammar';
import { settleSamePast } from './samePast';
import type { TermMatcher } from './termTrie';
import { tokenize } from './tokens';
import type { Sentence, Token } from './types';

const catalogue = readCatalogue(abbreviations, wordLists('never_final', 'maybe_final', 'starters'));
const neverFinal = new Set<string>(catalogue.never_final);
const maybeFinal = new Set<string>(catalogue.maybe_final);
const starters = new Set<string>(catalogue.starters);

/** Splits one block into sentences with tokens and terms. A heading, and a cell without a full stop, is one sentence. */
export function readSentences(block: Block, terms: TermMatcher): Sentence[] {
  const tokens = tokenize(block.text);
  settleSamePast(tokens);
  if (tokens.length === 0) return [];
  const quotes = block.inline
    .filter((span) => span.kind === 'quote' || span.kind === 'code')
    .sort((a, b) => a.start - b.start);
  const sentences: Sentence[] = [];
  let first = 0;
  let nextQuote = 0;
  for (const after of bounded(tokens, block.kind === 'heading' ? [tokens.length] : boundaries(block, tokens))) {
    const slice = withOneFirstPerson(tokens.slice(first, after));
    first = after;
    if (slice.length === 0) continue;
    while (nextQuote < quotes.length && quotes[nextQuote].end <= (slice[0] as Token).start) nextQuote++;
    const { quoted, scareQuoted } = quotedTokens(block.text, slice, quotes, nextQuote);
    sentences.push({
      block,
      index: sentences.length,
      start: (slice[0] as Token).start,
      end: (slice[slice.length - 1] as Token).end,
      tokens: slice,
      terms: terms.match(slice, block.text),
      quoted,
      scareQuoted,
      question: slice.slice(-3).some((token) => token.lower === '?') || opensAsQuestion(slice),
    });
  }
  return sentences;
}

/** No author writes a longer sentence; a text without an end is read in pieces of so many tokens. */
const LONGEST = 500;

/** The ends of sentences and, in one that goes on and on, those of its pieces: behind a semicolon where there is one. */
function bounded(tokens: readonly Token[], ends: readonly number[]): readonly number[] {
  let first = 0;
  return ends.flatMap((end) => {
    const cuts: number[] = [];
    while (end - first > LONGEST) {
      let cut = first + LONGEST;
      while (cut > first + LONGEST / 2 && tokens[cut - 1].lower !== ';') cut--;
      first = tokens[cut - 1].lower === ';' ? cut : first + LONGEST;
      cuts.push(first);
    }
    first = end;
    return [...cuts, end];
  });
}

/** Indexes after the last token of each sentence. */
function boundaries(block: Block, tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  const depths = parenthesisDepths(tokens);
  const lines = new Lines(block, tokens);
  for (let i = 0; i < tokens.length - 1; i++) {
    if (lines.endAt(i) || (ends.length === 0 && endsRunIn(block, tokens, i))) {
      ends.push(i + 1);
      continue;
    }
    if (!stops.has(tokens[i].lower) || depths[i] > 0) continue;
    const after = behindClosers(tokens, i);
    if (after === tokens.length) break;
    if (endsHere(tokens, i, tokens[after])) {
      ends.push(after);
      i = after - 1;
    }
  }
  ends.push(tokens.length);
  return ends;
}

const stops = new Set(['.', '?', '!']);

/** The lines of a block, asked for one token after the other. */
class Lines {
  private nextBreak = 0;
  private first = 0;

  constructor(
    private readonly block: Block,
    private readonly tokens: readonly Token[],
  ) {}

  /** Whether a line, and a sentence with it, ends behind the token. */
  endAt(at: number): boolean {
    const { breaks } = this.block;
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    while (this.nextBreak < breaks.length && breaks[this.nextBreak] < token.end) this.nextBreak++;
    if (this.nextBreak === breaks.length || breaks[this.nextBreak] > next.start) return false;
    const length = token.end - this.tokens[this.first].start;
    this.first = at + 1;
    return !runsOn(token, next, length);
  }
}

/** The label at the beginning of a block ends with its mark, or as a title without any above a sentence with a capital. */
function endsRunIn({ runIn }: Block, tokens: readonly Token[], at: number): boolean {
  if (!runIn) return false;
  const { start, end, lower } = tokens[at];
  if (at > 0 && start >= runIn.end && (lower === ':' || lower === '.')) return true;
  // "Sharing Your Information" above "We may share …"
  return end === runIn.end && tokens[at + 1].capitalised;
}

/** Index behind the quotation marks and brackets that stand right behind the mark of a sentence's end. */
function behindClosers(tokens: readonly Token[], stop: number): number {
  let after = stop + 1;
  while (after < tokens.length && closers.has(tokens[after].lower) && tokens[after].start === tokens[after - 1].end)
    after++;
  return after;
}

/**
 * "we will not sell your data, but at the<br>end of the survey …": lines broken by hand at a width, as a text pasted from
 * a mail has them; the lines of an address or of a list are short, or begin with a capital. `line` in UTF-16 units.
 */
function runsOn(last: Token, next: Token, line: number): boolean {
  if (next.kind !== 'word' || next.capitalised) return false;
  return determiners.has(last.lower) || (line >= SHORTEST_LINE && (last.kind === 'word' || last.lower === ','));
}
const SHORTEST_LINE = 50;

const closers = new Set(['"', "'", '\u201d', '\u2019', ')', ']', '\u00bb', '.', '?', '!']);
const openers = new Set(['"', "'", '\u201c', '\u2018', '(', '[', '\u00ab', '\u2022', '-', '*']);

function endsHere(tokens: readonly Token[], stop: number, next: Token): boolean {
  const startsLikeOne = next.capitalised || next.kind === 'number' || next.kind === 'symbol' || openers.has(next.lower);
  if (!startsLikeOne) return false;
  const mark = tokens[stop] as Token;
  if (mark.lower !== '.') return true;
  const before = tokens[stop - 1];
  if (!before) return false;
  const word = before.lower.replace(/\.$/, '');
  if (before.end === mark.start) {
    if (neverFinal.has(word) && !starters.has(next.lower)) return word === 'no' && isAnswer(tokens[stop - 2], next);
    if (maybeFinal.has(word)) return starters.has(next.lower);
    if (word.length === 1 && before.capitalised && next.capitalised && !starters.has(next.lower)) return false;
  }
  // a list number ("1. We collect…") belongs to what follows
  if (before.kind === 'number' && before.lower.length < 3 && (stop === 1 || tokens[stop - 2]?.lower === '.'))
    return false;
  return true;
}

/** "Will it be sold? No. Whether…": the number sign stands before a figure, and not alone. */
const isAnswer = (before: Token | undefined, next: Token): boolean =>
  next.kind === 'word' && (before === undefined || /^[.?!:]$/.test(before.lower));

/** Depth after each token; parentheses that never close count as none. */
function parenthesisDepths(tokens: readonly Token[]): Uint8Array {
  const depths = new Uint8Array(tokens.length);
  const open: number[] = [];
  tokens.forEach((token, i) => {
    if (token.lower === '(') open.push(i);
    else if (token.lower === ')') {
      const from = open.pop();
      if (from !== undefined && i - from < 120 && open.length === 0) depths.fill(1, from, i);
    }
  });
  return depths;
}

function quotedTokens(
  text: string,
  tokens: readonly Token[],
  quotes: readonly { readonly kind: string; readonly start: number; readonly end: number }[],
  firstQuote: number,
): { quoted: ReadonlySet<number>; scareQuoted: ReadonlySet<number> } {
  const quoted = new Set<number>();
  const scareQuoted = new Set<number>();
  const end = tokens[tokens.length - 1].end;
  let first = 0;
  for (let at = firstQuote; at < quotes.length && quotes[at].start < end; at++) {
    const span = quotes[at];
    const inside: number[] = [];
    while (first < tokens.length && tokens[first].start < span.start) first++;
    for (let i = first; i < tokens.length && tokens[i].end <= span.end; i++)
      if (tokens[i].kind !== 'punctuation') inside.push(i);
    const said = span.kind === 'quote' && inside.length < 3 && !text.slice(span.start, span.end).includes('?');
    for (const i of inside) (said ? scareQuoted : quoted).add(i);
  }
  // hardly any sentence has quotations, and every set takes its place
  return { quoted: quoted.size > 0 ? quoted : nothing, scareQuoted: scareQuoted.size > 0 ? scareQuoted : nothing };
}

const nothing: ReadonlySet<number> = new Set();

/** "Do we sell your data (other than with the business): No": asked without its mark. */
const opensAsQuestion = ([first, second]: readonly Token[]): boolean =>
  /^(?:do|does|did)$/.test(first?.lower ?? '') && /^(?:we|you|they|it)$/.test(second?.lower ?? '');
