import { sourceRange, wordsOf } from '../document/place';
import type { Fix } from '../finding';
import type { Sentence } from '../language/types';

/** Takes a whole sentence out of its paragraph, with the blank beside it; what stands alone in its block goes with the block. */
export function takeOut({ block, start, end }: Sentence): Fix {
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
        range: alone ? { start: block.from, end: block.to } : sourceRange({ block, start: from, end: after }),
        newText: '',
      },
    ],
  };
}
