import { strict as assert } from 'node:assert';
import { Baseline } from '../../server/src/cli/baseline';
import { UsageError } from '../../server/src/cli/options';
import { analysisOptions } from '../../server/src/config/analysisOptions';
import { problemsOn } from '../../server/src/config/expiry';
import { noFiles } from '../../server/src/config/fileAccess';
import { pathRuling } from '../../server/src/config/paths';
import { ProjectConfigurations } from '../../server/src/config/projectConfigurations';
import { resolvedConfiguration } from '../../server/src/config/resolved';
import { withFacts } from '../../server/src/config/setFacts';
import { loadEngine } from '../../server/src/drafts/engine';
import { mutate } from './mutations';
import type { Target } from './target';

const VERSIONS = 100;
const LONGEST = 4000;

const projectFiles = [
  `extends: base.yml
regimes: [gdpr, ccpa]
facts: { sells: false, dpo_appointed: true }
rules:
  retention/vague-period: error
  consistency: information
terms: { loyalty number: online_identifier }
companies: { Northwind Mail: email_provider }
documents:
  - [privacy.md, cookies.md]
paths:
  include: [legal/notice.md]
  exclude: ["archive/**", "*.old.md"]
suppress:
  - rule: disclosure/gdpr-eu-representative
    path: legal/*.md
    reason: not applicable, because we are established in Ireland
    approved: Jane Roe
    until: 2027-01-31
`,
  'extends: [a.yml, ../../b.yml, /etc/passwd]\n',
  '',
];
const yamlWords = [
  'extends: .policy-linter.yml\n',
  'regimes: ',
  '- ',
  '  ',
  '{',
  '}',
  '[',
  ']',
  '[[[[[[',
  '&a [*a, *a]\n',
  '*a',
  '<<: *a\n',
  '!!js/function "x"',
  '!!binary ',
  '!<tag:x> ',
  '%YAML 1.3\n',
  '%TAG ! x\n',
  '? ',
  ': ',
  '|2\n',
  '>+\n',
  '"\\x',
  "'",
  '#',
  '~',
  'null',
  '.nan',
  '0x',
  '__proto__: ',
  'constructor: ',
  'toString: {}\n',
  '**/**/*',
  '../../..',
  '\t',
];

/** Project files: read, resolved, asked about a path and answered into. */
export const projectFile: Target = {
  name: 'projectFile',
  share: 4,
  async round(numbers, watch) {
    const { vocabulary } = await loadEngine();
    const uri = 'file:///w/.policy-linter.yml';
    const files = new ProjectConfigurations(
      noFiles,
      async () => vocabulary,
      () => ['file:///w/'],
    );
    const start = numbers.of(projectFiles);
    let text = start;
    for (let version = 0; version < VERSIONS; version++) {
      text = mutate(text, numbers, yamlWords);
      if (text.length > LONGEST) text = start;
      watch.made(1, text);
      const project = await watch.timed(() => files.parse(text, uri));
      const lines = text.split(/\r\n|[\r\n]/).length;
      for (const { message, start, end } of problemsOn('2026-11-22', project)) {
        assert.notEqual(message, '');
        assert.ok(start.line >= 0 && start.line <= lines && end.line >= start.line, `${message}: line ${start.line}`);
      }
      await watch.timed(() => {
        pathRuling(project, 'file:///w/legal/archive/notice.old.md');
        analysisOptions('markdown', project, { uri: 'file:///w/legal/notice.md', today: '2026-11-22' });
        resolvedConfiguration('file:///w/a.md', project, undefined);
        withFacts(text, { sells: true });
      });
      assert.equal(({} as Record<string, unknown>).sells, undefined);
    }
  },
};

const baselines = [
  `{
  "version": 1,
  "findings": {
    "legal/privacy.md": [
      {"rule":"retention/vague-period","text":"We keep your data for as long as necessary.","count":2},
      {"rule":"contradiction/collection","text":"We do not collect contact information."}
    ]
  }
}
`,
  '{"version":1,"findings":{}}',
];
const jsonWords = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  'null',
  '1e999',
  '"count":-1',
  '"__proto__":',
  '\\u',
  '\\ud83d',
  'true',
];

/** Baselines: either read or refused in words, nothing else. */
export const baseline: Target = {
  name: 'baseline',
  share: 2,
  async round(numbers, watch) {
    const start = numbers.of(baselines);
    let text = start;
    for (let version = 0; version < VERSIONS; version++) {
      text = numbers.below(8) === 0 ? start : mutate(text, numbers, jsonWords);
      if (text.length > LONGEST) text = start;
      watch.made(1, text);
      try {
        await watch.timed(() => Baseline.read('known.json', text));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
    }
  },
};
