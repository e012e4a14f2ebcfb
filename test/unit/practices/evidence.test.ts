import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';

/** The words that findings quote for what a draft says. */
function wordsOf(draft: string): string[] {
  const { policy } = analyze(`# Privacy Policy\n\n${draft}\n`, { format: 'markdown' });
  return policy.statements.map(({ evidence: { place } }) => place.block.text.slice(place.start, place.end));
}

describe('the words that say something', () => {
  const quoted: Record<string, string[]> = {
    'We do not sell your data, so there is nothing to opt out of.': ['We do not sell your data'],
    'We do not sell your data, so no opt-out is needed.': ['We do not sell your data'],
    'We collect your name, so that couriers find you.': ['We collect your name'],
    'Trust is a large part of our trade, and we are not in the business of selling your data.': [
      'we are not in the business of selling your data',
    ],
    'It is our policy not to share your data with advertisers.': ['our policy not to share your data with advertisers'],
    'We collect your name (and your address).': ['We collect your name (and your address)'],
  };
  for (const [draft, words] of Object.entries(quoted)) it(draft, () => assert.deepEqual(wordsOf(draft), words));
});
