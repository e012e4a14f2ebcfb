import vocabulary from '../catalogue/disclosures/vocabulary.yaml';
import { mapOf, part, readCatalogue, record, text, wordList } from '../catalogue/read';
import type { Block } from '../document/types';
import { kept } from '../kept';
import { findDates } from '../language/dates';
import { findDurations } from '../language/durations';
import type { Sentence, Token } from '../language/types';
import { isTollFree, type PhoneWords, phoneEnd } from './phoneNumbers';

/**
 * Things that are recognised by their form or by the ontology rather than by a list of phrases: addresses, numbers,
 * dates, named companies, data types. In the pattern language their names begin with `$`.
 */
const formMarks = [
  '$aim',
  '$email',
  '$url',
  '$link',
  '$phone',
  '$tollfree',
  '$postal',
  '$date',
  '$year',
  '$duration',
  '$data',
  '$recipient',
  '$company',
  '$analytics',
  '$advertiser',
  '$purpose',
  '$legalname',
  '$name',
  '$number',
  '$gerund',
  '$us',
] as const;

export type Mark = (typeof formMarks)[number] | `$notice-${string}`;

interface MarkSpan {
  readonly mark: Mark;
  readonly first: number;
  readonly last: number;
}

const YEAR = /^(?:19|20)\d\d$/;

const words = readCatalogue(
  vocabulary,
  part(
    'marks',
    record({
      genericData: wordList,
      genericEntities: wordList,
      genericPurposes: wordList,
      genericNames: wordList,
      legalForms: wordList,
      abbreviatedForms: wordList,
      capitalForms: wordList,
      streetWords: wordList,
      registerWords: wordList,
      phoneWords: wordList,
      objectStarts: wordList,
      /** Marks and concepts that a placeholder may stand for. */
      placeholders: wordList,
      /** Sentences that count only to the letter. */
      verbatim: mapOf(text /*TODO keys `$notice-${string}`*/),
    }),
  ),
);
const genericData = new Set(words.genericData);
const genericEntities = new Set(words.genericEntities);
const genericPurposes = new Set(words.genericPurposes);
const genericNames = new Set(words.genericNames);
const legalForms = new Set(words.legalForms);
const abbreviatedForms = new Set(words.abbreviatedForms);
const capitalForms = new Set(words.capitalForms);
const streetWords = new Set(words.streetWords);
const phoneWords: PhoneWords = { dialled: new Set(words.phoneWords), registered: new Set(words.registerWords) };
const verbatim = Object.entries(words.verbatim) as [Mark, string][];

/** Names of all marks. */
export const marks: readonly Mark[] = [...formMarks, ...verbatim.map(([mark]) => mark)];

export function* markSpans(sentence: Sentence): Generator<MarkSpan> {
  const { tokens, terms } = sentence;
  yield* termMarks(terms);
  yield* linkMarks(sentence);
  yield* verbatimMarks(sentence);
  for (const { first, last } of findDates(tokens)) yield { mark: '$date', first, last };
  for (const { first, last } of findDurations(tokens)) yield { mark: '$duration', first, last };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') {
      yield { mark: '$number', first: i, last: i };
      if (YEAR.test(token.lower)) yield { mark: '$year', first: i, last: i };
      const last = phoneEnd(tokens, i, phoneWords);
      if (last !== undefined) {
        yield { mark: '$phone', first: i, last };
        if (isTollFree(tokens, i, last)) yield { mark: '$tollfree', first: i, last };
      }
      if (isPostcode(tokens, i)) yield { mark: '$postal', first: i, last: i };
    } else if (token.kind === 'symbol') {
      if (isEmail(token.lower)) yield { mark: '$email', first: i, last: i };
      else if (token.lower.length > 3) yield { mark: '$url', first: i, last: i };
    } else if (token.kind === 'word') {
      if (token.lower === 'us' && isUpperCase(sentence, i) && !isShouted(sentence, i))
        yield { mark: '$us', first: i, last: i };
      yield* wordMarks(sentence, i);
    }
  }
}

/** Bracketed words that wait to be filled in, with everything they may come to stand for. */
export function* placeholderSpans({ tokens }: Sentence): Generator<{ concept: string; first: number; last: number }> {
  let open = -1;
  for (let at = 0; at < tokens.length; at++) {
    const { lower } = tokens[at] as Token;
    if (lower === '[') open = at;
    if (lower !== ']' || open < 0) continue;
    for (const concept of words.placeholders) yield { concept, first: open, last: at };
    open = -1;
  }
}

function* termMarks(terms: Sentence['terms']): Generator<MarkSpan> {
  for (const { kind, ids, first, last } of terms) {
    if (kind === 'company') {
      yield { mark: '$company', first, last };
      // what a company does and nothing else: one that hosts, too, may be used for that
      if (ids.length === 1 && ids[0] === 'analytics') yield { mark: '$analytics', first, last };
      if (ids[0] === 'advertiser') yield { mark: '$advertiser', first, last };
    }
    if (kind === 'data' && ids.some((id) => !genericData.has(id))) yield { mark: '$data', first, last };
    else if (kind === 'entity' && ids.some((id) => !genericEntities.has(id))) yield { mark: '$recipient', first, last };
    else if (kind === 'purpose' && ids.some((id) => !genericPurposes.has(id))) yield { mark: '$purpose', first, last };
  }
}

function* linkMarks({ block, tokens, start: from, end: to }: Sentence): Generator<MarkSpan> {
  const { links, reach } = linksOf(block);
  for (let i = firstBehind(reach, from); i < links.length && links[i].start < to; i++) {
    const { start, end, target } = links[i];
    const first = tokens.findIndex((token) => token.start >= start && token.end <= end);
    if (first < 0) continue;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1] as Token).end <= end) last++;
    yield { mark: '$link', first, last };
    if (target && /^mailto:|\/cdn-cgi\/l\/email-protection/i.test(target)) yield { mark: '$email', first, last };
    if (target && /^tel:/i.test(target)) yield { mark: '$phone', first, last };
  }
}

/** The sentence may be cut behind "NOTICE:", so the block is searched and the part that ends the wording carries the mark. */
/** The links of a block by where they begin, and how far those up to each of them reach. */
const linksOf = kept(({ inline }: Block) => {
  const links = inline.filter(({ kind }) => kind === 'link').sort((a, b) => a.start - b.start);
  let most = 0;
  const reach = links.map(({ end }) => {
    most = Math.max(most, end);
    return most;
  });
  return { links, reach };
});

/** Index of the first of ascending numbers that is larger. */
function firstBehind(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the prescribed wordings of a block end. */
const verbatimIn = kept(({ text }: Block) =>
  verbatim.flatMap(([mark, wording]) => {
    const at = text.indexOf(wording);
    return at < 0 ? [] : [{ mark, last: at + wording.length }];
  }),
);

function* verbatimMarks({ block, start, end, tokens }: Sentence): Generator<MarkSpan> {
  for (const { mark, last } of verbatimIn(block)) {
    if (last > start && last <= end) yield { mark, first: 0, last: tokens.length - 1 };
  }
}

const isEmail = (lower: string): boolean => lower.indexOf('@') > 0 && lower.lastIndexOf('.') > lower.indexOf('@');

function* wordMarks(sentence: Sentence, at: number): Generator<MarkSpan> {
  const { block, tokens } = sentence;
  const token = tokens[at] as Token;
  const next = tokens[at + 1]?.lower;
  // "[email protected]": how a protected address reads in a saved page; "privacy (at) example.com"
  if (token.lower === 'email' && next === 'protected') yield { mark: '$email', first: at, last: at + 1 };
  if (token.lower === 'at' && /^[[({]$/.test(tokens[at - 1]?.lower ?? '') && /^[\])}]$/.test(next ?? '')) {
    yield { mark: '$email', first: Math.max(0, at - 2), last: Math.min(tokens.length - 1, at + 2) };
  }
  if (legalForms.has(token.lower.replace(/\./g, '')) && at > 0 && namesCompany(sentence, at)) {
    yield { mark: '$legalname', first: at - 1, last: at };
  }
  if (streetWords.has(token.lower) && hasNumberNear(tokens, at)) yield { mark: '$postal', first: at, last: at };
  if (isAim(tokens, at)) yield { mark: '$aim', first: at, last: at + 1 };
  if (token.verb?.form === 'gerund') yield { mark: '$gerund', first: at, last: at };
  const capital = token.capitalised && !isSentenceStart(tokens, at) && !genericNames.has(token.lower);
  const named = capital && !(isUpperCase(sentence, at) && isShouted(sentence, at));
  if (named || isCamelCase(block.text.slice(token.start, token.end))) yield { mark: '$name', first: at, last: at };
}

const objectStarts = new Set(words.objectStarts);

/** "to unlock the premium features": an aim, whatever the verb. */
function isAim(tokens: readonly Token[], at: number): boolean {
  const [to, verb, object] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (to?.lower !== 'to' || verb?.kind !== 'word' || !object) return false;
  return !objectStarts.has(verb.lower) && !verb.capitalised && objectStarts.has(object.lower);
}

/** "ShinyApp", "iShine": a name wherever it stands. */
const isCamelCase = (word: string): boolean => /\p{Ll}\p{Lu}/u.test(word);

function isUpperCase({ block, tokens }: Sentence, at: number): boolean {
  const { start, end } = tokens[at] as Token;
  const word = block.text.slice(start, end);
  return word === word.toUpperCase();
}

/** A word in capitals between such words says nothing by its capitals: "HOW TO CONTACT US". */
function isShouted(sentence: Sentence, at: number): boolean {
  return [at - 1, at + 1].some((near) => {
    const word = sentence.tokens[near];
    return word?.kind === 'word' && word.end - word.start > 1 && isUpperCase(sentence, near);
  });
}

/** "Acme Ltd", "Acme, Inc.", "acme GmbH": the word before the legal form begins with a capital, unless the form is no word. */
function namesCompany(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const form = tokens[at] as Token;
  const before = tokens[at - 1]?.lower === ',' ? tokens[at - 2] : tokens[at - 1];
  if (!form.capitalised || !before) return false;
  if (capitalForms.has(form.lower) && !isUpperCase(sentence, at)) return false;
  const anyName = before.kind === 'word' && abbreviatedForms.has(form.lower);
  return anyName || before.capitalised || before.kind === 'number' || before.lower === ')';
}

function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  return at === 0 || tokens[at - 1]?.lower === '.' || tokens[at - 1]?.lower === ':';
}

function hasNumberNear(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - 5); i <= Math.min(tokens.length - 1, at + 4); i++) {
    if (tokens[i]?.kind === 'number') return true;
  }
  return false;
}

/** "CA 94103", "75010 Paris", "N1 7GU" beside other address words; the word next to the figures begins with a capital. */
function isPostcode(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (/^\d{5}$/.test(lower)) {
    const state =
      before?.kind === 'word' &&
      before.capitalised &&
      (before.end - before.start === 2 || tokens[at - 2]?.lower === ',');
    return state || (next?.kind === 'word' && next.capitalised && tokens[at - 1]?.lower === ',');
  }
  return /^\d[a-z]{2}$/.test(lower) && before?.kind === 'word' && /^[a-z]{1,2}\d{1,2}[a-z]?$/.test(before.lower);
}
