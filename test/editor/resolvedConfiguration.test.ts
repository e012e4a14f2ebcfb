import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { open, status, until } from './support';

const settings = () => vscode.workspace.getConfiguration('policyLinter');

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
