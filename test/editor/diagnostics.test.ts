import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnostic, diagnostics, open, ruleOf, show, status, until } from './support';

describe('a draft with mistakes', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await open('web-shop-privacy-policy.md');
  });

  it('shows a contradiction on the words of one side and leads to the other', async () => {
    const contradiction = await diagnostic(document, 'contradiction/');
    assert.notEqual(document.getText(contradiction.range).trim(), '');
    const others = contradiction.relatedInformation ?? [];
    assert.ok(others.length > 0);
    for (const { location, message } of others) {
      assert.equal(location.uri.toString(), document.uri.toString());
      assert.ok(!location.range.isEqual(contradiction.range));
      assert.notEqual(document.getText(location.range).trim(), '');
      assert.notEqual(message, '');
    }
  });

  it('has findings of every family', async () => {
    await diagnostic(document, 'contradiction/');
    const families = new Set(diagnostics(document).map((each) => ruleOf(each).split('/')[0]));
    for (const family of ['contradiction', 'retention', 'disclosure', 'reference', 'placeholder']) {
      assert.ok(families.has(family), `none of ${family} among ${[...families].join(', ')}`);
    }
  });

  it('links every finding to the page of its rule', async () => {
    const found = diagnostics(document);
    assert.ok(found.length > 0);
    for (const { code } of found) {
      assert.ok(typeof code === 'object');
      await vscode.workspace.fs.stat(code.target.with({ fragment: '', query: '' }));
    }
  });

  it('counts the findings in the status', async () => {
    const text = await status(/^Policy Linter: checked, \d+ findings? · \d+ ms$/);
    // A hint is the other side of a finding that was counted already.
    const counted = diagnostics(document).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
    assert.equal(Number(/\d+/.exec(text)?.[0]), counted.length);
  });
});

describe('other drafts', () => {
  it('a clean one is checked and has no findings', async () => {
    const document = await open('clean-privacy-policy.md');
    await status(/^Policy Linter: checked, nothing found · \d+ ms$/);
    assert.deepEqual(diagnostics(document), []);
  });

  it('one that was never saved is checked', async () => {
    const content = '# Privacy Policy\n\nWe do not collect your email address.\n\nWe collect your email address.\n';
    const document = await show(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    await vscode.commands.executeCommand('policyLinter.checkThisDocument');
    await diagnostic(document, 'contradiction/');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('one in another language is not checked, and the status says so', async () => {
    const document = await open('datenschutz.md');
    await status(/^Policy Linter: not checked · .*English/);
    assert.deepEqual(diagnostics(document), []);
  });

  it('one that is not recognised is checked on demand', async () => {
    const document = await open('notes.md');
    await status(/^Policy Linter: not checked · not a privacy policy$/);
    await vscode.commands.executeCommand('policyLinter.checkThisDocument');
    await status(/^Policy Linter: checked, /);
    await until('a finding', () => diagnostics(document)[0]);
  });
});
