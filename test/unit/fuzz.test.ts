import { strict as assert } from 'node:assert';
import { type Failure, fuzz, targets } from '../fuzz/run';

describe('whatever others write', () => {
  for (const target of targets) {
    it(`is followed without a fault: ${target.name}`, async () => {
      const failures: Failure[] = [];
      const course = { iterations: 60, seed: 1, targets: [target] };
      const tallies = await fuzz({ ...course, onFailure: (failure) => failures.push(failure) });
      assert.deepEqual(failures, []);
      assert.ok(tallies.get(target.name)!.changes >= 60);
    });
  }

  it('that goes wrong is named with what shows it again', async () => {
    const failures: Failure[] = [];
    const broken = {
      name: 'broken',
      share: 1,
      round: async (_: unknown, watch: { made(changes: number, input: unknown): void }) => {
        watch.made(3, 'half a word');
        throw new Error('cannot be read');
      },
    };
    const course = { iterations: 5, seed: 7, targets: [broken] };
    const tallies = await fuzz({ ...course, onFailure: (failure) => failures.push(failure) });
    assert.deepEqual(
      failures.map(({ target, seed, input }) => [target, seed, input]),
      [
        ['broken', 7, 'half a word'],
        ['broken', 8, 'half a word'],
      ],
    );
    assert.match(failures[0].error, /cannot be read/);
    assert.deepEqual([tallies.get('broken')?.failures, tallies.get('broken')?.changes], [2, 6]);
  });
});
