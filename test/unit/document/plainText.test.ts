import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { leadOf, outline, runInOf } from './reading';

const plain = (source: string) => outline(source, 'plaintext');

describe('a plain text draft', () => {
  it('has headings without any mark', () => {
    assert.deepEqual(
      plain(`Privacy Policy of Acme

Information We Collect
We collect the data that you enter in our forms, and nothing else.

HOW WE USE DATA
We use it to answer you. What we promise, we keep to the letter.

Do we sell data?

We do not sell your data to anyone, whatever they offer to us.
`),
      [
        'H1 Privacy Policy of Acme',
        'H2 Information We Collect',
        'P We collect the data that you enter in our forms, and nothing else.',
        'H2 HOW WE USE DATA',
        'P We use it to answer you. What we promise, we keep to the letter.',
        'H2 Do we sell data?',
        'P We do not sell your data to anyone, whatever they offer to us.',
      ],
    );
  });

  it('takes no answer for a title that a table left behind when it lost its lines', () => {
    const below = 'We ask for your name when you register, and for nothing else besides.';
    assert.deepEqual(plain(`What we collect\n\nBiometric data\n\nNO\n\n${below}\n`), [
      'H1 What we collect',
      'H2 Biometric data',
      'P NO',
      `P ${below}`,
    ]);
    assert.deepEqual(plain(`What we collect\n\nBiometric data\n\nNo Sale of Data\n\n${below}\n`).slice(-2), [
      'H2 No Sale of Data',
      `P ${below}`,
    ]);
  });

  it('takes a number apart from other lines for that of a title, whatever its words', () => {
    assert.deepEqual(
      plain(`1. Members

We keep a register of members and send them the magazine every month.

2. Whether you must give us data
Whoever gives no address cannot become a member of the association.

3. This text

We announce changes in the magazine before they take effect.
`),
      [
        'H2 1. Members',
        'P We keep a register of members and send them the magazine every month.',
        'H2 2. Whether you must give us data',
        'P Whoever gives no address cannot become a member of the association.',
        'H2 3. This text',
        'P We announce changes in the magazine before they take effect.',
      ],
    );
    assert.deepEqual(
      plain(`We share data with:

1. This company, which hosts our site
2. That company, which prints our letters
`),
      ['P We share data with:', '1. This company, which hosts our site', '2. That company, which prints our letters'],
    );
  });

  it('tells numbered headings from numbered items', () => {
    assert.deepEqual(
      plain(`1. Your Choices
You have these choices at any time:
1. You can leave.
2. You can stay and write to us.

1.1 Marketing
We send letters only if you ask us to.
2. Contact
Write to us.
`),
      [
        'H2 1. Your Choices',
        'P You have these choices at any time:',
        '1. You can leave.',
        '2. You can stay and write to us.',
        'H3 1.1 Marketing',
        'P We send letters only if you ask us to.',
        'H2 2. Contact',
        'P Write to us.',
      ],
    );
  });

  it('joins what was wrapped by hand', () => {
    assert.deepEqual(
      plain(`We collect the name and the address that you give us when you order, and the
pages that you look at. We keep them for a year.
- the name of the person to whom the parcel is to be delivered, and of the person
  who pays
- the address

Our Promise
We sell nothing of it to anyone, and this will not change as long as the company
exists.
`),
      [
        'P We collect the name and the address that you give us when you order, and the pages that you look at. We keep them for a year.',
        '- the name of the person to whom the parcel is to be delivered, and of the person who pays',
        '- the address',
        'H2 Our Promise',
        'P We sell nothing of it to anyone, and this will not change as long as the company exists.',
      ],
    );
  });

  it('knows every kind of list mark', () => {
    const document = parseDocument(
      'We collect:\n\n\t•\tnames\n\n\t•\tmails\n\t\t–  work mail\n* cards\na) visa\nb) other\n(i) one\n(ii) two\n',
      'plaintext',
    );
    assert.deepEqual(
      document.blocks.map((block) => `${block.depth}${block.marker ?? ''} ${block.text}`),
      [
        '0 We collect:',
        '1• names',
        '1• mails',
        '2– work mail',
        '1* cards',
        '2a) visa',
        '2b) other',
        '3(i) one',
        '3(ii) two',
      ],
    );
    assert.equal(leadOf(document, 'mails'), 'We collect:');
  });

  it('trusts a letter only in its turn', () => {
    assert.deepEqual(plain('We do this.\n\nE. coli is not tracked by us, as anyone will tell you who has asked.\n'), [
      'P We do this.',
      'P E. coli is not tracked by us, as anyone will tell you who has asked.',
    ]);
  });

  it('reads lines without bullets after a colon as items', () => {
    const document = parseDocument(
      'We employ others in order:\n\nTo run the shop;\nTo answer you; or\nTo count visits.\nThey know your data. They must keep it secret.\n',
      'plaintext',
    );
    assert.equal(leadOf(document, 'To count'), 'We employ others in order:');
    assert.equal(leadOf(document, 'They know'), undefined);
  });

  it('takes no address for headings', () => {
    assert.deepEqual(
      plain(
        'Write to us.\n\nAcme Ltd\n12 Mill Road\nLeeds LS1 4DY\nUnited Kingdom\n\nWe answer within a week.\n',
      ).slice(1, 5),
      ['P Acme Ltd', 'P 12 Mill Road', 'P Leeds LS1 4DY', 'P United Kingdom'],
    );
  });

  it('lets a title stand before its colon', () => {
    const document = parseDocument(
      'Data Sharing:\n\nWe share data with partners.\n\nPayment Data: When you buy, we see your card.\n',
      'plaintext',
    );
    assert.equal(document.blocks[0].kind, 'heading');
    assert.equal(runInOf(document, 'Payment'), 'Payment Data');
  });

  it('reads tables drawn with bars or pasted with tabs', () => {
    for (const source of ['| Data | Sold |\n|------|------|\n| Name | No |\n', 'Data\tSold\nName\tNo\n']) {
      const table = parseDocument(source, 'plaintext').blocks[0].cell?.table;
      assert.deepEqual(
        table?.rows.map((row) => row.map((cell) => cell?.text)),
        [
          ['Data', 'Sold'],
          ['Name', 'No'],
        ],
        source,
      );
      assert.equal(table?.hasHeader, true);
    }
  });

  it('takes underlined lines for headings', () => {
    assert.deepEqual(plain('Privacy\n=======\nWe keep logs.\n\nRights\n------\nAsk us.'), [
      'H1 Privacy',
      'P We keep logs.',
      'H2 Rights',
      'P Ask us.',
    ]);
  });

  it('reads a text written in Markdown as such', () => {
    assert.deepEqual(plain('# Privacy\n\n## Data\n\nWe keep **logs**.\n'), [
      'H1 Privacy',
      'H2 Data',
      'P We keep logs.',
    ]);
  });

  it('finds the lines that pasting ran together', () => {
    const sentence =
      'We collect the data that you enter in our forms and use it to answer you, and for nothing else at all.';
    const [title, first] = plain(`PRIVACY POLICY  ${Array(8).fill(`Our Forms  ${sentence} ${sentence}`).join('  ')}`);
    assert.deepEqual([title, first], ['H1 PRIVACY POLICY', 'H2 Our Forms']);
  });

  it('takes directives from lines of their own', () => {
    const { comments, blocks } = parseDocument(
      '# policy-linter-disable retention/vague-period\nWe keep logs.\npolicy-linter-enable\n',
      'plaintext',
    );
    assert.deepEqual(
      comments.map((comment) => comment.text),
      ['policy-linter-disable retention/vague-period', 'policy-linter-enable'],
    );
    assert.deepEqual(
      blocks.map((block) => block.text),
      ['We keep logs.'],
    );
  });
});
