import { strict as assert } from 'node:assert';
import { Client, modernEditor, simpleEditor } from './client';
import { Folder } from './folder';
import { draft } from './texts';

describe('the project file in the editor', () => {
  const folder = new Folder();
  const { address, write } = folder;
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  it('shows its mistakes as they are typed, without a draft', async () => {
    const uri = address('typed/.policy-linter.yml');
    await client.open(uri, 'rules:\n  retention/vague-perod: off\n', 'yaml');
    const [problem] = await client.pull(uri);
    assert.match(problem.message as string, /Did you mean "retention\/vague-period"\?/);
    assert.equal(problem.range.start.line, 1);
    await client.change(uri, 'rules:\n  retention/vague-period: off\n');
    assert.deepEqual(await client.pull(uri), []);
    assert.deepEqual(client.publishedFor(uri), [], 'a document has one channel');
  });

  it('shows its mistakes where the editor cannot ask', async () => {
    const simple = await Client.start(simpleEditor);
    const uri = address('pushed/.policy-linter.yml');
    await simple.open(uri, 'ruls: {}\n', 'yaml');
    await simple.published(uri, ({ diagnostics }) => diagnostics.length === 1);
    await simple.change(uri, 'rules: {}\n');
    await simple.published(uri, ({ diagnostics }) => diagnostics.length === 0);
    await simple.stop();
  });

  it('holds at once when a file that it extends changes', async () => {
    write('extending/.policy-linter.yml', 'extends: shared/base.yml\n');
    write('extending/shared/base.yml', 'rules:\n  retention: off\n');
    const uri = address('extending/privacy.md');
    await client.open(uri, draft);
    const found = async () => (await client.pull(uri)).map(({ code }) => code);
    assert.ok(!(await found()).includes('retention/vague-period'));
    write('extending/shared/base.yml', 'rules: {}\n');
    await client.saved(address('extending/shared/base.yml'));
    assert.ok((await found()).includes('retention/vague-period'));
    const refreshes = client.refreshes;
    await client.saved(address('extending/unrelated.yml'));
    await client.pull(uri);
    assert.equal(client.refreshes, refreshes);
  });

  it('extends files in folders that are added to the workspace', async () => {
    const workspace = { ...modernEditor.workspace, workspaceFolders: true };
    const editor = await Client.start({ ...modernEditor, workspace });
    write('added/base.yml', 'rules:\n  retention: off\n');
    write('added/legal/.policy-linter.yml', 'extends: ../base.yml\n');
    const uri = address('added/legal/privacy.md');
    await editor.open(uri, draft);
    const vague = async () => (await editor.pull(uri)).some(({ code }) => code === 'retention/vague-period');
    assert.ok(await vague(), 'lies outside');
    const event = { added: [{ uri: address('added'), name: 'added' }], removed: [] };
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    assert.ok(!(await vague()));
    await editor.stop();
  });

  it('leaves out drafts and silences rules by path', async () => {
    write(
      'paths/.policy-linter.yml',
      'paths: {exclude: [old/**]}\nsuppress:\n  - {rule: retention, path: new/*, reason: agreed}\n',
    );
    const codes = async (name: string) => {
      await client.open(address(name), draft);
      return (await client.pull(address(name))).map(({ code }) => code);
    };
    assert.deepEqual(await codes('paths/old/privacy.md'), []);
    assert.match((await client.status(address('paths/old/privacy.md'), 'notChecked')).reason!, /project file/);
    assert.ok(!(await codes('paths/new/privacy.md')).includes('retention/vague-period'));
    assert.ok((await codes('paths/privacy.md')).includes('retention/vague-period'));
  });

  it('is told which of its suppressions silence nothing in the draft that they name', async () => {
    const entry = (rule: string, path: string) => `  - { rule: ${rule}, path: ${path}, reason: agreed }\n`;
    const text = `suppress:\n${entry('retention', 'legal/privacy.md')}${entry('placeholder', 'legal/privacy.md')}${entry('placeholder', 'legal/*')}`;
    write('idle/.policy-linter.yml', text);
    const uri = address('idle/.policy-linter.yml');
    const settled = draft.replace('[email address]', 'privacy@northwindlamps.shop');
    await client.open(address('idle/legal/privacy.md'), settled);
    await client.pull(address('idle/legal/privacy.md'));
    const { diagnostics } = await client.published(uri, (said) => said.diagnostics.length > 0);
    assert.equal(diagnostics.length, 1);
    assert.match(
      String(diagnostics[0]!.message),
      /^There is no finding of placeholder in legal\/privacy\.md to silence/,
    );
    assert.deepEqual([diagnostics[0]!.severity, diagnostics[0]!.range.start.line], [2, 2]);
    await client.change(address('idle/legal/privacy.md'), draft);
    await client.pull(address('idle/legal/privacy.md'));
    await client.published(uri, (said) => said.diagnostics.length === 0);
  });

  it('is resolved for a draft, every value with its origin', async () => {
    write('resolved/.policy-linter.yml', 'rules:\n  placeholder: off\n');
    const uri = address('resolved/privacy.md');
    await client.open(uri, `---\nregimes: [gdpr]\n---\n${draft}`);
    await client.pull(uri);
    const shown: string = await client.connection.sendRequest('policyLinter/resolvedConfiguration', { uri });
    assert.match(shown, /^ {2}- gdpr +# front matter of the draft$/m);
    assert.match(shown, /^ {2}placeholder: off +# .*resolved\/\.policy-linter\.yml, line 2$/m);
  });
});
