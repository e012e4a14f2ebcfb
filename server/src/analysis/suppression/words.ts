import type { Block, Place, Section } from '../document/types';
import type { DirectiveWord, Suppression } from './types';

const nowhere: Section = { index: 0, title: '', level: 0, children: [], blocks: [] };

/** Words of a directive as a place: a comment is no block of the draft, but findings about it underline its words. */
export function placeOf({ comment }: Suppression, source: string, words?: Pick<DirectiveWord, 'start' | 'end'>): Place {
  const from = source.indexOf(comment.text, comment.range.start);
  const block: Block = {
    index: -1,
    kind: 'paragraph',
    text: comment.text.replace(/\s/g, ' '),
    from,
    to: from + comment.text.length,
    map: { range: (start, end) => ({ start, end }), toReading: (offset) => offset },
    section: nowhere,
    inline: [],
    breaks: [],
    depth: 0,
  };
  return { block, start: words?.start ?? 0, end: words?.end ?? comment.text.length };
}
