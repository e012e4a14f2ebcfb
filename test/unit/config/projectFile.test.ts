import { strict as assert } from 'node:assert';
import { readProjectFile } from '../../../server/src/config/projectFile';

const vocabulary = {
  ruleIds: new Set(['retention/vague-period', 'consistency/absolute-security']),
  ruleFamilies: new Set(['retention', 'consistency']),
  ruleAliases: new Map([['CR-042', ['consistency/absolute-security']]]),
  facts: new Set(['sells']),
  dataTypes: new Set(['account']),
  roles: new Set(['analytics', 'hosting']),
};
const read = (text: string) => readProjectFile(text, 'file:///x/.policy-linter.yml', vocabulary);

describe('a project file', () => {
  it('gives regimes, facts and severities, each with the line it stands in', () => {
    const { regimes, facts, rules, problems } = read(
      ['regimes: [gdpr, ccpa]', 'facts:', '  sells: false', 'rules:', '  retention: off', '  CR-042: hint', ''].join(
        '\n',
      ),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(regimes?.value, ['gdpr', 'ccpa']);
    assert.deepEqual(facts.get('sells')?.value, false);
    assert.equal(facts.get('sells')?.origin.line, 2);
    assert.deepEqual(rules.get('retention'), {
      value: 'off',
      origin: { uri: 'file:///x/.policy-linter.yml', line: 4 },
    });
    assert.equal(rules.get('consistency/absolute-security')?.value, 'hint', 'an alias stands for its rule');
  });

  it('may be empty, or hold comments only', () => {
    for (const text of ['', '# nothing yet\n', '---\n', 'rules:\n']) assert.deepEqual(read(text).problems, [], text);
  });

  for (const [what, text, message] of [
    [
      'an unknown key',
      'rule: {}',
      /^Unknown key "rule"\. Did you mean "rules"\? The keys are extends, regimes, facts, rules,/,
    ],
    ['an unknown rule', 'rules: {retention/vague: off}', /^Unknown rule "retention\/vague"/],
    ['an unknown severity', 'rules: {retention: warn}', /^Unknown severity "warn"\. It is one of error/],
    ['an unknown regime', 'regimes: [ccpa, dsgvo]', /^Unknown regime "dsgvo"\. The regimes are/],
    ['a regime that is no list', 'regimes: gdpr', /^A list of regimes is expected/],
    ['an unknown fact', 'facts: {sell: true}', /^Unknown fact "sell"\. Did you mean "sells"\?/],
    ['a fact that is neither true nor false', 'facts: {sells: maybe}', /is to be true or false/],
    ['a list where a map is expected', '- rules', /is to be a map/],
    ['an alias', 'rules: &a {retention: off}\nfacts: *a', /Aliases are not read here/],
    ['a tag', 'rules: !run {retention: off}', /tag/i],
    ['broken YAML', 'rules: {retention: off', /./],
  ] as [string, string, RegExp][]) {
    it(`names ${what} and what settles it`, () => {
      const [problem] = read(text).problems;
      assert.match(problem.message, message);
    });
  }
});
