import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const LONGEST_WORD = 60;

/** A footnote mark whose note is not there: often what the mark qualified got lost with it. */
export const footnoteWithoutNote: Rule = {
  id: 'reference/footnote-without-note',
  title: 'A footnote mark has no note',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy: { document } }) {
    for (const block of withReferences({ document })) {
      for (const { kind, start, target } of block.inline) {
        if (kind !== 'footnoteReference' || target === undefined || document.footnotes.has(target)) continue;
        // the mark itself is not read: the word that carries it stands for it
        const from = Math.max(0, start - LONGEST_WORD);
        const carrier = block.text.slice(from, start).trimEnd();
        if (carrier === '') continue;
        yield {
          place: { block, start: from + carrier.lastIndexOf(' ') + 1, end: from + carrier.length },
          message: `The footnote “${target}” has no text, so what it qualifies stays open. Write the note or take the mark out.`,
        };
      }
    }
  },
};

const withReferences = throughBlocks((block) =>
  block.inline.some(({ kind }) => kind === 'footnoteReference') ? [block] : [],
);
