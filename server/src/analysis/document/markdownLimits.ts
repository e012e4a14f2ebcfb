import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/** Lists and quotes nested deeper than this are read as text. */
const deepestBlock = 60;
/** Emphasis marks and brackets in one paragraph: their matching takes time that grows with the square of their number. */
const mostDelimiters = 1000;
/** A run of this many emphasis marks is a line to be filled in, no emphasis. */
const longestRun = 8;

const counts = new WeakMap<InlineContext, number>();

function isDelimiter(code: number): boolean {
  return code === 42 || code === 95 || code === 126 || code === 91 || code === 33; // * _ ~ [ !
}

/** Keeps the Markdown parser linear on texts that no one writes. */
export const limits: MarkdownConfig = {
  parseBlock: [
    {
      name: 'NestingLimit',
      before: 'Blockquote',
      parse(context, line) {
        if (context.depth <= deepestBlock) return false;
        const from = context.lineStart + line.pos;
        const to = context.lineStart + line.text.length;
        if (from >= to) return false;
        context.addElement(context.elt('Paragraph', from, to));
        context.nextLine();
        return true;
      },
    },
  ],
  parseInline: [
    {
      name: 'BlankLimit',
      before: 'Escape',
      parse(context, next, pos) {
        // Blanks in the middle of a line: each of them would be asked anew whether the line ends behind it.
        if (next !== 32 || context.char(pos + 1) !== 32) return -1;
        let end = pos + 1;
        while (end < context.end && context.char(end) === 32) end++;
        return context.char(end) === 10 ? -1 : end;
      },
    },
    {
      name: 'DelimiterLimit',
      before: 'Escape',
      parse(context, next, pos) {
        if (!isDelimiter(next)) return -1;
        let end = pos + 1;
        while (end < context.end && context.char(end) === next) end++;
        const count = (counts.get(context) ?? 0) + 1;
        counts.set(context, count);
        return count > mostDelimiters || (end - pos > longestRun && next !== 91) ? end : -1;
      },
    },
  ],
};
