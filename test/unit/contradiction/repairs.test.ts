import assert from 'node:assert/strict';
import { collection } from '../../../server/src/analysis/rules/contradiction/collection';
import { sale } from '../../../server/src/analysis/rules/contradiction/sale';
import { sharing } from '../../../server/src/analysis/rules/contradiction/sharing';
import type { Rule } from '../../../server/src/analysis/rules/types';
import { draft, findings, fixesOf, type Said } from './statements';

/** The draft after the fix whose title begins so. */
function repaired(rule: Rule, said: readonly Said[], title: string): string {
  const policy = draft(said);
  const [report] = findings(rule, policy);
  const fix = report && fixesOf(report, policy).find((one) => one.title.startsWith(title));
  assert.ok(fix, `a fix “${title} …”`);
  assert.equal(fix.safety, 'suggestion');
  let text = policy.document.source;
  for (const { range, newText } of [...fix.edits].sort((a, b) => b.range.start - a.range.start)) {
    text = text.slice(0, range.start) + newText + text.slice(range.end);
  }
  return text.split('\n')[0] ?? '';
}

describe('ways to settle a contradiction', () => {
  const identifiers: Said[] = [
    { text: 'We do not collect identifiers.', polarity: 'denied', data: ['identifier: identifiers'] },
    {
      text: 'Collected: Phone numbers and e-mail addresses.',
      data: ['phone: Phone numbers', 'email: e-mail addresses'],
    },
  ];

  it('leaves out of the denial what is collected', () => {
    assert.equal(
      repaired(collection, identifiers, 'Limit the denial'),
      'We do not collect identifiers, except phone numbers and e-mail addresses.',
    );
  });

  it('asks for the exact name of what is not collected', () => {
    assert.equal(repaired(collection, identifiers, 'Name exactly'), `We do not collect \${1:[what is not collected]}.`);
  });

  it('leaves out of the denial who receives the data', () => {
    assert.equal(
      repaired(
        sharing,
        [
          {
            text: 'Nobody else sees your orders.',
            polarity: 'denied',
            action: 'share',
            data: ['commercial'],
            recipients: ['anyone: Nobody else'],
          },
          {
            text: 'Our couriers receive your order.',
            action: 'share',
            data: ['commercial'],
            recipients: ['shipping: Our couriers'],
          },
        ],
        'Limit the denial',
      ),
      'Nobody else sees your orders, except our couriers.',
    );
  });

  it('denies a sale for money only, and says how to opt out', () => {
    assert.equal(
      repaired(
        sale,
        [
          { text: 'We do not sell your data.', polarity: 'denied', action: 'sell', data: ['personal'] },
          {
            text: 'We sold usage data to ad networks.',
            action: 'sell',
            data: ['name'],
            recipients: ['advertiser: ad networks'],
          },
        ],
        'Deny only',
      ),
      `We do not sell your data for money. Sharing it with ad networks may be a “sale” under California law; you can opt out at \${1:[address of the opt-out page]}.`,
    );
  });
});
