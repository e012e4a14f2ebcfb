import assert from 'node:assert/strict';
import { NumberIndex, SpanIndex } from '../../../server/src/analysis/disclosures/places';
import { Versions } from '../../../server/src/analysis/disclosures/versions';
import { Collection, Comparison, selected } from '../../../server/src/analysis/kept';

describe('what is kept through the versions of a draft', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => ({ name }));

  it('looks only at members that a list did not have before', () => {
    const asked: string[] = [];
    const names = new Collection(({ name }: { name: string }) => {
      asked.push(name);
      return [name];
    });
    assert.deepEqual(names.of([a, b, c]), ['a', 'b', 'c']);
    assert.deepEqual(names.of([a, d, c]), ['a', 'd', 'c']);
    assert.deepEqual(names.of([a, c]), ['a', 'c']);
    assert.deepEqual(asked, ['a', 'b', 'c', 'd']);
  });

  it('gives the same list as long as the members give the same', () => {
    const vowels = new Collection(({ name }: { name: string }) => (name === 'a' ? [name] : []));
    const before = vowels.of([a, b]);
    assert.equal(vowels.of([a, c, d]), before);
    assert.notEqual(vowels.of([c]), before);
  });

  it('asks a member again when another one stands before it', () => {
    const pairs = new Collection((one: { name: string }, before?: { name: string }) => [`${before?.name}${one.name}`]);
    assert.deepEqual(pairs.of([a, b, c]), ['undefineda', 'ab', 'bc']);
    assert.deepEqual(pairs.of([a, c]), ['undefineda', 'ac']);
  });

  it('compares new members with all others, in order', () => {
    let compared = 0;
    const together = new Comparison((first: { name: string }, second: { name: string }) => {
      compared++;
      return first.name + second.name;
    });
    assert.deepEqual(together.of([a, b, c]), ['ab', 'ac', 'bc']);
    const after = together.of([a, d, c]);
    assert.deepEqual(after, ['ad', 'ac', 'dc']);
    assert.equal(compared, 5);
    assert.equal(together.of([a, d, c]), after);
  });

  it('computes again when a part is another object', () => {
    const draft = { document: { draft: {} }, list: ['x'] };
    let computed = 0;
    const length = selected(
      ({ list }: typeof draft) => [list],
      (list) => {
        computed++;
        return list.length;
      },
    );
    assert.deepEqual([length(draft), length(draft), length({ ...draft, list: ['x', 'y'] })], [1, 1, 2]);
    assert.equal(computed, 2);
  });

  it('tells what lies between two versions of a list', () => {
    const versions = new Versions();
    const first = versions.add([a, b, c]);
    versions.add([a, d, c]);
    versions.add([a, d, b, c]);
    assert.deepEqual(versions.since(first), { start: 1, removed: 1, added: 2 });
    for (let i = 0; i < 100; i++) versions.add(i % 2 === 0 ? [a] : [b]);
    assert.equal(versions.since(first), undefined);
  });
});

describe('places of concepts', () => {
  it('gives the spans of a concept in the order in which they were found', () => {
    const spans = SpanIndex.of([7, 3, 4, 2, 0, 0, 7, 1, 1]);
    assert.deepEqual(spans.get(7), [
      [3, 4],
      [1, 1],
    ]);
    assert.deepEqual([spans.has(2), spans.has(3), spans.get(3)], [true, false, undefined]);
    assert.deepEqual([...spans.concepts()], [2, 7]);
  });

  it('names each unit once', () => {
    const many = Array.from({ length: 200 }, (_, i) => [i % 3, i >> 1]).flat();
    const units = NumberIndex.of([...many, 9, 1, 9, 1, 9, 4]);
    assert.deepEqual(units.get(9), [1, 4]);
    assert.equal(units.get(0)?.length, 67);
    assert.deepEqual([...units.concepts()], [0, 1, 2, 9]);
  });
});
