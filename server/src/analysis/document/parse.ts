import { isSameSet } from '../kept';
import type { DraftBlock, DraftDocument } from './draftBlock';
import { readHtmlDocument } from './html';
import { findHeadingLeads, findListLeads } from './leads';
import { MarkdownDraft } from './markdownDraft';
import { isMarkdown, readPlainText } from './plainText';
import { findRegions } from './regions';
import { reuseBlocks } from './reuse';
import { buildSections } from './sections';
import { addSlugs, slugOf } from './slugs';
import { findStructure } from './structure';
import type { Block, DocumentFormat, PolicyDocument } from './types';
import { marksHeadings } from './unmarkedHeadings';

/** What is kept of a version, to read the next one from. */
const drafts = new WeakMap<PolicyDocument, MarkdownDraft>();

/**
 * Reads a draft into blocks and sections. Never throws; linear in the text.
 *
 * With the version before the last edit, what the edit left alone is taken from it: the result is the same, and blocks,
 * sections and regions that say the same stay the same objects. The earlier version is used up by that.
 */
export function parseDocument(source: string, format: DocumentFormat, earlier?: PolicyDocument): PolicyDocument {
  const last = earlier?.format === format ? earlier : undefined;
  let draft: DraftDocument;
  let markdown: MarkdownDraft | undefined;
  if (format === 'markdown' || (format === 'plaintext' && isMarkdown(source))) {
    markdown = MarkdownDraft.read(source, last && drafts.get(last));
    draft = markdown.whole(source);
  } else {
    draft = format === 'html' ? readHtmlDocument(source) : readPlainText(source);
    draft.blocks = structured(draft, last && !drafts.has(last) ? last.blocks : []);
  }
  const { blocks, anchors, comments, footnotes, frontMatter } = draft;
  const sections = buildSections(blocks, last?.sections[0]);
  findHeadingLeads(sections);
  for (let index = 0; index < blocks.length; index++) blocks[index].index = index;
  addSlugs(anchors, blocks.filter((block) => block.kind === 'heading').map(slugOfHeading));
  const regions = findRegions(blocks, sections, last?.regions);
  const document = {
    draft: last?.draft ?? {},
    format,
    source,
    blocks,
    sections,
    regions,
    frontMatter,
    comments,
    anchors: last && isSameSet(last.anchors, anchors) ? last.anchors : anchors,
    footnotes,
  };
  if (markdown) drafts.set(document, markdown);
  return document;
}

function structured(draft: DraftDocument, earlier: readonly Block[]): DraftBlock[] {
  const marked = draft.blocks.filter(({ kind }) => kind === 'heading').length;
  const blocks = findStructure(draft.blocks, () => draft.newList(), {
    titlesFound: draft.titlesFound,
    titlesByLooks: !marksHeadings(marked),
  });
  findListLeads(blocks);
  return reuseBlocks(earlier as readonly DraftBlock[], blocks);
}

const slugs = new WeakMap<Block, string>();

function slugOfHeading(heading: Block): string {
  let slug = slugs.get(heading);
  if (slug === undefined) {
    slug = slugOf(heading.text);
    slugs.set(heading, slug);
  }
  return slug;
}
