import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnostics, open, status, until } from './support';

const settings = () => vscode.workspace.getConfiguration('policyLinter');

describe('the project file', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await open('hosts/configured/.policy-linter.yml');
  });
  after(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('is completed, and says what its names mean', async () => {
    const end = document.lineAt(document.lineCount - 1).range.end;
    const items = await until('the keys', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        end,
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.includes('suppress') ? labels : undefined;
    });
    assert.ok(items.includes('companies'));
    const at = document.positionAt(document.getText().indexOf('gdpr') + 1);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    assert.match((hover!.contents[0] as vscode.MarkdownString).value, /GDPR/);
  });

  it('is told what is wrong in it, as it is written', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'regime: ccpa\n');
    await vscode.workspace.applyEdit(edit);
    const [problem] = await until('the problem', () => {
      const found = diagnostics(document);
      return found.length > 0 ? found : undefined;
    });
    assert.match(problem!.message, /^Unknown key "regime"\. Did you mean "regimes"\?/);
    assert.equal(document.getText(problem!.range), 'regime');
  });
});

describe('the resolved configuration', () => {
  after(async () => {
    await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows each value that holds for the draft, with its origin, and leaves nothing to save', async () => {
    await open('hosts/configured/privacy-policy.md');
    await status(/^Policy Linter: checked/);
    await vscode.commands.executeCommand('policyLinter.showResolvedConfiguration');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.languageId, 'yaml');
    assert.ok(!document.isUntitled && !document.isDirty);
    const text = document.getText();
    assert.match(text, /^# How hosts\/configured\/privacy-policy\.md is checked/);
    assert.match(text, /^# Project file: hosts\/configured\/\.policy-linter\.yml$/m);
    assert.match(text, /# hosts\/configured\/\.policy-linter\.yml, line \d+$/m);
    assert.match(text, /^ {2}policyLinter\.codeLens: false +# as it ships$/m);
  });

  it('follows the settings', async () => {
    const { document } = vscode.window.activeTextEditor!;
    await settings().update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    const changed = /^ {2}policyLinter\.codeLens: true +# settings of the workspace$/m;
    await until('the new value', () => changed.test(document.getText()) || undefined);
  });
});
