import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { Client, simpleEditor } from './client';
import { rangeOf } from './texts';

const policy = `# Privacy Policy

Brightloom Ltd sells lamps online. We collect your name and e-mail address when you order, and we use them to deliver what
you ordered. We do not sell your personal information. California residents: our [California Privacy Notice](california.md)
describes your rights.
`;
const sold = 'We sell your e-mail address to advertisers.';
const notice = (practice: string) => `# Privacy Notice for California Residents

This notice supplements our [Privacy Policy](privacy.md). Under the CCPA you may know, delete and correct what we hold
about you as personal information.

${practice} You can opt out.
`;
const main = 'file:///drafts/privacy.md';
const california = 'file:///drafts/california.md';
const sale = (found: readonly Diagnostic[]) => found.filter(({ code }) => code === 'contradiction/sale');

describe('drafts of a set', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('have the places of each other in their findings', async () => {
    client = await Client.start();
    await client.open(main, policy);
    await client.open(california, notice(sold));
    const [here] = sale(await client.pull(main));
    assert.deepEqual(here?.relatedInformation?.[0]?.location, {
      uri: california,
      range: rangeOf(notice(sold), 'e-mail address to advertisers'),
    });
    const [there] = sale(await client.pull(california));
    assert.equal(there?.relatedInformation?.[0]?.location.uri, main);
  });

  it('are checked again when one of them changes', async () => {
    client = await Client.start();
    await client.open(main, policy);
    await client.open(california, notice('We deliver lamps.'));
    assert.deepEqual(sale(await client.pull(main)), []);
    const refreshed = client.refreshed();
    await client.change(california, sold, rangeOf(notice('We deliver lamps.'), 'We deliver lamps.'));
    await refreshed;
    assert.equal(sale(await client.pull(main)).length, 1);
  });

  it('are sent again to an editor that does not ask', async () => {
    client = await Client.start(simpleEditor);
    await client.open(main, policy);
    await client.open(california, notice('We deliver lamps.'));
    await client.published(main, ({ diagnostics }) => sale(diagnostics).length === 0);
    await client.change(california, sold, rangeOf(notice('We deliver lamps.'), 'We deliver lamps.'));
    await client.published(main, ({ diagnostics }) => sale(diagnostics).length === 1);
  });

  it('need not be open, and what stands in the file counts when the editor closes it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
    const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
    mkdirSync(path.join(folder, 'us'));
    writeFileSync(path.join(folder, 'us', 'california.md'), notice(sold).replace('privacy.md', '../privacy.md'));
    client = await Client.start();
    await client.open(uriOf('privacy.md'), policy.replace('california.md', 'us/california.md'));
    assert.equal(sale(await client.pull(uriOf('privacy.md'))).length, 1);
    await client.open(uriOf('us/california.md'), notice('We deliver lamps.').replace('privacy.md', '../privacy.md'));
    assert.equal(sale(await client.pull(uriOf('privacy.md'))).length, 0);
    await client.close(uriOf('us/california.md'));
    assert.equal(sale(await client.pull(uriOf('privacy.md'))).length, 1);
    rmSync(folder, { recursive: true });
  });

  it('outside the workspace are not read, which the log says', async () => {
    client = await Client.start();
    await client.open(main, policy.replace('california.md', '../../etc/california.md'));
    assert.deepEqual(sale(await client.pull(main)), []);
    assert.ok(client.log.some((line) => line.includes('leads out of the workspace')));
  });
});
