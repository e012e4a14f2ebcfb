// node test/run.mjs SUITE… [WORD…] [--grep PATTERN] [--reporter NAME]
// Bundles and runs the test files of the named suites (only those whose path contains one of the words, if any are
// given) and ends with the line "N passed, N failed".
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

const require = createRequire(import.meta.url);
const { build, buildTests } = require('../esbuild.js');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The folders under test/ that a suite's files lie in. */
const suites = {
  unit: ['unit', 'fixtures'],
  protocol: ['protocol'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, reporter: { type: 'string', default: 'dot' } },
});
const wanted = positionals.filter((word) => word in suites || word === 'editor');
const words = positionals.filter((word) => !wanted.includes(word));
if (wanted.length === 0) {
  console.error(`name a suite: ${[...Object.keys(suites), 'editor'].join(', ')}`);
  process.exit(2);
}

function testFiles(folders) {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, 'test', folder), { recursive: true }).map((name) => path.join('test', folder, name)),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
}

async function runHere(suite) {
  const files = testFiles(suites[suite]);
  if (files.length === 0)
    throw new Error(`no test file in the suite ${suite}${words.length ? ` matches ${words.join(', ')}` : ''}`);
  await buildTests(files);
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: values.reporter,
    timeout: 20_000,
    grep: values.grep,
    forbidOnly: Boolean(process.env.CI),
    forbidPending: true,
  });
  for (const file of files) mocha.addFile(path.join(root, 'dist', file.replace(/\.ts$/, '.js')));
  console.log(`${suite}: ${files.length} files`);
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats.passes, failed }));
  });
}

process.setSourceMapsEnabled(true);
process.chdir(root);
const total = { passed: 0, failed: 0 };
for (const suite of wanted) {
  if (suite !== 'unit') await build({ quiet: true });
  const { passed, failed } =
    suite === 'editor' ? await (await import('./editor/run.mjs')).runEditorSuite(words) : await runHere(suite);
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
