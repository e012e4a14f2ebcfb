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
    const { builder, source } = this;
    this.appendUntil(node.from);
    const skip = () => {
      this.pos = Math.max(this.pos, node.to);
      return false;
    };
    const inLink = node.name === 'LinkMark' || node.name === 'LinkLabel';
    if (inLink && node.from < this.wordsUntil && node.node.parent?.name === 'Link') return true;
    if (node.name === 'LinkMark' && source[node.from] === ']') {
      this.pos = node.node.parent!.to; // behind the text of a link stand only its target and title
      return false;
    }
    if (silent.has(node.name)) return skip();
    switch (node.name) {
      case 'StrongEmphasis':
        this.spans.push(builder.openSpan('strong'));
        return true;
      case 'Emphasis':
        this.spans.push(builder.openSpan('emphasis'));
        return true;
      case 'InlineCode':
        this.spans.push(builder.openSpan('code'));
        return true;
      case 'Link': {
        const target = this.linkTarget(node);
        if (target === undefined) this.wordsUntil = node.to;
        else this.spans.push(builder.openSpan('link', target));
        return true;
      }
      case 'Autolink':
        this.spans.push(builder.openSpan('link', source.slice(node.from + 1, node.to - 1)));
        return true;
      case 'URL': {
        const parent = node.node.parent?.name;
        if (parent === 'Link' || parent === 'Image') return skip();
        if (parent === 'Autolink') return true;
        const span = builder.openSpan('link', source.slice(node.from, node.to));
        builder.append(source, node.from, node.to);
        builder.closeSpan(span);
        return skip();
      }
      case 'Image':
        return skip();
      case 'FootnoteReference':
        builder.mark('footnoteReference', source.slice(node.from + 2, node.to - 1));
        return skip();
      case 'Entity':
        builder.appendReplaced(decodeEntity(source.slice(node.from, node.to)), node.from, node.to);
        return skip();
      case 'Escape':
        builder.append(source, node.from + 1, node.to);
        return skip();
      case 'HardBreak':
        builder.lineBreak(node.from, node.to);
        return skip();
      case 'HTMLTag':
        this.inlineTag(node);
        return skip();
      case 'Comment':
      case 'MDXComment':
        addComment(this.draft, node);
        return skip();
      case 'AttributeList':
        if (source.charCodeAt(node.from + 1) === 0x23) this.draft.anchors.add(source.slice(node.from + 2, node.to - 1));
        return skip();
      default:
        return true;
    }
  }

  leave(node: SyntaxNodeRef): void {
    this.appendUntil(Math.min(node.to, this.to));
    switch (node.name) {
      case 'StrongEmphasis':
      case 'Emphasis':
      case 'InlineCode':
      case 'Link':
      case 'Autolink': {
        if (node.name === 'Link' && node.to <= this.wordsUntil) return;
        const span = this.spans.pop();
        if (span !== undefined) this.builder.closeSpan(span);
        return;
      }
    }
  }

  private appendUntil(to: number): void {
    if (to <= this.pos) return;
    this.builder.append(this.source, this.pos, to);
    this.pos = to;
  }

  /** Target of a link as written; undefined where the brackets make no link. */
  private linkTarget(node: SyntaxNodeRef): string | undefined {
    const { source } = this;
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
