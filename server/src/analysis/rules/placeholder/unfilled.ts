import { throughBlocks } from '../../practices/throughout';
import { shortened } from '../consistency/consistency';
import type { Rule } from '../types';
import { gapsIn } from './shapes';

/**
 * A gap that a template or an earlier draft left open.
 * Identity and contact have to be stated, not announced: GDPR Art. 13(1)(a); Cal. Bus. & Prof. Code 22575(b).
 */
export const unfilled: Rule = {
  id: 'placeholder/unfilled',
  aliases: ['CR-046'],
  title: 'A placeholder that has not been filled in',
  severity: 'error',
  citations: [{ text: 'GDPR Art. 13(1)(a)' }, { text: 'Cal. Bus. & Prof. Code § 22575(b)' }],
  *check({ policy }) {
    for (const { place, domain } of gaps(policy)) {
      yield {
        place,
        message: domain
          ? `The link of “${shortened(place)}” goes to “${domain}”, which only stands for an address. Link the real one.`
          : `“${shortened(place)}” still waits to be filled in: readers would see the gap. Fill it in or take it out.`,
      };
    }
  },
};

const gaps = throughBlocks((block) =>
  gapsIn(block).map(({ start, end, domain }) => ({ place: { block, start, end }, domain })),
);
