import { analyze } from '../../server/src/analysis/analyze';
import type { DocumentFormat } from '../../server/src/analysis/document/types';
import { optimiseLate } from '../../server/src/v8Flags';
import { adversarialOf, draftOf } from './drafts';

const [format, size, what] = process.argv.slice(2) as [DocumentFormat, string, string | undefined];
const text = what === 'adversarial' ? adversarialOf(Number(size), format) : draftOf(Number(size), format);
optimiseLate(200_000); // as in the server
const options = { format, today: '2026-11-22' };
const tokens = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s]/gu;

/** Processor time, in milliseconds: other processes on the machine count less than by the clock. */
function timed(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

function figures(): Record<string, number> {
  // a long draft brings its own code up to speed, and takes seconds
  const isLong = text.length > 500_000;
  const rounds = isLong ? 1 : text.length > 50_000 ? 3 : 5;
  const regex: number[] = [];
  const cold: number[] = [];
  let now = text;
  let analysis = analyze(draftOf(20_000, format), options);
  for (let round = 0; round < rounds; round++) {
    regex.push(timed(() => [...text.matchAll(tokens)].length));
    cold.push(timed(() => (analysis = analyze(now, options))));
  }
  const keys: number[] = [];
  const typed = ' We may share it with a carrier.';
  for (const share of isLong || what === 'adversarial' ? [0.5] : [0.2, 0.8]) {
    let place = now.indexOf('. ', Math.floor(now.length * share)) + 1;
    for (const key of typed) {
      now = now.slice(0, place) + key + now.slice(place);
      place++;
      keys.push(timed(() => (analysis = analyze(now, options, analysis))));
    }
  }
  const round = (value: number) => Number(value.toFixed(2));
  const pass = at(regex, 0.5);
  return {
    'regex ms': round(pass),
    'cold ms': round(at(cold, 0.5)),
    'cold/regex': round(at(cold, 0.5) / pass),
    'µs per 1000': Math.round((at(cold, 0.5) / text.length) * 1e6),
    'key p50 ms': round(at(keys, 0.5)),
    'key p95 ms': round(at(keys, 0.95)),
    'key/regex': round(at(keys, 0.5) / pass),
    findings: analysis.findings.length,
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

process.stdout.write(what === 'draft' ? text : JSON.stringify(figures()));
