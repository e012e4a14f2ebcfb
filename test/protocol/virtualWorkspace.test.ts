import { strict as assert } from 'node:assert';
import { Client, modernEditor } from './client';
import { draft } from './texts';

describe('a workspace that lies on no disk', () => {
  const uri = 'vscode-vfs://github/northwind/lamps/legal/privacy.md';
  const files = new Map([['vscode-vfs://github/northwind/.policy-linter.yml', 'rules:\n  retention: off\n']]);

  /** The families of what is found where the client reads files, or does not. */
  async function families(readFile: boolean): Promise<{ found: Set<string>; asked: string[] }> {
    const client = await Client.start({ ...modernEditor, experimental: { readFile } });
    const asked: string[] = [];
    client.connection.onRequest('policyLinter/readFile', ({ uri }) => {
      asked.push(uri);
      const text = files.get(uri);
      return text === undefined ? null : { text };
    });
    await client.open(uri, draft);
    const found = new Set((await client.pull(uri)).map(({ code }) => String(code).split('/')[0]));
    await client.stop();
    return { found, asked };
  }

  it('has its project file read by the editor', async () => {
    const { found, asked } = await families(true);
    assert.ok(asked.includes('vscode-vfs://github/northwind/lamps/.policy-linter.yml'));
    assert.ok(found.has('placeholder') && !found.has('retention'), [...found].join(', '));
  });

  it('is checked without one by an editor that reads no files', async () => {
    const { found, asked } = await families(false);
    assert.deepEqual(asked, []);
    assert.ok(found.has('retention'));
  });
});
