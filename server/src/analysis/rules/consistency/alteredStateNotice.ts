import catalogue from '../../catalogue/consistency.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { sourceRange, wholeBlock } from '../../document/place';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

const { stateNotices } = readCatalogue(catalogue, wordLists('stateNotices'));

/**
 * A notice that a state law prescribes word by word, in other words.
 * Source: Tex. Bus. & Com. Code 541.102(b), (c); Fla. Stat. 501.711(2), (3).
 */
export const alteredStateNotice: Rule = {
  id: 'consistency/altered-state-notice',
  aliases: ['CR-057'],
  title: 'A prescribed notice has been reworded',
  severity: 'warning',
  citations: [{ text: 'Tex. Bus. & Com. Code § 541.102(b)-(c)' }, { text: 'Fla. Stat. § 501.711(2)-(3)' }],
  *check({ policy }) {
    for (const block of noticesIn(policy)) {
      const words = block.text.trim();
      if (stateNotices.some((notice) => notice.replace(/\.$/, '') === words.replace(/\.$/, ''))) continue;
      const notice = stateNotices.find((each) => sameSubject(each, words)) ?? stateNotices[0];
      const place = wholeBlock(block);
      yield {
        place,
        message: `The law prescribes this notice word by word: “${notice}” Use exactly these words.`,
        fixes: () => [
          {
            title: 'Use the prescribed words',
            safety: 'suggestion',
            edits: [{ range: sourceRange(place), newText: notice }],
          },
        ],
      };
    }
  },
};

const NOTICE = /^notice\s?:.{0,30}\bmay sell\b.{0,20}\b(?:sensitive|biometric)\b/i;
const LONGEST = 100;

const noticesIn = throughBlocks((block) => {
  const words = block.text.trim();
  return words.length <= LONGEST && NOTICE.test(words) ? [block] : [];
});

/** About the same data, and said by the same speaker ("We", "This website"). */
const sameSubject = (notice: string, words: string): boolean =>
  /biometric/i.test(notice) === /biometric/i.test(words) && /website/i.test(notice) === /website/i.test(words);
