import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { leadOf, outline, runInOf } from './reading';

describe('a title right above a sentence', () => {
  const source = `Privacy Notice

Whom we tell about you
We may pass your phone number on to:
- couriers
- our bank

4.2 Your choices
You may write to us, and we answer within a week.
`;

  it('is a heading where the draft marks none', () => {
    assert.deepEqual(outline(source), [
      'H1 Privacy Notice',
      'H2 Whom we tell about you',
      'P We may pass your phone number on to:',
      '- couriers',
      '- our bank',
      'H3 4.2 Your choices',
      'P You may write to us, and we answer within a week.',
    ]);
  });

  it('leaves each block with its own words, whatever ends the lines', () => {
    for (const text of [source, source.replaceAll('\n', '\r\n'), `\ufeff${source}`]) {
      const { blocks } = parseDocument(text, 'markdown');
      for (const { from, to, map, text: words } of blocks) {
        const { start, end } = map.range(0, words.length);
        assert.equal(text.slice(from + start, from + end), words);
        assert.ok(to >= from + end);
      }
    }
  });

  it('introduces no list itself', () => {
    assert.equal(leadOf(parseDocument(source, 'markdown'), 'couriers'), 'We may pass your phone number on to:');
  });

  it('is a run-in heading where the draft marks its headings', () => {
    const marked = `# Privacy\n\n## One\n\nText.\n\n## Two\n\nWhom we tell about you\nWe may pass it on to couriers.\n`;
    const document = parseDocument(marked, 'markdown');
    assert.equal(runInOf(document, 'Whom'), 'Whom we tell about you');
  });

  it('is a run-in heading in an item', () => {
    const document = parseDocument('# Privacy\n\n2. Your choices\nYou may write to us at any time.\n', 'markdown');
    assert.equal(runInOf(document, 'Your choices'), 'Your choices');
  });

  for (const [why, lines] of [
    ['is wrapped at a width', 'The Acme Shop and Its Many Brands\nMake privacy a part of\nall that they do.'],
    ['goes on below', 'The Acme Shop\nof Mill Road keeps your name and your address for a year.'],
    ['is part of an address', 'Acme Shop\nMill Road 12'],
    ['is a statement', 'We keep names\nWe keep them for as long as you have an account with our shop.'],
    ['is a date', 'Last updated May 2024\nWe keep your name and your address for as long as you like.'],
  ] as const)
    it(`is no line that ${why}`, () => {
      const { blocks } = parseDocument(`Privacy\n\n${lines}\n`, 'markdown');
      assert.deepEqual(
        blocks.slice(1).map(({ kind, runIn }) => [kind, runIn]),
        [['paragraph', undefined]],
      );
    });
});
