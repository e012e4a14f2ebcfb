import { strict as assert } from 'node:assert';
import { stepTowards } from '../../../server/src/drafts/steps';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `Line ${String(from + i).padStart(4, '0')}\n`).join('');

describe('steps through a long draft', () => {
  it('a short draft, and what an edit adds, is read at once', () => {
    assert.equal(stepTowards('One line.\n', '', 100), undefined);
    assert.equal(stepTowards(lines(0, 500), lines(0, 499), 100), undefined);
  });

  it('lead from the beginning to the end, cut at line ends', () => {
    const draft = lines(0, 100);
    const read: number[] = [];
    let before = '';
    for (let next = stepTowards(draft, before, 300); next; next = stepTowards(draft, before, 300)) {
      assert.ok(next.text.endsWith('\n') && draft.startsWith(next.text));
      assert.equal(next.remaining, draft.length - next.text.length);
      before = next.text;
      read.push(before.length);
    }
    assert.deepEqual(read, [310, 620, 930]);
  });

  it('go on where they were when something read already is edited', () => {
    const draft = `An edit. ${lines(0, 100)}`;
    const next = stepTowards(draft, lines(0, 50), 100);
    assert.equal(next?.text, draft.slice(0, 609));
  });

  it('take what is pasted into the middle bit by bit', () => {
    const draft = `${lines(0, 50)}${lines(1000, 1100)}${lines(50, 100)}`;
    const next = stepTowards(draft, lines(0, 100), 100);
    assert.ok(next && next.text.length < draft.length);
    assert.ok(next.text.startsWith(lines(0, 50) + lines(1000, 1010)) && next.text.endsWith(lines(51, 100)));
  });

  it('cut a single endless line anywhere', () => {
    const draft = 'word '.repeat(10_000);
    assert.equal(stepTowards(draft, '', 1000)?.text, draft.slice(0, 1000));
  });
});
