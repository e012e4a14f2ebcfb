// npm run bench [--record] [--empty COMMAND]: how long the analysis takes on drafts of invented wording, from scratch and
// after a key, beside one pass of a tokenising regular expression in the same run. With --empty, keystroke to diagnostics
// over stdio too, beside the server that the command starts. --record adds a line to bench/history.ndjson.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, buildTests } from '../esbuild.js';
import { latencyOf } from './latency.mjs';

const { values } = parseArgs({
  options: { record: { type: 'boolean' }, empty: { type: 'string' }, only: { type: 'string' } },
});
const root = path.resolve(import.meta.dirname, '..');
const sizes = [10_000, 50_000, 100_000, 1_000_000].filter(
  (size) => !values.only || values.only.split(',').includes(String(size)),
);
const formats = /** @type {const} */ (['markdown', 'html', 'plaintext']);
const [entry] = await buildTests(['test/incremental/measure.ts']);

/** @type {Record<string, Record<string, number>>} */
const figures = {};
for (const format of formats) {
  for (const size of sizes) {
    // a process of its own, so that no draft pays for another's garbage
    const line = execFileSync(process.execPath, ['--expose-gc', entry, format, String(size)], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    figures[`${format} ${size}`] = JSON.parse(line);
  }
}
const columns = Object.keys(Object.values(figures)[0]);
console.log(['draft'.padEnd(20), ...columns.map((name) => name.padStart(14))].join(''));
for (const [name, row] of Object.entries(figures))
  console.log([name.padEnd(20), ...columns.map((column) => String(row[column]).padStart(14))].join(''));

if (values.empty) {
  await build({ production: true, quiet: true });
  console.log('\nkeystroke to diagnostics over stdio, ms      p50     p95  findings');
  for (const size of sizes) {
    const own = await latencyOf(entry, size, [process.execPath, path.join(root, 'dist/server.js'), '--stdio']);
    const empty = await latencyOf(entry, size, values.empty.split(' '));
    for (const [name, { p50, p95, findings }] of Object.entries({ own, empty }))
      console.log(
        `${String(size).padEnd(12)}${name.padEnd(28)}${p50.toFixed(2).padStart(8)}${p95.toFixed(2).padStart(8)}${String(findings).padStart(10)}`,
      );
    figures[`stdio ${size}`] = { p50: own.p50, p95: own.p95, timesEmpty: Number((own.p50 / empty.p50).toFixed(2)) };
  }
}

if (values.record) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: root }).trim();
  mkdirSync(path.join(root, 'bench'), { recursive: true });
  appendFileSync(
    path.join(root, 'bench/history.ndjson'),
    `${JSON.stringify({ commit, node: process.version, figures })}\n`,
  );
}
