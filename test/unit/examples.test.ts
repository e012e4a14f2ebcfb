import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysisOptions } from '../../server/src/analysis/types';

const today = '2026-11-22';

function check(name: string, options: Partial<AnalysisOptions> = {}) {
  const analysis = analyze(readFileSync(`examples/${name}`, 'utf8'), { format: 'markdown', today, ...options });
  assert.deepEqual(analysis.failedRules, []);
  return analysis;
}

describe('the examples', () => {
  const families = ['consistency', 'contradiction', 'disclosure', 'placeholder', 'reference', 'retention'];

  for (const family of families) {
    it(`the web shop’s policy has a flaw of the family ${family}`, () => {
      const { findings } = check('web-shop-privacy-policy.md');
      assert.ok(findings.some(({ rule, severity }) => rule.startsWith(`${family}/`) && severity !== 'hint'));
    });
  }

  for (const rule of ['collection', 'sharing', 'sale', 'retention']) {
    it(`the web shop’s policy contradicts itself over ${rule}, with both places`, () => {
      const { findings } = check('web-shop-privacy-policy.md');
      const found = findings.filter(
        (finding) => finding.rule === `contradiction/${rule}` && finding.severity !== 'hint',
      );
      assert.ok(found.length > 0);
      for (const finding of found) assert.ok(finding.related.length > 0, finding.message);
    });
  }

  it('the clean policy gives no finding', () => {
    const { findings } = check('clean-privacy-policy.md');
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });

  it('the clean policy says everything that California asks for', () => {
    const { findings } = check('clean-privacy-policy.md', { regimes: ['general', 'caloppa', 'ccpa'] });
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });
});
