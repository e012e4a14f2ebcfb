import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, diagnostics, open, show, status } from './support';

// Named to run first: the server is not running yet.
describe('where no policy is', () => {
  it('says nothing and starts no server', async () => {
    const document = await open('notes.md');
    const { server } = await api();
    assert.match(await status(/./), /^Policy Linter: not checked · not a privacy policy$/);
    assert.equal(server.isWanted, false);
    assert.deepEqual(diagnostics(document), []);
  });

  it('does not look at another version of a policy', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('earlier', {
      provideTextDocumentContent: () => '# Privacy Policy\n\nWe do not collect personal information.\n',
    });
    try {
      await show(await vscode.workspace.openTextDocument(vscode.Uri.parse('earlier:/privacy-policy.md')));
      assert.match(await status(/^Policy Linter: not checked · a view of another version/), /earlier:/);
      assert.equal((await api()).server.isWanted, false);
    } finally {
      provider.dispose();
    }
  });
});
