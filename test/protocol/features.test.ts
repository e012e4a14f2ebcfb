import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { Client, modernEditor } from './client';
import { draft, rangeOf, wordsAt } from './texts';

const uri = 'file:///drafts/privacy.md';
const snippetEditor = { ...modernEditor, experimental: { snippetTextEdit: true } };

describe('quick fixes', () => {
  it('are edits bound to the version they were made for', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
    const actions = await client.codeActions(uri, rangeOf(draft, 'not collect your phone'));
    assert.ok(actions.length > 0);
    const [{ kind, edit }] = actions;
    assert.equal(kind, 'quickfix');
    const [{ textDocument, edits }] = edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(textDocument, { uri, version: 1 });
    assert.ok(edits.length > 0);
    await client.stop();
  });

  it('wait for the check that is due after an edit, and never speak of an older text', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
    await client.change(uri, 'Before all.\n\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    const range = rangeOf(`Before all.\n\n${draft}`, 'not collect your phone');
    assert.deepEqual(await client.codeActions(uri, range), [], 'no check was asked for yet');
    const report = client.report(uri);
    const [action] = await client.codeActions(uri, range);
    await report;
    assert.equal((action.edit!.documentChanges as TextDocumentEdit[])[0].textDocument.version, 2);
    await client.stop();
  });

  it('belong to the diagnostics that they settle', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    const diagnostics = await client.pull(uri);
    const contradiction = diagnostics.find(({ code }) => code === 'contradiction/collection')!;
    const [action] = await client.codeActions(uri, contradiction.range, { diagnostics: [contradiction] });
    assert.deepEqual(action.diagnostics, [contradiction]);
    await client.stop();
  });

  it('with blanks run as a command where the editor has tab stops', async () => {
    const client = await Client.start(snippetEditor);
    await client.open(uri, draft);
    await client.pull(uri);
    const actions = await client.codeActions(uri, rangeOf(draft, 'as long as necessary'));
    const command = actions.find((action) => action.command)?.command;
    assert.equal(command?.command, 'policyLinter.applySnippetEdit');
    const [target, version, edits] = command!.arguments!;
    assert.deepEqual([target, version], [uri, 1]);
    assert.match(edits[0].snippet, /\$\{?1/);
    assert.ok(wordsAt(draft, edits[0].range) !== undefined);
    await client.stop();
  });

  it('with blanks are plain text elsewhere', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
    const actions = await client.codeActions(uri, rangeOf(draft, 'as long as necessary'));
    assert.ok(actions.length > 0);
    for (const { edit, command } of actions) {
      assert.equal(command, undefined);
      const edits = (edit!.documentChanges as TextDocumentEdit[]).flatMap((change) => change.edits) as TextEdit[];
      for (const { newText } of edits) assert.doesNotMatch(newText, /\$\{?\d/);
    }
    await client.stop();
  });

  it('that could change the meaning are not part of fix-all', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const all = await client.codeActions(uri, everything, { only: ['source.fixAll.policyLinter'] });
    assert.deepEqual(
      all.filter(({ kind }) => kind !== 'source.fixAll.policyLinter'),
      [],
    );
    const inMenu = await client.codeActions(uri, everything);
    assert.ok(inMenu.length > 0 && inMenu.every(({ kind }) => kind === 'quickfix'));
    await client.stop();
  });
});

describe('hover', () => {
  it('explains a finding and names its source', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
    const hover = await client.hover(uri, rangeOf(draft, 'not collect your phone').start);
    const { kind, value } = hover!.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.match(value, /contradiction\/collection/);
    assert.equal(await client.hover(uri, { line: 1, character: 0 }), null);
    await client.stop();
  });

  it('shows words of the draft as they are, whatever markup they hold', async () => {
    const client = await Client.start();
    await client.open(uri, draft.replace('[email address]', '[insert <b>E_MAIL_</b> here]'));
    const found = (await client.pull(uri)).find(({ code }) => code === 'placeholder/unfilled');
    const hover = await client.hover(uri, (found?.range ?? rangeOf(draft, '[email address]')).start);
    const value = (hover?.contents as { value: string } | undefined)?.value ?? '';
    assert.doesNotMatch(value, /(?<!\\)<b>/);
    await client.stop();
  });
});

describe('outline', () => {
  it('of a plain text draft are its sections', async () => {
    const client = await Client.start();
    const text =
      'PRIVACY POLICY\n\nWe collect your name.\n\nCONTACT\n\nWrite to privacy@northwind.example about your data.\n';
    await client.open('file:///drafts/privacy.txt', text, 'plaintext');
    await client.pull('file:///drafts/privacy.txt');
    const params = { textDocument: { uri: 'file:///drafts/privacy.txt' } };
    const symbols: { name: string }[] | null = await client.connection.sendRequest(
      'textDocument/documentSymbol',
      params,
    );
    assert.match(JSON.stringify(symbols), /CONTACT/i);
    await client.stop();
  });
});

describe('the project file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const address = (...parts: string[]) => pathToFileURL(path.join(folder, ...parts)).href;

  it('nearest to the draft holds, and a change is taken up at once', async () => {
    mkdirSync(path.join(folder, 'legal'));
    writeFileSync(path.join(folder, '.policy-linter.yml'), 'rules:\n  retention: off\n');
    writeFileSync(path.join(folder, 'legal', '.policy-linter.yml'), 'rules:\n  placeholder/unfilled: off\n');
    const client = await Client.start();
    await client.open(address('legal', 'privacy.md'), draft);
    const rules = async () => (await client.pull(address('legal', 'privacy.md'))).map(({ code }) => code);
    assert.ok(!(await rules()).includes('placeholder/unfilled'));
    assert.ok((await rules()).includes('retention/vague-period'));

    writeFileSync(path.join(folder, 'legal', '.policy-linter.yml'), 'rules:\n  placeholder/unfilled: hint\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: address('legal', '.policy-linter.yml'), type: 2 }],
    });
    const found = await client.pull(address('legal', 'privacy.md'));
    assert.equal(found.find(({ code }) => code === 'placeholder/unfilled')?.severity, 4);
    assert.equal(client.refreshes, 1);
    await client.stop();
  });

  it('shows its own mistakes, until they are corrected', async () => {
    writeFileSync(path.join(folder, '.policy-linter.yml'), 'regimes: [gdpr]\nruls:\n  placeholder: off\n');
    const client = await Client.start();
    await client.open(address('privacy.md'), draft);
    const { diagnostics } = await client.published(address('.policy-linter.yml'));
    assert.match(diagnostics[0].message as string, /Unknown key "ruls"\. Did you mean "rules"\?/);
    assert.equal(diagnostics[0].range.start.line, 1);
    await client.stop();
  });
});

describe('rule pages', () => {
  it('are linked where the package has them', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
    mkdirSync(path.join(folder, 'placeholder'));
    writeFileSync(path.join(folder, 'placeholder', 'unfilled.md'), '# Unfilled\n');
    const client = await Client.start(modernEditor, { rulePages: pathToFileURL(folder).href });
    await client.open(uri, draft);
    const found = await client.pull(uri);
    const href = (rule: string) => found.find(({ code }) => code === rule)?.codeDescription?.href;
    assert.equal(href('placeholder/unfilled'), pathToFileURL(path.join(folder, 'placeholder', 'unfilled.md')).href);
    assert.equal(href('contradiction/collection'), undefined);
    await client.stop();
    rmSync(folder, { recursive: true });
  });
});
