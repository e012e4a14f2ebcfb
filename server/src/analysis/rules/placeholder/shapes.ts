import type { Block } from '../../document/types';
import { addresses } from './addresses';
import { type Gap, known, near, spanOf } from './gaps';

const names = new Set(known.names);
const marks = new Set(known.marks);
const requests = new Set(known.requests);
const notes = new Set(known.notes);

/** The gaps of a block, in reading order; of two that overlap the longer one. */
export function gapsIn(block: Block): Gap[] {
  const code = block.inline.filter((span) => span.kind === 'code');
  const gaps = [
    ...brackets(block),
    ...notesToSelf(block),
    ...braces(block),
    ...angles(block),
    ...words(block),
    ...blanks(block),
    ...addresses(block),
  ]
    .filter((gap) => isMarked(block.text, gap) || !code.some(({ start, end }) => gap.start >= start && gap.end <= end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return gaps.filter((gap) => {
    const free = gap.start >= covered;
    if (free) covered = gap.end;
    return free;
  });
}

/** "`[TODO: ask counsel]`": set as code so that its author sees it; other brackets in code are code. */
const isMarked = (text: string, { start, end }: Gap): boolean =>
  text[start] === '[' &&
  (wordsOf(text.slice(start, end)).some((word) => marks.has(word)) || SELF.test(text.slice(start, end)));

const BRACKET = /\[{1,2}([^[\]]{1,120})\]{1,2}/g;
const CODE = /[=({"'`;<>#\\|]|&&|::/;
/** "[privacy@acme.eu]", "[app.acme.eu]": filled in, brackets kept. */
const IS_ADDRESS = /[@/]\w|\w\.[a-z]{2}/;
const BULLETS = /^[\s_•●*.…?-]+$/;

/** "[COMPANY NAME]", "[insert date]", "[13 months]"; not links, citations, check boxes, ellipses, notes to the reader. */
function* brackets({ text, marker, inline }: Block): Iterable<Gap> {
  for (const match of text.matchAll(BRACKET)) {
    const [whole, content] = match;
    const start = match.index;
    const end = start + whole.length;
    const before = text[start - 1] ?? ' ';
    // "website[s]", "pars[i]": part of a word; "[words](address)", "[words][label]": a link written out
    if (/[\p{L}\p{N}\])]/u.test(before) || /[\p{L}([]/u.test(text[end] ?? ' ')) continue;
    if (isOnScreen(text, start, end) || isForReaders(text, start) || isLinked(inline, start, end)) continue;
    if (isQuotedExample(text, start, end) || isLabel(text, content, start, end)) continue;
    if (BULLETS.test(content)) {
      // "[ ] I agree" is a box to tick, "[…]" leaves words out
      if (
        /^(?:\.{3}|…|[-*?]|\s+)$/.test(content.trim() || ' ') &&
        (start === 0 || marker !== undefined || !/^\s+$/.test(content))
      )
        continue;
      yield { start, end };
    } else if (isRequest(content) || (!isExample(text, start) && (isNamedGap(content) || isOpenPhrase(content)))) {
      yield { start, end };
    }
  }
}

/** "[LEGAL REVIEW: confirm the period]": what whoever drafts has still to do, however long. */
function* notesToSelf({ text }: Block): Iterable<Gap> {
  for (const match of text.matchAll(TO_SELF)) yield spanOf(match);
}

/** "Settings → [Your Name] → iCloud": what readers see in a menu. */
const isOnScreen = (text: string, start: number, end: number): boolean =>
  /[→>›»➔]\s*$/.test(text.slice(Math.max(0, start - 4), start)) || /^\s*[→>›»➔]/.test(text.slice(end, end + 4));

/** "with the subject line “Request from [your state]”": what readers fill in when they write. */
const isForReaders = (text: string, start: number): boolean =>
  /\b(?:subject|title (?:must|should|has to))\b[^.;“"]{0,40}["“][^”"]{0,60}$/i.test(
    text.slice(Math.max(0, start - 120), start),
  );

/** "“Find me at [link]”", "Format: “As a [role] I want [goal]”": a pattern, quoted whole or with several gaps. */
function isQuotedExample(text: string, start: number, end: number): boolean {
  const before = /["“]([^"“”]{0,200})$/.exec(text.slice(Math.max(0, start - 201), start));
  const after = /^([^"“”]{0,200})["”]/.exec(text.slice(end, end + 201));
  if (!before || !after) return false;
  const from = start - before[0].length;
  const to = end + after[0].length;
  const isAlone =
    !/[\p{L}\p{N}]/u.test(text.slice(0, from) + text.slice(to)) && wordsOf(before[1] + after[1]).length > 2;
  return isAlone || /\[[^[\]]{1,120}\]/.test(before[1] + after[1]);
}

/** "[CAMERA ACCESS] To scan the code": what stands at the head of an item is its label, unless it asks for a name. */
function isLabel(text: string, content: string, start: number, end: number): boolean {
  if (text.slice(0, start).trim() !== '' || content !== content.toUpperCase()) return false;
  const last = wordsOf(content).at(-1)?.toLowerCase() ?? '';
  return !isRequest(content) && !names.has(last) && /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

/** "[privacy contact]" with a mailbox behind it: the words of a link. */
const isLinked = (inline: Block['inline'], start: number, end: number): boolean =>
  inline.some(
    (span) => span.kind === 'link' && span.start <= start && span.end >= end && /^mailto:.+@/i.test(span.target ?? ''),
  );

/** "who did what (e.g., [user] deleted “[title of post]”)": stands for many, in brackets of its own. */
const isExample = (text: string, start: number): boolean =>
  /\((?:e\.g\.|for example),?[^()]{0,80}$/i.test(text.slice(Math.max(0, start - 100), start));

const wordsOf = (text: string): string[] => text.replace(/([a-z])([A-Z])/g, '$1 $2').match(/\p{L}+/gu) ?? [];

/** "insert your jurisdiction", "Your e-mail address", "Email Provider TBD". */
function isRequest(content: string): boolean {
  if (CODE.test(content)) return false;
  const all = wordsOf(content);
  return all.some((word) => marks.has(word)) || (requests.has(all[0]?.toLowerCase() ?? '') && !isNote(content));
}

/** "COMPANY NAME", "DEVELOPER_NAME", "Company legal name", "date". */
function isNamedGap(content: string): boolean {
  if (CODE.test(content) || isNote(content) || IS_ADDRESS.test(content)) return false;
  const all = wordsOf(content).map((word) => word.toLowerCase());
  if (all.length === 0 || all.length > 8) return false;
  const capitals = content === content.toUpperCase();
  return names.has(all[all.length - 1]) || names.has(all[0]) || (capitals && all.some((word) => names.has(word)));
}

/** A bracket around words in lower case in the middle of a sentence: what a template leaves to choose ("[13 months]"). */
function isOpenPhrase(content: string): boolean {
  if (CODE.test(content) || isNote(content) || IS_ADDRESS.test(content)) return false;
  return (
    /^(?:\p{Ll}{2}|\p{N}{1,4}\s\p{Ll}{3}|a\s)/u.test(content) &&
    /\p{L}{3}/u.test(content) &&
    !/^\p{Ll}+$/u.test(content)
  );
}

function isNote(content: string): boolean {
  const lower = content.toLowerCase().trim();
  if (/\bdate$/.test(lower)) return false;
  // what mail services put in the place of an address, in whatever encoding the blank is
  if (/^e-?mail.{1,4}protected$/u.test(lower)) return true;
  return notes.has(lower) || wordsOf(lower).some((word) => notes.has(word));
}

const MUSTACHE = /\{\{([^{}%]{1,80})\}\}|(?<![$%#{])\{([^{}%]{1,80})\}(?!\})/g;

/** "{{COMPANY NAME}}", "{Company Name}", "{{ TODO }}". A single word or a path ("{{site.title}}", "{name}") is a template's value. */
function* braces({ text }: Block): Iterable<Gap> {
  for (const match of text.matchAll(MUSTACHE)) {
    const content = (match[1] ?? match[2]).trim();
    const all = wordsOf(content);
    const mark = all.some((word) => marks.has(word));
    const twoBraces = match[1] !== undefined;
    const written = / /.test(content) || (twoBraces && /^[A-Z]+(?:_[A-Z]+)+$/.test(content));
    const plain = /^[\p{L}\p{N} _,'’-]+$/u.test(content);
    if (
      mark ||
      (written && plain && content[0] !== content[0].toLowerCase() && isNamedGap(content)) ||
      (plain && / /.test(content) && isRequest(content))
    )
      yield { start: match.index, end: match.index + match[0].length };
  }
}

const ANGLE = /<([^<>%]{2,80})>/g;

/** "<insert company name>", "<COMPANY NAME>"; not "<https://…>" or a tag shown as text. */
function* angles({ text }: Block): Iterable<Gap> {
  for (const match of text.matchAll(ANGLE)) {
    const content = match[1].trim();
    const plain = /^\p{L}[\p{L}\p{N} _,'’-]*$/u.test(content);
    const shouted = content === content.toUpperCase();
    if (plain && (isRequest(content) || ((shouted || content.includes(' ')) && isNamedGap(content))))
      yield { start: match.index, end: match.index + match[0].length };
  }
}

const escaped = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');

const SELF = new RegExp(`^\\[(?:${escaped(known.toSelf)})(?![\\p{L}])`, 'u');
const TO_SELF = new RegExp(`\\[(?:${escaped(known.toSelf)})(?![\\p{L}])[^[\\]]{0,600}\\]`, 'gu');

/** One pattern for all fixed words; longer ones first. */
const FIXED = new RegExp(
  `(?<![A-Za-z0-9_@./-])(?:${escaped([...known.marks, ...known.fillers, ...known.subjects])}|X{4,12}|20XX|\\?{3,5})(?![A-Za-z0-9_@/-])`,
  'g',
);
const subjects = new Set(known.subjects);
const UNIT_GAP = /\b(?:XX?|NN?|##?) (?:business |calendar |working )?(?:hours|days|weeks|months|years)\b/g;
const X_DATE = /\b(?:XX[/.-]XX[/.-](?:20)?XX(?:XX)?|XX [A-Z][a-z]{2,8} 20\d\d|[A-Z][a-z]{2,8} XX,? 20(?:XX|\d\d))\b/g;

/** TODO, TBD, XXXX, "lorem ipsum", "DD/MM/YYYY", "XX days", "Your Company". */
function* words({ text }: Block): Iterable<Gap> {
  for (const match of text.matchAll(FIXED)) {
    const gap = spanOf(match);
    if (isMeant(match[0], text, gap)) yield gap;
  }
  for (const pattern of [UNIT_GAP, X_DATE]) for (const match of text.matchAll(pattern)) yield spanOf(match);
}

function isMeant(word: string, text: string, gap: Gap): boolean {
  // "XXXX-1234" shows how a card number is masked, "in the format DD/MM/YYYY" how to write a date
  if (/^X+$/.test(word)) return !near(text, gap, known.masked);
  if (/^[DMYdmy./-]+$/.test(word)) return !near(text, gap, known.formats) && !FIGURES.test(text.slice(0, gap.start));
  if (!subjects.has(word)) return true;
  return (
    known.verbs.some((verb) => text.startsWith(` ${verb} `, gap.end)) ||
    /^ \(["“]?(?:we|the Company)\b/i.test(text.slice(gap.end, gap.end + 16))
  );
}

/** "07/24/2025 (MM/DD/YYYY)": how the date before is to be read. */
const FIGURES = /\d[./-]\d{1,4} ?[([]?$/;

const BLANK = /_{3,}(?: _{3,}){0,8}/g;

/** "(800) ______"; not a rule across the page, not a form that readers fill in. */
function* blanks({ text }: Block): Iterable<Gap> {
  if (/^[_\s]*$/.test(text)) return;
  const found = [...text.matchAll(BLANK)].map(spanOf);
  // one blank for readers makes a form of the paragraph
  if (found.some((gap) => near(text, gap, known.forms))) return;
  for (const gap of found) {
    const inWord = /[\p{L}\p{N}/]/u.test(text[gap.start - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[gap.end] ?? '');
    if (!inWord) yield gap;
  }
}
