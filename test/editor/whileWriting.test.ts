import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, diagnostic, diagnostics, open, show, status, until } from './support';

const settings = () => vscode.workspace.getConfiguration('policyLinter');

/** Done when the extension can read it: the editor may say that it has written a setting before extensions hear of it. */
async function set(name: string, value: unknown): Promise<void> {
  await settings().update(name, value, vscode.ConfigurationTarget.Workspace);
  await until(`the setting ${name}`, () => settings().inspect(name)?.workspaceValue === value || undefined);
}

/** As if by hand: the caret is behind what was written. */
async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('type', { text });
}

describe('while somebody writes', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await open('clean-privacy-policy.md');
    await status(/^Policy Linter: checked, nothing found/);
  });
  afterEach(async () => {
    await set('revealDelay', undefined);
    await set('run', undefined);
    await show(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('silence', () => diagnostics(document).length === 0 || undefined);
  });

  it('what is found at the caret waits, and is shown when the caret leaves', async () => {
    const { waiting } = await api();
    await set('revealDelay', 60_000);
    await write(document, '\n\nWrite to us at [insert address]');
    await until('a finding to be held back', async () => (await waiting(document.uri)) > 0 || undefined);
    assert.deepEqual(diagnostics(document, 'placeholder/'), []);
    const start = new vscode.Position(0, 0);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(start, start);
    await diagnostic(document, 'placeholder/');
    assert.equal(await waiting(document.uri), 0);
  });

  it('what is found at the caret is shown once typing has settled', async () => {
    await set('revealDelay', 300);
    await write(document, '\n\nWrite to us at [insert address]');
    await diagnostic(document, 'placeholder/');
  });

  it('nothing waits where the author wants no delay', async () => {
    await set('revealDelay', 0);
    await write(document, '\n\nWrite to us at [insert address]');
    await diagnostic(document, 'placeholder/');
    assert.equal(await (await api()).waiting(document.uri), 0);
  });

  it('what is on the screen stays there while its words are written on', async () => {
    await write(document, '\n\nWrite to us at [insert address]');
    await diagnostic(document, 'placeholder/');
    await set('revealDelay', 60_000);
    const gone: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() =>
      gone.push(diagnostics(document, 'placeholder/').length),
    );
    await vscode.commands.executeCommand('type', { text: ' or by mail' });
    const { version } = document;
    await until('the check of it', async () => {
      await vscode.commands.executeCommand('type', { text: ' now' });
      return (document.version > version + 3 && gone.length > 0) || undefined;
    });
    listener.dispose();
    assert.ok(
      gone.every((count) => count > 0),
      `shown at each change: ${gone.join(' ')}`,
    );
  });

  it('a draft is left alone until it is saved, where the author wants that', async () => {
    await set('run', 'onSave');
    await write(document, '\n\nWrite to us at [insert address]');
    // A draft checked meanwhile shows that the server had its turn.
    const other = await open('web-shop-privacy-policy.md');
    await diagnostic(other, 'contradiction/');
    await show(document);
    assert.ok(document.isDirty);
    assert.deepEqual(diagnostics(document), []);
    await status(/^Policy Linter: checked, nothing found · as last saved$/);
    const saved = document.getText();
    await document.save();
    await diagnostic(document, 'placeholder/');
    await status(/^Policy Linter: checked, 1 finding · \d+ ms$/);
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    edit.replace(document.uri, whole, saved.replace('\n\nWrite to us at [insert address]', ''));
    await vscode.workspace.applyEdit(edit);
    await document.save();
  });
});
