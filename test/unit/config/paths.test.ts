import { strict as assert } from 'node:assert';
import { analysisOptions } from '../../../server/src/config/analysisOptions';
import { problemsOn } from '../../../server/src/config/expiry';
import { holdsFor, pathRuling } from '../../../server/src/config/paths';
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

  it('names files by their paths in the workspace, and of several folders by the folder’s name too', async () => {
    const found = await project({ 'site/.policy-linter.yml': 'facts:\n  sells: false\n' });
    const shown = (workspace: string[]) =>
      resolvedConfiguration('file:///w/site/legal/privacy.md', found, undefined, { workspace });
    assert.match(
      shown(['file:///w/site/']),
      /^# How legal\/privacy\.md is checked[^#]*# Project file: \.policy-linter\.yml$/m,
    );
    assert.match(shown(['file:///w/shop/', 'file:///w/site/']), /sells: false +# site\/\.policy-linter\.yml, line 2$/m);
  });

  it('says until when a suppression holds, or that it ended', async () => {
    const rule = (until: string) => `  - { rule: retention, reason: agreed, until: ${until} }\n`;
    const text = `suppress:\n${rule('2026-01-31')}${rule('2027-01-31')}`;
    const found = await project({ 'site/.policy-linter.yml': text });
    const shown = resolvedConfiguration('file:///w/site/a.md', found, undefined, { today: '2026-11-22' });
    assert.match(shown, /line 2; ended on 2026-01-31$/m);
    assert.match(shown, /line 3; until 2027-01-31$/m);
  });
});

describe('a pattern of paths', () => {
  const fits = (pattern: string, path: string) => {
    const origin = { uri: 'file:///w/.policy-linter.yml', line: 0 };
    return holdsFor({ value: pattern, origin }, `file:///w/${path}`);
  };

  it('stands for names and folders', () => {
    const cases: [pattern: string, fitting: string[], other: string[]][] = [
      ['privacy.md', ['privacy.md', 'a/b/privacy.md'], ['xprivacy.md', 'privacyxmd', 'privacy.md/a']],
      ['./legal/*.md', ['legal/a.md', 'legal/.md'], ['legal/a/b.md', 'a/legal/b.md', 'legal/a.mdx']],
      ['archive/**', ['archive/a', 'archive/a/b.md'], ['archive', 'old/archive/a']],
      ['archive/', ['archive/a.md'], ['archive.md']],
      ['**/old/**/*.md', ['old/a.md', 'x/y/old/z/a.md'], ['older/a.md', 'old/a.txt']],
      ['a?c (1).md', ['abc (1).md', 'x/a.c (1).md'], ['ac (1).md', 'a/c (1).md']],
      ['*', ['a', 'a/b'], []],
      ['📧.md', ['%F0%9F%93%A7.md'], ['%F0.md']],
    ];
    for (const [pattern, fitting, other] of cases) {
      for (const path of fitting) assert.ok(fits(pattern, path), `${pattern} fits ${path}`);
      for (const path of other) assert.ok(!fits(pattern, path), `${pattern} does not fit ${path}`);
    }
  });

  it('of many stars is no trap', () => {
    const long = 'a'.repeat(2000);
    assert.ok(!fits('*a'.repeat(40).concat('b'), long));
    assert.ok(!fits('**/'.repeat(40).concat('b'), 'a/'.repeat(1000)));
  }).timeout(2000);
});
