import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { draft, readme } from '../protocol/texts';
import { cli, Workspace } from './run';

const { bin, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the GitHub Action', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const check = action.runs.steps[1];
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace().write('legal/privacy.md', draft).write('README.md', readme);
  });
  afterEach(() => workspace.remove());

  /** Runs its last step as a runner would, every input at its default unless given. */
  function run(given: Record<string, string> = {}) {
    const input = (name: string) => given[name] ?? action.inputs[name].default;
    const env = Object.entries<string>(check.env).map(([name, value]) => [
      name,
      value
        .replace(/\$\{\{ inputs\.([a-z-]+) \}\}/, (_, name) => input(name))
        .replace(/\$\{\{ github\.action_path \}\}\/dist\/cli\.js/, cli),
    ]);
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', check.run], {
      cwd: workspace.folder,
      env: { PATH: process.env.PATH, ...Object.fromEntries(env) },
      encoding: 'utf8',
    });
  }

  it('marks findings on the lines of a pull request, and fails', () => {
    const { status, stdout, stderr } = run();
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^::error file=legal\/privacy\.md,line=3,.*title=placeholder\/unfilled::/m);
  });

  it('takes paths, one a line, and what is tolerated', () => {
    workspace.write('other notices/privacy.md', draft);
    const { status, stdout } = run({ paths: 'legal\nother notices\n', 'max-severity': 'error' });
    assert.equal(status, 0);
    assert.match(stdout, /file=other notices\/privacy\.md/);
  });

  it('writes a report for code scanning', () => {
    assert.equal(run({ format: 'sarif', output: 'report.sarif' }).status, 1);
    const { version } = JSON.parse(readFileSync(path.join(workspace.folder, 'report.sarif'), 'utf8'));
    assert.equal(version, '2.1.0');
  });

  it('runs nothing that an input says', () => {
    const { stderr } = run({ paths: '$(touch made); touch made' });
    assert.match(stderr, /touch made/);
    assert.equal(spawnSync('ls', [path.join(workspace.folder, 'made')]).status !== 0, true);
  });
});

describe('the pre-commit hook', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  it('runs the command line tool, which packing builds', () => {
    assert.equal(hook.entry.split(' ')[0], Object.keys(bin)[0]);
    assert.match(scripts.prepack, /esbuild/);
  });

  it('takes files that are policies by their names', () => {
    const files = new RegExp(hook.files.replace('(?i)', ''), 'i');
    for (const name of ['privacy.md', 'legal/Privacy-Policy.html', 'cookie_policy.txt']) assert.match(name, files);
    for (const name of ['README.md', 'privacy/index.ts', 'src/cookies.md']) assert.doesNotMatch(name, files);
  });
});
