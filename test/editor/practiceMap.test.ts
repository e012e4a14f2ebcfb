import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ToPage } from '../../client/src/webview/messages';
import { api, open, show, status, until } from './support';

type Shown = Extract<ToPage, { type: 'show' }>;

/** What the page shows once it fits. */
async function shown(fits: (view: Shown['view']) => boolean = () => true): Promise<Shown> {
  const { practiceMap } = await api();
  return until('the practice map', () => {
    const message = practiceMap.shown;
    return message?.type === 'show' && fits(message.view) ? message : undefined;
  });
}

async function exportedAs(format: string): Promise<vscode.TextDocument> {
  const { practiceMap } = await api();
  const before = new Set(vscode.workspace.textDocuments);
  await practiceMap.receive({ type: 'export', format } as Parameters<typeof practiceMap.receive>[0]);
  return until('the exported document', () =>
    vscode.workspace.textDocuments.find((document) => document.isUntitled && !before.has(document)),
  );
}

describe('the practice map', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    document = await open('web-shop-privacy-policy.md');
    await status(/^Policy Linter: checked, /);
    await vscode.commands.executeCommand('policyLinter.showPracticeMap');
  });
  after(async () => {
    for (const exported of vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled)) {
      await show(exported);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside the draft', async () => {
    await shown();
    await until('the tab of the map', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .find(({ label }) => label === 'Practice map: web-shop-privacy-policy.md'),
    );
  });

  it('marks conflicts and gaps', async () => {
    const { rows } = (await shown()).view;
    const phone = rows.find(({ data }) => data === 'phone')!;
    assert.ok(phone.cells.source.entries.every(({ conflicts }) => conflicts.length > 0));
    assert.equal(phone.cells.retention.gap, 'no period stated');
  });

  it('leads from a cell to its sentence', async () => {
    const { rows } = (await shown()).view;
    const [place] = rows.find(({ data }) => data === 'phone')!.cells.source.entries[0]!.places;
    await (await api()).practiceMap.receive({ type: 'reveal', range: place!.range });
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document, document);
    assert.equal(document.getText(editor.selection), place!.text);
  });

  it('lets the page load nothing but the packaged script and style', async () => {
    const { html } = (await api()).practiceMap;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    const nonce = /'nonce-([0-9a-f]{32})'/.exec(policy)![1];
    assert.match(policy, /^default-src 'none'; style-src [^;']*(?:'self'[^;']*)?; script-src 'nonce-[0-9a-f]{32}'$/);
    assert.deepEqual(
      [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag.includes(`nonce="${nonce}"`)),
      [true],
    );
    assert.doesNotMatch(html, /\son\w+=|javascript:|<style|style="/);
  });

  it('puts no word of the draft into the page’s markup', async () => {
    const { html } = (await api()).practiceMap;
    const { rows } = (await shown()).view;
    assert.ok(rows.length > 0);
    for (const { label } of rows) assert.ok(!html.includes(label), label);
  });

  it('follows the draft', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\nWe collect your fingerprints.\n');
    await vscode.workspace.applyEdit(edit);
    await shown(({ rows }) => rows.some(({ data }) => /biometric|fingerprint/.test(data)));
    await show(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await shown(({ rows }) => !rows.some(({ data }) => /biometric|fingerprint/.test(data)));
  });

  for (const [format, begins] of [
    ['csv', /^Data,Purpose,Recipient,Kept for,Source,/],
    ['json', /^\{\n {2}"version": 1,\n {2}"draft": "web-shop-privacy-policy\.md",/],
    ['markdown', /^# Practice map of web-shop-privacy-policy\.md\n\n\| Data \|/],
  ] as const) {
    it(`is exported as ${format}, into a document that is not saved yet`, async () => {
      const exported = await exportedAs(format);
      assert.match(exported.getText().replaceAll('\r\n', '\n').replaceAll('\\-', '-'), begins);
    });
  }

  it('says so where there is nothing to show', async () => {
    await open('datenschutz.md');
    await status(/^Policy Linter: not checked/);
    await vscode.commands.executeCommand('policyLinter.showPracticeMap');
    const { practiceMap } = await api();
    await until('the reason', () => {
      const message = practiceMap.shown;
      return (message?.type === 'say' && /^Not checked: not in English/.test(message.text)) || undefined;
    });
  });
});
