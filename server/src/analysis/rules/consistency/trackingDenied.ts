import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import type { Policy } from '../../policy';
import type { Rule } from '../types';
import { said } from './consistency';

/** What these companies are there for is to follow visitors. */
const FOLLOWING: ReadonlySet<string> = new Set(['advertiser', 'analytics']);
const USING =
  /\b(?:we|our (?:site|website|app|service|platform)s?) (?:also |may |currently )?(?:uses?|employs?|works? with|relies on|rely on|has|have)\b/i;

/**
 * "We do not track you" beside the name of a service that does.
 * Source: FTC Act, section 5; GDPR Art. 5(1)(a).
 */
export const trackingDenied: Rule = {
  id: 'consistency/tracking-denied',
  aliases: ['CR-023'],
  title: 'Tracking is denied while a tracking service is named',
  severity: 'off',
  offBecause: 'no published policy was found on which its precision could be measured',
  citations: [{ text: 'FTC Act § 5' }, { text: 'GDPR Art. 5(1)(a)' }],
  *check({ policy }) {
    const [denial] = said(policy, 'tracking-denied');
    const tracker = denial && trackerNamed(policy);
    if (!tracker) return;
    yield {
      place: denial.place,
      message: `Tracking is denied here, but “${wordsOf(tracker)}” is in use. Say what it records, or take the denial back.`,
      related: [{ place: tracker, message: 'in use' }],
    };
  },
};

/** "We use Google Analytics": named with a verb of use, not in a link to somebody's settings. */
function trackerNamed({ sentences }: Policy): Place | undefined {
  for (const { block, terms, tokens, start, end } of sentences) {
    const term = terms.find(({ kind, ids }) => kind === 'company' && ids.every((id) => FOLLOWING.has(id)));
    if (!term || !USING.test(block.text.slice(start, end))) continue;
    if (/\b(?:not|no longer|never)\b/i.test(block.text.slice(start, end))) continue;
    return { block, start: tokens[term.first]?.start ?? start, end: tokens[term.last]?.end ?? end };
  }
  return undefined;
}
