import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findExecutable } from '../../scripts/executables.mjs';
import { Workspace } from '../cli/run';

const draft = `# Privacy Policy

Write to us at [insert address] about your personal data 📚.

We do not collect your email address.

We collect your email address.
`;
const fix = 'Take out “We do not collect your email address.”';

interface Shown {
  readonly rule?: string;
  readonly line: number;
  readonly message: string;
  readonly words?: string;
}

const neovim = findExecutable(['nvim']);
const emacs = findExecutable(['emacs']);
const hasEglot =
  emacs && spawnSync(emacs, ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]).status === 0;

/** An editor that is not there cannot be tested; whoever reads the results is told. */
function editorTests(name: string, found: boolean, needs: string, tests: () => void): void {
  if (found) describe(name, tests);
  else console.log(`NOT TESTED: ${name} was not found (${needs}).`);
}

/** Runs an editor over the draft, and reads what it says it shows. */
function run(program: string, args: readonly string[]): Record<'before' | 'after', Shown[] | undefined> {
  const workspace = new Workspace().write('privacy-policy.md', draft);
  const env = {
    ...process.env,
    NODE: process.execPath,
    SERVER: path.resolve('dist/server.js'),
    DRAFT: path.join(workspace.folder, 'privacy-policy.md'),
    FIX: fix,
  };
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 60_000 });
  workspace.remove();
  assert.equal(status, 0, stderr);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return Object.assign({}, ...lines.map((line) => JSON.parse(line)));
}

function assertFindings(shown: readonly Shown[] = []): void {
  const at = (line: number) => shown.find((each) => each.line === line);
  assert.match(at(3)?.message ?? '', /still waits to be filled in/);
  assert.equal(at(3)?.words, '[insert address]');
  assert.match(at(5)?.message ?? '', /is said not to be collected here/);
  assert.equal(at(5)?.words, 'We do not collect your email address');
}

editorTests('Neovim', neovim !== undefined, 'nvim', () => {
  it('shows what is found, and takes a fix', () => {
    const { before, after } = run(neovim!, ['--headless', '--clean', '-c', 'luafile test/editors/neovim.lua']);
    assertFindings(before);
    assert.ok(before?.some(({ rule }) => rule === 'contradiction/collection'));
    assert.ok(after && !after.some(({ rule }) => rule === 'contradiction/collection'));
  }).timeout(60_000);
});

editorTests('Emacs', hasEglot === true, 'emacs with Eglot: part of Emacs 29, elpa-eglot before', () => {
  it('shows what is found', () => {
    assertFindings(run(emacs!, ['--batch', '-l', 'test/editors/emacs.el']).before);
  }).timeout(60_000);
});
