import { readCatalogue, wordLists } from '../../catalogue/read';
import catalogue from '../../catalogue/references.yaml';
import type { Block, InlineSpan, Place } from '../../document/types';

const known = readCatalogue(
  catalogue,
  wordLists('before', 'titling', 'after', 'places', 'parts', 'numbered', 'pointers', 'documents', 'screens', 'laws'),
);
const any = (words: readonly string[]) => words.join('|');

const SECTION_BEFORE = new RegExp(
  `(?<!\\bthis )\\b(?:${any(known.before)})(?: (?:${any(known.places)}|of this (?:[a-z]+ ){0,2}[a-z]+))?,?(?: (?:${any(known.titling)}))?:? ?(?:the )?$`,
  'i',
);
const SECTION_AFTER = new RegExp(
  `^,? ?(?:(?:${any(known.after)})\\b|(?:${any(known.places)})\\b|(?:${any(known.parts)}) (?:of|in) this )`,
  'i',
);
const PLACE_AFTER = new RegExp(
  `^,? ?(?:(?:${any(known.after)}) )?(?:(?:${any(known.places)})\\b|(?:(?:${any(known.parts)}) )?(?:of|in) this (?:[a-z-]+ ){0,2}(?:policy|notice|statement|document)\\b)`,
  'i',
);
/** "the “Privacy” section of our website": not a section of this draft. */
const ELSEWHERE_AFTER = /^,? ?(?:[a-z]+ )?(?:of|in|on|at|from|within) (?!this\b)/i;
const POINTER_BEFORE =
  /(?:\b(?:see|refer to|referred to|read|consult|described (?:in|under)|detailed (?:in|under)|under|in)(?: also)?(?: the)?:?|:) ?$/i;
const POINTERS = new RegExp(`\\b(?:${any(known.pointers)})\\b`, 'i');
const SCREENS = new RegExp(`\\b(?:${any(known.screens)})\\b`, 'i');
const DOCUMENT = new RegExp(`\\b(?:${any(known.documents)})$`, 'i');
const JOINED = /^[,;]? ?(?:and|or|&|and\/or)? ?(?:the )?$/i;
const EDGES = /^["'“”‘’«»\s]+|(?<!["'“”‘’«».,;:\s])["'“”‘’«».,;:\s]+$/g;
const WINDOW = 60;

/** A title that the draft says it has. */
interface TitleMention {
  readonly place: Place;
  readonly title: string;
}

/** "the section titled “How can you contact us?”", "“Your rights” below", "see the **Your rights** section". */
export function titleMentions(block: Block, linkIsSettled: (link: InlineSpan) => boolean): TitleMention[] {
  const spans = block.inline.filter(
    (span) => span.kind === 'quote' || span.kind === 'strong' || span.kind === 'emphasis',
  );
  const links = block.inline.filter((span) => span.kind === 'link');
  const found: TitleMention[] = [];
  let last: { end: number; pointed: boolean } | undefined;
  for (const span of spans) {
    const place = trimmed(block, span);
    const outer = withQuotes(block, place);
    const before = block.text.slice(Math.max(0, outer.start - WINDOW), outer.start);
    const after = block.text.slice(outer.end, outer.end + WINDOW);
    const joined =
      last?.pointed === true && outer.start >= last.end && JOINED.test(block.text.slice(last.end, outer.start));
    const pointed = joined || points(block, span, before, after);
    last = { end: outer.end, pointed };
    if (!pointed || place.end <= place.start) continue;
    if (links.some((link) => link.start < span.end && link.end > span.start && linkIsSettled(link))) continue;
    const title = block.text.slice(place.start, place.end);
    if (
      title.length > 150 ||
      DATE_LABEL.test(title) ||
      NO_TITLE.test(title) ||
      (DOCUMENT.test(title) && !PLACE_AFTER.test(after))
    )
      continue;
    if (found.some((other) => other.place.start < place.end && other.place.end > place.start)) continue;
    found.push({ place, title });
  }
  return found;
}

/** "see **section 3** below" names a number; quotation marks within are those of several titles taken together. */
const NO_TITLE =
  /^(?:(?:see|refer to|in) )?(?:sections?|paragraphs?|clauses?|parts?) [\dIVX.]{1,8}$|["“”]|^(?:below|above)\b/i;
/** "the date under “Last updated” above": a label, no section. */
const DATE_LABEL = /\b(?:last|date|effective|updated|revised|modified)\b/i;
/** "with the subject heading “Privacy request”": a line of an e-mail. */
const SUBJECT_LINE = /\bsubject (?:heading|header|line) ?$/i;

/** "the Northwind Privacy Policy under “Your data”": the section of another document. */
const OTHER_DOCUMENT =
  /\b(?!(?:This|Our|The|Privacy)\b)\p{Lu}[\p{L}’'&-]{0,30} (?:Privacy |Cookie |Data )?(?:Policy|Notice|Statement|Terms(?: of (?:Service|Use))?|Agreement),? (?:under|in|at)(?: the| its)?(?: sections?| headings?)? ?$/u;
/** "we use “websites” below as shorthand", "the term “partners”": a word, no section. */
const AS_WORD = /^,? ?(?:below|above|hereafter),? (?:as|to mean)\b/i;

/** "by clicking “I accept” below", "ask yourself: “Would I …?”": a button, a question. */
const NOT_SENT =
  /\b(?:(?:click|press|tap|select|tick|check|choos|hit)[a-z]{0,5}(?: on)?(?: the)?|(?:ask|asks|asking)(?: [a-z]+)?:?) ?$/i;

function points(block: Block, span: InlineSpan, before: string, after: string): boolean {
  const here = PLACE_AFTER.test(after);
  if (
    NOT_SENT.test(before) ||
    AS_WORD.test(after) ||
    (!here && (OTHER_DOCUMENT.test(before) || /https?:\/\/\S+/.test(before)))
  )
    return false;
  if (!here && ELSEWHERE_AFTER.test(after)) return false;
  const sentence = sentenceAround(block.text, span);
  if (SUBJECT_LINE.test(before) || (!here && SCREENS.test(sentence))) return false;
  if (SECTION_BEFORE.test(before)) return true;
  if (SECTION_AFTER.test(after))
    // one word ("Topics") may be a tab of the site
    return here ? POINTERS.test(sentence) : oneWord(block, span) ? false : POINTED.test(before) && SENDS.test(sentence);
  // "please refer to: “When and with whom do we share your data?”": a question is no document's name
  return (
    span.kind === 'quote' &&
    POINTER_BEFORE.test(before) &&
    POINTERS.test(before) &&
    /\?["”’']*$/.test(block.text.slice(span.start, span.end)) &&
    /^[;)]?(?:\s|$)/.test(after)
  );
}

/** Sends the reader there; "what you provide in the “About me” section" speaks of a screen. */
const SENDS =
  /\b(?:see|refer|refers|read|consult|described|detailed|explains?|explained|outlined?|says|tells|discussed|set (?:out|forth)|under|listed)\b/i;
const POINTED = /\b(?:the|our|see|and|or|in|under|to) ?$/i;
const oneWord = ({ text }: Block, { start, end }: InlineSpan): boolean => !text.slice(start, end).trim().includes(' ');

function trimmed(block: Block, span: InlineSpan): Place {
  const words = block.text.slice(span.start, span.end);
  const start = span.start + (words.length - words.replace(/^["'“”‘’«»\s]+/, '').length);
  return { block, start, end: start + words.replace(EDGES, '').length };
}

/** The words with the quotation marks around them. */
function withQuotes({ text }: Block, { start, end }: Place): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from > 0 && QUOTE.test(text[from - 1])) from--;
  while (to < text.length && CLOSING.test(text[to])) to++;
  return { start: from, end: to };
}

const QUOTE = /["'“”‘’«»]/;
/** American usage puts the full stop inside. */
const CLOSING = /["'“”‘’«».,?!]/;

/** The part of the text between sentence ends near the words, cut off at a bounded distance. */
function sentenceAround(text: string, { start, end }: InlineSpan): string {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 150);
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), before.lastIndexOf('; '));
  const stop = after.search(/[.;?](?:\s|$)/);
  return before.slice(from + 1) + after.slice(0, stop < 0 ? undefined : stop);
}

/** A numbered section that the draft says it has. */
interface NumberMention {
  readonly place: Place;
  /** "4" of "section 4.2(b)". */
  readonly top: number;
  /** "4.2" of "section 4.2(b)", where it names a subsection. */
  readonly sub?: string;
  /** Not said to be a section, and therefore only one in a draft that numbers its titles so. */
  readonly loose: boolean;
  readonly roman: boolean;
}

const NUMBERED = new RegExp(
  `\\b(${any(known.numbered)}) (\\d{1,2}(?:\\.\\d{1,2}){0,3}|[IVX]{1,5})(?:\\s?\\([a-z0-9]{1,3}\\)){0,3}(?![\\w.:§-]*\\d|%)(?:(?: and |, | or | to |–|-)\\d{1,2}\\b){0,3}`,
  'gi',
);
const CERTAIN = /^(?:section|paragraph|clause)/i;
const LAW_NEAR = new RegExp(`(?:§|\\b(?:${any(known.laws)})(?:[’']s)?\\b)`, 'i');
/** "California Civil Code section 1798": the law stands right before. */
const LAW_WINDOW = 30;
const THIS_DRAFT =
  /^.{0,12}\b(?:of|in|to) (?:this|the present) (?:[a-z-]+ ){0,2}(?:policy|notice|statement|document)\b|^ ?(?:above|below|hereof)\b/i;

/** "see section 4", "sections 2 and 3 above"; sections of laws and of other documents are none of this draft's. */
export function* numberMentions(block: Block): Iterable<NumberMention> {
  for (const match of block.text.matchAll(NUMBERED)) {
    const start = match.index;
    const end = start + match[1].length + 1 + match[2].length;
    const after = block.text.slice(start + match[0].length, start + match[0].length + WINDOW);
    const before = block.text.slice(Math.max(0, start - LAW_WINDOW), start);
    const here = THIS_DRAFT.test(after);
    if (!here && (LAW_NEAR.test(before) || LAW_NEAR.test(after) || /^[\s,.]*(?:of|in|under|to) /i.test(after)))
      continue;
    // "Section 25 (1) TTDSG", "dans la section 14"
    if (ACRONYM_AFTER.test(block.text.slice(start, start + WINDOW)) || FOREIGN_ARTICLE.test(before)) continue;
    if (start === 0) continue; // its own number, as a title
    yield {
      place: { block, start, end },
      top: sectionNumber(match[2]),
      ...(/^\d+\.\d+$/.test(match[2]) && { sub: match[2] }),
      loose: !CERTAIN.test(match[1]),
      roman: /^[IVX]/i.test(match[2]),
    };
  }
}

const ACRONYM_AFTER = /^[Ss]ections? \d+(?: ?\([a-z\d]\)| No\.? ?\d+| sentence \d)* \p{Lu}{3,}\b/u;
const FOREIGN_ARTICLE = /\b(?:la|le|les|der|die|das|del|della|den) $/i;

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
];

/** Top-level number: 4 for "4.2", 4 for "IV"; NaN where it is none. */
export function sectionNumber(text: string): number {
  const digits = /^\d{1,2}/.exec(text);
  if (digits) return Number(digits[0]);
  const roman = ROMAN.indexOf(text.toUpperCase());
  return roman < 0 ? Number.NaN : roman + 1;
}
