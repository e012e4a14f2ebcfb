import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';
import { blockOf, leadOf, outline, runInOf, spansOf } from './reading';

const formats: [DocumentFormat, (line: string) => string][] = [
  ['markdown', (line) => line],
  ['html', (line) => `<p>${line}</p>`],
  ['plaintext', (line) => line],
];

describe('an enumeration inside a line', () => {
  const line =
    'Here is what we do not collect: a. Identifiers (names, e-mail addresses) b. Biometric data c. Inferences (about users) Other Ways To Collect: Beyond these, we collect data when you call.';

  for (const [format, wrap] of formats)
    it(`is a lead with items in ${format}`, () => {
      const document = parseDocument(wrap(line), format);
      assert.deepEqual(
        document.blocks.map((block) => [block.kind, block.marker, block.text]),
        [
          ['paragraph', undefined, 'Here is what we do not collect:'],
          ['item', 'a.', 'Identifiers (names, e-mail addresses)'],
          ['item', 'b.', 'Biometric data'],
          ['item', 'c.', 'Inferences (about users)'],
          ['paragraph', undefined, 'Other Ways To Collect: Beyond these, we collect data when you call.'],
        ],
      );
      assert.equal(leadOf(document, 'Biometric'), 'Here is what we do not collect:');
      assert.equal(runInOf(document, 'Other Ways'), 'Other Ways To Collect');
    });

  it('may count with numbers, or with letters or numerals in brackets', () => {
    assert.deepEqual(outline('We collect: (1) names; (2) mails; and (3) cards.'), [
      'P We collect:',
      '(1) names;',
      '(2) mails; and',
      '(3) cards.',
    ]);
    assert.deepEqual(outline('We collect: (i) names, (ii) mails and (iii) cards.'), [
      'P We collect:',
      '(i) names,',
      '(ii) mails and',
      '(iii) cards.',
    ]);
    assert.deepEqual(outline('We collect: 1. Names. 2. Mails.'), ['P We collect:', '1. Names.', '2. Mails.']);
  });

  it('needs a colon and the right order', () => {
    for (const line of [
      'We may (a) keep or (b) erase your data.',
      'We do this: see step 1. Then go on to step 3. Then stop.',
      'Our shop: b. smith and a. jones run it.',
      'Article 6(1)(a) and (b) apply as follows: consent and contract.',
    ])
      assert.deepEqual(outline(line), [`P ${line}`]);
  });

  it('goes on from an item that a mark opened', () => {
    const document = parseDocument('We keep:\na. Names b. Mails\nc. Cards\n', 'plaintext');
    assert.deepEqual(
      document.blocks.map((block) => block.marker),
      [undefined, 'a.', 'b.', 'c.'],
    );
    assert.equal(leadOf(document, 'Mails'), 'We keep:');
  });
});

describe('a run-in heading', () => {
  const titled: [string, string][] = [
    ['Payment Data: In the shop, we take your card number.', 'Payment Data'],
    ['- Usage data: the pages that you visit', 'Usage data'],
    ['**Your rights.** You may ask us to erase your data.', 'Your rights'],
    ['**Device data** – the model of your phone', 'Device data'],
    ['- For legal reasons: We disclose data to courts.', 'For legal reasons'],
    ['- Right to Deletion. You can ask us to delete it.', 'Right to Deletion'],
  ];
  for (const [line, title] of titled)
    it(`is "${title}"`, () => assert.equal(runInOf(parseDocument(line, 'markdown'), ''), title));

  for (const line of [
    'We collect: your name and your address.',
    'These include: names.',
    'You can reach us at: Mill Road 12.',
    'For example: your name.',
    '**We never sell** your data.',
    'https://acme.example: our site.',
  ])
    it(`is not in "${line}"`, () => assert.equal(runInOf(parseDocument(line, 'markdown'), ''), undefined));

  it('in the middle of a line begins a paragraph', () => {
    assert.deepEqual(outline('We keep logs for a week. Account Data: You can change it at any time.'), [
      'P We keep logs for a week.',
      'P Account Data: You can change it at any time.',
    ]);
  });
});

describe('the lead of a list', () => {
  it('is the paragraph that announces it', () => {
    for (const lead of [
      'We collect:',
      'We collect the following.',
      'We collect data such as',
      'These are our purposes; they include –',
    ])
      assert.equal(leadOf(parseDocument(`${lead}\n\n- names\n\n\n- mails\n`, 'markdown'), 'mails'), lead);
  });

  it('is no finished sentence', () => {
    assert.equal(leadOf(parseDocument('We value your privacy.\n\n- names\n', 'markdown'), 'names'), undefined);
  });

  it('is a heading alone above it', () => {
    assert.equal(
      leadOf(parseDocument('## Data we do not collect\n\n- names\n', 'markdown'), 'names'),
      'Data we do not collect',
    );
  });

  it('is the item above for a nested list', () => {
    const document = parseDocument('We keep:\n\n- contact data\n  - mail\n- cards\n', 'markdown');
    assert.equal(leadOf(document, 'mail'), 'contact data');
    assert.equal(leadOf(document, 'cards'), 'We keep:');
  });

  it('leads the labels between it and the lists', () => {
    const document = parseDocument(
      'We share data with these partners:\n\nAdvertising Networks:\n\n- Ads Inc\n\nPayment Services:\n\n- Pay Ltd\n',
      'markdown',
    );
    assert.equal(leadOf(document, 'Pay Ltd'), 'Payment Services:');
    assert.equal(leadOf(document, 'Payment Services'), 'We share data with these partners:');
    assert.equal(leadOf(document, 'Advertising Networks'), 'We share data with these partners:');
  });

  it('leads the subheadings under it', () => {
    const document = parseDocument(
      '# Rights\n\nYou have these rights:\n\n## In Europe\n\n- access\n\n## In California\n\n- deletion\n',
      'markdown',
    );
    assert.equal(leadOf(document, 'In California'), 'You have these rights:');
  });
});

describe('a quote', () => {
  const quotes: [string, string[]][] = [
    ['See "Your choices" and “How we share”.', ['Your choices', 'How we share']],
    ["Our users' data and the company's 'Terms of Use' don't differ.", ['Terms of Use']],
    ['The ‘Do Not Track’ setting isn’t honoured.', ['Do Not Track']],
    ['Siehe «Vos droits» and „Ihre Rechte“.', ['Vos droits', 'Ihre Rechte']],
    ['A screen of 15" and 3\' or so.', []],
    ['An opening “quote that never ends', []],
  ];
  for (const [text, expected] of quotes)
    it(`is found in: ${text}`, () =>
      assert.deepEqual(spansOf(blockOf(parseDocument(text, 'markdown'), ''), 'quote'), expected));
});
