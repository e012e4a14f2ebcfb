import type { DraftBlock } from './draftBlock';
import type { Attributes } from './htmlTokens';
import { isEntry } from './siteChrome';
import { asksToWrite } from './structureWords';

/** Longest words of a page header or footer that are looked at; in UTF-16 units. */
const longestPart = 2000;

export const isFooter = (name: string, { role }: Attributes): boolean => name === 'footer' || role === 'contentinfo';

/**
 * A page header holds logo, menu and search; its headings name the page. Where one without navigation holds the draft's
 * title, what it says below ("Last updated …") is the draft's too. One that holds the whole draft is none.
 */
export function ownOfHeader(blocks: DraftBlock[], navigates: boolean): DraftBlock[] {
  if (lengthOf(blocks) > longestPart) return blocks;
  let titled = false;
  return blocks.filter((block) => {
    titled ||= block.level === 1;
    return block.kind === 'heading' || (titled && !navigates && !isEntry(block));
  });
}

/** A page footer holds links, badges and years; a sentence there on whom to ask about the policy is the draft's, with its heading. */
export function ownOfFooter(blocks: DraftBlock[]): DraftBlock[] {
  if (lengthOf(blocks) > longestPart) return [];
  const asks = (block: DraftBlock | undefined): boolean =>
    block !== undefined && block.kind !== 'heading' && SENTENCE.test(block.text) && asksToWrite(block.text);
  return blocks.filter((block, i) => asks(block) || (block.kind === 'heading' && asks(blocks[i + 1])));
}

/** A menu has no such marks. */
const SENTENCE = /[.?:@]/;

const lengthOf = (blocks: readonly DraftBlock[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);
