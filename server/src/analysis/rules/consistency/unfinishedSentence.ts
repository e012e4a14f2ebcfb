import catalogue from '../../catalogue/consistency.yaml';
import { part, readCatalogue, wordSet } from '../../catalogue/read';
import type { Block } from '../../document/types';
import type { Token } from '../../language/types';
import type { Policy } from '../../policy';
import { throughSentences } from '../../practices/throughout';
import type { Rule } from '../types';

const neverLast = readCatalogue(catalogue, part('neverLast', wordSet));
/** A shorter line is a label or a heading. */
const SHORTEST = 6;

/** A paragraph that breaks off in the middle of a sentence: a cut that was not cleaned up. */
export const unfinishedSentence: Rule = {
  id: 'consistency/unfinished-sentence',
  title: 'A sentence breaks off',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 12(1)' }],
  *check({ policy }) {
    const all = cutOff(policy);
    // lines that were made paragraphs of, sentence or not
    if (all.filter(({ block }) => goesOn(block, policy)).length >= WRAPPED) return;
    for (const { block, last } of all) {
      if (isContinued(block, policy)) continue;
      yield {
        place: { block, start: last.start, end: last.end },
        message: `The sentence breaks off after “${block.text.slice(last.start, last.end)}”. Finish it or take it out.`,
      };
    }
  },
};

const cutOff = throughSentences(({ block, tokens, end }) => {
  if (block.kind !== 'paragraph' || end < block.text.trimEnd().length) return [];
  const last = tokens.at(-1) as Token;
  const ends = tokens.length < SHORTEST || !neverLast.has(last.lower) || last.capitalised || isItem(block.text);
  return ends ? [] : [{ block, last }];
});

/** "…; and", "…; and/or": an item of a list whose marks were lost. */
const isItem = (text: string): boolean => /[;,]\s?(?:and\s?\/\s?)?(?:and|or)$/i.test(text.trimEnd());

/** So many sentences go on in the next paragraph where lines were made paragraphs of. */
const WRAPPED = 3;

/** The next paragraph goes on in lower case. */
function goesOn(block: Block, { document }: Policy): boolean {
  const next = document.blocks[block.index + 1];
  return next?.kind === 'paragraph' && /^\p{Ll}/u.test(next.text);
}

/** A list, a table or the rest of the sentence follows. */
function isContinued(block: Block, { document }: Policy): boolean {
  const next = document.blocks[block.index + 1];
  if (!next || next.kind === 'heading') return false;
  // "… and completes the", and a link in a line of its own
  if (next.inline.some(({ kind, start }) => kind === 'link' && start === 0)) return true;
  return next.kind !== 'paragraph' || next.lead === block || /^[\p{Ll}\p{N}•·–(-]/u.test(next.text);
}
