import type { Block, Place, Range, Section } from '../document/types';
import type { DirectiveWord, Suppression } from './types';

const nowhere: Section = { index: 0, title: '', level: 0, children: [], blocks: [] };

/** Words of a directive as a place: a comment is no block of the draft, but findings about it underline its words. */
export function placeOf({ comment }: Suppression, source: string, words?: Pick<DirectiveWord, 'start' | 'end'>): Place {
  const start = source.indexOf(comment.text, comment.range.start);
  const { block } = placeInSource(source, { start, end: start + comment.text.length });
  return { block, start: words?.start ?? 0, end: words?.end ?? comment.text.length };
}

/** Words that stand in no block of the draft: of a comment, or of the front matter. */
export function placeInSource(source: string, { start: from, end: to }: Range): Place {
  const block: Block = {
    index: -1,
    kind: 'paragraph',
    text: source.slice(from, to).replace(/\s/g, ' '),
    from,
    to,
    map: { range: (start, end) => ({ start, end }), toReading: (offset) => offset },
    section: nowhere,
    inline: [],
    breaks: [],
    depth: 0,
  };
  return { block, start: 0, end: to - from };
}
