import type { Block, InlineSpan } from '../document/types';
import type { DocumentLink, Policy } from '../policy';
import { sentencesOf } from '../practices/sentences';
import { throughBlocks } from '../practices/throughout';
import { anyOf, documentSets, kindOfTitle } from './kinds';

const INCORPORATES = anyOf(documentSets.incorporates);
const PROMISES_NOTHING = anyOf(documentSets.promisesNothing);
const READABLE = /\.(?:md|mdx|markdown|html?|xhtml|txt)$/i;
const FRONT_MATTER = /^(?:main_policy|supplements|part_of)[ \t]*:[ \t]*["']?([^"'\n\r#]{1,200}?)["']?[ \t]*(?:#.*)?$/gm;
/** Links beyond these are those of a list, not of a set. */
const MOST_LINKS = 200;
/** Longer sentences are lists that lost their marks. */
const LONGEST = 2000;

/** Every link to another document, the front matter's first, in reading order. */
export function readDocumentLinks({ document }: Pick<Policy, 'document'>): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const [, target] of (document.frontMatter?.text ?? '').matchAll(FRONT_MATTER)) {
    const link = readTarget(target as string);
    if (link && !link.remote) links.push({ ...link, incorporates: true });
  }
  const room = Math.max(0, MOST_LINKS - links.length);
  return [...links, ...linksInText({ document }).slice(0, room)];
}

const linksInText = throughBlocks((block): DocumentLink[] =>
  block.inline.flatMap((span) => {
    const link = span.kind === 'link' && span.target !== undefined ? readTarget(span.target) : undefined;
    if (!link) return [];
    const sentence = sentencesOf(block).find(({ start, end }) => start <= span.start && span.start < end);
    const { target, remote } = link;
    return {
      target,
      remote,
      place: { block, start: span.start, end: span.end },
      incorporates: sentence !== undefined && saysIncorporation(block, sentence, span),
      kind: kindOfTitle(block.text.slice(span.start, span.end)) ?? kindOfTitle(nameIn(link.target)),
    };
  }),
);

function readTarget(written: string): Pick<DocumentLink, 'target' | 'remote'> | undefined {
  const target = written.trim().replace(/[?#].*$/s, '');
  if (target === '') return undefined;
  if (/^(?:https?:)?\/\//i.test(target)) return { target, remote: true };
  // a path from the root of a website is an address as well: only the site knows where it leads
  if (target.startsWith('/')) return { target, remote: true };
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || /^www\./i.test(target) || !READABLE.test(target)) return undefined;
  return { target, remote: false };
}

/** "Our Cookie Notice lists …": said in words, which a bare link in a menu has not. */
function saysIncorporation(block: Block, { start, end }: { start: number; end: number }, span: InlineSpan): boolean {
  if (end - start > LONGEST) return false;
  const around = `${block.text.slice(start, span.start)} … ${block.text.slice(span.end, end)}`;
  return INCORPORATES.test(around) && !PROMISES_NOTHING.test(block.text.slice(start, end));
}

/** The last part of an address, its separators blanks: "cookie-policy.html" names a cookie policy. */
const nameIn = (target: string): string =>
  (
    target
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .pop() ?? ''
  )
    .replace(/\.\w+$/, '')
    .replace(/[-_+]|%20/g, ' ');
