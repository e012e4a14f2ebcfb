import { sourceRange, wholeBlock } from '../document/place';
import { closingTitles } from '../document/structureWords';
import { wordsIn } from '../document/titles';
import type { Block, DocumentFormat, PolicyDocument, Section } from '../document/types';
import type { Edit, Fix } from '../finding';
import { templateFor } from './template';

/** What a fix puts into the draft: snippet text in Markdown, and the title of the section it gets if there is none. */
interface Insertion {
  readonly snippet: string;
  readonly title: string;
  /** The section that takes it; a new one is made where undefined. */
  readonly section?: Section;
  /** What the fix is called after, as it stands in its title: "“Right of access”". */
  readonly subject: string;
}

/** Adds a paragraph at the end of its section, or a section in the draft's own heading style and numbering. */
export function insertDisclosure(document: PolicyDocument, { snippet, title, section, subject }: Insertion): Fix {
  const gap = lineBreak(document.source).repeat(2);
  if (section) {
    const at = endOfSection(document, section);
    return {
      title: `Insert ${subject} into the section “${section.title}”`,
      safety: 'suggestion',
      snippet: true,
      edits: [
        { range: { start: at, end: at }, newText: gap + indented(paragraphText(document, snippet), document, at) },
      ],
    };
  }
  const closing = closingSection(document);
  if (closing !== undefined) {
    const start = startOfHeading(document, closing);
    const newText = indented(sectionText(document, title, snippet), document, start, closing.from) + gap;
    return {
      title: `Add a section “${title}” with ${subject}`,
      safety: 'suggestion',
      snippet: true,
      edits: [{ range: { start, end: start }, newText }],
    };
  }
  const at = endOfDraft(document);
  return {
    title: `Add a section “${title}” with ${subject}`,
    safety: 'suggestion',
    snippet: true,
    edits: [
      { range: { start: at, end: at }, newText: gap + indented(sectionText(document, title, snippet), document, at) },
    ],
  };
}

/** HTML stands as far in as what it follows. */
function indented(text: string, { format, source }: PolicyDocument, at: number, until = at): string {
  if (format !== 'html') return text;
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, until);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return text.replace(/^(?=\S)/gm, indent);
}

/** A paragraph, written in Markdown without tab stops, behind all that the draft says. */
export function addedAtEnd(document: PolicyDocument, markdown: string): Edit {
  const at = endOfDraft(document);
  const newText = lineBreak(document.source).repeat(2) + paragraphText(document, markdown);
  return { range: { start: at, end: at }, newText };
}

/** A catalogue template as the draft would write it. */
export const paragraphText = ({ format, source }: PolicyDocument, snippet: string): string =>
  inLines(templateFor(format, snippet), source);

/** A section of the draft's own style of headings and numbering that says it. */
export function sectionText(document: PolicyDocument, title: string, snippet: string): string {
  const { format, source } = document;
  const heading = headingText(format, title, headingStyle(document), source);
  return heading + lineBreak(source).repeat(2) + paragraphText(document, snippet);
}

/** Adds a line below the title: where readers look for the date. */
export function insertBelowTitle(document: PolicyDocument, snippet: string, subject: string): Fix {
  const title = document.blocks.find((block) => block.kind === 'heading') ?? document.blocks[0];
  const at = title ? sourceRange(wholeBlock(title)).end : 0;
  const end = title ? afterMarkup(document, Math.max(title.to, at), title) : 0;
  const gap = lineBreak(document.source).repeat(2);
  return {
    title: `Insert ${subject} below the title`,
    safety: 'suggestion',
    snippet: true,
    edits: [{ range: { start: end, end }, newText: gap + indented(paragraphText(document, snippet), document, end) }],
  };
}

/**
 * The heading of the first of the sections with which the draft closes ("Changes", "Contact"), where titles bear no
 * numbers: readers look for the rest before them.
 */
function closingSection(document: PolicyDocument): Block | undefined {
  const { level, next } = headingStyle(document);
  if (next) return undefined;
  const main = document.sections.filter((section) => section.heading && section.level === level);
  let first = main.length;
  while (first > 0 && closes(main[first - 1])) first--;
  const heading = first > 0 ? main[first]?.heading : undefined;
  return heading && standsOnItsOwn(document, heading) ? heading : undefined;
}

/** A heading that opens an element of its own (`<section><h2>`) takes nothing before it. */
function standsOnItsOwn(document: PolicyDocument, heading: Block): boolean {
  if (document.format !== 'html') return true;
  const before = document.source.slice(0, startOfHeading(document, heading)).trimEnd();
  return /<\/[a-z][a-z0-9]*\s*>$/i.test(before.slice(-LONGEST_TAG));
}

/** A closing tag has no more characters. */
const LONGEST_TAG = 40;

const closes = ({ title }: Section): boolean => wordsIn(title).some((word) => closingTitles.has(word.toLowerCase()));

/** Where the line of a heading begins, its tag included. */
function startOfHeading({ format, source }: PolicyDocument, { from }: Block): number {
  const tag = format === 'html' ? source.lastIndexOf('<', from) : from;
  const line = source.lastIndexOf('\n', tag - 1) + 1;
  return source.slice(line, tag).trim() === '' ? line : tag;
}

const lineBreak = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');
const inLines = (text: string, source: string): string => text.replace(/\n/g, lineBreak(source));

function endOfSection(document: PolicyDocument, section: Section): number {
  const last = section.blocks.at(-1) ?? section.heading;
  return last ? afterMarkup(document, last.to, last) : endOfDraft(document);
}

function endOfDraft(document: PolicyDocument): number {
  const last = document.blocks.at(-1);
  return last ? afterMarkup(document, last.to, last) : document.source.length;
}

const CLOSING_TAG = /\s*<\/(?:li|ul|ol|td|th|tr|tbody|table|dd|dl)\s*>/iy;

/** The end of a list or table that the block closes: nothing may be put between its rows. */
function afterMarkup({ format, source }: PolicyDocument, at: number, block: Block): number {
  let end = at;
  if (format === 'html') {
    for (let tags = 0; tags < 12; tags++) {
      CLOSING_TAG.lastIndex = end;
      const tag = CLOSING_TAG.exec(source);
      if (!tag) break;
      end = CLOSING_TAG.lastIndex;
    }
  } else if (block.cell) {
    const line = source.indexOf('\n', end);
    end = line < 0 ? source.length : source[line - 1] === '\r' ? line - 1 : line;
  }
  // a heading may reach into the end of its line
  return source[end - 1] === '\r' && source[end] === '\n' ? end - 1 : end;
}

interface HeadingStyle {
  readonly level: number;
  /** Number that the next section gets, and the mark behind it ("." in "5. Your rights"). */
  readonly next?: { readonly number: number; readonly mark: string };
  readonly capitals: boolean;
}

const NUMBERED = /^(\d{1,2})([.):]?)\s+\S/;

/** How the draft writes the titles of its main sections. */
function headingStyle({ sections }: PolicyDocument): HeadingStyle {
  const titled = sections.filter((section) => section.heading && section.title !== '');
  const level = mainLevel(titled);
  const main = titled.filter((section) => section.level === level);
  const numbers = main.map((section) => NUMBERED.exec(section.title)).filter((match) => match !== null);
  const last = numbers.at(-1);
  const capitals = main.filter(({ title }) => title === title.toUpperCase()).length * 2 > main.length;
  return {
    level,
    capitals,
    ...(last && numbers.length * 2 > main.length && { next: { number: Number(last[1]) + 1, mark: last[2] ?? '' } }),
  };
}

/** The level that most sections have, leaving out a title that stands alone on the first. */
function mainLevel(sections: readonly Section[]): number {
  const counts = new Map<number, number>();
  for (const { level } of sections) counts.set(level, (counts.get(level) ?? 0) + 1);
  if (counts.get(1) === 1 && (counts.size > 1 || sections.length === 1)) counts.delete(1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 2;
}

function headingText(format: DocumentFormat, title: string, style: HeadingStyle, source: string): string {
  const words = style.capitals ? title.toUpperCase() : title;
  const text = style.next ? `${style.next.number}${style.next.mark} ${words}` : words;
  if (format === 'html') return `<h${style.level}>${text}</h${style.level}>`;
  const marked = format === 'markdown' || /^#{1,6}[ \t]/m.test(source);
  return marked ? `${'#'.repeat(style.level)} ${text}` : text;
}
