import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { draft, readme } from '../protocol/texts';
import { cli, Workspace } from './run';

describe('the output of policy-linter check', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.remove());

  it('for people counts lines from one and says what was checked', () => {
    const ran = workspace.write('privacy.md', draft).run(['check', 'privacy.md']);
    assert.match(ran.out, /^privacy\.md\n(?: {2}.+\n)* {2}3:\d+ +error +.+ placeholder\/unfilled$/m);
    assert.match(ran.out, /\n1 document checked: \d+ errors?/);
    assert.ok(!ran.out.includes('\u001b['));
  });

  it('is coloured on demand, unless NO_COLOR is set', () => {
    workspace.write('privacy.md', draft);
    assert.ok(workspace.run(['check', 'privacy.md'], { env: { FORCE_COLOR: '1' } }).out.includes('\u001b[31merror'));
    const ran = workspace.run(['check', 'privacy.md'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    assert.ok(!ran.out.includes('\u001b['));
  });

  it('of any size arrives whole through a pipe', () => {
    workspace.write('privacy.md', draft).write('list.txt', 'privacy.md\n'.repeat(2000));
    const { documents } = workspace.json(['--files-from', 'list.txt']);
    assert.equal(documents.length, 2000);
    assert.deepEqual(documents[1999], documents[0]);
  });

  it('may be cut off by its reader', () => {
    workspace.write('privacy.md', draft).write('list.txt', 'privacy.md\n'.repeat(2000));
    const command = `"${process.execPath}" "${cli}" check --format json --files-from list.txt | head -c 100`;
    const ran = spawnSync('sh', ['-c', command], { cwd: workspace.folder, encoding: 'utf8' });
    assert.equal(ran.stdout.length, 100);
    assert.equal(ran.stderr, '');
  });

  it('for GitHub is one annotation per finding', () => {
    const { out } = workspace.write('privacy.md', draft).run(['check', '--format', 'github', 'privacy.md']);
    assert.match(
      out,
      /^::error file=privacy\.md,line=3,endLine=3,col=\d+,endColumn=\d+,title=placeholder\/unfilled::.+$/m,
    );
  });

  it('as JUnit has a suite per document', () => {
    workspace.write('privacy.md', draft).write('README.md', readme);
    const { out } = workspace.run(['check', '--format', 'junit', '.']);
    assert.match(out, /<testsuite name="privacy\.md" tests="\d+" failures="\d+"/);
    assert.match(out, /<testcase classname="README\.md" name="not checked"><skipped message="[^"]+"\/>/);
  });

  it('as SARIF names rules, places and replacements', () => {
    const { out } = workspace
      .write('my privacy.md', draft)
      .run(['check', '--format', 'sarif', 'my privacy.md', 'no.md']);
    const { version, runs } = JSON.parse(out);
    assert.equal(version, '2.1.0');
    const [{ tool, results, invocations }] = runs;
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    const [{ physicalLocation }] = results[0].locations;
    assert.equal(physicalLocation.artifactLocation.uri, 'my%20privacy.md');
    assert.ok(physicalLocation.region.startLine >= 1);
    assert.equal(invocations[0].executionSuccessful, false);
  });
});
