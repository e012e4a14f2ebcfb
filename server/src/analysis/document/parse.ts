import type { DraftDocument } from './draftBlock';
import { readHtmlDocument } from './html';
import { findLeads } from './leads';
import { readMarkdown } from './markdown';
import { readPlainText } from './plainText';
import { buildSections } from './sections';
import { addSlugs } from './slugs';
import { findStructure } from './structure';
import type { DocumentFormat, PolicyDocument } from './types';

const readers: Record<DocumentFormat, (source: string) => DraftDocument> = {
  markdown: readMarkdown,
  html: readHtmlDocument,
  plaintext: readPlainText,
};

/** Reads a draft into blocks and sections. Never throws; linear in the text. */
export function parseDocument(source: string, format: DocumentFormat): PolicyDocument {
  const draft = readers[format](source);
  const blocks = findStructure(draft);
  const sections = buildSections(blocks);
  findLeads(blocks, sections);
  blocks.forEach((block, index) => {
    block.index = index;
  });
  const { anchors, comments, footnotes, frontMatter } = draft;
  addSlugs(
    anchors,
    blocks.filter((block) => block.kind === 'heading').map((block) => block.text),
  );
  return { format, source, blocks, sections, frontMatter, comments, anchors, footnotes };
}
