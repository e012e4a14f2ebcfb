import { strict as assert } from 'node:assert';
import { Progress } from '../../../server/src/cli/progress';

describe('progress of a long run', () => {
  function run(isTTY: boolean, steps: readonly (readonly [time: number, path: string])[], columns = 40): string[] {
    const written: string[] = [];
    let time = 0;
    const progress = new Progress({ isTTY, columns, write: (text) => written.push(text) }, () => time);
    for (const [at, path] of steps) {
      time = at;
      progress.step(path);
    }
    progress.clear();
    return written;
  }
  const clear = '\r\u001b[K';

  it('is shown on a terminal after a moment, and is gone at the end', () => {
    const written = run(true, [
      [100, 'a.md'],
      [1200, 'b.md'],
      [1250, 'c.md'],
      [1400, 'd.md'],
    ]);
    assert.deepEqual(written, [`${clear}2 files … b.md`, `${clear}4 files … d.md`, clear]);
  });

  it('keeps to one line', () => {
    const [line] = run(true, [[2000, `${'deep/'.repeat(20)}privacy.md`]]);
    assert.equal(line!.length - clear.length, 39);
  });

  it('is spared what is no terminal, and whoever does not have to wait', () => {
    assert.deepEqual(run(false, [[5000, 'a.md']]), []);
    assert.deepEqual(run(true, [[500, 'a.md']]), []);
  });
});
