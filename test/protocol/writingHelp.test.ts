import { strict as assert } from 'node:assert';
import type {
  ClientCapabilities,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Location,
  Position,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { directiveNames } from '../../server/src/analysis/suppression/directive';
import { Client, modernEditor } from './client';
import { rangeOf, readme, wordsAt } from './texts';

const uri = 'file:///drafts/privacy.md';
const draft = `# Privacy Policy of Northwind Lamps

<!-- policy-linter-regimes: gdpr -->

Northwind Lamps Ltd ("we") runs this shop. Couriers and printers ("External Parties") help us.

## What we collect

We collect your name, phone number and postal address when you order. We need your phone number for the courier.

## Who gets it

We share your postal address with Stripe and with External Parties. No External Party sells it.

## How long we keep it

We keep order records for two years after delivery and then delete them.

## Your rights

You may ask us for access to your personal data and for its deletion.
`;

const fillsBlanks: ClientCapabilities = {
  ...modernEditor,
  workspace: { ...modernEditor.workspace, codeLens: { refreshSupport: true } },
  textDocument: { ...modernEditor.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

describe('help with writing', () => {
  let client: Client;
  before(async () => {
    client = await Client.start(fillsBlanks);
  });
  after(() => client.stop());

  const at = { textDocument: { uri } };
  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { ...at, ...params });

  async function open(text = draft, languageId = 'markdown'): Promise<void> {
    await client.close(uri);
    await client.open(uri, text, languageId);
    await client.pull(uri);
  }

  /** What is offered at the bar in a text that stands before the draft's rights. */
  async function offered(typed: string, target = client): Promise<CompletionItem[]> {
    const text = draft.replace('## Your rights', () => `${typed}\n\n## Your rights`);
    const start = rangeOf(text, typed);
    const before = typed.slice(0, typed.indexOf('|')).split('\n');
    const position: Position = {
      line: start.start.line + before.length - 1,
      character: before[before.length - 1].length,
    };
    await target.close(uri);
    await target.open(uri, text.replace('|', ''));
    await target.pull(uri);
    return (await target.connection.sendRequest('textDocument/completion', { ...at, position })) ?? [];
  }
  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);
  const named = (items: readonly CompletionItem[], label: string): CompletionItem => {
    const item = items.find((one) => one.label === label);
    assert.ok(item, `${label} is not among ${labels(items).join(', ')}`);
    return item;
  };

  describe('completion', () => {
    it('offers what the draft still has to say where a paragraph begins', async () => {
      const item = named(await offered('|'), 'Right to complain to a supervisory authority');
      assert.equal(item.insertTextFormat, 2);
      assert.match((item.textEdit as TextEdit).newText, /supervisory authority|complain/);
      assert.match(item.detail!, /Missing disclosure · GDPR Art\. 13/);
    });

    it('offers no disclosure that is there, and none in the middle of a paragraph', async () => {
      assert.ok(!labels(await offered('|')).includes('Storage period or criteria'));
      const inside = await offered('We are a small shop.\n|');
      assert.deepEqual(
        inside.filter(({ detail = '' }) => detail.startsWith('Missing')),
        [],
      );
    });

    it("offers missing sections in the draft's own style of headings", async () => {
      const section = (await offered('## |')).find(({ label }) => label.startsWith('Section: '))!;
      const { newText, range } = section.textEdit as TextEdit;
      assert.match(newText, /^## \S.*\n\n/);
      assert.equal(range.start.character, 0);
      assert.equal(section.filterText, `## ${section.label.slice('Section: '.length)}`);
    });

    it('offers what data and recipients are called in this draft', async () => {
      const item = named(await offered('We send your pho|'), 'phone number');
      assert.match(item.detail!, /^Data · used \d times$/);
      const { range, newText } = item.textEdit as TextEdit;
      assert.deepEqual([newText, range.end.character - range.start.character], ['phone number', 3]);
      named(await offered('We also use Str|'), 'Stripe');
      named(await offered('We tell Exter|'), 'External Parties');
    });

    it("goes on with a name of several words, and leads from a synonym to the draft's own name", async () => {
      const { range } = named(await offered('We send your phone nu|'), 'phone number').textEdit as TextEdit;
      assert.equal(range.end.character - range.start.character, 'phone nu'.length);
      const item = named(await offered('We send your telephone nu|'), 'phone number');
      assert.match(item.detail!, /this draft's name for “telephone number”/);
    });

    it('offers directives in a comment, and the rules that found something first', async () => {
      const directives = await offered('<!-- policy-linter-dis|');
      const { newText } = named(directives, 'policy-linter-disable-next-line').textEdit as TextEdit;
      assert.equal(newText, 'policy-linter-disable-next-line ');
      assert.deepEqual(
        directiveNames.filter((name) => !labels(directives).includes(name)),
        [],
      );
      const rules = (await offered('<!-- policy-linter-disable-next-line |')).sort((a, b) =>
        a.sortText! < b.sortText! ? -1 : 1,
      );
      assert.match(rules[0].detail!, /finding/);
      assert.ok(labels(rules).includes('retention/vague-period'));
      const regimes = await offered('<!-- policy-linter-regimes: gdpr, cc|');
      assert.ok(labels(regimes).includes('ccpa'));
    });

    it('offers nothing in the reason of a directive, or in ordinary comments', async () => {
      assert.deepEqual(await offered('<!-- policy-linter-disable-next-line retention/vague-period -- as |'), []);
      assert.deepEqual(await offered('<!-- note to |'), []);
    });

    it('is plain text where the editor has no blanks', async () => {
      const plain = await Client.start();
      const items = await offered('|', plain);
      assert.ok(items.length > 0);
      for (const { textEdit, insertTextFormat } of items) {
        assert.notEqual(insertTextFormat, 2);
        assert.doesNotMatch((textEdit as TextEdit).newText, /\$\{?\d/);
      }
      await plain.stop();
    });

    it('uses what the last check found while a newer text waits for its check', async () => {
      await open();
      const { line } = rangeOf(draft, '## Your rights').start;
      await client.change(uri, 'We need your pho\n\n', { start: { line, character: 0 }, end: { line, character: 0 } });
      const items = await ask<CompletionItem[]>('completion', { position: { line, character: 16 } });
      named(items, 'phone number');
    });

    it('is silent where no policy is', async () => {
      await open(readme);
      assert.equal((await ask<CompletionItem[]>('completion', { position: { line: 1, character: 0 } })).length, 0);
    });
  });

  describe('outline', () => {
    const flat = (symbols: DocumentSymbol[]): DocumentSymbol[] =>
      symbols.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);

    it('shows the sections and what each satisfies', async () => {
      await open();
      const symbols = flat(await ask('documentSymbol'));
      assert.deepEqual(
        symbols.map(({ name }) => name),
        ['Privacy Policy of Northwind Lamps', 'What we collect', 'Who gets it', 'How long we keep it', 'Your rights'],
      );
      assert.match(symbols[3].detail!, /GDPR: .*storage period/);
      assert.match(symbols[4].detail!, /right of access/);
      assert.equal(wordsAt(draft, symbols[3].selectionRange), 'How long we keep it');
    });

    it('that is asked for before the check waits for it', async () => {
      await client.close(uri);
      await client.open(uri, draft);
      const symbols = ask<DocumentSymbol[]>('documentSymbol');
      await client.pull(uri);
      assert.equal((await symbols).length, 1);
    });

    it('folds by section', async () => {
      await open();
      const ranges = await ask<FoldingRange[]>('foldingRange');
      const { line } = rangeOf(draft, '## Who gets it').start;
      assert.ok(ranges.some(({ startLine, endLine }) => startLine === line && endLine === line + 2));
      assert.equal(ranges.length, 5);
    });
  });

  describe('defined terms', () => {
    const position = rangeOf(draft, 'No External Party').end;

    it('lead to their definition and their uses', async () => {
      await open();
      const definition = await ask<Location[]>('definition', { position });
      assert.deepEqual(
        definition.map(({ range }) => range),
        [rangeOf(draft, 'External Parties')],
      );
      const words = async (includeDeclaration: boolean) =>
        (await ask<Location[]>('references', { position, context: { includeDeclaration } })).map(({ range }) =>
          wordsAt(draft, range),
        );
      assert.deepEqual(await words(true), ['External Parties', 'External Parties', 'External Party']);
      assert.deepEqual(await words(false), ['External Parties', 'External Party']);
      assert.deepEqual(await ask('definition', { position: rangeOf(draft, 'runs this').start }), []);
    });

    it('are renamed everywhere, in singular and plural', async () => {
      await open();
      const { placeholder } = await ask<{ placeholder: string }>('prepareRename', { position });
      assert.equal(placeholder, 'External Parties');
      const edit = await ask<{ documentChanges: TextDocumentEdit[] }>('rename', {
        position,
        newName: 'Trusted Companies',
      });
      const [{ textDocument, edits }] = edit.documentChanges;
      assert.deepEqual(textDocument, { uri, version: 1 });
      assert.deepEqual(
        (edits as TextEdit[]).map(({ range, newText }) => [wordsAt(draft, range), newText]),
        [
          ['External Parties', 'Trusted Companies'],
          ['External Parties', 'Trusted Companies'],
          ['External Party', 'Trusted Company'],
        ],
      );
    });

    it('refuse names that would collide, and say why', async () => {
      await open();
      await assert.rejects(ask('rename', { position, newName: 'Couriers' }), /“Couriers” is already used/);
      await assert.rejects(ask('prepareRename', { position: rangeOf(draft, 'we"').start }), /stands for a person/);
      assert.equal(await ask('prepareRename', { position: rangeOf(draft, 'runs this').start }), null);
    });
  });

  describe('code lenses', () => {
    it('are off until they are asked for', async () => {
      await open();
      assert.equal(await ask('codeLens'), null);
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { policyLinter: { codeLens: true } },
      });
      const lenses = await ask<CodeLens[]>('codeLens');
      const titleAt = (heading: string) =>
        lenses.find(({ range }) => range.start.line === rangeOf(draft, heading).start.line)?.command?.title;
      assert.match(titleAt('## How long')!, /^satisfies GDPR: .*storage period/);
      assert.match(titleAt('# Privacy Policy')!, /^\d+ findings?\b/);
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { policyLinter: { codeLens: false } },
      });
      assert.equal(await ask('codeLens'), null);
    });
  });

  describe('a file that is not open', () => {
    const check = (text: string, languageId = 'markdown') =>
      client.connection.sendRequest<{
        status: { state: string; findings?: number; reason?: string };
        diagnostics: unknown[];
      }>('policyLinter/checkText', { uri: 'file:///drafts/other.md', languageId, text });

    it('is checked as an open one is', async () => {
      await open();
      const pulled = await client.pull(uri);
      const { status, diagnostics } = await check(draft);
      assert.equal(status.state, 'checked');
      assert.equal(diagnostics.length, pulled.length);
    });

    it('is told apart where it is not checked', async () => {
      const { status, diagnostics } = await check(readme);
      assert.deepEqual(status, { state: 'notChecked', reason: 'not a privacy policy' });
      assert.deepEqual(diagnostics, []);
    });
  });
});
