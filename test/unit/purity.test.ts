import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the linter says about a file of this content, were it part of the analysis. */
function lint(content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'purity-'));
  try {
    for (const file of ['biome.json', 'scripts/pure-analysis.grit']) cpSync(file, path.join(folder, file));
    mkdirSync(path.join(folder, 'server/src/analysis'), { recursive: true });
    writeFileSync(path.join(folder, 'server/src/analysis/probe.ts'), content);
    const biome = path.resolve('node_modules/.bin/biome');
    const run = spawnSync(biome, ['lint', '--vcs-enabled=false'], { cwd: folder, encoding: 'utf8' });
    return run.status === 0 ? '' : run.stdout + run.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the purity of the analysis is enforced by lint', () => {
  const impure: Record<string, string> = {
    'a Node module': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
    'the protocol': "import { Range } from 'vscode-languageserver-types';\nexport const a = Range;\n",
    'the server’s outer layers': "import { a } from '../lsp/server';\nexport const b = a;\n",
    'a clock': 'export const a = Date.now();\n',
    'the current date': 'export const a = new Date();\n',
    chance: 'export const a = Math.random();\n',
    'the network': "export const a = fetch('x');\n",
    'the process': 'export const a = process.env;\n',
  };
  for (const [what, content] of Object.entries(impure)) {
    it(`refuses ${what}`, () => {
      assert.match(lint(content), /The analysis (is|reads|never|gets)|nothing in the analysis/);
    });
  }

  it('accepts a date that was given', () => {
    assert.equal(lint('export const a = (given: string) => new Date(given).getTime();\n'), '');
  });
});
