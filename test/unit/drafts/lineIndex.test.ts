import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../../server/src/drafts/lineIndex';

describe('line index', () => {
  it('counts lines that end with LF, CRLF and CR', () => {
    const lines = new LineIndex('a\nbc\r\nd\re');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(3), { line: 1, character: 1 });
    assert.deepEqual(lines.positionAt(6), { line: 2, character: 0 });
    assert.equal(lines.offsetAt({ line: 3, character: 1 }), 9);
  });

  it('counts UTF-16 code units', () => {
    assert.deepEqual(new LineIndex('📞 x').positionAt(3), { line: 0, character: 3 });
  });

  it('moves positions outside the text to the nearest place inside', () => {
    const lines = new LineIndex('ab\r\ncd');
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2, 'before the line end, not between CR and LF');
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 6);
    assert.equal(lines.offsetAt({ line: -1, character: 4 }), 0);
    assert.equal(lines.offsetAt({ line: 1, character: -4 }), 4);
    assert.equal(lines.offsetAt({ line: Number.NaN, character: 0 }), 0);
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
  });

  it('is after any edits what it would be if made afresh', () => {
    const random = randomNumbers(7);
    const pieces = ['', 'a', '\n', '\r', '\r\n', 'word and word', '\n\n\r\n\r', '📞'];
    const lines = new LineIndex('one\r\ntwo\nthree\rfour');
    for (let i = 0; i < 3000; i++) {
      const start = random(lines.text.length + 1);
      const end = Math.min(lines.text.length, start + random(6));
      lines.replace(start, end, pieces[random(pieces.length)] + pieces[random(pieces.length)]);
      const fresh = new LineIndex(lines.text);
      assert.equal(lines.lineCount, fresh.lineCount, JSON.stringify(lines.text));
      const offset = random(lines.text.length + 1);
      assert.deepEqual(lines.positionAt(offset), fresh.positionAt(offset));
      const reference = TextDocument.create('file:///x', 'x', 1, lines.text);
      assert.deepEqual(lines.positionAt(offset), afterLineEnd(reference, offset));
    }
  });
});

/** The reference never answers with a place behind a line's last character; ours says how far behind it is. */
function afterLineEnd(reference: TextDocument, offset: number) {
  const { line } = reference.positionAt(offset);
  return { line, character: offset - reference.offsetAt({ line, character: 0 }) };
}

/** Reproducible numbers below a limit (a linear congruential generator). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
