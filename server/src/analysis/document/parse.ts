import { Collection, isSameSet, kept } from '../kept';
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
  const identity = last?.draft ?? {};
  const slugs = slugSet(slugsOf(identity).of(blocks));
  const reachable = anchors.size > 0 ? new Set([...anchors, ...slugs]) : slugs;
  const regions = findRegions(blocks, sections, last?.regions);
  const document = {
    draft: identity,
    format,
    source,
    blocks,
    sections,
    regions,
    frontMatter,
    comments,
    anchors: last && isSameSet(last.anchors, reachable) ? last.anchors : reachable,
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

const slugsOf = kept(
  (_draft: object) => new Collection((block: Block) => (block.kind === 'heading' ? [slugOf(block.text)] : [])),
);

const slugSet = kept((slugs: readonly string[]): ReadonlySet<string> => {
  const anchors = new Set<string>();
  addSlugs(anchors, slugs);
  return anchors;
});
