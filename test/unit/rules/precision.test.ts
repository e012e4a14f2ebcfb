import assert from 'node:assert/strict';
import precision from '../../../docs/rules/precision.yaml';
import { mapOf, number, readCatalogue, record } from '../../../server/src/analysis/catalogue/read';
import { rules } from '../../../server/src/analysis/rules';

const measurement = record({ findings: number, in: number, read: number, right: number });

/** Below this a rule costs more than it brings. */
const LEAST = 0.85;

describe('what was measured on published policies', () => {
  const { policies, rules: measured } = readCatalogue(
    precision,
    record({ policies: number, rules: mapOf(measurement) }),
  );

  for (const [id, { findings, in: withOne, read, right }] of Object.entries(measured)) {
    it(`${id} is right often enough to ship on, or is off`, () => {
      const rule = rules.find((one) => one.id === id);
      assert.ok(rule, 'no such rule');
      assert.ok(right <= read && read <= findings && withOne <= findings && withOne <= policies);
      assert.ok(right / read >= LEAST || rule.severity === 'off');
    });
  }
});
