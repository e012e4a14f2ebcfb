import { strict as assert } from 'node:assert';
import { analysisOptions } from '../../../server/src/config/analysisOptions';
import { problemsOn } from '../../../server/src/config/expiry';
import { pathRuling } from '../../../server/src/config/paths';
import { ProjectConfigurations } from '../../../server/src/config/projectConfigurations';
import { resolvedConfiguration } from '../../../server/src/config/resolved';

const vocabulary = {
  ruleIds: new Set(['retention/vague-period']),
  ruleFamilies: new Set(['retention']),
  ruleAliases: new Map(),
  facts: new Set(['sells']),
  dataTypes: new Set(['account', 'location']),
  roles: new Set(['analytics', 'hosting']),
};

/** Project files by path below file:///w/, of which file:///w/site/ is the open folder. */
function project(files: Record<string, string>, uri = 'file:///w/site/legal/privacy.md') {
  const readText = async (address: string) => files[address.replace('file:///w/', '')];
  return new ProjectConfigurations(
    { readText },
    async () => vocabulary,
    () => ['file:///w/site/'],
  ).nearest(uri);
}

describe('the project file of a draft', () => {
  it('counts terms and companies of one’s own, and names unknown types', async () => {
    const found = (await project({
      'site/.policy-linter.yml':
        'terms:\n  shoe size: [account, location]\n  hat size: acount\ncompanies: {Northwind Mail: hosting}\n',
    }))!;
    assert.deepEqual(found.terms.get('shoe size')?.value, ['account', 'location']);
    assert.deepEqual(found.companies.get('Northwind Mail'), {
      value: ['hosting'],
      origin: { uri: found.uri, line: 3 },
    });
    assert.match(found.problems[0].message, /^Unknown data type "acount"\. Did you mean "account"\?/);
  });

  it('extends another file in the workspace, which it overrides', async () => {
    const found = (await project({
      'site/legal/.policy-linter.yml': 'extends: ../base.yml\nfacts: {sells: true}\n',
      'site/base.yml': 'regimes: [gdpr]\nfacts: {sells: false}\nrules: {retention: off}\n',
    }))!;
    assert.deepEqual(found.problems, []);
    assert.deepEqual([found.regimes?.value, found.facts.get('sells')?.value], [['gdpr'], true]);
    assert.deepEqual(found.rules.get('retention')?.origin, { uri: 'file:///w/site/base.yml', line: 2 });
  });

  for (const [what, path, message] of [
    ['outside the workspace', '../../other.yml', /lies outside the workspace/],
    ['by an address', 'https://a.test/x.yml', /lies outside the workspace/],
    ['by an absolute path', '/etc/passwd', /lies outside the workspace/],
    ['that is not there', 'gone.yml', /cannot be read/],
    ['that is itself', '.policy-linter.yml', /extends this file itself/],
  ] as const) {
    it(`does not extend a file ${what}`, async () => {
      const found = (await project({
        'site/legal/.policy-linter.yml': `extends: ${path}\n`,
        'other.yml': 'regimes: [gdpr]',
      }))!;
      assert.match(found.problems[0].message, message);
      assert.equal(found.regimes, undefined);
    });
  }

  it('says which paths are checked or left out', async () => {
    const found = await project({
      'site/.policy-linter.yml': 'paths:\n  include: [notice.md]\n  exclude: ["old/**", "*.draft.md", archive/]\n',
    });
    const ruling = (path: string) => pathRuling(found, `file:///w/site/${path}`);
    assert.deepEqual(
      [
        'notice.md',
        'legal/notice.md',
        'old/a/notice.md',
        'x/b.draft.md',
        'archive/c.md',
        'x/archive/c.md',
        'privacy.md',
      ].map(ruling),
      ['included', 'included', 'excluded', 'excluded', 'excluded', undefined, undefined],
    );
  });

  it('suppresses rules at paths, with a reason, for a time', async () => {
    const found = (await project({
      'site/.policy-linter.yml': [
        'suppress:',
        '  - {rule: retention, path: legal/*.md, reason: agreed, until: 2026-01-31}',
        '  - {rule: retention/vague-period, path: other/**, reason: agreed}',
        '  - {rule: retention/vague-period}',
        '  - {rule: retention/vague-perod, reason: agreed}',
      ].join('\n'),
    }))!;
    const { suppressions = [] } = analysisOptions('markdown', found, { uri: 'file:///w/site/legal/privacy.md' });
    assert.deepEqual(
      suppressions.map(({ rule, until }) => [rule, until]),
      [['retention', '2026-01-31']],
    );
    const [first, second, third] = problemsOn('2026-02-01', found);
    assert.match(first.message, /Add a "reason"/);
    assert.match(second.message, /Unknown rule "retention\/vague-perod"/);
    assert.ok(third.isNotice && /ended on 2026-01-31/.test(third.message) && third.start.line === 1);
    assert.equal(problemsOn('2026-01-31', found).length, 2);
  });

  it('is shown with the place that each value comes from', async () => {
    const found = await project({ 'site/.policy-linter.yml': 'facts:\n  sells: false\nrules:\n  retention: off\n' });
    const shown = resolvedConfiguration('file:///w/site/privacy.md', found, undefined);
    assert.match(shown, /^ {2}sells: false +# \/w\/site\/\.policy-linter\.yml, line 2$/m);
    assert.match(shown, /^ {2}retention: off +# \/w\/site\/\.policy-linter\.yml, line 4$/m);
  });
});
