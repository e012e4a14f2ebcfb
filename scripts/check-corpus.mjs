// node scripts/check-corpus.mjs PATH… [--cli FILE]
// Runs the built command line tool over folders of real policies, all files in one process, and verifies
// what a reader of its output relies on: no crash, every range lies in its file, and the words that a range covers,
// reduced to reading text, occur in the `text` beside it. Ends with status 1 when something does not hold.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DomUtils, parseDocument } from 'htmlparser2';

// biome-ignore lint/performance/useDomNodeTextContent: this is htmlparser2's, which leaves scripts and styles out
const { innerText } = DomUtils;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: 'string', default: 'dist/cli.js' }, today: { type: 'string', default: '2026-01-01' } },
});
if (positionals.length === 0) {
  console.error('name the folders to check');
  process.exit(2);
}

const files = positionals.flatMap(filesIn).filter((file) => /\.(md|mdx|html?|txt)$/i.test(file));
/** @type {string[]} */
const problems = [];
let places = 0;
/** Of the text that was looked at last. @type {{ text: string, starts: number[] }} */
let lines = { text: '', starts: [0] };

const started = performance.now();
const checked = run('check', '--format', 'json');
const seconds = (performance.now() - started) / 1000;
for (const { path: file, findings } of JSON.parse(checked).documents) {
  const text = read(file);
  for (const finding of findings) {
    verify(file, text, finding, finding.rule);
    for (const related of finding.related) {
      if (related.path === file) verify(file, text, related, `${finding.rule}, related`);
    }
    for (const { edits, title } of finding.fixes) verifyEdits(file, text, edits, `${finding.rule}, fix "${title}"`);
  }
}
let statements = 0;
for (const line of run('inspect', '--format', 'ndjson').split('\n').filter(Boolean)) {
  const { path: file, sections, statements: read_, retention, disclosures } = JSON.parse(line);
  const text = read(file);
  statements += read_.length;
  for (const section of sections) verify(file, text, { ...section, text: section.title }, 'section');
  for (const statement of read_) verify(file, text, statement, `statement ${statement.action}`);
  for (const entry of retention) verify(file, text, entry, `retention ${entry.class}`);
  for (const { id, ranges } of disclosures) for (const range of ranges) slice(file, text, range, `disclosure ${id}`);
}

for (const problem of problems.slice(0, 50)) console.error(problem);
const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
const speed = (bytes / 1e6 / seconds).toFixed(2);
console.log(
  `${files.length} files, ${statements} statements, ${places} places, ${problems.length} problems; ${speed} MB/s`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

/** @param {string} given @returns {string[]} */
function filesIn(given) {
  if (!statSync(given).isDirectory()) return [given];
  const names = readdirSync(given, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => path.join(given, name)).filter((file) => statSync(file).isFile());
}

/** @param {string[]} args */
function run(...args) {
  const all = [values.cli, ...args, '--today', values.today, '--files-from', '-'];
  const done = spawnSync(process.execPath, all, { input: files.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 31 - 1 });
  if (done.status === null || done.status === 2) problems.push(`${args[0]} ended with ${done.status ?? done.signal}`);
  for (const line of done.stderr.split('\n')) if (/failed/.test(line)) problems.push(line);
  return done.stdout;
}

/** As the command line tool reads it. @param {string} file */
function read(file) {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/**
 * @param {string} file
 * @param {string} text
 * @param {{ range: any, text: string }} place
 * @param {string} what
 */
function verify(file, text, place, what) {
  places++;
  const source = slice(file, text, place.range, what);
  if (source === undefined) return;
  if (!place.text) report(file, place.range, what, 'has no text');
  const words = lettersOf(readingText(file, source));
  if (words === '' && source !== '') return;
  if (!lettersOf(place.text).includes(words)) {
    report(file, place.range, what, `covers "${source.slice(0, 120)}", which is not in "${place.text.slice(0, 160)}"`);
  }
}

/** @param {string} file @param {string} text @param {any[]} edits @param {string} what */
function verifyEdits(file, text, edits, what) {
  const ranges = edits.map(({ range }) => [offsetAt(text, range.start), offsetAt(text, range.end)]);
  for (const { range } of edits) slice(file, text, range, what);
  ranges.sort(([a], [b]) => Number(a) - Number(b));
  for (let i = 1; i < ranges.length; i++) {
    if (Number(ranges[i][0]) < Number(ranges[i - 1][1])) report(file, edits[0].range, what, 'has edits that overlap');
  }
}

/** @param {string} file @param {string} text @param {any} range @param {string} what */
function slice(file, text, range, what) {
  const start = offsetAt(text, range.start);
  const end = offsetAt(text, range.end);
  if (start === undefined || end === undefined || start > end) {
    report(file, range, what, 'lies outside the file');
    return undefined;
  }
  return text.slice(start, end);
}

/** Undefined for a position that the text does not have. @param {string} text @param {{ line: number, character: number }} position */
function offsetAt(text, { line, character }) {
  const start = lineStarts(text)[line];
  if (start === undefined) return undefined;
  const next = lineStarts(text)[line + 1] ?? text.length + 1;
  return start + character < next ? start + character : undefined;
}

/** @param {string} text */
function lineStarts(text) {
  if (lines.text !== text) {
    lines = { text, starts: [0] };
    for (const match of text.matchAll(/\r\n|\n|\r/g)) lines.starts.push(match.index + match[0].length);
  }
  return lines.starts;
}

/** Markup removed and entities decoded. @param {string} file @param {string} source */
function readingText(file, source) {
  if (/\.txt$/i.test(file)) return source;
  const withoutLinks = /\.mdx?$/i.test(file)
    ? source
        .replace(/\]\((?:[^()]|\([^()]*\))*\)/g, ']')
        .replace(/\]\[[^\]]*\]/g, ']')
        .replace(/\[\^[^\]]*\]/g, '')
    : source;
  return innerText(parseDocument(withoutLinks.replace(/<(https?:[^>]*)>/g, '$1')));
}

/** What remains comparable whatever white space, marks and signs were dropped. @param {string} text */
function lettersOf(text) {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** @param {string} file @param {any} range @param {string} what @param {string} problem */
function report(file, range, what, problem) {
  problems.push(`${file}:${range.start.line + 1}:${range.start.character + 1}: ${what} ${problem}`);
}
