import assert from 'node:assert/strict';
import precision from '../../../docs/rules/precision.yaml';
import { rules } from '../../../server/src/analysis/rules';

interface Measured {
  readonly findings: number;
  readonly in: number;
  readonly read: number;
  readonly right: number;
}

/** Below this a rule costs more than it brings. */
const LEAST = 0.85;

describe('what was measured on published policies', () => {
  const { policies, rules: measured } = precision as { policies: number; rules: Record<string, Measured> };

  for (const [id, { findings, in: withOne, read, right }] of Object.entries(measured)) {
    it(`${id} is right often enough to ship on, or is off`, () => {
      const rule = rules.find((one) => one.id === id);
      assert.ok(rule, 'no such rule');
      assert.ok(right <= read && read <= findings && withOne <= findings && withOne <= policies);
      assert.ok(right / read >= LEAST || rule.severity === 'off');
    });
  }
});
