import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import { readDraftSettings } from '../../../server/src/analysis/draftSettings/read';
import type { AnalysisOptions } from '../../../server/src/analysis/types';

const words = 'We keep your personal data for as long as necessary for our purposes.';
const options: AnalysisOptions = { format: 'markdown', today: '2026-11-22' };

const read = (source: string, more: Partial<AnalysisOptions> = {}) => analyze(source, { ...options, ...more });
const front = (yaml: string) => `---\n${yaml}\n---\n# Privacy Policy\n\n${words}\n`;
const severity = (source: string, more?: Partial<AnalysisOptions>) =>
  read(source, more).findings.find(({ rule }) => rule === 'retention/vague-period')?.severity;

describe('what a draft says of its own check', () => {
  it('is read from front matter as YAML writes it, each name with its place', () => {
    const forms = [
      'policy-linter:\n  rules:\n    retention: off',
      'policy-linter:\n  rules: { retention: off }',
      "policy-linter:\n    rules: {'retention': off} # for now",
      'title: "a: b"\npolicy-linter:\n  facts:\n    sells: false\n  rules:\n    "retention": off\nlang: en',
    ];
    for (const yaml of forms) {
      const source = front(yaml);
      const found = readDraftSettings(read(source).policy.document).filter(({ kind }) => kind === 'rule');
      assert.deepEqual(
        found.map(({ name, value }) => [name, value]),
        [['retention', 'off']],
        yaml,
      );
      assert.match(source.slice(found[0]!.range.start, found[0]!.range.end), /^retention["']?: off$/);
    }
    for (const yaml of ['rules:\n  retention: off', 'facts: { sells: false }', 'x:\n  policy-linter:\n    rules: {}'])
      assert.deepEqual(readDraftSettings(read(front(yaml)).policy.document), [], 'other keys are none of ours');
  });

  it('comes before the project file', () => {
    const severities = { 'retention/vague-period': 'error' } as const;
    assert.equal(severity(front('title: x'), { severities }), 'error');
    assert.equal(
      severity(front('policy-linter:\n  rules: { retention/vague-period: information }'), { severities }),
      'information',
    );
    assert.equal(severity(front('policy-linter:\n  rules: { retention: off }'), { severities }), undefined);
  });

  it('in a comment comes before the front matter, and the narrower name before the wider', () => {
    const comment = '<!-- policy-linter-rules: retention/vague-period=hint -->\n';
    assert.equal(
      severity(front('policy-linter:\n  rules: { retention: off }').replace('\n\n', `\n\n${comment}\n`)),
      'hint',
    );
  });

  it('states facts on which disclosures depend', () => {
    const officer = (source: string, facts: Record<string, boolean> = {}) =>
      read(source, { project: { regimes: ['gdpr'], facts } }).checklist.find(({ id }) => id === 'gdpr-dpo-contact')
        ?.required;
    const appointed = '<!-- policy-linter-facts: dpo_appointed=yes -->\n\n';
    assert.equal(officer(`${appointed}${words}`), 'yes');
    assert.equal(
      officer(front('policy-linter:\n  facts: { dpo_appointed: false, dpo_required: false }'), { dpo_appointed: true }),
      'no',
    );
  });

  it('names regimes below policy-linter, too', () => {
    const regimes = (source: string) => read(source).regimes.map(({ id, source: from }) => [id, from]);
    const nested = front('policy-linter:\n  regimes: [gdpr]');
    assert.deepEqual(regimes(nested).at(-1), ['gdpr', 'frontMatter']);
    assert.deepEqual(regimes(front('policy-linter:\n  regimes:\n    - ccpa\n    - gdpr')).length, 3);
  });

  it('holds in HTML and in plain text as comments', () => {
    assert.equal(severity(`<!-- policy-linter-rules: retention=off --><p>${words}</p>`, { format: 'html' }), undefined);
    assert.equal(severity(`// policy-linter-rules: retention=off\n\n${words}\n`, { format: 'plaintext' }), undefined);
  });
});
