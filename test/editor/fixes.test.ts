import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnostic, diagnostics, open, quickFix, until } from './support';

/** A hint is the other side, without fixes of its own. */
const isMain = ({ severity }: vscode.Diagnostic) => severity !== vscode.DiagnosticSeverity.Hint;

/** As VS Code does it: first the edit, then the command, where it has them. */
async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command) assert.ok(await vscode.commands.executeCommand(command.command, ...(command.arguments ?? [])));
}

describe('quick fixes', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await open('web-shop-privacy-policy.md');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('settle a contradiction', async () => {
    await diagnostic(document, 'contradiction/sale');
    const before = document.getText();
    const count = diagnostics(document, 'contradiction/sale').length;
    const { range } = diagnostics(document, 'contradiction/sale').find(isMain) as vscode.Diagnostic;
    const fix = await quickFix(document, range, ({ title }) => /sale/.test(title));
    await apply(fix);
    assert.notEqual(document.getText(), before);
    await until(
      'the contradiction to be gone',
      () => diagnostics(document, 'contradiction/sale').length < count || undefined,
    );
  });

  it('leave a blank for the author to fill in, selected', async () => {
    const vague = await diagnostic(document, 'retention/vague-period');
    const fix = await quickFix(
      document,
      vague.range,
      ({ command }) => command?.command === 'policyLinter.applySnippetEdit',
    );
    const { command, arguments: args = [] } = fix.command as vscode.Command;
    assert.equal(await vscode.commands.executeCommand(command, ...args), true);
    assert.ok(!document.getText().includes('${'));
    const editor = await until('the blank to be selected', () => {
      const active = vscode.window.activeTextEditor;
      return active && !active.selection.isEmpty ? active : undefined;
    });
    assert.notEqual(document.getText(editor.selection).trim(), '');
  });

  it('silence a finding in front of its line, and select the reason to be written', async () => {
    const vague = await diagnostic(document, 'retention/vague-period');
    const count = diagnostics(document, 'retention/vague-period').length;
    const line = document.lineAt(vague.range.start.line).text;
    await apply(await quickFix(document, vague.range, ({ title }) => /^Suppress retention\/vague-period/.test(title)));
    const editor = await until('the reason to be selected', () => {
      const active = vscode.window.activeTextEditor;
      return active && document.getText(active.selection) === '[reason]' ? active : undefined;
    });
    const { text } = document.lineAt(editor.selection.start.line);
    assert.match(text, /^\s*<!-- policy-linter-disable-(next-)?line retention\/vague-period/);
    assert.ok(document.getText().includes(line.trim()));
    await until(
      'the finding to be gone',
      () => diagnostics(document, 'retention/vague-period').length < count || undefined,
    );
  });

  it('are refused for a text that has changed', async () => {
    const vague = await diagnostic(document, 'retention/vague-period');
    const fix = await quickFix(
      document,
      vague.range,
      ({ command }) => command?.command === 'policyLinter.applySnippetEdit',
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    const changed = document.getText();
    const { command, arguments: args = [] } = fix.command as vscode.Command;
    assert.equal(await vscode.commands.executeCommand(command, ...args), false);
    assert.equal(document.getText(), changed);
  });
});
