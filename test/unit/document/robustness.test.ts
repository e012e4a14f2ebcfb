import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';

const formats: DocumentFormat[] = ['markdown', 'html', 'plaintext'];

describe('reading a draft that no one wrote', () => {
  const long: [string, string][] = [
    ['one line of words', 'We collect your name and your address, '.repeat(25_000)],
    ['one line of enumerations', `We collect: ${'a. names b. mails c. cards '.repeat(20_000)}`],
    ['one line of titles', 'Foo Bar: Baz and more. '.repeat(20_000)],
    ['quotation marks', '“"‘\'a '.repeat(80_000)],
    ['emphasis marks', '*a **b _c '.repeat(50_000)],
    ['brackets', '[a][b]( '.repeat(60_000)],
    ['open tags', '<div><b>'.repeat(60_000)],
    ['stray end tags', '<ul><li></div></span>'.repeat(20_000)],
    ['braces', '{/*{:{%'.repeat(60_000)],
    ['a list', '- item\n'.repeat(30_000)],
    ['leads without lists', 'Foo bar:\n'.repeat(20_000)],
  ];
  for (const [name, source] of long)
    it(`stays linear: ${name}`, () => {
      for (const format of formats) parseDocument(source, format);
    }).timeout(15_000);

  const deep: [string, string][] = [
    ['quotes', `${'> '.repeat(20_000)}a`],
    ['lists on one line', `${'- '.repeat(20_000)}a`],
    ['numbered lists on one line', `${'1. '.repeat(20_000)}a`],
    ['indented lists', Array.from({ length: 800 }, (_, i) => `${' '.repeat(2 * i)}- a\n`).join('')],
    ['emphasis', `${'*'.repeat(30_000)}a${'*'.repeat(30_000)}`],
    ['HTML lists', `${'<ul><li>'.repeat(30_000)}a`],
    ['HTML tables', `${'<table><tr><td>'.repeat(20_000)}a`],
  ];
  for (const [name, source] of deep)
    it(`survives deep nesting: ${name}`, () => {
      for (const format of formats) assert.ok(parseDocument(source, format).blocks.length > 0);
    }).timeout(15_000);

  it('finds nothing in nothing', () => {
    for (const format of formats)
      for (const source of ['', ' ', '\n\n', '\ufeff', '\u00a0\u00ad', '---\n---\n', '<p></p>', '<!--', '<']) {
        const { blocks, sections } = parseDocument(source, format);
        assert.equal(sections.length, blocks.length > 0 ? 1 : 0);
      }
  });
});
