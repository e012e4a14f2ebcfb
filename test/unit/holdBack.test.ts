import { strict as assert } from 'node:assert';
import { type Found, holdBack, moved, type Typing } from '../../client/src/holdBack';

/** "We do not share data." at 0 to 22, somebody writes at its end. */
const sentence: Found = { rule: 'contradiction/sharing', start: 0, end: 22 };
const elsewhere: Found = { rule: 'retention/vague-period', start: 100, end: 120 };
const absence: Found = { rule: 'disclosure/gdpr-retention-period', start: 200, end: 210 };
const typing: Typing = { carets: [22], sinceEdit: 100, delay: 1000 };

const shownOf = (found: Found[], shown: Found[], moment: Typing) =>
  holdBack(found, shown, moment).show.map(({ rule }) => rule);

describe('holding back', () => {
  it('spares the words at the caret, not the rest of the draft', () => {
    assert.deepEqual(shownOf([sentence, elsewhere], [], typing), ['retention/vague-period']);
  });

  it('lets absences wait wherever they stand', () => {
    assert.deepEqual(shownOf([elsewhere, absence], [], typing), ['retention/vague-period']);
  });

  it('shows everything once typing has settled', () => {
    assert.equal(holdBack([sentence, elsewhere, absence], [], { ...typing, sinceEdit: 1000 }).held.length, 0);
  });

  it('shows everything when a document is opened', () => {
    const opened = { carets: [0], sinceEdit: Number.POSITIVE_INFINITY, delay: 1000 };
    assert.equal(holdBack([sentence, absence], [], opened).show.length, 2);
  });

  it('shows everything where there is no delay', () => {
    assert.equal(holdBack([sentence, absence], [], { ...typing, delay: 0 }).show.length, 2);
  });

  it('says what it holds back', () => {
    assert.deepEqual(holdBack([sentence, absence], [], typing), { show: [], held: [sentence, absence] });
  });

  it('holds back at every caret, and nowhere in a document that is not written in', () => {
    assert.deepEqual(shownOf([sentence, elsewhere], [], { ...typing, carets: [10, 110] }), []);
    assert.equal(shownOf([sentence, elsewhere], [], { ...typing, carets: [] }).length, 2);
  });

  it('leaves on the screen what is there, so that nothing flickers', () => {
    const longer = { ...sentence, end: 30 };
    assert.deepEqual(shownOf([longer, absence], [sentence, absence], { ...typing, carets: [30] }), [
      sentence.rule,
      absence.rule,
    ]);
  });

  it('keeps nothing that is no longer found', () => {
    assert.deepEqual(shownOf([], [sentence, absence], typing), []);
  });

  it('takes a finding of another rule for a new one', () => {
    assert.deepEqual(shownOf([{ ...sentence, rule: 'retention/vague-period' }], [sentence], typing), []);
  });
});

describe('what is shown moves with the text', () => {
  const found: Found = { rule: 'x', start: 10, end: 20 };
  const placeAfter = (offset: number, removed: number, inserted: number) => {
    const { start, end } = moved(found, { offset, removed, inserted });
    return [start, end];
  };

  it('by what is put before it', () => assert.deepEqual(placeAfter(0, 0, 5), [15, 25]));
  it('by what is taken away before it', () => assert.deepEqual(placeAfter(0, 4, 0), [6, 16]));
  it('grows by what is put into it', () => assert.deepEqual(placeAfter(15, 0, 3), [10, 23]));
  it('is not moved by what comes after it', () => assert.deepEqual(placeAfter(30, 2, 9), [10, 20]));
  it('shrinks with what is taken out of it', () => assert.deepEqual(placeAfter(12, 4, 0), [10, 16]));
  it('keeps what is left of it', () => {
    assert.deepEqual(placeAfter(5, 10, 0), [5, 10]);
    assert.deepEqual(placeAfter(15, 10, 0), [10, 15]);
    assert.deepEqual(placeAfter(5, 20, 2), [5, 7]);
  });
});
