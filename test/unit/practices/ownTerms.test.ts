import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import type { AnalysisOptions } from '../../../server/src/analysis/types';

const options: AnalysisOptions = { format: 'markdown', regimes: ['general'] };
const source = `# Privacy Policy

We collect your wardrobe number when you order.

We do not collect contact information.

We share your name with Northwind Mail to send you newsletters.
`;
const ownTerms = { data: { 'wardrobe number': ['phone'] }, companies: { 'Northwind Mail': ['email_provider'] } };

describe('terms and companies of one’s own', () => {
  const dataIn = (more: Partial<AnalysisOptions>) =>
    analyze(source, { ...options, ...more }).policy.statements.flatMap(({ data }) => data.map(({ id }) => id));
  const recipientsIn = (more: Partial<AnalysisOptions>) =>
    analyze(source, { ...options, ...more }).policy.statements.flatMap(({ recipients }) =>
      recipients.map(({ id }) => id),
    );

  it('are read like those of the catalogue', () => {
    assert.ok(!recipientsIn({}).includes('email_provider'));
    assert.ok(recipientsIn({ ownTerms }).includes('email_provider'));
    assert.ok(
      dataIn({ ownTerms }).filter((id) => id === 'phone').length > dataIn({}).filter((id) => id === 'phone').length,
    );
  });

  it('take effect at once, and no longer than they are there', () => {
    const without = analyze(source, options);
    const count = without.findings.length;
    const withTerms = analyze(source, { ...options, ownTerms }, without);
    assert.deepEqual(withTerms.findings, analyze(source, { ...options, ownTerms }).findings);
    assert.ok(withTerms.findings.length > count, 'the denial of contact information is contradicted');
    assert.equal(analyze(source, options, withTerms).findings.length, count);
  });
});
