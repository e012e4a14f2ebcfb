import { strict as assert } from 'node:assert';
import manifest from '../../package.json';
import { draft } from '../protocol/texts';
import { Workspace } from './run';

const regimes =
  'gdpr,uk-gdpr,ccpa,caloppa,coppa,us-states,lgpd,pipeda,quebec-law25,australia-app,apple-app-store,google-play,general';

describe('policy-linter inspect', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.remove());

  const inspect = (args: string[]) => {
    const ran = workspace.run(['inspect', '--format', 'ndjson', ...args]);
    return {
      ...ran,
      lines: ran.out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    };
  };

  it('prints one line per document with what was read', () => {
    const { status, lines } = inspect(workspace.write('a.md', draft).write('b.md', draft) && ['a.md', 'b.md']);
    assert.equal(status, 0, 'findings do not matter here');
    assert.deepEqual(
      lines.map(({ path }) => path),
      ['a.md', 'b.md'],
    );
    const [{ sections, statements, retention, disclosures }] = lines;
    assert.deepEqual(
      sections.map(({ title, level }: { title: string; level: number }) => [title, level]),
      [
        ['Privacy Policy of Northwind Lamps', 1],
        ['What we collect', 2],
        ['What we do not collect', 2],
        ['How long we keep it', 2],
      ],
    );
    const denial = statements.find(({ polarity }: { polarity: string }) => polarity === 'denied');
    assert.equal(denial.text, 'We do not collect contact information.');
    assert.equal(denial.action, 'collect');
    const names = [
      'range',
      'text',
      'actor',
      'action',
      'polarity',
      'data',
      'recipients',
      'purposes',
      'conditions',
      'exceptions',
      'subject',
      'modality',
    ];
    assert.deepEqual(Object.keys(denial).slice(0, names.length), names);
    assert.equal(retention.length, 1);
    assert.equal(retention[0].text, 'We keep your personal data for as long as necessary for our purposes.');
    assert.ok(Array.isArray(disclosures));
  });

  it('accepts every regime and says which are not built', () => {
    const { status, lines, err } = inspect([workspace.write('a.md', draft) && 'a.md', '--regime', regimes]);
    assert.equal(status, 0);
    assert.deepEqual(lines[0].regimes.map(({ id }: { id: string }) => id).sort(), regimes.split(',').sort());
    assert.ok(lines[0].regimes.every(({ source }: { source: string }) => source === 'option'));
    for (const line of err.split('\n').filter(Boolean)) assert.match(line, /^The regime [a-z0-9-]+ is not built yet/);
  });

  it('ends with 2 when a file cannot be read', () => {
    const { status, lines, err } = inspect(['no.md', workspace.write('a.md', draft) && 'a.md']);
    assert.equal(status, 2);
    assert.equal(lines.length, 1);
    assert.match(err, /^no\.md: no such file or folder$/m);
  });
});

describe('policy-linter, asked about itself', () => {
  const workspace = new Workspace();
  after(() => workspace.remove());
  const run = (...args: string[]) => workspace.run(args);

  it('says how it is called', () => {
    assert.match(run('--help').out, /policy-linter check \[paths…\]/);
    assert.equal(run('--help').status, 0);
    assert.match(run('check', '--help').out, /--max-severity/);
    const silent = run();
    assert.equal(silent.status, 2);
    assert.match(silent.err, /policy-linter check/);
  });

  it('says its version', () => {
    assert.equal(run('--version').out, `${manifest.version}\n`);
  });

  it('lists its rules', () => {
    const { rules } = JSON.parse(run('rules', '--format', 'json').out);
    const rule = rules.find(({ id }: { id: string }) => id === 'placeholder/unfilled');
    assert.deepEqual(Object.keys(rule), ['id', 'aliases', 'severity', 'title', 'citations']);
    assert.equal(run('rules').out.trim().split('\n').length, rules.length);
  });

  it('explains a rule, and helps with a misspelt one', () => {
    assert.match(run('explain', 'placeholder/unfilled').out, /placeholder\/unfilled\b.+error/);
    assert.match(run('explain', 'CR-042').out, /consistency\/absolute-security/);
    assert.match(run('explain', 'disclosure/gdpr-retention-period').out, /GDPR/);
    const misspelt = run('explain', 'placeholder/unfiled');
    assert.equal(misspelt.status, 2);
    assert.match(misspelt.err, /Did you mean "placeholder\/unfilled"\?/);
  });
});
