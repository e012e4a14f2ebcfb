import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tree } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { parseDocument as parseHtml } from 'htmlparser2';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import type { DocumentFormat, PolicyDocument } from '../../../server/src/analysis/document/types';
import type { Edit } from '../../../server/src/analysis/finding';
import { readSuppressions } from '../../../server/src/analysis/suppression/coverage';
import { suppressAt, suppressInFile } from '../../../server/src/analysis/suppression/insertion';
import { snippetDefaults } from '../../fixtures/edits';

const formats: Record<string, DocumentFormat> = { '.md': 'markdown', '.html': 'html', '.txt': 'plaintext' };
const wish = { rule: 'retention/vague-period' };

const applied = (source: string, { range, newText }: Edit): string =>
  source.slice(0, range.start) + snippetDefaults(newText) + source.slice(range.end);

/** What a renderer of GitHub's Markdown makes of a text: its tree with the words in it, comments and blanks left out. */
function markdownTree(source: string): string[] {
  const parsed: Tree = parser.configure(GFM).parse(source);
  const nodes: string[] = [];
  parsed.iterate({
    enter: ({ name, node, from, to }) => {
      if (/^(?:Comment|CommentBlock|QuoteMark)$/.test(name)) return false;
      const leaf = !node.firstChild || name === 'Paragraph' || name === 'TableCell' || /Heading/.test(name);
      nodes.push(leaf ? `${name}: ${plain(source.slice(from, to))}` : name);
      return true;
    },
    leave: ({ name }) => {
      if (!/^(?:Comment|CommentBlock|QuoteMark)$/.test(name)) nodes.push(`/${name}`);
    },
  });
  return nodes;
}

const plain = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+(?=<)|(?<=>)\s+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

interface HtmlNode {
  type: string;
  name?: string;
  data?: string;
  attribs?: object;
  children?: HtmlNode[];
}

/** The document tree, without comments and with white space as browsers show it. */
function htmlTree(source: string): string[] {
  const nodes: string[] = [];
  const walk = (list: readonly HtmlNode[]) => {
    let text = '';
    const flush = () => {
      if (text.trim()) nodes.push(text.replace(/\s+/g, ' ').trim());
      text = '';
    };
    for (const node of list) {
      if (node.type === 'comment') continue;
      if (node.type === 'text') {
        text += node.data;
        continue;
      }
      flush();
      nodes.push(`<${node.name} ${JSON.stringify(node.attribs ?? {})}>`);
      walk(node.children ?? []);
      nodes.push(`</${node.name}>`);
    }
    flush();
  };
  walk(parseHtml(source).children as unknown as HtmlNode[]);
  return nodes;
}

/** How the linter itself reads the draft. */
function blocksOf({ blocks }: PolicyDocument): string[] {
  return blocks.map(({ kind, depth, level, marker, cell, text, lead, section }) =>
    [kind, depth, level, marker, cell && `${cell.row},${cell.column}`, section.title, lead?.text, text].join(' | '),
  );
}

function assertSame(before: string, after: string, format: DocumentFormat, what: string) {
  assert.deepEqual(blocksOf(parseDocument(after, format)), blocksOf(parseDocument(before, format)), what);
  if (format === 'markdown') assert.deepEqual(markdownTree(after), markdownTree(before), what);
  if (format === 'html') assert.deepEqual(htmlTree(after), htmlTree(before), what);
}

/** Suppresses every block of a draft, one at a time. */
function suppressEachBlock(source: string, format: DocumentFormat): { places: number; refused: number } {
  const document = parseDocument(source, format);
  let places = 0;
  let refused = 0;
  for (const block of document.blocks) {
    const words = block.map.range(0, 1);
    const edit = suppressAt(document, block.from + words.start, wish);
    if (!edit) {
      refused++;
      continue;
    }
    places++;
    const after = applied(source, edit);
    const what = `${JSON.stringify(edit)} for "${block.text.slice(0, 60)}"`;
    assertSame(source, after, format, what);
    const again = parseDocument(after, format);
    assert.equal(readSuppressions(again).length, readSuppressions(document).length + 1, what);
    const twin = again.blocks[block.index];
    const start = twin.from + twin.map.range(0, 1).start;
    const isCovered = readSuppressions(again).some(
      ({ covered: [range], reason }) => reason === '' && range?.start <= start && start < range.end,
    );
    assert.ok(isCovered, `not covered: ${what}\n${after}`);
  }
  return { places, refused };
}

describe('a comment that suppresses a finding', () => {
  const drafts: Record<string, [DocumentFormat, string]> = {
    'paragraphs and headings': [
      'markdown',
      '# Privacy\nWe keep data.\n\nWe keep it\nlong.\n\nTitle\n=====\n\n> Quoted words\n> go on.\n',
    ],
    'tight, loose, nested, numbered and quoted lists': [
      'markdown',
      'We keep:\n- names\n- addresses\n  - of the house\n  - of the shop\n- notes\n\nAnd:\n\n1. one\n\n   more of one\n\n2. two\n10. ten\n\n> - quoted\n> - again\n\n* - in one line\n* [ ] a task\n',
    ],
    'Markdown tables': [
      'markdown',
      '| Data | Kept |\n| --- | --- |\n| Name | long |\n| Mail | `x` |\n\nName | Kept\n---|---\nMail | long\n',
    ],
    'HTML inside Markdown': [
      'markdown',
      '<table>\n<tr><td>Name</td><td>long</td></tr>\n</table>\n\n<p>We keep it.</p>\n\n<div>\n\nWords\n\n</div>\n',
    ],
    'Windows line ends': [
      'markdown',
      '# Privacy\r\n\r\n- a name\r\n- a mail\r\n\r\n| Data | Kept |\r\n| --- | --- |\r\n| Name | long |\r\n',
    ],
    'a page': [
      'html',
      '<!DOCTYPE html><html><body>\n<h1>Privacy</h1>\n<p>We keep it.</p><p>And\nmore.</p>\n<ul>\n  <li>one\n  <li><p>two</p><ul><li>three</li></ul></li>\n</ul>\n<table><tr><th>Data</th><th>Kept</th></tr>\n<tr><td>Name</td><td><b>long</b></td></tr></table>\n<div>Loose words<br><br>and more</div>\n</body></html>\n',
    ],
    'plain text': [
      'plaintext',
      'PRIVACY POLICY\n\nWe keep your data for as long as we need it.\nWe collect the following:\n- names\n- addresses\n\n1. WHAT WE KEEP\n\nEverything.\n',
    ],
  };
  for (const [what, [format, source]] of Object.entries(drafts)) {
    it(`leaves ${what} as they are rendered`, () => {
      const { places, refused } = suppressEachBlock(source, format);
      assert.ok(places > 0);
      assert.equal(refused, 0);
    });
  }

  it('leaves every draft of the fixtures and examples as it is rendered', () => {
    const files = [...readdirSync('test/fixtures', { recursive: true }), ...readdirSync('examples')] as string[];
    let places = 0;
    let refused = 0;
    for (const name of files.filter((file) => path.extname(file) in formats && path.basename(file) !== 'README.md')) {
      const file = readdirSync('examples').includes(name)
        ? path.join('examples', name)
        : path.join('test/fixtures', name);
      const source = readFileSync(file, 'utf8').replace(/^\s*\^+.*\n/gm, '');
      try {
        const each = suppressEachBlock(source, formats[path.extname(file)]);
        places += each.places;
        refused += each.refused;
        const document = parseDocument(source, formats[path.extname(file)]);
        const edit = suppressInFile(document, wish);
        if (edit) assertSame(source, applied(source, edit), document.format, JSON.stringify(edit));
      } catch (error) {
        throw Object.assign(error as Error, { message: `${file}: ${(error as Error).message}` });
      }
    }
    assert.ok(places > 1000 && refused < places / 50, `${places} places, ${refused} refused`);
  });
});
