import { ownText } from '../ownText';
import { lemmaOf, verbForm } from './lemmas';
import type { Token, TokenKind } from './types';

/**
 * Splits reading text into tokens in one pass. ASCII is decided by character code; only other characters meet a
 * regular expression. Offsets are those of the text given.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let gap = -1;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    if (code === BACKSLASH && isEscapedSpace(text, at)) {
      at += 2;
      continue;
    }
    let end: number;
    if (isWordStart(code, text, at)) {
      end = wordEnd(text, at, to);
      pushWord(tokens, text, at, end, at === gap ? glueAt(text, at - 1) : undefined);
      if (at === gap) nameTogether(tokens);
    } else if (isDigit(code)) {
      end = numberEnd(text, at, to);
      push(tokens, 'number', text, at, end, at === gap ? glueAt(text, at - 1) : undefined);
    } else {
      end = at + (isHighSurrogate(code) && at + 1 < to ? 2 : 1);
      if ((code === HYPHEN || code === SLASH) && joins(text, at, to)) {
        gap = end;
      } else if (!isEmphasis(code, text, at)) {
        push(tokens, isPunctuation(code) ? 'punctuation' : 'symbol', text, at, end);
      }
    }
    at = end;
  }
  return tokens;
}

const ASTERISK = 0x2a;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const DOT = 0x2e;

const BACKSLASH = 0x5c;

/** "personal\\n information": a line end that an export left in the text as two characters. */
function isEscapedSpace(text: string, at: number): boolean {
  const next = text[at + 1];
  const after = text.charCodeAt(at + 2);
  return (next === 'n' || next === 'r' || next === 't') && !(after >= 0x61 && after <= 0x7a);
}

/** U+FFFD stands where a text in another encoding had a space or a dash. */
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfffd;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAsciiLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isHyphen = (code: number): boolean => code === HYPHEN || code === 0x2010 || code === 0x2011;
const nonAsciiLetter = /^\p{L}/u;

function isLetter(code: number, text: string, at: number): boolean {
  return isAsciiLetter(code) || (code > 0x7f && code !== RIGHT_QUOTE && nonAsciiLetter.test(text.slice(at, at + 2)));
}
const isWordStart = isLetter;

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f && code !== 0x24 && code !== 0x2b) ||
    code === 0x3a ||
    code === 0x3b ||
    code === 0x3f ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x7b ||
    code === 0x7d ||
    (code >= 0x2010 && code <= 0x2027) ||
    code === 0xab ||
    code === 0xbb
  );
}

/** A hyphen or slash between two letters or digits joins them without being a token. */
function joins(text: string, at: number, to: number): boolean {
  if (at === 0 || at + 1 >= to) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  return (isDigit(before) || isLetter(before, text, at - 1)) && (isDigit(after) || isLetter(after, text, at + 1));
}

/** "*never*": emphasis in text that is not Markdown; not the mark of an item, nor any ending ("_ga_*"). */
const isEmphasis = (code: number, text: string, at: number): boolean =>
  code === ASTERISK &&
  at > 0 &&
  at + 1 < text.length &&
  isLetter(text.charCodeAt(at - 1), text, at - 1) !== isLetter(text.charCodeAt(at + 1), text, at + 1);

const glueAt = (text: string, at: number): '-' | '/' => (text.charCodeAt(at) === SLASH ? '/' : '-');

/** End of a word, web address, e-mail address or abbreviation that starts at `at`. */
function wordEnd(text: string, at: number, to: number): number {
  const address = addressEnd(text, at, to);
  if (address > 0) return address;
  let end = at;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isLetter(code, text, end) || isDigit(code)) end++;
    else if (code > 0x7f && /^[\p{M}\p{L}]/u.test(text.slice(end, end + 2))) end++;
    else if (
      (code === APOSTROPHE || code === RIGHT_QUOTE) &&
      end + 1 < to &&
      isLetter(text.charCodeAt(end + 1), text, end + 1)
    )
      end++;
    else if (
      isHyphen(code) &&
      end === at + 1 &&
      (text.charCodeAt(at) | 0x20) === 0x65 &&
      end + 1 < to &&
      isAsciiLetter(text.charCodeAt(end + 1))
    ) {
      end++; // "e-mail" and "e-signature" are one word
    } else if (code === DOT && isAbbreviationDot(text, at, end, to)) end++;
    else break;
  }
  return end;
}

/** "U.S.", "e.g.", "i.e.", "a.m.": single letters with dots between. */
function isAbbreviationDot(text: string, from: number, dot: number, to: number): boolean {
  const letterBefore =
    isAsciiLetter(text.charCodeAt(dot - 1)) && (dot - 1 === from || text.charCodeAt(dot - 2) === DOT);
  if (!letterBefore) return false;
  const letterAfter =
    dot + 1 < to && isAsciiLetter(text.charCodeAt(dot + 1)) && (dot + 2 >= to || text.charCodeAt(dot + 2) === DOT);
  return letterAfter || (dot - 2 > from && text.charCodeAt(dot - 2) === DOT);
}

/** End of an address without blanks ("https://…", "www.…", "name@host.tld", "host.tld/path"), or 0. */
function addressEnd(text: string, at: number, to: number): number {
  let end = at;
  let at_ = false;
  let scheme = false;
  let dot = false;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (
      isSpace(code) ||
      code === 0x22 ||
      code === 0x3c ||
      code === 0x3e ||
      code === 0x28 ||
      code === 0x29 ||
      code === 0x2c ||
      code === 0x201c ||
      code === 0x201d
    )
      break;
    if (code === 0x40) at_ = true;
    else if (code === 0x3a && text.startsWith('//', end + 1)) scheme = true;
    else if (code === DOT && end + 1 < to && isAsciiLetter(text.charCodeAt(end + 1)) && end - at >= 2) {
      // "choices.If you": a lower-case word, a dot and a capital is a missing blank, not an address
      if (!(isUpper(text.charCodeAt(end + 1)) && !isUpper(text.charCodeAt(end - 1)))) dot = true;
      else if (!scheme && !at_) break;
    } else if (!isAsciiLetter(code) && !isDigit(code) && !'-_./~%?=&#+:;!$*'.includes(text[end] as string)) break;
    end++;
    if (end - at > 2000) return 0;
  }
  if (!scheme && !(at_ && dot) && !(dot && looksLikeHost(text.slice(at, end)))) return 0;
  while (end > at && '.;:!?'.includes(text[end - 1] as string)) end--;
  return end;
}

const looksLikeHost = (word: string): boolean =>
  /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+){0,4}\.(?:com|org|net|io|co|eu|de|fr|uk|gov|edu|info|app|dev|ai|me|us|ca|au|br|in|nl|html?|php|aspx?)(?:[/?#:]|\.?$))/i.test(
    word,
  );

function numberEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isDigit(code) || isAsciiLetter(code)) end++;
    else if (
      (code === DOT || code === 0x2c || code === 0x3a) &&
      end + 1 < to &&
      isDigit(text.charCodeAt(end + 1)) &&
      isDigit(text.charCodeAt(end - 1))
    )
      end++;
    else break;
  }
  return end;
}

/** What is the same of a word wherever it stands. */
interface Word extends Pick<Token, 'kind' | 'lower' | 'lemma' | 'capitalised' | 'verb'> {
  /** A contraction or possessive: where its second part begins. */
  readonly split: number;
}

/** Words by their spelling. A draft says most of its words many times. */
const words = new Map<string, Word>();
/** More spellings than drafts share are not worth their memory. */
const MOST_WORDS = 20_000;
const LONGEST_WORD = 30;

function wordOf(spelling: string): Word {
  let word = words.get(spelling);
  if (!word) {
    word = readWord(spelling);
    if (words.size < MOST_WORDS && spelling.length <= LONGEST_WORD) words.set(ownText(spelling), word);
  }
  return word;
}

/** A part of a contraction is a word, whatever it looks like. */
function partOf(spelling: string): Word {
  const word = wordOf(spelling);
  return word.kind === 'word' ? word : asWord(spelling, word.lower);
}

function readWord(spelling: string): Word {
  const lower = ownText(fold(spelling));
  if (lower.includes('@') || lower.includes('://') || (lower.includes('.') && looksLikeHost(lower)))
    return { kind: 'symbol', lower, lemma: lower, capitalised: false, verb: undefined, split: 0 };
  return asWord(spelling, lower);
}

const asWord = (spelling: string, lower: string): Word => ({
  kind: 'word',
  lower,
  lemma: lemmaOf(lower),
  capitalised: isUpper(spelling.charCodeAt(0)) || (spelling.charCodeAt(0) > 0x7f && /^\p{Lu}/u.test(spelling)),
  verb: verbForm(lower),
  split: splitAt(lower),
});

/** Splits contractions and possessives; "cannot" becomes two words. */
function pushWord(tokens: Token[], text: string, start: number, end: number, glue: '-' | '/' | undefined): void {
  const word = wordOf(text.slice(start, end));
  if (word.split === 0) {
    tokens.push(tokenOf(word, start, end, glue));
    return;
  }
  const middle = end - (word.lower.length - word.split);
  tokens.push(tokenOf(partOf(text.slice(start, middle)), start, middle, glue));
  tokens.push(tokenOf(partOf(text.slice(middle, end)), middle, end));
}

/** "Open-Meteo": capitals on both sides of a hyphen make a name, no verb. */
function nameTogether(tokens: Token[]): void {
  const [before, last] = tokens.slice(-2);
  if (!before || !last || last.glue !== '-' || !before.capitalised || !last.capitalised) return;
  tokens.splice(-2, 2, { ...before, verb: undefined }, { ...last, verb: undefined });
}

function splitAt(lower: string): number {
  if (lower === 'cannot') return 3;
  const apostrophe = lower.indexOf("'");
  if (apostrophe <= 0) return 0;
  if (lower.endsWith("n't")) return lower.length - 3;
  return apostrophe;
}

function push(tokens: Token[], kind: TokenKind, text: string, start: number, end: number, glue?: '-' | '/'): void {
  const lower = ownText(fold(text.slice(start, end)));
  tokens.push(tokenOf({ kind, lower, lemma: lower, capitalised: false, verb: undefined }, start, end, glue));
}

/** All tokens have the same fields in the same order: engines read such objects fastest. */
const tokenOf = (
  { kind, lower, lemma, capitalised, verb }: Omit<Word, 'split'>,
  start: number,
  end: number,
  glue?: '-' | '/',
): Token => ({ start, end, kind, lower, lemma, capitalised, glue, verb });

const asciiOnly = /^[\x20-\x7e]*$/;
const typographic = /[\u2018\u2019\u02bc\u201c\u201d\u00ab\u00bb\u2010-\u2015]/;

/** Lower case with typographic quotes and hyphens folded to ASCII, length kept; "e-mail" loses its hyphen. */
function fold(word: string): string {
  let lower = word.toLowerCase();
  if (!asciiOnly.test(lower) && typographic.test(lower)) {
    lower = lower
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015]/g, '-');
  }
  return lower.charCodeAt(1) === HYPHEN && /^e-[a-z]/.test(lower) ? `e${lower.slice(2)}` : lower;
}
