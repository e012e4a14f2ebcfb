import { strict as assert } from 'node:assert';
import type { Diagnostic, DocumentSymbol, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { Client, modernEditor } from './client';
import { Folder } from './folder';
import { draft, rangeOf, wordsAt } from './texts';

const uri = 'file:///drafts/privacy.md';
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** Opens the draft afresh. */
async function check(client: Client, text = draft): Promise<Diagnostic[]> {
  await client.close(uri);
  await client.open(uri, text);
  return client.pull(uri);
}

describe('what is offered at a finding', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  describe('quick fixes', () => {
    it('are edits bound to the version they were made for', async () => {
      await check(client);
      const actions = await client.codeActions(uri, rangeOf(draft, 'not collect contact'));
      assert.ok(actions.length > 0);
      const [{ kind, edit }] = actions;
      assert.equal(kind, 'quickfix');
      const [{ textDocument, edits }] = edit!.documentChanges as TextDocumentEdit[];
      assert.deepEqual(textDocument, { uri, version: 1 });
      assert.ok(edits.length > 0);
    });

    it('wait for the check that is due after an edit, and never speak of an older text', async () => {
      await check(client);
      await client.change(uri, 'Before all.\n\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
      const range = rangeOf(`Before all.\n\n${draft}`, 'not collect contact');
      assert.deepEqual(await client.codeActions(uri, range), [], 'no check was asked for yet');
      const report = client.report(uri);
      const [action] = await client.codeActions(uri, range);
      await report;
      assert.equal((action.edit!.documentChanges as TextDocumentEdit[])[0].textDocument.version, 2);
    });

    it('belong to the diagnostics that they settle', async () => {
      const contradiction = (await check(client)).find(
        ({ code, severity }) => code === 'contradiction/collection' && severity === 1,
      )!;
      const [action] = await client.codeActions(uri, contradiction.range, { diagnostics: [contradiction] });
      assert.deepEqual(action.diagnostics, [contradiction]);
    });

    it('with blanks are plain text where the editor has no tab stops', async () => {
      await check(client);
      const actions = await client.codeActions(uri, rangeOf(draft, 'as long as necessary'));
      assert.ok(actions.length > 0);
      for (const { edit, command } of actions) {
        assert.equal(command, undefined);
        const edits = (edit!.documentChanges as TextDocumentEdit[]).flatMap((change) => change.edits) as TextEdit[];
        for (const { newText } of edits) assert.doesNotMatch(newText, /\$\{?\d/);
      }
    });

    it('with blanks run as a command where the editor has tab stops', async () => {
      const snippets = await Client.start({ ...modernEditor, experimental: { snippetTextEdit: true } });
      await check(snippets);
      const actions = await snippets.codeActions(uri, rangeOf(draft, 'as long as necessary'));
      const command = actions.find((action) => action.command)?.command;
      assert.equal(command?.command, 'policyLinter.applySnippetEdit');
      const [target, version, edits] = command!.arguments!;
      assert.deepEqual([target, version], [uri, 1]);
      assert.match(edits[0].snippet, /\$\{?1/);
      assert.ok(wordsAt(draft, edits[0].range).startsWith('for as long as necessary'));
      await snippets.stop();
    });

    it('that could change the meaning are not part of fix-all', async () => {
      await check(client);
      const all = await client.codeActions(uri, everywhere, { only: ['source.fixAll.policyLinter'] });
      assert.deepEqual(
        all.filter(({ kind }) => kind !== 'source.fixAll.policyLinter'),
        [],
      );
      const inMenu = await client.codeActions(uri, everywhere);
      assert.ok(inMenu.length > 0 && inMenu.every(({ kind }) => kind === 'quickfix'));
    });
  });

  describe('hover', () => {
    it('explains a finding and names its rule', async () => {
      await check(client);
      const hover = await client.hover(uri, rangeOf(draft, 'not collect contact').start);
      const { kind, value } = hover!.contents as { kind: string; value: string };
      assert.equal(kind, 'markdown');
      assert.match(value, /contradiction\/collection/);
      assert.equal(await client.hover(uri, { line: 1, character: 0 }), null);
    });

    it('quotes both statements of a contradiction, each with its line', async () => {
      await check(client);
      const hover = await client.hover(uri, rangeOf(draft, 'not collect contact').start);
      const { value } = hover!.contents as { value: string };
      const said = value.replaceAll('\\', '');
      assert.match(said, /“We do not collect contact information\.” \(line 11\)/);
      assert.match(said, /“We collect your name, postal address and phone number when you order\.” \(line 7\)/);
      assert.match(said, /Source: /);
    });

    it('leaves the message out where the editor shows it by itself', async () => {
      const editor = await Client.start({ ...modernEditor, experimental: { diagnosticsInHover: true } });
      const [{ message, range }] = (await check(editor)).filter(({ code }) => code === 'contradiction/collection');
      const { value } = (await editor.hover(uri, range.start))!.contents as { value: string };
      assert.ok(!value.replaceAll('\\', '').includes(String(message)));
      assert.doesNotMatch(value, /`contradiction\/collection`/);
      assert.match(value, /Source: /);
      await editor.stop();
    });

    it('shows words of the draft as they are, whatever markup they hold', async () => {
      const [found] = (
        await check(client, draft.replace('[email address]', '[insert ![x](https://x.test/y) here]'))
      ).filter(({ code }) => code === 'placeholder/unfilled');
      const hover = found && (await client.hover(uri, found.range.start));
      assert.doesNotMatch((hover?.contents as { value: string } | undefined)?.value ?? '', /(?<!\\)!\[|(?<!\\)\]\(/);
    });
  });

  it('the outline of a plain text draft are its sections', async () => {
    const plain = 'file:///drafts/privacy.txt';
    const text = [
      'PRIVACY POLICY',
      'We collect your name and address. You may ask us to delete your personal information at any time.',
      'CONTACT',
      'Write to privacy@northwindlamps.shop about your personal data.',
    ];
    await client.open(plain, text.join('\n\n'), 'plaintext');
    await client.pull(plain);
    const params = { textDocument: { uri: plain } };
    const symbols: DocumentSymbol[] = await client.connection.sendRequest('textDocument/documentSymbol', params);
    const names = (list: DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children = [] }) => [name, ...names(children)]);
    assert.deepEqual(names(symbols), ['PRIVACY POLICY', 'CONTACT']);
  });
});

describe('files beside the draft', () => {
  const folder = new Folder();
  const { address, write } = folder;
  let client: Client;
  before(async () => {
    write('pages/placeholder/unfilled.md', '# Unfilled\n');
    client = await Client.start(modernEditor, { rulePages: address('pages') });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  it('the nearest project file holds, and a change is taken up at once', async () => {
    write('near/.policy-linter.yml', 'rules:\n  retention: off\n');
    write('near/legal/.policy-linter.yml', 'rules:\n  placeholder/unfilled: off\n');
    await client.open(address('near/legal/privacy.md'), draft);
    const found = async () => (await client.pull(address('near/legal/privacy.md'))).map(({ code }) => code);
    assert.ok(!(await found()).includes('placeholder/unfilled'));
    assert.ok((await found()).includes('retention/vague-period'));

    write('near/legal/.policy-linter.yml', 'rules:\n  placeholder/unfilled: warning\n');
    const refreshes = client.refreshes;
    await client.saved(address('near/legal/.policy-linter.yml'));
    const now = await client.pull(address('near/legal/privacy.md'));
    assert.equal(now.find(({ code }) => code === 'placeholder/unfilled')?.severity, 2);
    assert.equal(client.refreshes, refreshes + 1);
  });

  it('a project file shows its own mistakes, until they are corrected', async () => {
    const file = address('wrong/.policy-linter.yml');
    write('wrong/.policy-linter.yml', 'regimes: [gdpr]\nruls:\n  placeholder: off\n');
    await client.open(address('wrong/privacy.md'), draft);
    const { diagnostics } = await client.published(file, ({ diagnostics }) => diagnostics.length > 0);
    assert.match(diagnostics[0].message as string, /Unknown key "ruls"\. Did you mean "rules"\?/);
    assert.equal(diagnostics[0].range.start.line, 1);
    write('wrong/.policy-linter.yml', 'regimes: [gdpr]\nrules:\n  placeholder: off\n');
    await client.saved(address('wrong/.policy-linter.yml'));
    await client.published(file, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('rule pages are linked where the package has them', async () => {
    await client.open(address('privacy.md'), draft);
    const found = await client.pull(address('privacy.md'));
    const href = (rule: string) => found.find(({ code }) => code === rule)?.codeDescription?.href;
    assert.equal(href('placeholder/unfilled'), address('pages/placeholder/unfilled.md'));
    assert.equal(href('contradiction/collection'), undefined);
  });
});
