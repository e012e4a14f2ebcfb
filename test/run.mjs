// node test/run.mjs SUITE… [WORD…] [--grep PATTERN] [--reporter NAME]
// Bundles and runs the test files of the named suites (only those whose path contains one of the words, if any are
// given) and ends with the line "N passed, N failed".
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { build, buildTests } from '../esbuild.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The folders under test/ that a suite's files lie in. @type {Record<string, string[]>} */
const suites = {
  unit: ['unit', 'fixtures'],
  protocol: ['protocol', 'cli', 'package'],
  editor: ['editor'],
  web: ['editor'],
  editors: ['editors'],
  webview: ['webview'],
};

/** Editor tests that VS Code for the Web runs too. */
const inWeb = /\/(activation|diagnostics|fixes|sameFindings|server|whileWriting|checklist)\.test\.ts$/;

/** Suites whose files share nothing, neither a window nor a browser. */
const sideBySide = new Set(['unit', 'protocol']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, reporter: { type: 'string' } },
});
const wanted = positionals.filter((word) => word in suites);
const words = positionals.filter((word) => !(word in suites));
if (wanted.length === 0) {
  console.error(`name a suite: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

/** @param {string} suite */
function testFiles(suite) {
  const files = suites[suite]
    .map((folder) => path.join('test', folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))))
    .filter((file) => file.endsWith('.test.ts') && (suite !== 'web' || inWeb.test(file)))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  // A suite that runs nothing must not look like one that passes.
  if (files.length === 0)
    throw new Error(`the suite ${suite} has no file${words.length ? ` for ${words.join(', ')}` : ''}`);
  return files.sort();
}

/**
 * @param {string[]} files
 * @param {boolean} parallel files side by side, each in a process of its own
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function runHere(files, parallel) {
  const { grep, reporter = 'dot' } = values;
  const shared = { parallel, jobs: 2 };
  const mocha = new Mocha({
    ui: 'bdd',
    reporter,
    timeout: 60_000,
    grep,
    forbidOnly: true,
    forbidPending: true,
    ...shared,
  });
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${error.message}`));
  });
}

/** @param {string[]} files */
async function runInEditor(files) {
  // What drives VS Code takes its time to load, and unit tests do without.
  const { runInVSCode } = await import('./editor/run.mjs');
  return runInVSCode(files, values.grep);
}

/** @param {string} suite @param {string[]} files */
async function runSuite(suite, files) {
  if (suite === 'web') {
    const { runInVSCodeWeb } = await import('./web/run.mjs');
    return runInVSCodeWeb(files, values.grep);
  }
  const bundled = await buildTests(files);
  return suite === 'editor' ? runInEditor(bundled) : runHere(bundled, sideBySide.has(suite));
}

process.setSourceMapsEnabled(true);
process.chdir(root);
/** @type {string[]} said again at the end, where the reports of later suites do not hide them */
const failures = [];
let passed = 0;
let failed = 0;
for (const suite of wanted) {
  console.log(`\n${suite} tests`);
  const files = testFiles(suite);
  if (suite !== 'unit') await build({ quiet: true });
  const result = await runSuite(suite, files);
  passed += result.passed;
  failed += result.failed;
}
if (passed + failed === 0) {
  // Tests that were not run must not look like ones that pass.
  console.error(values.grep ? `no test is called ${values.grep}` : 'no test was run');
  failed = 1;
}
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
// A failed test may leave a server running behind it, which would keep this process alive.
process.exit(failed > 0 ? 1 : 0);
