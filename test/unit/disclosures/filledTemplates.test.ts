import { strict as assert } from 'node:assert';
import { analyze } from '../../../server/src/analysis/analyze';
import { disclosureById } from '../../../server/src/analysis/disclosures/catalogue';
import { readingOf } from '../../../server/src/analysis/disclosures/readingOf';
import { filledFromDraft } from '../../../server/src/analysis/fixes/fillTemplate';

const draft = `# Brightloom Privacy Policy

Brightloom Ltd ("Brightloom", "we") sells lamps. We collect your name, e-mail address and delivery address. We share your
delivery address with couriers. Write to privacy@brightloom.example or call 800-555-0142, toll-free.
`;

/** A disclosure's template as the quick fix would insert it into a draft. */
function filled(id: string, text = draft): string {
  const { policy } = analyze(text, { format: 'markdown' });
  return filledFromDraft(disclosureById.get(id)?.template ?? '', policy, readingOf(policy)).trim();
}

describe('a template filled from the draft', () => {
  it('takes up the company, its address and its number', () => {
    assert.match(filled('gdpr-controller-identity'), /^\$\{1:Brightloom\} /);
    assert.match(filled('gdpr-controller-contact'), /\$\{1:privacy@brightloom\.example\}/);
    assert.match(filled('ccpa-request-methods'), /toll-free at \$\{1:800-555-0142\}/);
  });

  it('takes up the data that the draft says are collected', () => {
    assert.match(filled('gdpr-categories-of-data'), /\$\{1:name, e-mail address and delivery address\}\.$/);
  });

  it('takes up recipients, and leaves the line for another one open', () => {
    const [, first, second] = filled('gdpr-recipients').split('\n');
    assert.match(first ?? '', /\$\{1:couriers\} \(\$\{2:\[service, country\]\}\)/);
    assert.match(second ?? '', /\$\{3:\[recipient name\]\}/);
  });

  it('takes up nothing that the draft says only of some, or leaves open', () => {
    for (const said of [
      'We may collect your name.',
      'If you ask for a quote we collect your name.',
      'From children we collect their name.',
      'We do not collect your name.',
    ]) {
      const text = `# Privacy Policy\n\n${said}\n`;
      assert.match(filled('gdpr-categories-of-data', text), /\[data that you collect, by name\]/, said);
    }
  });

  it('leaves open what the draft denies elsewhere', () => {
    const text = `${draft}\nWe do not collect your name. We do not collect your e-mail address.\n`;
    assert.match(filled('gdpr-categories-of-data', text), /\$\{1:delivery address\}/);
  });
});
