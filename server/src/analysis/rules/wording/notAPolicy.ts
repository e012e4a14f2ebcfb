import { wholeBlock } from '../../document/place';
import { readsLikePolicy } from '../../policyRecognition';
import type { Rule } from '../types';

/**
 * Terms of use, a security page, a read-me or a study of an app's privacy owes nobody what a policy has to say. It is told
 * once, and asked for nothing; contradictions, gaps and broken references are reported as ever.
 */
export const notAPolicy: Rule = {
  id: 'wording/not-a-policy',
  title: 'The text does not read like a privacy policy',
  severity: 'information',
  citations: [],
  *check({ policy: { document } }) {
    const [first] = document.blocks;
    if (!first || readsLikePolicy(document.source, document.format)) return;
    yield {
      place: wholeBlock(document.blocks.find(({ kind }) => kind === 'heading') ?? first),
      message:
        'This does not read like a privacy policy, so it is not asked for what a policy must say. If it is one, say so in its title.',
    };
  },
};
