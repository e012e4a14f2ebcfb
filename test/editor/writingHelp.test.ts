import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Summary } from '../../client/src/workspaceCheck';
import { api, diagnostic, diagnostics, open, show, status, until } from './support';

const draft = `# Privacy Policy of Fern & Moss

<!-- policy-linter-regimes: gdpr -->

Fern & Moss Ltd ("we") sells ferns. Couriers and printers ("External Parties") help us.

## What we collect

We collect your name, phone number and postal address when you order. No External Party sells your phone number.

## How long we keep it

We keep order records for two years after delivery and then delete them.
`;

/** A provider's answer, as soon as it is what is wanted: built-in extensions may still be starting. */
function ask<T>(what: string, command: string, args: unknown[], wanted: (answer: T) => boolean): Promise<T> {
  return until(what, async () => {
    const answer = await vscode.commands.executeCommand<T>(command, ...args);
    return answer && wanted(answer) ? answer : undefined;
  });
}

describe('help with writing', () => {
  let document: vscode.TextDocument;
  const at = (words: string) => document.positionAt(document.getText().indexOf(words) + words.length);

  beforeEach(async () => {
    document = await show(await vscode.workspace.openTextDocument({ language: 'markdown', content: draft }));
    await status(/^Policy Linter: checked, /);
    await diagnostic(document, 'disclosure/');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  async function type(text: string): Promise<vscode.Position> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
    await vscode.workspace.applyEdit(edit);
    return document.lineAt(document.lineCount - 1).range.end;
  }

  const label = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
  const completion = async (position: vscode.Position, wanted: string): Promise<vscode.CompletionItem> => {
    const list = await ask<vscode.CompletionList>(
      `the completion ${wanted}`,
      'vscode.executeCompletionItemProvider',
      [document.uri, position],
      ({ items }) => items.some((item) => label(item) === wanted),
    );
    return list.items.find((item) => label(item) === wanted)!;
  };

  it('completes a missing disclosure', async () => {
    const { insertText } = await completion(await type('\n'), 'Right of access');
    assert.ok(insertText instanceof vscode.SnippetString);
    assert.match(insertText.value, /^\*\*Access\./);
  });

  it('completes what the draft calls its data, from another name too', async () => {
    const position = await type('\nWe pass on your telephone nu');
    const { insertText, range } = await completion(position, 'phone number');
    assert.equal(insertText, 'phone number');
    const replaced = range instanceof vscode.Range ? range : (range as { replacing: vscode.Range }).replacing;
    assert.equal(document.getText(replaced), 'telephone nu');
  });

  it('outlines what each section satisfies, and folds by section', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>(
      'the outline',
      'vscode.executeDocumentSymbolProvider',
      [document.uri],
      (all) => all.some((symbol) => symbol.children.some(({ detail }) => detail !== '')),
    );
    const details = symbols.flatMap(({ children }) => children).map(({ name, detail }) => `${name} | ${detail}`);
    assert.ok(
      details.some((line) => /^How long we keep it \| GDPR: .*storage period/.test(line)),
      details.join('\n'),
    );
    const { line } = document.positionAt(document.getText().indexOf('## How long'));
    await ask<vscode.FoldingRange[]>('folding', 'vscode.executeFoldingRangeProvider', [document.uri], (ranges) =>
      ranges.some(({ start, end }) => start === line && end >= line + 2),
    );
  });

  it('leads to the definition of a term and renames it everywhere', async () => {
    const position = at('No External Par');
    const places = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'the definition',
      'vscode.executeDefinitionProvider',
      [document.uri, position],
      (found) => found.length > 0,
    );
    const [place] = places;
    assert.equal(document.getText('range' in place ? place.range : place.targetRange), 'External Parties');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      'Helpers',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /\("Helpers"\)[\s\S]*No Helper sells/);
    assert.doesNotMatch(document.getText(), /External/);
  });

  it('refuses a name that another thing has', async () => {
    const rename = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at('No External Par'),
      'Couriers',
    );
    await assert.rejects(Promise.resolve(rename), /already used/);
  });

  it('shows code lenses on request only', async () => {
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    assert.deepEqual(await lenses(), []);
    const settings = vscode.workspace.getConfiguration('policyLinter');
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    try {
      const titles = await until('lenses', async () => {
        const all = await lenses();
        return all.length > 0 ? all.map(({ command }) => command?.title) : undefined;
      });
      assert.ok(
        titles.some((title = '') => /satisfies GDPR: /.test(title)),
        titles.join('\n'),
      );
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('checking all policies in the workspace', () => {
  const address = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, name);
  const found = (name: string) =>
    vscode.languages.getDiagnostics(address(name)).filter(({ source }) => source === 'policy-linter');

  it('finds what is wrong in files that nobody opened, and says what was not checked', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the draft to be closed', () => found('web-shop-privacy-policy.md').length === 0 || undefined);
    const summary = await vscode.commands.executeCommand<Summary>('policyLinter.checkWorkspace');
    assert.ok(summary.checked >= 2);
    assert.equal(summary.cancelled, false);
    assert.equal(summary.files, summary.checked + [...summary.notChecked.values()].reduce((a, b) => a + b, 0));
    assert.ok(summary.notChecked.get('not a privacy policy'));
    assert.ok(summary.notChecked.get('not in English'));
    assert.ok(found('web-shop-privacy-policy.md').length > 0);
    assert.deepEqual(found('clean-privacy-policy.md'), []);
  });

  it('leaves a file to the editor that opens it: nothing is shown twice', async () => {
    const before = found('web-shop-privacy-policy.md').length;
    assert.ok(before > 0);
    const document = await open('web-shop-privacy-policy.md');
    await status(/^Policy Linter: checked, /);
    await until('each finding once', () => diagnostics(document).length === before || undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('its findings again', () => found('web-shop-privacy-policy.md').length === before || undefined);
  });

  it('follows a file that is changed elsewhere', async () => {
    const uri = address('clean-privacy-policy.md');
    const text = await vscode.workspace.fs.readFile(uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${new TextDecoder().decode(text)}\nTBD\n`));
    await until('the new finding', () => found('clean-privacy-policy.md')[0]);
    await vscode.workspace.fs.writeFile(uri, text);
    await until('it to be gone', () => found('clean-privacy-policy.md').length === 0 || undefined);
  });

  it('stops where it is cancelled, and what was found by then stays', async () => {
    const { workspaceCheck } = await api();
    const source = new vscode.CancellationTokenSource();
    let begun = 0;
    const summary = await workspaceCheck.checkAll({ report: () => ++begun === 2 && source.cancel() }, source.token);
    assert.equal(summary.cancelled, true);
    assert.equal(begun, 2);
    assert.equal(summary.checked, 1);
    assert.ok(summary.files > 2);
    workspaceCheck.clear();
  });
});

describe('the walkthrough', () => {
  it('opens, and its sample draft is a copy with findings', async () => {
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      'policy-linter.policy-linter#start',
      false,
    );
    const document = await vscode.commands.executeCommand<vscode.TextDocument>('policyLinter.openSampleDraft');
    assert.equal(document.isUntitled, true);
    await diagnostic(document, 'contradiction/');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
