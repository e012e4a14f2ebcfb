import type { SyntaxNodeRef } from '@lezer/common';
import { directiveIn } from './directives';
import type { DraftDocument } from './draftBlock';
import { decodeEntity } from './entities';
import { isGapTag } from './gapTags';
import { type ReadingText, ReadingTextBuilder } from './readingText';

/** Marks and targets: markup that stands for no words. */
const silent = new Set([
  'HeaderMark',
  'QuoteMark',
  'EmphasisMark',
  'CodeMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'StrikethroughMark',
  'TaskMarker',
  'ProcessingInstruction',
  'JSXTag',
  'TemplateTag',
]);

/** Markup around words. */
const spanned: ReadonlyMap<string, 'strong' | 'emphasis' | 'code' | 'link'> = new Map([
  ['StrongEmphasis', 'strong'],
  ['Emphasis', 'emphasis'],
  ['InlineCode', 'code'],
  ['Link', 'link'],
  ['Autolink', 'link'],
]);

/** Reads the words of one heading, paragraph or cell from the nodes inside it. */
export class MarkdownInline {
  private readonly builder = new ReadingTextBuilder();
  private readonly source: string;
  private readonly spans: number[] = [];
  /** Source offset up to which the words are read. */
  private pos: number;
  private readonly to: number;
  /** Up to here brackets are words: they make no link. */
  private wordsUntil = -1;

  constructor(
    private readonly draft: DraftDocument,
    /** Labels of link definitions. */
    private readonly definitions: ReadonlySet<string>,
    node: SyntaxNodeRef,
  ) {
    this.source = draft.source;
    this.pos = node.from;
    this.to = node.to;
  }

  finish(): ReadingText {
    return this.builder.finish();
  }

  /** Whether to look inside the node. */
  enter(node: SyntaxNodeRef): boolean {
    this.appendUntil(node.from);
    const inLink = node.name === 'LinkMark' || node.name === 'LinkLabel';
    if (inLink && node.from < this.wordsUntil && node.node.parent?.name === 'Link') return true;
    if (node.name === 'LinkMark' && this.source[node.from] === ']') {
      this.pos = node.node.parent!.to; // behind the text of a link stand only its target and title
      return false;
    }
    if (this.opensSpan(node)) return true;
    if (!silent.has(node.name) && !this.readWhole(node)) return true;
    this.pos = Math.max(this.pos, node.to);
    return false;
  }

  leave(node: SyntaxNodeRef): void {
    this.appendUntil(Math.min(node.to, this.to));
    if (!spanned.has(node.name) || (node.name === 'Link' && node.to <= this.wordsUntil)) return;
    const span = this.spans.pop();
    if (span !== undefined) this.builder.closeSpan(span);
  }

  /** Emphasis, code and links, whose words stand inside. */
  private opensSpan(node: SyntaxNodeRef): boolean {
    const kind = spanned.get(node.name);
    if (kind === undefined) return false;
    const target = this.targetOf(node);
    if (kind === 'link' && target === undefined) this.wordsUntil = node.to;
    else this.spans.push(this.builder.openSpan(kind, target));
    return true;
  }

  /** What is read as a whole, or stands for no words; false where its words stand inside. */
  private readWhole(node: SyntaxNodeRef): boolean {
    const { builder, source } = this;
    switch (node.name) {
      case 'URL':
        return this.readAddress(node);
      case 'Image':
        return true;
      case 'FootnoteReference':
        builder.mark('footnoteReference', source.slice(node.from + 2, node.to - 1));
        return true;
      case 'Entity':
        builder.appendReplaced(decodeEntity(source.slice(node.from, node.to)), node.from, node.to);
        return true;
      case 'Escape':
        builder.append(source, node.from + 1, node.to);
        return true;
      case 'HardBreak':
        builder.lineBreak(node.from, node.to);
        return true;
      case 'HTMLTag':
        this.inlineTag(node);
        return true;
      case 'Comment':
      case 'MDXComment':
        addComment(this.draft, node);
        return true;
      case 'AttributeList':
        if (source.charCodeAt(node.from + 1) === 0x23) this.draft.anchors.add(source.slice(node.from + 2, node.to - 1));
        return true;
      default:
        return false;
    }
  }

  /** An address among the words is a link to itself; that of a link or an image is no words. */
  private readAddress(node: SyntaxNodeRef): boolean {
    const parent = node.node.parent?.name;
    if (parent === 'Link' || parent === 'Image') return true;
    if (parent === 'Autolink') return false;
    const span = this.builder.openSpan('link', this.source.slice(node.from, node.to));
    this.builder.append(this.source, node.from, node.to);
    this.builder.closeSpan(span);
    return true;
  }

  private appendUntil(to: number): void {
    if (to <= this.pos) return;
    this.builder.append(this.source, this.pos, to);
    this.pos = to;
  }

  /** Target of a link as written; undefined where the brackets make no link. */
  private targetOf(node: SyntaxNodeRef): string | undefined {
    const { source } = this;
    if (node.name === 'Autolink') return source.slice(node.from + 1, node.to - 1);
    if (node.name !== 'Link') return undefined;
    const url = node.node.getChild('URL');
    if (url) return source.slice(url.from, url.to);
    const marks = node.node.getChildren('LinkMark');
    if (marks.length > 2) return '';
    const label = node.node.getChild('LinkLabel');
    const empty = label && label.to - label.from <= 2;
    const key =
      label && !empty
        ? labelOf(source, label.from, label.to)
        : labelOf(source, node.from, label ? label.from : node.to);
    return this.definitions.has(key) ? `[${key}]` : undefined;
  }

  private inlineTag(node: SyntaxNodeRef): void {
    if (isGapTag(this.source, node.from, node.to)) {
      this.builder.append(this.source, node.from, node.to);
      return;
    }
    const tag = this.source.slice(node.from, node.to);
    if (/^<br\b/i.test(tag)) this.builder.lineBreak(node.from, node.to);
    const id = /\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/i.exec(tag);
    if (id) this.draft.anchors.add(id[1]);
  }
}

/** Keeps a comment if it speaks to the linter. */
export function addComment(draft: DraftDocument, { from, to }: { readonly from: number; readonly to: number }): void {
  const { source } = draft;
  while (to > from && source.charCodeAt(to - 1) <= 0x20) to--; // the carriage return of a Windows line end
  const html = source.startsWith('<!--', from);
  const end = source.endsWith(html ? '-->' : '*/}', to) ? 3 : 0;
  const comment = directiveIn(source, { from, to }, from + (html ? 4 : 3), to - end);
  if (comment) draft.comments.push(comment);
}

/** Link labels match regardless of case and white space. */
export function labelOf(source: string, from: number, to: number): string {
  return source
    .slice(from + 1, to - 1)
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
