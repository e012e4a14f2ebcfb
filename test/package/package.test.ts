import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { bundle } from '../../scripts/l10n.mjs';

interface Walkthrough {
  steps: { media: { markdown: string } }[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the package', () => {
  it('holds what runs and what is read, and nothing else', async () => {
    const named =
      /^(package(\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(client|server|serverSession|protocol|browserClient|browserServer|webview)\.js|dist\/webview\.css|images\/(icon|screenshot)\.png|docs\/configuration\.md|docs\/rules\/.*\.md|docs\/walkthrough\/[^/]+\.md|examples\/web-shop-privacy-policy\.md|(l10n|schemas|syntaxes)\/[^/]+\.json)$/;
    const files = await listFiles({ cwd: '.', packageManager: PackageManager.None });
    assert.deepEqual(
      files.filter((file) => !named.test(file)),
      [],
    );
    for (const needed of ['package.json', 'package.nls.json', 'README.md', 'LICENSE'])
      assert.ok(files.includes(needed));
  });

  it('brings a page for every rule: what it flags and why, its source, its false alarms, how it is suppressed', () => {
    const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'rules', '--format', 'json'], { encoding: 'utf8' });
    const { rules } = JSON.parse(stdout) as { rules: { id: string; citations: { text: string }[] }[] };
    assert.ok(rules.length > 200);
    for (const { id, citations } of rules) {
      const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
      assert.ok(page.includes(`\`${id}\` · `), id);
      for (const { text } of citations) assert.ok(page.includes(text), `${id}: ${text}`);
      if (id.startsWith('suppression/')) continue;
      assert.match(page, /^## Known false alarms$/m, id);
      assert.ok(page.includes('[suppressing a finding](../suppression.md)'), id);
    }
    assert.match(readFileSync('docs/rules/suppression.md', 'utf8'), /<!-- policy-linter-disable-next-line \S+ -- /);
    const page = readFileSync('docs/rules/retention/vague-period.md', 'utf8');
    for (const part of ['## Reported', '## Better, by the quick fix', '## Not reported', '## Sources', 'CNIL'])
      assert.ok(page.includes(part), part);
  });

  it('pins every dependency exactly and bundles them all', () => {
    assert.equal(manifest.dependencies, undefined);
    for (const version of Object.values(manifest.devDependencies))
      assert.match(String(version), /^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('names only files that are there', () => {
    for (const file of [manifest.icon, 'LICENSE', 'README.md', 'CHANGELOG.md']) assert.ok(existsSync(file), file);
  });

  it('brings the project file’s schema as the catalogue has it now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/schema.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('translates every text it shows', () => {
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('has every text of the client ready for translation', () => {
    assert.equal(readFileSync('l10n/bundle.l10n.json', 'utf8'), bundle('.'), 'l10n is old: npm run build');
  });

  it('names files that are packaged, in the walkthrough too', async () => {
    const files = await listFiles({ cwd: '.', packageManager: PackageManager.None });
    const { walkthroughs, grammars } = manifest.contributes;
    const named = [
      ...walkthroughs.flatMap(({ steps }: Walkthrough) => steps.map(({ media }) => media.markdown)),
      ...grammars.map(({ path }: { path: string }) => path.replace('./', '')),
      'examples/web-shop-privacy-policy.md',
    ];
    for (const file of named) assert.ok(files.includes(file), file);
  });

  it('may be trusted in folders that are not: no setting names a program, a module or a path', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    interface Property {
      type: string;
      enum?: string[];
      additionalProperties?: Property;
    }
    const properties: Record<string, Property> = manifest.contributes.configuration.properties;
    const isHarmless = (property?: Property) =>
      property?.enum !== undefined || ['boolean', 'integer', 'number'].includes(property?.type ?? '');
    for (const [name, property] of Object.entries(properties))
      assert.ok(isHarmless(property) || isHarmless(property.additionalProperties), name);
  });

  it('names an entry for VS Code on a machine and one for VS Code for the Web', () => {
    assert.deepEqual([manifest.main, manifest.browser], ['./dist/client.js', './dist/browserClient.js']);
  });
});
