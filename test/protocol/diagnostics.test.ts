import { strict as assert } from 'node:assert';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, simpleEditor } from './client';
import { draft, rangeOf, readme, wordsAt } from './texts';

let drafts = 0;
/** Each test has a document of its own, as a group shares one server. */
const newUri = () => `file:///drafts/${++drafts}/privacy.md`;
const REQUEST_CANCELLED = -32800;
const atEnd = { start: { line: 999, character: 0 }, end: { line: 999, character: 0 } };

describe('diagnostics that an editor asks for', () => {
  let client: Client;
  let uri: string;
  before(async () => {
    client = await Client.start();
  });
  beforeEach(() => {
    uri = newUri();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('are announced, and sent to nobody unasked', async () => {
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'policy-linter',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await client.open(uri, draft);
    await client.pull(uri);
    assert.deepEqual(client.publishedFor(uri), []);
  });

  it('name rule, source and place of a finding', async () => {
    await client.open(uri, draft);
    const found = (await client.pull(uri)).find(({ code }) => code === 'placeholder/unfilled');
    assert.ok(found);
    assert.equal(found.source, 'policy-linter');
    assert.equal(found.severity, 1);
    assert.equal(wordsAt(draft, found.range), '[email address]');
  });

  it('show the other side of a contradiction', async () => {
    await client.open(uri, draft);
    const found = (await client.pull(uri)).find(
      ({ code, severity }) => code === 'contradiction/collection' && severity === 1,
    );
    assert.match(wordsAt(draft, found!.range), /not collect/);
    const related = found!.relatedInformation!.map(({ location }) => location);
    for (const location of related) {
      assert.equal(location.uri, uri);
      assert.equal(location.range.start.line, 6, 'where it is collected');
    }
    assert.ok(related.some(({ range }) => wordsAt(draft, range).includes('phone number')));
  });

  it('are short: at most eight other places, the last with the number of those left out', async () => {
    const collected = Array.from({ length: 12 }, (_, i) => `We collect your e-mail address in shop ${i}.`);
    await client.open(uri, `# Privacy Policy\n\nWe do not collect your e-mail address.\n\n${collected.join('\n\n')}\n`);
    const found = (await client.pull(uri)).find(({ relatedInformation }) => relatedInformation);
    assert.equal(found?.relatedInformation?.length, 8);
    assert.match(found.relatedInformation[7].message, /\(And 4 more\.\)$/);
    assert.equal(found.data, undefined);
  });

  it('follow an edit', async () => {
    await client.open(uri, draft);
    assert.ok((await client.pull(uri)).some(({ code }) => code === 'placeholder/unfilled'));
    await client.change(uri, 'hello@northwindlamps.shop', rangeOf(draft, '[email address]'));
    assert.ok(!(await client.pull(uri)).some(({ code }) => code === 'placeholder/unfilled'));
  });

  it('are "unchanged" for whoever has them already', async () => {
    await client.open(uri, draft);
    const { resultId } = await client.report(uri);
    assert.deepEqual(await client.report(uri, resultId), { kind: 'unchanged', resultId });
    const end = rangeOf(draft, 'for our purposes.\n').end;
    await client.change(uri, '\n', { start: end, end });
    assert.deepEqual(
      await client.report(uri, resultId),
      { kind: 'unchanged', resultId },
      'an edit that changes nothing',
    );
    await client.change(uri, draft.replace('[email address]', '[our address]'));
    assert.equal((await client.report(uri, resultId)).kind, 'full');
  });

  it('are the same after any edits as when the draft is opened afresh', async () => {
    const twin = newUri();
    const start = `${draft}\r\nOne more 🙂 line.\r`;
    const reference = TextDocument.create(uri, 'markdown', 1, start);
    await client.open(uri, start);
    const edits: [string, Range][] = [
      ['', rangeOf(draft, 'name, postal address and ')],
      ['e-mail\r\n', rangeOf(draft, 'collect')],
      [draft.slice(0, 200), { start: { line: 0, character: 0 }, end: { line: 8, character: 3 } }],
      [' We never share your phone number.', atEnd],
    ];
    for (const [text, range] of edits) {
      await client.pull(uri);
      await client.change(uri, text, range);
      TextDocument.update(reference, [{ text, range }], client.version(uri));
    }
    await client.open(twin, reference.getText());
    const edited = await client.pull(uri);
    assert.ok(edited.length > 0);
    assert.deepEqual(JSON.parse(JSON.stringify(edited).replaceAll(uri, twin)), await client.pull(twin));
  });

  it('answer a burst of edits with few checks, and cancelled questions with "cancelled"', async () => {
    await client.open(uri, draft);
    await client.pull(uri);
    const checks = () => client.statuses.filter((status) => status.uri === uri).length;
    const before = checks();
    const place = { line: 2, character: 0 };
    const answers: Promise<unknown>[] = [];
    let token = new CancellationTokenSource();
    for (let i = 0; i < 20; i++) {
      void client.change(uri, 'x', { start: place, end: place });
      token.cancel();
      token = new CancellationTokenSource();
      answers.push(
        client.report(uri, undefined, token.token).then(
          () => 'answered',
          (error) => error.code,
        ),
      );
    }
    const outcomes = await Promise.all(answers);
    assert.equal(outcomes.at(-1), 'answered');
    const known = ['answered', REQUEST_CANCELLED];
    assert.deepEqual(
      outcomes.filter((outcome) => !known.includes(outcome as string)),
      [],
    );
    await client.pull(uri);
    assert.ok(checks() - before <= 4, `${checks() - before} checks`);
  });

  it('are empty for a document that is not open', async () => {
    assert.deepEqual(await client.report('file:///drafts/elsewhere.md'), { kind: 'full', items: [] });
    await client.open(uri, draft);
    await client.pull(uri);
    await client.close(uri);
    assert.deepEqual(await client.report(uri), { kind: 'full', items: [] });
  });

  it('survive edits at places that do not exist', async () => {
    await client.open(uri, draft);
    await client.change(uri, 'x', { start: { line: 9999, character: 9999 }, end: { line: 99999, character: 0 } });
    await client.change(uri, 'x', { start: { line: 4, character: 999 }, end: { line: 2, character: 1 } });
    await client.change(uri, 'x', { start: { line: -1, character: -5 }, end: { line: 0, character: 0 } });
    await client.pull(uri);
    assert.ok(client.isRunning);
    await client.hover(uri, { line: -3, character: 1e9 });
    await client.codeActions(uri, { start: { line: 5, character: 5 }, end: { line: 0, character: 0 } });
    await client.change(uri, draft);
    assert.ok((await client.pull(uri)).length > 0);
  });
});

describe('documents that are not checked', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  it('what is no policy stays silent, and the status says so', async () => {
    await client.open('file:///drafts/README.md', readme);
    assert.deepEqual(await client.pull('file:///drafts/README.md'), []);
    const { reason } = await client.status('file:///drafts/README.md', 'notChecked');
    assert.ok(reason);
  });

  it('are checked once the author asks for it', async () => {
    const text = 'Write to us at [email address].\n';
    await client.open('untitled:Untitled-1', text, 'plaintext');
    assert.deepEqual(await client.pull('untitled:Untitled-1'), []);
    await client.connection.sendRequest('policyLinter/checkDocument', { uri: 'untitled:Untitled-1' });
    assert.equal(client.refreshes, 1);
    const rules = (await client.pull('untitled:Untitled-1')).map(({ code }) => code);
    assert.ok(rules.includes('placeholder/unfilled'));
    await client.status('untitled:Untitled-1', 'checked');
  });

  it('asked for in another language they have one notice, and the status still says that they were not', async () => {
    const text = `# Datenschutz\n\nWir verkaufen Kräuter. Wenn Sie bei uns bestellen, verarbeiten wir Ihren Namen und Ihre Anschrift,
um die Ware zu versenden, und wir geben die Daten an den Paketdienst weiter. [Name des Dienstes]\n`;
    await client.open('untitled:Untitled-2', text, 'markdown');
    await client.connection.sendRequest('policyLinter/checkDocument', { uri: 'untitled:Untitled-2' });
    const rules = (await client.pull('untitled:Untitled-2')).map(({ code }) => code);
    assert.deepEqual(rules, ['wording/other-language']);
    assert.equal((await client.status('untitled:Untitled-2', 'notChecked')).reason, 'not in English');
  });

  it('old revisions and output are no drafts', async () => {
    for (const view of ['git:/drafts/privacy.md?ref=HEAD', 'output:tasks', 'gitlens://x/privacy.md']) {
      await client.open(view, draft);
      assert.deepEqual(await client.pull(view), []);
      await client.status(view, 'notChecked');
    }
  });

  it('nor are other languages', async () => {
    await client.open('file:///drafts/privacy.py', draft, 'python');
    assert.deepEqual(await client.pull('file:///drafts/privacy.py'), []);
    await client.status('file:///drafts/privacy.py', 'notChecked');
  });

  it('"checked, nothing found" is told apart from them', async () => {
    const uri = newUri();
    await client.open(uri, draft);
    const found = await client.pull(uri);
    const { findings, milliseconds } = await client.status(uri, 'checked');
    assert.equal(findings, found.filter(({ severity }) => severity !== 4).length);
    assert.ok(milliseconds! >= 0);
  });
});

describe('diagnostics for an editor that cannot ask', () => {
  let client: Client;
  before(async () => {
    client = await Client.start(simpleEditor);
  });
  after(() => client.stop());

  it('are sent with the version they belong to, and taken back when the draft is closed', async () => {
    const uri = newUri();
    const next = newUri();
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(uri, draft);
    const first = await client.published(uri, ({ version }) => version === 1);
    assert.ok(first.diagnostics.some(({ code }) => code === 'placeholder/unfilled'));
    await client.change(uri, draft.replace('[email address]', 'hello@northwindlamps.shop'));
    const second = await client.published(uri, ({ version }) => version === 2);
    assert.ok(!second.diagnostics.some(({ code }) => code === 'placeholder/unfilled'));
    await client.close(uri);
    await client.open(next, draft);
    await client.published(next, ({ version }) => version === 1);
    assert.deepEqual(client.publishedFor(uri).at(-1)?.diagnostics, []);
  });
});

describe('a client that misbehaves', () => {
  it('is answered all the same after a message that makes no sense', async () => {
    const client = await Client.start();
    client.connection.onError(() => {});
    for (const nonsense of [
      '{"jsonrpc":"2.0","method":"textDocument/didOpen"}',
      '{"jsonrpc":"2.0","id":7}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}',
      '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":1,"text":5}}}',
      '[]',
      '{bad',
    ]) {
      client.sendRaw(`Content-Length: ${nonsense.length}\r\n\r\n${nonsense}`);
    }
    const uri = newUri();
    await client.open(uri, draft);
    assert.ok((await client.pull(uri)).length > 0);
    await client.stop();
  });

  it('is not outlived by the server', async () => {
    const client = await Client.start();
    await client.vanish();
    assert.equal(client.isRunning, false);
  });
});
