import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { draft } from '../protocol/texts';
import { cli, Workspace } from './run';

describe('when something is wrong with the machine', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace().write('legal/privacy.md', draft);
  });
  afterEach(() => workspace.remove());

  it('links that lead to themselves are not followed, and named when they are asked for', () => {
    symlinkSync('.', path.join(workspace.folder, 'legal', 'again'));
    symlinkSync('loop.md', path.join(workspace.folder, 'legal', 'loop.md'));
    const { documents } = workspace.json(['legal']);
    assert.deepEqual(
      documents.map((document: { path: string }) => document.path),
      ['legal/privacy.md'],
    );
    const ran = workspace.run(['check', 'legal/loop.md', 'legal/privacy.md']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /legal\/loop\.md: a link that leads to itself/);
    assert.match(ran.out, /legal\/privacy\.md/);
  });

  for (const [death, reason] of [
    ["throw new Error('struck by lightning')", 'struck by lightning'],
    ['process.exit(3)', 'the thread ended'],
  ])
    it(`a thread that dies costs the draft that it was at: ${death}`, () => {
      const names = Array.from({ length: 40 }, (_, i) => `draft-${String(i).padStart(2, '0')}/privacy.md`);
      for (const name of names) workspace.write(name, draft);
      workspace.write(
        'death.cjs',
        `const files = require('node:fs/promises');
        const { readFile } = files;
        const { existsSync, writeFileSync } = require('node:fs');
        files.readFile = (name, ...rest) => {
          const [draft] = /draft-2\\d/.exec(name) ?? [];
          if (require('node:worker_threads').isMainThread || !draft || existsSync('struck')) return readFile(name, ...rest);
          writeFileSync('struck', draft);
          setImmediate(() => { ${death}; });
          return new Promise(() => {});
        };`,
      );
      const env = { NODE_OPTIONS: `--require ${path.join(workspace.folder, 'death.cjs')}` };
      const ran = workspace.run(['check', ...names, '--jobs', '2', '--format', 'json'], { env });
      const struck = readFileSync(path.join(workspace.folder, 'struck'), 'utf8');
      assert.equal(ran.status, 2);
      assert.match(ran.err, new RegExp(`${struck}/privacy\\.md: the check failed: ${reason}`));
      const checked = JSON.parse(ran.out).documents.map((document: { path: string }) => document.path);
      assert.deepEqual(
        checked,
        names.filter((name) => !name.includes(struck)),
      );
    });

  it('a project file extends nothing that a link leads to outside the workspace', () => {
    const elsewhere = new Workspace().write('secret.yml', 'rules:\n  retention: off\n');
    try {
      symlinkSync(path.join(elsewhere.folder, 'secret.yml'), path.join(workspace.folder, 'base.yml'));
      workspace.write('own.yml', 'rules:\n  retention: off\n');
      symlinkSync('own.yml', path.join(workspace.folder, 'linked.yml'));
      workspace.write('.policy-linter.yml', 'extends: base.yml\n');
      assert.match(workspace.run(['check', 'legal']).err, /"base\.yml" lies outside the workspace and is not read/);
      workspace.write('.policy-linter.yml', 'extends: linked.yml\n');
      assert.doesNotMatch(workspace.run(['check', 'legal']).err, /outside the workspace/);
    } finally {
      elsewhere.remove();
    }
  });

  it('a baseline in a folder where nothing can be written is named', () => {
    const ran = workspace.run(['check', 'legal', '--baseline', '/proc/known.json', '--update-baseline']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /^\/proc\/known\.json: cannot be written: .+; it is as it was\.$/m);
  });

  it('a full disk under the output is named', () => {
    const command = `"${process.execPath}" "${cli}" check legal --format json >/dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: workspace.folder, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.equal(stderr, 'policy-linter: the output cannot be written: no space left\n');
  });

  it('files that are gone by the time they are read are named, and the rest is checked', () => {
    workspace.write('list', 'legal/gone.md\nlegal/privacy.md\n');
    const ran = workspace.run(['check', '--files-from', 'list']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /legal\/gone\.md: no such file or folder/);
    assert.match(ran.out, /legal\/privacy\.md/);
  });

  it('a project file that multiplies its own words is refused at once', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`);
    workspace.write('.policy-linter.yml', `a0: &a0 word\n${levels.join('\n')}\nterms: *a30\nregimes: [gdpr]\n`);
    const ran = workspace.run(['check', 'legal']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /Aliases are not read here/);
    assert.match(ran.out, /legal\/privacy\.md/);
  }).timeout(20_000);
});
