import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { api, diagnostic, diagnostics, open, show, status, until } from './support';

describe('the server', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await open('web-shop-privacy-policy.md');
    await diagnostic(document, 'contradiction/');
  });

  it('checks again after a restart', async () => {
    const count = diagnostics(document).length;
    await vscode.commands.executeCommand('policyLinter.restartServer');
    await status(/^Policy Linter: checked, \d+ findings/);
    await until('the same findings', () => diagnostics(document).length === count || undefined);
  });

  it('follows what is typed', async () => {
    const count = diagnostics(document, 'placeholder/').length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      document.lineAt(document.lineCount - 1).range.end,
      '\n\nWrite to us at [insert address].\n',
    );
    await vscode.workspace.applyEdit(edit);
    await until('a new placeholder', () => diagnostics(document, 'placeholder/').length > count || undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('it to be gone again', () => diagnostics(document, 'placeholder/').length === count || undefined);
  });

  it('reads drafts in a language that the settings name', async () => {
    const settings = () => vscode.workspace.getConfiguration('policyLinter');
    const content =
      '# Privacy Policy\n\nWe collect your name. We do not collect your name. Your personal data is safe.\n';
    const document = await show(await vscode.workspace.openTextDocument({ language: 'latex', content }));
    await settings().update('languages', { latex: 'markdown' }, vscode.ConfigurationTarget.Workspace);
    await status(/^Policy Linter: checked/);
    await until('a finding', () => diagnostics(document)[0]);
    await settings().update('languages', undefined, vscode.ConfigurationTarget.Workspace);
    await until('no finding', () => diagnostics(document).length === 0 || undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is silent when switched off, and says so', async () => {
    const settings = vscode.workspace.getConfiguration('policyLinter');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await status(/^Policy Linter: not checked · switched off in the settings$/);
    await until('silence', () => diagnostics(document).length === 0 || undefined);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await diagnostic(document, 'contradiction/');
    assert.match(await status(/^Policy Linter: checked, \d+ findings/), /ms$/);
  });

  it('stays off when it was about to restart', async () => {
    const settings = vscode.workspace.getConfiguration('policyLinter');
    const off = /^Policy Linter: not checked · switched off in the settings$/;
    const { server, status: item } = await api();
    // else a document that is opened meanwhile would start it
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await status(off);
    void server.restart();
    await server.switchOff();
    await server.settled();
    assert.match(item.text, off);
    assert.equal(diagnostics(document).length, 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await diagnostic(document, 'contradiction/');
  });
});
