import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { rules } from '../../server/src/analysis/rules/index';
import type { Rule } from '../../server/src/analysis/rules/types';
import { Output } from '../../server/src/cli/io';
import { main } from '../../server/src/cli/main';
import { draft } from '../protocol/texts';

const failing: Rule = {
  ...rules[0],
  id: 'consistency/failing',
  runs: undefined,
  severity: 'warning',
  // biome-ignore lint/correctness/useYield: it fails before
  *check() {
    throw new Error('a mistake in the rule');
  },
};

describe('a rule that throws', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
  const file = path.join(folder, 'privacy.md');
  before(() => {
    writeFileSync(file, draft);
    (rules as Rule[]).unshift(failing);
  });
  after(() => {
    (rules as Rule[]).shift();
    rmSync(folder, { recursive: true });
  });

  it('is named, and the rest still report', async () => {
    const said = { out: '', err: '' };
    const into = (name: keyof typeof said) =>
      new Output(
        new Writable({
          write(chunk, _, done) {
            said[name] += chunk;
            done();
          },
        }),
      );
    const terminal = { stdin: process.stdin, out: into('out'), err: into('err'), colours: false };
    const status = await main(['check', file, '--format', 'json', '--jobs', '1'], terminal);
    assert.equal(status, 2);
    assert.match(said.err, /the rule consistency\/failing failed and was left out: a mistake in the rule/);
    assert.ok(JSON.parse(said.out).documents[0].findings.length > 2);
  });
});
