import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { draft } from '../protocol/texts';
import { Workspace } from './run';

describe('policy-linter check --baseline', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace().write('legal/privacy.md', draft);
  });
  afterEach(() => workspace.remove());

  const check = (...args: string[]) =>
    workspace.run(['check', 'legal/privacy.md', '--baseline', 'known.json', ...args]);
  const file = () => readFileSync(path.join(workspace.folder, 'known.json'), 'utf8');

  it('reports only what is new, wherever known text has moved', () => {
    const written = check('--update-baseline');
    assert.equal(written.status, 0);
    assert.match(written.err, /^known\.json: \d+ findings written\.$/m);
    assert.equal(written.out, '');
    const quiet = check();
    assert.equal(quiet.status, 0);
    assert.match(quiet.err, /^Not reported: \d+ findings in the baseline known\.json\.$/m);
    workspace.write('legal/privacy.md', `${draft}\nWe keep your letters for as long as necessary for our purposes.\n`);
    const moved = check('--format', 'json');
    const [{ findings }] = JSON.parse(moved.out).documents;
    assert.deepEqual(
      findings.map(({ rule }: { rule: string }) => rule),
      ['retention/vague-period'],
    );
    assert.equal(check('--max-severity', 'hint').status, 1);
  });

  it('reports a known sentence that is there once more', () => {
    check('--update-baseline');
    const sentence = 'We keep your personal data for as long as necessary for our purposes.';
    workspace.write('legal/privacy.md', `${draft}\n${sentence}\n`);
    const [{ findings }] = JSON.parse(check('--format', 'json').out).documents;
    assert.equal(findings.filter(({ rule }: { rule: string }) => rule === 'retention/vague-period').length, 1);
  });

  it('is the same file for the same findings, and keeps those of other drafts', () => {
    workspace.write('other.md', draft);
    workspace.run(['check', 'other.md', 'legal/privacy.md', '--baseline', 'known.json', '--update-baseline']);
    const first = file();
    check('--update-baseline');
    assert.equal(file(), first);
    assert.deepEqual(Object.keys(JSON.parse(first).findings), ['legal/privacy.md', 'other.md']);
  });

  it('that is missing or none is named', () => {
    const missing = check();
    assert.equal(missing.status, 2);
    assert.match(missing.err, /--baseline known\.json: no such file or folder; --update-baseline writes it/);
    workspace.write('known.json', '{"version": 2}');
    assert.match(check().err, /not a baseline of this version/);
    assert.match(workspace.run(['check', '--update-baseline']).err, /--update-baseline needs the name of the file/);
  });

  it('that cannot be written is left as it was', () => {
    check('--update-baseline');
    const before = file();
    workspace.write('legal/privacy.md', draft.replace('as long as necessary', 'for ever'));
    const ran = workspace.run(['check', 'legal/privacy.md', '--baseline', 'known.json', '--update-baseline'], {
      fileSize: 0,
    });
    assert.equal(ran.status, 2);
    assert.match(ran.err, /known\.json: cannot be written: .*; it is as it was\./);
    assert.equal(file(), before);
    assert.deepEqual(
      readdirSync(workspace.folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('in a folder that is not there gives an error and no file', () => {
    const ran = workspace.run(['check', 'legal/privacy.md', '--baseline', 'gone/known.json', '--update-baseline']);
    assert.equal(ran.status, 2);
    assert.match(ran.err, /gone\/known\.json: cannot be written: no such file or folder/);
    assert.ok(!existsSync(path.join(workspace.folder, 'gone')));
  });
});

describe('policy-linter check --fix', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.remove());

  const old = '# Privacy Policy\r\n\r\nWe verify requests under 11 CCR § 999.308 of the CCPA regulations.\r\n';

  it('writes safe fixes, and nothing else', () => {
    workspace.write('privacy.md', `\ufeff${old}\r\n${draft.replaceAll('\n', '\r\n')}`);
    const ran = workspace.run(['check', 'privacy.md', '--fix', '--regime', 'ccpa', '--format', 'json']);
    const fixed = readFileSync(path.join(workspace.folder, 'privacy.md'), 'utf8');
    assert.match(ran.err, /^privacy\.md: 1 place fixed$/m);
    assert.equal(fixed, `\ufeff${old.replace('999.308', '7011')}\r\n${draft.replaceAll('\n', '\r\n')}`);
    const [{ findings }] = JSON.parse(ran.out).documents;
    assert.ok(findings.length > 0);
    assert.ok(!findings.some(({ rule }: { rule: string }) => rule === 'consistency/old-regulation-numbers'));
  });

  it('leaves a draft alone in which nothing can be fixed safely', () => {
    workspace.write('privacy.md', draft);
    chmodSync(path.join(workspace.folder, 'privacy.md'), 0o444);
    assert.equal(workspace.run(['check', 'privacy.md', '--fix']).status, 1);
    assert.equal(readFileSync(path.join(workspace.folder, 'privacy.md'), 'utf8'), draft);
  });

  it('cannot change standard input', () => {
    assert.match(workspace.run(['check', '-', '--fix'], { input: draft }).err, /--fix cannot change standard input/);
  });
});
