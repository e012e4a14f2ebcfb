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

  it('says as what data counts, and keeps the way there for the hover', () => {
    const { findings } = analyze('We do not sell personal data.\n\nWe sell your browsing history to data brokers.', {
      format: 'markdown',
    });
    const [sale] = findings.filter(({ rule }) => rule === 'contradiction/sale');
    assert.match(sale.message, /; browsing history counts as personal information under GDPR and CCPA\./);
    assert.ok(
      sale.explanation.includes('Data: browsing history → internet or network activity → personal information'),
    );
  });

  for (const [denial, affirmation, says] of [
    [
      'We do not send marketing e-mails.',
      'We will e-mail you about promotions and new products.',
      /^Readers are said not to be contacted for marketing here, but readers are contacted \(“e-mail you”\) for marketing/,
    ],
    [
      'We do not profile you.',
      'We analyse your purchases to build a profile of your interests.',
      /^Readers are said not to be profiled here, but “your purchases” are used for profiling/,
    ],
    [
      'We never share your name with anyone.',
      'We share your name with advertisers.',
      /^“your name” is said not to be shared with anyone here, but “your name” is shared with advertisers under “Later”\. /,
    ],
    [
      'We share your messages with no third party.',
      'We share your messages with advertisers.',
      /^“your messages” are said not to be shared with any third party here, but “your messages” are shared with advertisers/,
    ],
    [
      'Your photos never leave your phone.',
      'Your photos are uploaded to our server.',
      /^“photos” are said to stay on the reader’s device here, but “photos” are collected under “Later”\. /,
    ],
    ['We do not set cookies.', 'We set advertising cookies.', /are set under “Later”\. /],
  ] as const)
    it(`tells what is denied by “${denial}”`, () => {
      const { findings } = analyze(`# First\n\n${denial}\n\n# Later\n\n${affirmation}`, { format: 'markdown' });
      const [found] = findings.filter(({ rule, severity }) => rule.startsWith('contradiction/') && severity !== 'hint');
      assert.match(found?.message ?? '', says);
      assert.ok(found.message.length < 220, `${found.message.length} characters`);
    });
});
