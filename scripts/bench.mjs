// npm run bench -- [--record] [--all] [--only SIZES] [--formats FORMATS] [--empty COMMAND] [--activation]
// How long the analysis takes on drafts of invented wording, from scratch and after a key, beside one pass of a
// tokenising regular expression; then what the server costs over stdio, beside a server that does nothing and gives as
// many findings, and how much the command line tool reads in a second. Markdown is measured at every size, the other
// formats, which differ from it by their parser alone, at a few; `--all` measures everything. Ratios of one run can be
// compared with those of another, milliseconds only on the same idle machine.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { build, buildTests, bundles } from '../esbuild.js';
import { latencyOf, startTimes } from './latency.mjs';

const { values } = parseArgs({
  options: {
    record: { type: 'boolean' },
    all: { type: 'boolean' },
    activation: { type: 'boolean' },
    empty: { type: 'string' },
    only: { type: 'string' },
    formats: { type: 'string', default: 'markdown,html,plaintext' },
  },
});
const root = path.resolve(import.meta.dirname, '..');
const sizes = values.only?.split(',').map(Number) ?? [10_000, 50_000, 100_000, 1_000_000];
const formats = values.formats.split(',');
/** Drafts made to be slow are long enough at 100 KB to show how time grows. */
const adversarialSizes = [sizes[0], values.all || values.only ? sizes.at(-1) : 100_000];
/** @param {string} format */
const sizesOf = (format) =>
  values.all || values.only || format === formats[0]
    ? sizes
    : sizes.filter((size) => size === 10_000 || size === 100_000);
const [entry] = await buildTests(['test/incremental/measure.ts']);
const scratch = mkdtempSync(path.join(tmpdir(), 'policy-linter-bench-'));
/** @type {Record<string, Record<string, number | undefined>>} */
const figures = {};

/** A process of its own, so that no draft pays for another's garbage. @param {string[]} args */
const measure = (...args) =>
  execFileSync(process.execPath, ['--expose-gc', entry, ...args], { encoding: 'utf8', maxBuffer: 1e8 });

/** @param {string} title @param {[string, Record<string, number | undefined>][]} rows */
function print(title, rows) {
  const columns = Object.keys(rows[0][1]);
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  console.log(`\n${title}`);
  console.log(''.padEnd(width) + columns.map((column) => column.padStart(column.length + 2)).join(''));
  for (const [name, row] of rows)
    console.log(name.padEnd(width) + columns.map((column) => show(row[column]).padStart(column.length + 2)).join(''));
}

const rounded = (/** @type {number} */ value) => Number(value.toFixed(value < 100 ? 2 : 0));
const show = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : String(rounded(value)));
const ratio = (/** @type {number | undefined} */ a, /** @type {number | undefined} */ b) =>
  a === undefined || !b ? undefined : rounded(a / b);

/** @type {[string, Record<string, number | undefined>][]} */
const analysis = [];
for (const format of formats)
  for (const shape of ['plain', 'adversarial'])
    for (const size of sizesOf(format)) {
      if (shape === 'adversarial' && !adversarialSizes.includes(size)) continue;
      const row = JSON.parse(measure(format, String(size), shape));
      const first = analysis.find(([name]) => name === `${format} ${shape} ${sizes[0]}`)?.[1] ?? row;
      row['per byte'] = ratio(row['µs per 1000'], first['µs per 1000']);
      analysis.push([`${format} ${shape} ${size}`, row]);
    }
print('Analysis (processor ms; per byte: against the smallest draft)', analysis);
for (const [name, row] of analysis) figures[`analysis ${name}`] = row;

await build({ production: true, quiet: true });
/** What is shipped. @type {[string, Record<string, number>][]} */
const shipped = bundles.map(({ name }) => {
  const content = readFileSync(path.join(root, 'dist', `${name}.js`));
  return [`${name}.js`, { KB: content.length / 1024, 'KB compressed': gzipSync(content).length / 1024 }];
});
print('Bundles', shipped);
figures.bundles = Object.fromEntries(shipped.map(([name, { KB }]) => [name, rounded(KB)]));

const own = [process.execPath, path.join(root, 'dist/server.js'), '--stdio'];
const emptyServer = path.join(scratch, 'empty-server.js');
await esbuild.build({
  entryPoints: [path.join(root, 'scripts/empty-server.mjs')],
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  outfile: emptyServer,
});
const empty = values.empty?.split(' ') ?? [process.execPath, emptyServer];
const [ownStart, emptyStart] = await startTimes([own, [process.execPath, emptyServer]]);
figures.start = { own: rounded(ownStart), 'empty, bundled': rounded(emptyStart), ratio: ratio(ownStart, emptyStart) };
print('Start of the process to the answer to “initialize” (ms)', [['', figures.start]]);

/** @type {[string, Record<string, number | undefined>][]} */
const served = [];
for (const format of formats)
  for (const size of sizesOf(format).slice(format === formats[0] ? 0 : -1)) {
    const draft = measure(format, String(size), 'draft');
    const ours = await latencyOf(draft, format, own);
    const theirs = await latencyOf(draft, format, [...empty, `--items=${ours.findings}`]);
    served.push([`${format} ${size}`, ours], ['  empty', theirs]);
    figures[`server ${format} ${size}`] = {
      ...Object.fromEntries(Object.entries(ours).map(([name, value]) => [name, value && rounded(value)])),
      'key p50 / empty': ratio(ours['key p50'], theirs['key p50']),
      'key p95 - empty': rounded((ours['key p95'] ?? 0) - (theirs['key p95'] ?? 0)),
    };
  }
print('The server over stdio, beside one that does nothing (ms)', served);
for (const [name, row] of Object.entries(figures).filter(([name]) => name.startsWith('server ')))
  console.log(
    `${name}: a key costs ${row['key p50 / empty']} times that, 95 % at most ${row['key p95 - empty']} ms more`,
  );

const corpus = Array.from({ length: 60 }, (_, i) => path.join(scratch, `privacy-policy-${i}.md`));
const draft = measure('markdown', '20000', 'draft');
for (const file of corpus) writeFileSync(file, draft);
const megabytes = corpus.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
/** Megabytes in a second. @param {number} jobs */
const throughput = (jobs) => {
  const started = performance.now();
  const arguments_ = ['dist/cli.js', 'check', '--jobs', String(jobs), '--format', 'json', ...corpus];
  spawnSync(process.execPath, arguments_, { cwd: root, maxBuffer: 1e9 });
  return (megabytes / (performance.now() - started)) * 1000;
};
const [one, two] = [throughput(1), throughput(2)];
figures.throughput = { 'one thread': rounded(one), 'two threads': rounded(two), ratio: ratio(two, one) };
print('The command line tool over many drafts (MB/s)', [['', figures.throughput]]);

if (values.activation) {
  const lines = execFileSync(process.execPath, [path.join(root, 'scripts/figures.mjs')], { encoding: 'utf8' });
  console.log(`\n${lines}`);
  figures.editor = { 'activation ms': Number(/activation.*?([\d.]+) ms/.exec(lines)?.[1]) };
}

rmSync(scratch, { recursive: true, force: true });
if (values.record) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: root }).trim();
  const load = loadavg().map(rounded);
  const line = JSON.stringify({ commit, date: new Date().toISOString(), node: process.version, load, figures });
  appendFileSync(path.join(root, 'scripts/bench-history.ndjson'), `${line}\n`);
}
