// npm run fuzz -- [EDITS] [--seed N] [FOLDER]: edits drafts at random (generated ones, or those of a folder) and compares
// the analysis that goes on from the version before with one from scratch, after every edit.
import { parseArgs } from 'node:util';
import { buildTests } from '../esbuild.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const edits = Number(positionals.find((word) => /^\d+$/.test(word)) ?? 3000);
const folder = positionals.find((word) => !/^\d+$/.test(word));
const [entry] = await buildTests(['test/incremental/fuzz.ts']);
const { fuzz } = await import(entry);
fuzz(edits, Number(values.seed), folder, (/** @type {string} */ line) => console.log(line));
