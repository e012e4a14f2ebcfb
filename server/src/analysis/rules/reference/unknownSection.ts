import { part, readCatalogue, wordList } from '../../catalogue/read';
import catalogue from '../../catalogue/references.yaml';
import { sourceRange, wordsOf } from '../../document/place';
import type { Block, InlineSpan } from '../../document/types';
import { getOrMake, kept } from '../../kept';
import type { Policy } from '../../policy';
import { type Search, throughBlocks } from '../../practices/throughout';
import type { Fix, Report, Rule } from '../types';
import { unknownAttachments } from './attachments';
import { numberMentions, sectionNumber, titleMentions } from './mentions';
import {
  closestTitle,
  headingsOf,
  searchFor,
  searchForTitle,
  type Title,
  titleWords,
  withoutNumbering,
} from './titles';

/**
 * A section that the draft sends its readers to and does not have: left over from a template or from a renamed heading.
 * A notice has to be easy to follow: GDPR Art. 12(1); 11 CCR 7003(a).
 */
export const unknownSection: Rule = {
  id: 'reference/unknown-section',
  aliases: ['CR-073'],
  title: 'A section is named that the draft does not have',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 12(1)' }, { text: '11 CCR § 7003(a)' }],
  *check({ policy }) {
    yield* unknownTitles(policy);
    yield* unknownNumbers(policy);
    yield* unknownAnchors(policy);
    yield* unknownAttachments(policy);
  },
};

function* unknownTitles(policy: Policy): Iterable<Report> {
  const { document } = policy;
  for (const block of mentioning(policy)) {
    for (const { place, title } of mentionsIn(document.anchors)(block)) {
      if (searchOf(block, title).in(document)) continue;
      const meant = meantBy(headingsOf(policy))(title);
      const hint = meant ? ` “${withoutNumbering(meant.text)}” comes closest.` : '';
      yield {
        place,
        message: `No section is titled “${wordsOf(place)}”.${hint} Name a heading of this draft, or add the section.`,
        related: meant
          ? [{ place: { block: meant.block, start: 0, end: meant.block.text.length }, message: 'the closest heading' }]
          : [],
        fixes: () => (meant ? [pointTo(meant, place)] : []),
      };
    }
  }
}

/** Blocks that mention titles, settled or not. */
const mentioning = throughBlocks((block) => (titleMentions(block, () => false).length > 0 ? [block] : []));

/** What a block mentions that its own links do not lead to. */
const mentionsIn = kept((anchors: ReadonlySet<string>) =>
  kept((block: Block) => {
    const settled = (link: InlineSpan) => !link.target?.startsWith('#') || anchors.has(link.target.slice(1));
    return titleMentions(block, settled).filter(({ title }) => titleWords(title).length > 0);
  }),
);

const searches = kept((_block: Block) => new Map<string, Search>());
const searchOf = (block: Block, title: string): Search =>
  getOrMake(searches(block), title, () => searchFor(title, block));

/** The closest of a draft's headings, by title. */
const meantBy = kept((headings: readonly Title[]) => {
  const known = new Map<string, Title | undefined>();
  return (title: string): Title | undefined => {
    if (!known.has(title)) known.set(title, closestTitle(titleWords(title), headings));
    return known.get(title);
  };
});

function pointTo(title: Title, place: Report['place']): Fix {
  const name = withoutNumbering(title.text);
  return { title: `Refer to “${name}”`, safety: 'suggestion', edits: [{ range: sourceRange(place), newText: name }] };
}

/** How many numbered sections make a draft a numbered one. */
const NUMBERED_DRAFT = 3;
/** Fewer dead anchors than these say nothing of where anchors come from. */
const SEVERAL_LINKS = 3;

function* unknownNumbers(policy: Policy): Iterable<Report> {
  const { document } = policy;
  const mentioned = numbersMentioned(policy);
  if (mentioned.length === 0) return;
  const numbers = new Set(leadingNumbers(policy));
  const titled = new Set(titleNumbers(policy));
  const last = Math.max(0, ...titled);
  // numbers with gaps are those of subsections whose section lost its own
  const numbered = last >= NUMBERED_DRAFT && titled.size >= last - 1;
  const headings = document.sections.filter((section) => section.heading).length;
  const unmarked = itemsWithoutMarks(policy).length;
  const items = outerItems(policy).length;
  const roman = romanTitles(policy).length >= NUMBERED_DRAFT;
  const subs = subsectionNumbers(policy);
  for (const { place, top, sub, loose, roman: inRoman } of mentioned) {
    if (Number.isNaN(top) || (loose && (!numbered || inRoman !== roman))) continue;
    const siblings = sub ? subs.filter((other) => Number.parseInt(other, 10) === top) : [];
    if (sub && siblings.length >= SEVERAL_SUBSECTIONS && !siblings.includes(sub)) {
      yield {
        place,
        message: `“${wordsOf(place)}” leads nowhere: section ${top} ends at ${siblings.at(-1)}. Correct the number or name the section by its title.`,
      };
    }
    if (numbers.has(top)) continue;
    // a browser counts what has no mark of its own: items and headings of a list and, with a style sheet, the headings
    if (top <= unmarked) continue;
    if (!numbered && (headings < NUMBERED_DRAFT || top <= headings + items || numbers.size >= NUMBERED_DRAFT - 1))
      continue;
    const known = numbered
      ? `the numbered sections end at ${last}`
      : `the draft has ${headings} headings, none of them numbered`;
    const reason = numbered && top < last ? `there is no number ${top}` : known;
    yield {
      place,
      message: `“${wordsOf(place)}” leads nowhere: ${reason}. Correct the number or name the section by its title.`,
    };
  }
}

/** So many subsections show that a section numbers them. */
const SEVERAL_SUBSECTIONS = 2;

const romanTitles = throughBlocks((block) =>
  [block.text.slice(0, 40), block.marker ?? ''].some((text) => /^(?:\p{L}+ )?[IVX]{1,5}[.):\s]/u.test(text)) &&
  block.text.length <= LONGEST_TITLE
    ? [block]
    : [],
);

/** "5.1" and "5.2", in reading order. */
const subsectionNumbers = throughBlocks((block) =>
  [block.text.slice(0, 40), block.marker ?? ''].flatMap(
    (text) => /^(\d{1,2}\.\d{1,2})(?![\d.]*\d)/.exec(text)?.[1] ?? [],
  ),
);

const itemsWithoutMarks = throughBlocks((block) =>
  (block.kind === 'item' || block.kind === 'heading') && block.depth === 1 && block.marker === undefined ? [block] : [],
);

const outerItems = throughBlocks((block) => (block.kind === 'item' && block.depth === 1 ? [block] : []));

const numbersMentioned = throughBlocks((block) => [...numberMentions(block)]);

const LEADING_NUMBER =
  /^(?:(?:section|part|article|clause)\s+)?(\d{1,2}|[IVX]{1,5}(?=[.):\s]))(?:\.\d{1,2}){0,3}(?:[.):\s–-]|$)/i;

/** Numbers that a reader may take for a section's: of headings, list markers and lines that begin with one. */
const leadingNumbers = throughBlocks((block) => numbersOf(block));

/** Those of titles; an item that is a sentence has none. */
const titleNumbers = throughBlocks((block) =>
  block.kind !== 'item' || block.runIn || block.text.length <= LONGEST_TITLE ? numbersOf(block) : [],
);

/** In UTF-16 units. */
const LONGEST_TITLE = 80;

const numbersOf = (block: Block): number[] =>
  [block.text.slice(0, 40), block.marker ?? '']
    .map((text) => LEADING_NUMBER.exec(text))
    .map((match) => (match ? sectionNumber(match[1]) : Number.NaN))
    .filter((number) => !Number.isNaN(number));

function* unknownAnchors(policy: Policy): Iterable<Report> {
  const links = anchorLinks(policy);
  if (links.length === 0) return;
  const { anchors } = policy.document;
  const known = lettersOf(anchors);
  const isOfSite = policy.document.format === 'markdown' ? isNoSlug : () => false;
  const dead = links.filter(
    (link) =>
      !anchors.has(link.anchor) &&
      !known.has(letters(link.anchor)) &&
      letters(link.anchor) !== 'top' &&
      !SKIP_LINK.test(wordsOfLink(link)),
  );
  // where most of several links do not resolve, the anchors are given elsewhere (by the site that shows the draft)
  const all = targetsOf(links).size;
  if (all >= SEVERAL_LINKS && targetsOf(dead).size * 2 > all) return;
  for (const link of dead) {
    const { block, span, anchor } = link;
    if (isOfSite(link)) continue;
    if (searchForLink(link).in(policy.document)) continue;
    yield {
      place: { block, start: span.start, end: span.end },
      message: `The link to '#${anchor}' leads nowhere: no heading of this draft has that anchor. Point it at a heading that is there.`,
    };
  }
}

const targetsOf = (links: readonly AnchorLink[]) => new Set(links.map(({ anchor }) => anchor));

interface AnchorLink {
  readonly block: Block;
  readonly span: InlineSpan;
  readonly anchor: string;
}

const wordsOfLink = ({ block, span }: AnchorLink): string => block.text.slice(span.start, span.end);

/**
 * An anchor that Markdown makes of no heading ("#Our_Websites"), or one of the site that shows the draft, for a menu or a
 * window ("[this form](#dsar)").
 */
const isNoSlug = (link: AnchorLink): boolean => {
  if (/[\p{Lu}_]/u.test(link.anchor) || TOOLS.test(link.anchor)) return true;
  const words = new Set(titleWords(wordsOfLink(link)).map((word) => word.slice(0, STEM)));
  return !/\p{L}{2}-|-\p{L}{2}/u.test(link.anchor) && !words.has(link.anchor.slice(0, STEM));
};

const TOOLS = new RegExp(`^(?:${readCatalogue(catalogue, part('siteAnchors', wordList)).join('|')})`);
/** Letters by which one word of an anchor is told to be that of its link. */
const STEM = 5;

/** A title that the words of a link name. */
const searchForLink = kept(({ block, span }: AnchorLink) =>
  searchForTitle(titleWords(block.text.slice(span.start, span.end)), block),
);

const anchorLinks = throughBlocks((block): AnchorLink[] =>
  block.inline
    .filter((span) => span.kind === 'link' && span.end > span.start && /^#[^/!].*/.test(span.target ?? ''))
    .map((span) => ({ block, span, anchor: decoded(span.target!.slice(1)) })),
);

/** "Skip to content", "Expand all": part of the page around a policy. */
const SKIP_LINK = /^(?:skip|jump|back|go|expand|collapse|show|hide) /i;

const lettersOf = kept((anchors: ReadonlySet<string>): ReadonlySet<string> => new Set([...anchors].map(letters)));

/** Renderers differ in how they make anchors of headings ("über" gives "uber" or "über"); letters and digits stay. */
const letters = (anchor: string): string =>
  anchor
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
