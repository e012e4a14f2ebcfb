import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, modernEditor } from './client';

const draft = `<!-- policy-linter regimes=gdpr -->

# Privacy Policy

Brightloom Ltd sells lamps online. We collect your name and e-mail address when you order, and we use them to deliver what
you ordered. We keep invoices for ten years, as tax law requires. We protect what we hold with encryption and access
controls, and you can write to us at privacy@brightloom.example with any question.
`;

describe('questions to the author', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
    client = await Client.start({ ...modernEditor, experimental: { snippetTextEdit: true } });
    await client.open(uriOf('privacy.md'), draft);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const questions = async (): Promise<{ fact: string; label: string; answer?: boolean }[]> => {
    const view = await client.connection.sendRequest('policyLinter/questions', { uri: uriOf('privacy.md') });
    return (view as { questions: { fact: string; label: string; answer?: boolean }[] }).questions;
  };

  it('are about facts that no draft can show, under the regimes that apply', async () => {
    await client.pull(uriOf('privacy.md'));
    const asked = (await questions()).map(({ fact }) => fact);
    assert.ok(asked.includes('controller_outside_eea'), asked.join());
    assert.ok(!asked.includes('nevada'));
  });

  it('are answered in the project file, which then holds', async () => {
    writeFileSync(path.join(folder, '.policy-linter.yml'), '# ours\nfacts:\n  dpo_appointed: true\n');
    await client.pull(uriOf('privacy.md'));
    assert.equal((await questions()).find(({ fact }) => fact === 'dpo_appointed')?.answer, true);
    const facts = { controller_outside_eea: true };
    const written = await client.connection.sendRequest('policyLinter/setFacts', { uri: uriOf('privacy.md'), facts });
    assert.deepEqual(written, {
      uri: uriOf('.policy-linter.yml'),
      before: '# ours\nfacts:\n  dpo_appointed: true\n',
      text: '# ours\nfacts:\n  dpo_appointed: true\n  controller_outside_eea: true\n',
    });
  });

  it('are offered where disclosures are in question', async () => {
    const found = (await client.pull(uriOf('privacy.md'))).find(({ code }) => String(code).startsWith('disclosure/'));
    assert.ok(found);
    const offered = (await client.codeActions(uriOf('privacy.md'), found.range)).filter(
      ({ command }) => command?.command === 'policyLinter.answerQuestions',
    );
    assert.equal(offered.length, 1);
  });
});
