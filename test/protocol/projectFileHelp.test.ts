import { strict as assert } from 'node:assert';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import { Client, modernEditor } from './client';

const uri = 'file:///drafts/.policy-linter.yml';

describe('help with the project file', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  /** What is offered where the bar stands. */
  async function offered(text: string, from: Client = client): Promise<CompletionItem[]> {
    const at = text.indexOf('|');
    const lines = text.slice(0, at).split('\n');
    const position = { line: lines.length - 1, character: lines[lines.length - 1].length };
    await from.close(uri);
    await from.open(uri, text.replace('|', ''), 'yaml');
    return (await from.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })) ?? [];
  }
  const names = async (text: string) => (await offered(text)).map(({ label }) => label);

  it('completes keys, each with what it is for', async () => {
    const items = await offered('reg|');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['extends', 'regimes', 'facts', 'rules', 'terms', 'companies', 'documents', 'paths', 'suppress'],
    );
    const regimes = items.find(({ label }) => label === 'regimes')!;
    assert.match(regimes.detail!, /regimes that apply/);
    assert.deepEqual(regimes.textEdit, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      newText: 'regimes:\n  - ',
    });
    assert.deepEqual(await names('paths:\n  |'), ['include', 'exclude']);
  });

  it('completes regimes, facts, rules and severities', async () => {
    assert.ok((await names('regimes: [gdpr, |]')).includes('ccpa'));
    assert.ok((await names('regimes:\n  - gdpr\n  - |')).includes('uk-gdpr'));
    assert.ok((await names('facts: { se|')).includes('sells'));
    assert.deepEqual(await names('facts:\n  sells: |'), ['true', 'false']);
    assert.deepEqual(await names('facts: { sells: |}'), ['true', 'false']);
    const rules = await names('regimes: [gdpr]\nrules:\n  retention: off\n  ret|');
    assert.ok(rules.includes('retention/vague-period') && rules.includes('contradiction'));
    assert.deepEqual(await names('rules:\n  retention/vague-period: |'), [
      'error',
      'warning',
      'information',
      'hint',
      'off',
    ]);
  });

  it('completes types of data and roles for terms of one’s own', async () => {
    assert.ok((await names('terms:\n  loyalty number: |')).includes('online_identifier'));
    assert.ok((await names('companies: { Northwind Mail: em|')).includes('email_provider'));
    assert.deepEqual(await names('terms:\n  loyal|'), []);
  });

  it('completes the parts of a suppression', async () => {
    const keys = ['rule', 'path', 'reason', 'approved', 'until'];
    assert.deepEqual(await names('suppress:\n  - |'), keys);
    assert.deepEqual(await names('suppress:\n  - rule: retention\n    rea|'), keys);
    assert.ok((await names('suppress:\n  - rule: disc|')).includes('disclosure/gdpr-right-portability'));
    assert.deepEqual(await names('suppress:\n  - rule: retention\n    reason: |'), []);
  });

  it('leaves what follows the name alone', async () => {
    const [item] = await offered('re|: [gdpr]');
    assert.doesNotMatch((item!.textEdit as { newText: string }).newText, /:/);
    assert.deepEqual(await names('# reg|'), []);
  });

  it('says what a name means', async () => {
    const text = 'rules:\n  retention/vague-period: off\nfacts: { sells: false }\n';
    await client.close(uri);
    await client.open(uri, text, 'yaml');
    const said = async (line: number, character: number) => {
      const params = { textDocument: { uri }, position: { line, character } };
      const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', params);
      return (hover?.contents as { value: string } | undefined)?.value;
    };
    assert.match((await said(0, 2))!, /Severities by rule/);
    assert.match((await said(1, 8))!, /as it ships: warning/);
    assert.ok(await said(2, 10));
    assert.equal(await said(3, 0), undefined);
  });

  it('is left to an editor that knows the schema', async () => {
    const editor = await Client.start(modernEditor, { knowsSchema: true });
    assert.deepEqual(await offered('reg|', editor), []);
    await editor.stop();
  });

  it('bears with what is no YAML', async () => {
    for (const text of ['{[}|', '\t- : |', `${'- '.repeat(2000)}|`, `${' '.repeat(5000)}|`, 'a: b: {c: [d: |'])
      assert.ok(Array.isArray(await offered(text)));
  });
});
