import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import type { AnalysisOptions } from '../../../server/src/analysis/types';

const draft = `# Privacy Policy of Larch & Lane

## For readers in the European Union

Under the GDPR you have the right to object and to complain to a supervisory authority. Our legal basis is the contract.

## Storage

We keep your name for as long as necessary.

## What we collect

We collect your name and your postal address when you order a book from us, and we use them to send the book to you and to
answer the letters that you write to us about it. We do not pass them on to anyone but the carrier who brings the book to
your door, and the carrier may use them for the delivery alone.
`;

/** Severities of one rule, in the order of the draft. */
const severities = (text: string, rule: string, options: Partial<AnalysisOptions> = {}): string[] =>
  analyze(text, { format: 'markdown', ...options })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity);

const confirmed = `---\nregimes: [gdpr]\n---\n\n${draft}`;

describe('how severe a finding is', () => {
  for (const rule of ['retention/vague-period', 'disclosure/gdpr-controller-contact']) {
    it(`${rule} is no error under a regime that only the text suggests`, () =>
      assert.deepEqual(severities(draft, rule), ['warning']));
    it(`${rule} is an error once the author has confirmed the regime`, () =>
      assert.deepEqual(severities(confirmed, rule), ['error']));
  }

  it('is what the author sets, by rule before family', () => {
    const options = { severities: { retention: 'hint', 'retention/vague-period': 'information' } } as const;
    assert.deepEqual(severities(confirmed, 'retention/vague-period', options), ['information']);
    assert.deepEqual(severities(confirmed, 'retention/vague-period', { severities: { retention: 'off' } }), []);
  });

  it('never rises above a hint for the other side of a contradiction', () => {
    const both = '# Privacy Policy\n\nWe do not collect phone numbers.\n\n## Orders\n\nWe collect your phone number.';
    const options = { severities: { 'contradiction/collection': 'error' } } as const;
    assert.deepEqual(severities(both, 'contradiction/collection', options), ['error', 'hint']);
  });
});
