import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { blockOf, leadOf, outline, spansOf } from './reading';

describe('a Markdown draft', () => {
  it('is headings, paragraphs and nested items', () => {
    assert.deepEqual(
      outline(`# Privacy Policy

Setext heading
--------------
We collect *your* name
and your e-mail.

- account data
  - your name

  More about account data.
- payment data
1) first
`),
      [
        'H1 Privacy Policy',
        'H2 Setext heading',
        'P We collect your name and your e-mail.',
        '- account data',
        '  - your name',
        'P More about account data.',
        '- payment data',
        '1) first',
      ],
    );
  });

  it('keeps front matter apart', () => {
    const source = '---\nregimes: [gdpr]\n---\n# Privacy\n';
    const { frontMatter, blocks } = parseDocument(source, 'markdown');
    assert.equal(frontMatter?.text, 'regimes: [gdpr]\n');
    assert.equal(source.slice(frontMatter.range.start, frontMatter.range.end), frontMatter.text);
    assert.equal(source.slice(blocks[0].from, blocks[0].to), '# Privacy');
    assert.equal(parseDocument('---\n\nNo front matter, a line.\n\n---\n', 'markdown').frontMatter, undefined);
  });

  it('reads no code, comments, images, modules or template tags', () => {
    assert.deepEqual(
      outline(`import Note from './note'

We collect names.{/* to check */} <Note kind={'x'}>Careful.</Note>

\`\`\`
We sell everything.
\`\`\`

<!-- We sell it all. -->

    We sell this, too.

![We sell pictures](x.png)

{% include banner.html %} Hello {{ name }}.
`),
      ['P We collect names. Careful.', 'P Hello {{ name }}.'],
    );
  });

  it('takes brackets for a link only where a link is defined', () => {
    const document = parseDocument(
      '[Company Name] keeps [logs][2] and [files].\n\n[files]: https://f.example\n',
      'markdown',
    );
    const [block] = document.blocks;
    assert.equal(block.text, '[Company Name] keeps [logs][2] and files.');
    assert.deepEqual(spansOf(block, 'link'), ['files']);
  });

  it('reads the markup inside such brackets', () => {
    assert.deepEqual(outline('We are [**Company** &amp; Co], or [*x*][y].'), ['P We are [Company & Co], or [x][y].']);
  });

  it('knows where links lead', () => {
    const document = parseDocument(
      'See [our shop](https://shop.example "x"), <https://a.example> or b@c.example.',
      'markdown',
    );
    assert.deepEqual(
      document.blocks[0].inline.filter((span) => span.kind === 'link').map((span) => span.target),
      ['https://shop.example', 'https://a.example', 'mailto:b@c.example'],
    );
    assert.equal(document.blocks[0].text, 'See our shop, https://a.example or b@c.example.');
  });

  it('reads footnotes as blocks of their own', () => {
    const document = parseDocument(
      'We keep logs.[^1] For long.\n\n[^1]: Thirty days.\n    Or more.\n[^2]: Unused.\n',
      'markdown',
    );
    assert.equal(document.blocks[0].text, 'We keep logs. For long.');
    assert.deepEqual(
      document.blocks.map((block) => block.footnote),
      [undefined, '1', '2'],
    );
    assert.equal(document.blocks[1].text, 'Thirty days. Or more.');
    assert.deepEqual([...document.footnotes], ['1', '2']);
    const reference = document.blocks[0].inline.find((span) => span.kind === 'footnoteReference');
    assert.deepEqual([reference?.target, reference?.start], ['1', 13]);
  });

  it('reads tables by row and column, empty cells included', () => {
    const { blocks } = parseDocument(
      'We collect:\n\n| Data | Why | Sold |\n|---|---|---|\n| Name | | No |\n',
      'markdown',
    );
    const table = blockOf(parseDocument('x', 'markdown'), 'x').cell ?? blocks[1].cell?.table;
    assert.ok(table && 'rows' in table);
    assert.deepEqual(
      table.rows.map((row) => [0, 1, 2].map((column) => row[column]?.text)),
      [
        ['Data', 'Why', 'Sold'],
        ['Name', undefined, 'No'],
      ],
    );
    assert.equal(table.hasHeader, true);
    assert.equal(table.lead?.text, 'We collect:');
  });

  it('takes an empty header row for none', () => {
    const { blocks } = parseDocument('| | |\n|---|---|\n| Name | never sold |\n', 'markdown');
    assert.equal(blocks[0].cell?.table.hasHeader, false);
    assert.equal(blocks[0].cell?.row, 0);
  });

  it('reads HTML inside as HTML', () => {
    const document = parseDocument(
      '<div id="x">\n<p>We collect <b>names</b>.</p>\n<ul><li>a</li></ul></div>\n\nAnd <u>mail</u>.',
      'markdown',
    );
    assert.deepEqual(
      document.blocks.map((block) => `${block.kind} ${block.text}`),
      ['paragraph We collect names.', 'item a', 'paragraph And mail.'],
    );
    assert.ok(document.anchors.has('x'));
  });

  it('has the anchors that GitHub gives', () => {
    const { anchors } = parseDocument(
      '# What we don’t do!\n\n## Your rights & *choices*\n\n## Your rights & choices\n\n### Data {#data-we-keep}\n',
      'markdown',
    );
    assert.deepEqual(
      [...anchors],
      ['data-we-keep', 'what-we-dont-do', 'your-rights--choices', 'your-rights--choices-1', 'data'],
    );
  });

  it('finds directives in comments', () => {
    const { comments } = parseDocument(
      '<!-- policy-linter-disable-next-line contradiction/sale -->\nText <!-- a note --> here <!--policy-linter-enable-->\n\n[//]: # (policy-linter-disable)\n',
      'markdown',
    );
    assert.deepEqual(comments.map((comment) => comment.text).sort(), [
      'policy-linter-disable',
      'policy-linter-disable-next-line contradiction/sale',
      'policy-linter-enable',
    ]);
  });

  it('reads letters in brackets as items, though Markdown has no such list', () => {
    const document = parseDocument(
      'We collect data when you:\n\n(a) sign up; and\n\n(b) pay:\n\n(i) by card\n\n(ii) by cash\n\n(c) leave.\n\nThat is all.',
      'markdown',
    );
    assert.deepEqual(
      document.blocks.map((block) => [block.marker, block.depth]),
      [
        [undefined, 0],
        ['(a)', 1],
        ['(b)', 1],
        ['(i)', 2],
        ['(ii)', 2],
        ['(c)', 1],
        [undefined, 0],
      ],
    );
    assert.equal(leadOf(document, 'leave'), 'We collect data when you:');
    assert.equal(leadOf(document, 'by cash'), 'pay:');
  });

  it('takes a bold paragraph for a heading below the last marked one', () => {
    assert.deepEqual(
      outline('# Privacy\n\n## Data\n\n**Contact data**\n\nWe collect names.\n\n**Last updated: May 2026**\n\nEnd.'),
      ['H1 Privacy', 'H2 Data', 'H3 Contact data', 'P We collect names.', 'P Last updated: May 2026', 'P End.'],
    );
  });

  it('builds the tree of sections', () => {
    const { sections } = parseDocument('Before.\n\n# A\n\n## B\n\nb\n\n### C\n\n## D\n', 'markdown');
    assert.deepEqual(
      sections.map((section) => [
        section.title,
        section.level,
        section.parent?.title,
        section.children.map((child) => child.title),
      ]),
      [
        ['', 0, undefined, []],
        ['A', 1, undefined, ['B', 'D']],
        ['B', 2, 'A', ['C']],
        ['C', 3, 'B', []],
        ['D', 2, 'A', []],
      ],
    );
    assert.deepEqual(
      sections[2].blocks.map((block) => block.text),
      ['B', 'b'],
    );
  });

  it('reads elements indented inside others below an empty line, which site generators take for part of the page', () => {
    const page =
      '<div class="page">\n  <div>Legal</div>\n\n    <h2>Cookies</h2>\n    <p>We set no cookies.</p>\n\n    <p>We keep no logs.</p>\n</div>\n';
    const texts = (source: string) => parseDocument(source, 'markdown').blocks.map(({ text }) => text);
    assert.deepEqual(texts(page), ['Legal', 'Cookies', 'We set no cookies.', 'We keep no logs.']);
    assert.deepEqual(texts('Run this:\n\n    curl <address> | sh\n\nDone.\n'), ['Run this:', 'Done.']);
  });
});
