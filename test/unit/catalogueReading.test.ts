import { strict as assert } from 'node:assert';
import {
  entry,
  flag,
  listOf,
  mapOf,
  number,
  oneOf,
  optional,
  orEmpty,
  part,
  readCatalogue,
  record,
  type Shape,
  someOf,
  text,
  textOr,
  wordLists,
  wordSetsOf,
} from '../../server/src/analysis/catalogue/read';

const file = (content: unknown) => ({ file: 'catalogue/words.yaml', content });
const read = <T>(content: unknown, shape: Shape<T>): T => readCatalogue(file(content), shape);

describe('reading a file of the catalogue', () => {
  it('gives what the reader asks for, and leaves the rest to others', () => {
    const content = { verbs: ['keep', 'store'], units: [{ name: 'day', hours: 24 }], other: 1 };
    const units = listOf(entry({ name: text, hours: number, isRough: optional(flag) }));
    assert.deepEqual(read(content, record({ units })), { units: [{ name: 'day', hours: 24 }] });
    assert.deepEqual(read(content, wordLists('verbs')), { verbs: ['keep', 'store'] });
    assert.deepEqual(wordSetsOf(file({ promise: content }), 'promise')('verbs'), new Set(['keep', 'store']));
  });

  it('takes what is left empty, and one text for what would say more', () => {
    assert.deepEqual(read({ cut: ['cuts', null] }, mapOf(listOf(orEmpty(text)))), { cut: ['cuts', undefined] });
    const terms = listOf(textOr(entry({ term: text })));
    assert.deepEqual(read(['name', { term: 'age' }], terms), ['name', { term: 'age' }]);
    assert.deepEqual(read({ eu: 'GDPR' }, someOf(['eu', 'uk'], text)), { eu: 'GDPR' });
  });

  const faults: readonly (readonly [what: string, read: () => unknown, said: string])[] = [
    ['a missing list', () => read({}, part('a.b', wordLists('c'))), 'a is missing; write a mapping there'],
    [
      'a list in a part',
      () => read({ a: {} }, part('a', wordLists('c'))),
      'a.c is missing; write a list of words there',
    ],
    [
      'a word that YAML reads as something else',
      () => read({ answers: ['yes', true] }, wordLists('answers')),
      'answers[1] is the boolean true; write a text (in quotes where YAML takes it for something else) there',
    ],
    ['one word for a list', () => read({ a: 'b' }, wordLists('a')), 'a is the text "b"; write a list of words there'],
    [
      'an unknown choice',
      () => read({ a: 'will' }, mapOf(oneOf('may', 'must'))),
      'a is the text "will"; write may or must there',
    ],
    ['an empty entry', () => read([null], listOf(entry({ id: text }))), '[0] is empty; write a mapping there'],
    [
      'a name written wrong',
      () => read({ term: 'age' }, entry({ terms: text })),
      'term is no name known here; write terms there',
    ],
    ['a list for a file', () => read([], mapOf(text)), 'the file is a list; write a mapping there'],
  ];
  for (const [what, reading, said] of faults)
    it(`names file, place and remedy: ${what}`, () => {
      assert.throws(reading, { message: `catalogue/words.yaml: ${said}` });
    });
});
