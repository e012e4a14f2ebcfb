import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { be } from '../../../server/src/analysis/rules/contradiction/pairs/wording';

describe('the words of a contradiction', () => {
  for (const [words, verb] of [
    ['IP addresses', 'are'],
    ['name and address', 'are'],
    ['children', 'are'],
    ['GPS', 'is'],
    ['postal address', 'is'],
    ['personal data', 'is'],
  ] as const)
    it(`says “${words}” ${verb}`, () => assert.equal(be(words), verb));

  it('leads from one type to the next in one sentence', () => {
    const { findings } = analyze('We do not sell personal data.\n\nWe sell your browsing history to data brokers.', {
      format: 'markdown',
    });
    const [sale] = findings.filter(({ rule }) => rule === 'contradiction/sale');
    assert.match(
      sale.message,
      /browsing history belongs to internet or network activity, which belongs to personal information/,
    );
  });
});
