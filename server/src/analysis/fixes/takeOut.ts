import { sourceRange, wordsOf } from '../document/place';
import type { Block, Range } from '../document/types';
import type { Fix } from '../finding';
import type { Sentence } from '../language/types';

/**
 * Takes a whole sentence out of its paragraph, with the blank beside it; what stands alone in its block goes with the
 * block and the empty lines that parted it from the next one. `source`: the draft.
 */
export function takeOut({ block, start, end }: Sentence, source: string): Fix {
  const after = end + (/^\s*/.exec(block.text.slice(end))?.[0].length ?? 0);
  const last = after >= block.text.length;
  const from = last ? block.text.slice(0, start).trimEnd().length : start;
  const alone = start === 0 && last;
  const words = wordsOf({ block, start, end });
  return {
    title: `Take out “${words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words}”`,
    safety: 'suggestion',
    edits: [
      {
        range: alone ? withEmptyLines(block, source) : sourceRange({ block, start: from, end: after }),
        newText: '',
      },
    ],
  };
}

/**
 * The lines of a block, with marks of quotations before it and the empty lines behind it, of the last one those before
 * it; a block that shares a line with something else as it is.
 */
function withEmptyLines({ from, to }: Block, source: string): Range {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  if (!/^[>\s]*$/.test(source.slice(start, from))) return { start: from, end: to };
  const behind = source.slice(to);
  const next = behind.search(/\S/);
  if (next < 0) return { start: source.slice(0, start).trimEnd().length, end: to };
  const end = behind.lastIndexOf('\n', next) + 1;
  return end > 0 ? { start, end: to + end } : { start: from, end: to };
}
