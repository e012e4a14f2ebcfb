import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnostic, open, quickFix, until } from './support';

/** The preview that is open, by its title. */
const preview = () =>
  until('the preview', () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview && /markdown\.preview$/.test(input.viewType)),
  );

describe('a false alarm', () => {
  it('is copied with its rule and both statements, to be reported by hand', async () => {
    const document = await open('web-shop-privacy-policy.md');
    const { range } = await diagnostic(document, 'contradiction/collection');
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    editor.selection = new vscode.Selection(range.start, range.start);
    const text = await vscode.commands.executeCommand<string>('policyLinter.copyFinding');
    assert.match(text, /^Policy Linter \d+\.\d+\.\d+: contradiction\/collection\n/);
    assert.match(text, /^> We do not collect phone numbers/m);
    assert.match(text, /^> - your phone number/m);
  });
});

describe('a rule is explained', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await open('web-shop-privacy-policy.md');
  });
  afterEach(async () => {
    const tab = await preview();
    await vscode.window.tabGroups.close(tab);
  });

  it('by a code action at its finding', async () => {
    const { range } = await diagnostic(document, 'contradiction/sale');
    const { command } = await quickFix(document, range, ({ title }) => title === 'Explain contradiction/sale');
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    assert.match((await preview()).label, /sale\.md/);
  });

  it('by a command at the caret', async () => {
    const { range } = await diagnostic(document, 'retention/vague-period');
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('policyLinter.explainRule');
    assert.match((await preview()).label, /vague-period\.md/);
  });
});
