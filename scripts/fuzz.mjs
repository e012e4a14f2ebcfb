// npm run fuzz -- [--iterations N] [--seed N] [--target NAME]… [--failures FILE] [FOLDER]
// Changes drafts, project files, directives, baselines and messages at random, N times in all, and checks after every
// step what must hold whatever is read. With a folder: edits the drafts in it. Whoever sees a failure is told the seed that
// shows it again.
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildTests } from '../esbuild.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    iterations: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true },
    failures: { type: 'string' },
  },
});
const iterations = Number(values.iterations);
const seed = Number(values.seed);

if (positionals.length > 0) {
  const [entry] = await buildTests(['test/incremental/fuzz.ts']);
  const { fuzz } = await import(entry);
  fuzz(iterations, seed, positionals[0], (/** @type {string} */ line) => console.log(line));
} else {
  const [entry] = await buildTests(['test/fuzz/run.ts']);
  /** @type {typeof import('../test/fuzz/run.js')} */
  const { fuzz, targets } = await import(entry);
  const started = Date.now();
  let told = started;
  const tallies = await fuzz({
    iterations,
    seed,
    targets: targets.filter(({ name }) => values.target?.includes(name) ?? true),
    onFailure(failure) {
      if (values.failures) appendFileSync(values.failures, `${JSON.stringify(failure)}\n`);
      console.log(
        `FAILED ${failure.target}: npm run fuzz -- --target ${failure.target} --seed ${failure.seed} --iterations 1`,
      );
      console.log(`${failure.error}\ninput: ${JSON.stringify(failure.input)?.slice(0, 3000)}`);
    },
    onRound(_, done) {
      if (Date.now() - told < 30_000) return;
      told = Date.now();
      console.log(`${done} of ${iterations}, ${Math.round((done * 1000) / (told - started))} a second`);
    },
  });
  let failures = 0;
  for (const [name, tally] of tallies) {
    failures += tally.failures;
    console.log(
      `${name.padEnd(12)} ${String(tally.changes).padStart(8)} changes  ${tally.failures} failures  slowest step ${Math.round(tally.slowest)} ms`,
    );
  }
  process.exitCode = failures > 0 ? 1 : 0;
}
