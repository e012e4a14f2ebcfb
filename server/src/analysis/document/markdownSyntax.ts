import {
  type BlockContext,
  type InlineContext,
  type Line,
  type MarkdownConfig,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';
import { limits } from './markdownLimits';

enum Char {
  Newline = 10,
  Space = 32,
  Quote = 34,
  Hash = 35,
  Percent = 37,
  Apostrophe = 39,
  Star = 42,
  Slash = 47,
  Colon = 58,
  Less = 60,
  Greater = 62,
  BracketOpen = 91,
  BracketClose = 93,
  Caret = 94,
  BraceOpen = 123,
  BraceClose = 125,
}

/** No tag, label or template mark is longer; a bound keeps the look-ahead linear. */
const longestMark = 1000;

/** Offset behind `[^label]` at `pos`, or -1. */
function footnoteLabelEnd(text: string, pos: number): number {
  if (text.charCodeAt(pos) !== Char.BracketOpen || text.charCodeAt(pos + 1) !== Char.Caret) return -1;
  const limit = Math.min(text.length, pos + 100);
  for (let at = pos + 2; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.BracketClose) return at > pos + 2 ? at + 1 : -1;
    if (code <= Char.Space || code === Char.BracketOpen) return -1;
  }
  return -1;
}

/** Footnotes as GitHub has them: `[^label]` in the text, `[^label]: …` for the body, indented lines belonging to it. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite: (_, line, indent) => {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + indent) return false;
        line.moveBaseColumn(line.baseIndent + indent);
        return true;
      },
    },
    'FootnoteLabel',
    'FootnoteReference',
  ],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'LinkReference',
      parse(context: BlockContext, line: Line) {
        const end = footnoteLabelEnd(line.text, line.pos);
        if (end < 0 || line.text.charCodeAt(end) !== Char.Colon) return false;
        const from = context.lineStart + line.pos;
        context.startComposite('Footnote', line.pos, 2);
        context.addElement(context.elt('FootnoteLabel', from, context.lineStart + end + 1));
        line.moveBase(line.skipSpace(end + 1));
        return null;
      },
      endLeaf: (_, line) => {
        const end = footnoteLabelEnd(line.text, line.pos);
        return end > 0 && line.text.charCodeAt(end) === Char.Colon;
      },
    },
  ],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse(context: InlineContext, next: number, pos: number) {
        if (next !== Char.BracketOpen) return -1;
        const end = footnoteLabelEnd(context.text, pos - context.offset);
        return end < 0 ? -1 : context.addElement(context.elt('FootnoteReference', pos, context.offset + end));
      },
    },
  ],
};

/** Offset behind a JSX tag at `pos` (`<Note kind={x}>`), or -1. */
function jsxTagEnd(text: string, pos: number): number {
  let at = pos + 1;
  if (text.charCodeAt(at) === Char.Slash) at++;
  const first = text.charCodeAt(at);
  const fragment = first === Char.Greater;
  if (fragment) return at + 1;
  if (!((first >= 65 && first <= 90) || (first >= 97 && first <= 122))) return -1;
  const limit = Math.min(text.length, pos + longestMark);
  let depth = 0;
  let quote = 0;
  let attributes = false;
  for (at++; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === Char.BraceOpen) {
      depth++;
      attributes = true;
    } else if (code === Char.BraceClose) depth--;
    else if (depth > 0) continue;
    else if (code === Char.Quote || code === Char.Apostrophe) quote = code;
    else if (code === Char.Greater) return attributes || first <= 90 ? at + 1 : -1;
    else if (code === Char.Less) return -1;
    // "<https://…>" and "<name@host>" are links.
    else if (!attributes && (code === Char.Colon || code === 64)) return -1;
  }
  return -1;
}

/** Closing marks that a paragraph holds no more of. */
const exhausted = new WeakMap<InlineContext, Set<string>>();

/** Offset in the paragraph behind the next `mark`, or -1. */
function endOf(context: InlineContext, mark: string, from: number): number {
  const none = exhausted.get(context);
  if (none?.has(mark)) return -1;
  const at = context.text.indexOf(mark, from);
  if (at >= 0) return at + mark.length;
  exhausted.set(context, (none ?? new Set()).add(mark));
  return -1;
}

/** Offset behind `{: .class}` or `{#id}`, which stand on one line, or -1. */
function attributesEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 200);
  for (let end = at + 2; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code === Char.BraceClose) return end + 1;
    if (code === Char.Newline || code === Char.BraceOpen) return -1;
  }
  return -1;
}

/**
 * What static site generators add to Markdown and no reader sees: JSX tags and `{/* comments *\/}` of MDX, kramdown's
 * attribute lists `{: .class}` and `{#id}`, the tags `{% … %}` and `{{< … >}}` of templates. `{{ name }}` prints words and stays.
 */
const siteGenerators: MarkdownConfig = {
  defineNodes: ['JSXTag', 'MDXComment', 'AttributeList', 'TemplateTag'],
  parseInline: [
    {
      name: 'JSXTag',
      before: 'HTMLTag',
      parse(context, next, pos) {
        if (next !== Char.Less) return -1;
        const end = jsxTagEnd(context.text, pos - context.offset);
        return end < 0 ? -1 : context.addElement(context.elt('JSXTag', pos, context.offset + end));
      },
    },
    {
      name: 'Braces',
      before: 'Link',
      parse(context, next, pos) {
        if (next !== Char.BraceOpen) return -1;
        const { text, offset } = context;
        const at = pos - offset;
        const second = text.charCodeAt(at + 1);
        const add = (name: string, end: number) =>
          end < 0 ? -1 : context.addElement(context.elt(name, pos, offset + end));
        if (second === Char.Slash && text.charCodeAt(at + 2) === Char.Star)
          return add('MDXComment', endOf(context, '*/}', at + 3));
        if (second === Char.Percent) return add('TemplateTag', endOf(context, '%}', at + 2));
        if (
          second === Char.BraceOpen &&
          (text.charCodeAt(at + 2) === Char.Less || text.charCodeAt(at + 2) === Char.Percent)
        )
          return add('TemplateTag', endOf(context, '}}', at + 3));
        if (second === Char.Colon || second === Char.Hash) return add('AttributeList', attributesEnd(text, at));
        return -1;
      },
    },
  ],
};

/** GitHub's Markdown but for bare addresses, which are found alike in every format. */
export const markdownParser = parser.configure([Table, TaskList, Strikethrough, limits, footnotes, siteGenerators]);
