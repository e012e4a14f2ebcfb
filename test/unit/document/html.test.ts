import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { blockOf, leadOf, outline, spansOf } from './reading';

const page = (body: string) => outline(body, 'html');

describe('an HTML draft', () => {
  it('is headings, paragraphs and items, whatever elements they stand in', () => {
    assert.deepEqual(
      page(
        '<div><div>We collect <span>your</span> name.</div>Loose text<br>on two lines<br><br>and a new paragraph</div><h2>Data <i>we</i> keep</h2><ul><li>Name<li><p>E-mail</p><p>More.</p></ul>',
      ),
      [
        'P We collect your name.',
        'P Loose text on two lines',
        'P and a new paragraph',
        'H2 Data we keep',
        '- Name',
        '- E-mail',
        'P More.',
      ],
    );
  });

  it('leaves out what is not shown and what is no draft', () => {
    assert.deepEqual(
      page(`<head><title>T</title><style>a{}</style></head><body><header><a href="/">Acme</a><h1>Privacy Policy</h1><p>Menu</p></header>
        <nav><ul><li>Home</ul></nav><div class="cookie-banner">We use cookies. <p>Accept?</p></div><div id="onetrust-banner-sdk">x</div>
        <p>We keep logs.</p><script>if (a < b) sell()</script><template><p>No</p></template><noscript>No</noscript>
        <p hidden>No</p><p style="display: none">No</p><div aria-hidden="true"><p>No</p></div><p>And <span hidden>no</span>more.</p>
        <details><summary>Your rights</summary>You may ask.</details><button>OK</button><footer>© Acme</footer></body>`),
      ['H1 Privacy Policy', 'P We keep logs.', 'P And more.', 'H2 Your rights', 'P You may ask.'],
    );
  });

  it('keeps the date below the title in a header without navigation', () => {
    const header = (more: string) =>
      page(`<body><header><a href="/">Acme</a><h1>Privacy Policy</h1><p>Last updated: 3 May 2026</p>${more}</header>
        <p>We keep logs for a month.</p></body>`);
    assert.deepEqual(header(''), ['H1 Privacy Policy', 'P Last updated: 3 May 2026', 'P We keep logs for a month.']);
    assert.deepEqual(header('<nav><a href="/shop">Shop</a></nav>'), [
      'H1 Privacy Policy',
      'P We keep logs for a month.',
    ]);
  });

  it('keeps of a page’s footer whom readers ask about the policy, with its heading', () => {
    const footer = (text: string) =>
      page(
        `<body><h1>Privacy Policy</h1><p>We keep logs.</p><footer><h2>Contact</h2><p>${text}</p><p>© Acme</p></footer></body>`,
      ).slice(2);
    assert.deepEqual(footer('Questions about this policy? Write to <a href="mailto:a@acme.test">us</a>.'), [
      'H2 Contact',
      'P Questions about this policy? Write to us.',
    ]);
    assert.deepEqual(footer('<a href="/privacy">Privacy Policy</a> <a href="/contact">Contact</a>'), []);
    assert.deepEqual(footer('Acme, 1 Harbour Road.'), []);
    assert.deepEqual(footer('Blog Privacy Policy Contact'), []);
  });

  it('keeps header and footer of the text itself', () => {
    assert.deepEqual(
      page(
        '<main><header><p>By Acme.</p></header><p>We keep logs for a month.</p><footer>Written in May.</footer></main>',
      ),
      ['P By Acme.', 'P We keep logs for a month.', 'P Written in May.'],
    );
  });

  it('drops menus and banners of a saved page whose names are lost', () => {
    assert.deepEqual(
      page(`<div>Cookies are being used on our website. By continuing, you agree.</div><div>OK</div><div><a href="/a">Pricing</a></div>
        <h1>Privacy Policy</h1><p>Effective: May 2026</p><p>We collect names.</p><ul><li><a href="/t">Terms</a></li><li><a href="/s">Shop</a></li></ul><p>© 2026 Acme</p>`),
      ['H1 Privacy Policy', 'P Effective: May 2026', 'P We collect names.'],
    );
  });

  it('reads data tables by row and column, spans included', () => {
    const document = parseDocument(
      `<table><caption>What we collect:</caption><thead><tr><th>Category<th>Examples<th>Sold</thead>
       <tr><td rowspan=2>Contact<td><ul><li>name</li><li>phone</li></ul><td>No</tr><tr><td>mail<td>No</table>`,
      'html',
    );
    const table = blockOf(document, 'Category').cell?.table;
    assert.deepEqual(
      table?.rows.map((row) => row.map((cell) => cell?.text)),
      [
        ['Category', 'Examples', 'Sold'],
        ['Contact', 'name phone', 'No'],
        ['Contact', 'mail', 'No'],
      ],
    );
    assert.equal(table?.hasHeader, true);
    assert.equal(table?.lead?.text, 'What we collect:');
    assert.deepEqual(blockOf(document, 'name phone').breaks, [5]);
  });

  it('reads through a table that only lays out the page', () => {
    assert.deepEqual(page('<table><tr><td><h1>Privacy</h1><p>We keep logs.</p></table>'), [
      'H1 Privacy',
      'P We keep logs.',
    ]);
  });

  it('reads a definition list as terms with their definitions', () => {
    const document = parseDocument(
      '<p>We use:</p><dl><dt>Session cookies<dd>They end with your visit.<dt>Other<dd>They stay.</dl>',
      'html',
    );
    assert.equal(leadOf(document, 'Session'), 'We use:');
    assert.equal(leadOf(document, 'They end'), 'Session cookies');
    assert.equal(leadOf(document, 'They stay'), 'Other');
  });

  it('closes what the page forgot to close', () => {
    assert.deepEqual(page('<p>One<p>Two <b>bold<p>Three</b> end<ul><li>a<li>b<ul><li>c</ul></div>d'), [
      'P One',
      'P Two bold',
      'P Three end',
      '- a',
      '- b',
      '  - c',
      'P d',
    ]);
  });

  it('reads nothing of a tag that the end of the page cuts off', () => {
    for (const rest of ['</p and', '</p ', '<br /', '<a href="x', '<a title', '<!DOCTYPE'])
      assert.deepEqual(outline(`<p>We keep your name.${rest}`, 'html').slice(0, 1), ['P We keep your name.'], rest);
  });

  it('passes over what only resembles a comment', () => {
    const { comments } = parseDocument(
      '<!policy-linter-disable><p>We keep names.</p><!-- policy-linter-enable -->',
      'html',
    );
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['policy-linter-enable'],
    );
  });

  it('covers the element with the block, so that text can be set behind it', () => {
    const source = '<div>\n  <p class="x">We keep logs.</p>\n</div>';
    const [block] = parseDocument(source, 'html').blocks;
    assert.equal(source.slice(block.from, block.to), '<p class="x">We keep logs.</p>');
  });

  it('knows links, emphasis, anchors and directives', () => {
    const document = parseDocument(
      '<h2 id="r">Rights</h2><a name="s"></a><p>See <a href="#r">your <b>rights</b></a>.</p><!-- policy-linter-disable -->',
      'html',
    );
    const block = blockOf(document, 'See');
    assert.deepEqual(block.inline[0], { kind: 'link', start: 4, end: 15, target: '#r' });
    assert.deepEqual(spansOf(block, 'strong'), ['rights']);
    assert.deepEqual([...document.anchors], ['r', 's', 'rights']);
    assert.deepEqual(
      document.comments.map((comment) => comment.text),
      ['policy-linter-disable'],
    );
  });
});
