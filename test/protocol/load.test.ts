import { strict as assert } from 'node:assert';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { draftOf } from '../incremental/drafts';
import { Client, modernEditor } from './client';
import { draft } from './texts';

const uri = 'file:///drafts/long/privacy.md';
const atTop = { line: 0, character: 0 };

/** A draft of so many characters, most of them in a code block: it takes as much room as another, and little time to read. */
const padded = (text: string, length: number): string => {
  const open = `${text}\n\n\`\`\`\n`;
  return `${open}${'0123456789\n'.repeat(Math.ceil((length - open.length) / 11))}\`\`\`\n`;
};

describe('a long draft', () => {
  const long = draftOf(80_000, 'markdown');
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(() => client.stop());

  it('keeps nobody waiting while it is read', async () => {
    await client.open(uri, long);
    const answered: string[] = [];
    const answer = (name: string, question: Promise<unknown>) => question.then(() => answered.push(name));
    const position = { textDocument: { uri }, position: atTop };
    await Promise.all([
      answer('diagnostics', client.report(uri)),
      answer('hover', client.hover(uri, atTop)),
      answer('completion', client.connection.sendRequest('textDocument/completion', position)),
    ]);
    assert.equal(answered.at(-1), 'diagnostics');
    const { checks, steps } = await client.statistics();
    assert.equal(checks, 1);
    assert.ok(steps > 1, `${steps} steps`);
  });

  it('has the diagnostics that it would have if it were read at once', async () => {
    await client.open(uri, long);
    const found = await client.pull(uri);
    await client.change(uri, '');
    await client.pull(uri);
    for (let end = 7000; end < long.length; end += 7000) {
      await client.change(uri, long.slice(0, end));
      await client.pull(uri);
    }
    await client.change(uri, long);
    assert.deepEqual(await client.pull(uri), found);
  });

  it('is read on while its author types, and checked once', async () => {
    await client.open(uri, long);
    const first = new CancellationTokenSource();
    const cancelled = client.report(uri, undefined, first.token).catch(() => undefined);
    await client.change(uri, 'Brief. ', { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
    first.cancel();
    const found = await client.pull(uri);
    await cancelled;
    assert.equal((await client.statistics()).checks, 1);
    const twin = 'file:///drafts/twin/privacy.md';
    await client.open(twin, long.replace('\n\n', '\n\nBrief. '));
    const afresh = await client.pull(twin);
    assert.deepEqual(JSON.parse(JSON.stringify(found).replaceAll(uri, twin)), afresh);
  });

  it('is read no further when nobody waits for it', async () => {
    await client.open(uri, long);
    const token = new CancellationTokenSource();
    const report = client.report(uri, undefined, token.token);
    token.cancel();
    await assert.rejects(report);
    assert.deepEqual(await client.hover(uri, atTop), null);
    assert.equal((await client.statistics()).checks, 0);
  });
});

describe('two long drafts for which together there is no room', () => {
  it('are both checked, one after the other', async () => {
    const client = await Client.start();
    try {
      const long = padded(draftOf(30_000, 'markdown'), 320_000);
      const drafts = ['privacy', 'fresh'].map((name) => `file:///drafts/${name}.md`);
      for (const one of drafts) await client.open(one, long);
      const [found, others] = await Promise.all(drafts.map((one) => client.pull(one)));
      assert.ok(found.length > 0);
      assert.equal(others.length, found.length);
      assert.equal((await client.statistics()).checks, 2);
    } finally {
      await client.stop();
    }
  });
});

describe('a draft of absurd size', () => {
  it('is not checked, whoever asks, and the status says why', async () => {
    const client = await Client.start();
    await client.open(uri, draft.repeat(6_000_000 / draft.length));
    await client.connection.sendRequest('policyLinter/checkDocument', { uri });
    assert.deepEqual(await client.pull(uri), []);
    const { reason } = await client.status(uri, 'notChecked');
    assert.equal(reason, 'too large: 6.0 million characters, and at most 5.2 million are checked');
    await client.stop();
  });
});

describe('an editor in a hurry', () => {
  it('may speak before it has the answer to its introduction', async () => {
    const client = await Client.start(modernEditor, {}, { waits: false });
    await client.open(uri, draft);
    assert.ok((await client.pull(uri)).length > 0);
    await client.stop();
  });
});

describe('twenty keys in a row', () => {
  it('cost two analyses at most', async () => {
    const client = await Client.start();
    await client.open(uri, draft);
    await client.pull(uri);
    const before = (await client.statistics()).checks;
    const place = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    const answers: Promise<unknown>[] = [];
    for (let key = 0; key < 20; key++) {
      void client.change(uri, 'x', place);
      answers.push(client.report(uri));
    }
    await Promise.all(answers);
    const checks = (await client.statistics()).checks - before;
    assert.ok(checks <= 2, `${checks} analyses`);
    await client.stop();
  });
});

describe('many open drafts', () => {
  const uris = Array.from({ length: 16 }, (_, i) => `file:///drafts/many/${i}/privacy.md`);
  const texts = uris.map((_, i) => padded(draftOf(3_000, 'markdown', i), 50_000));
  let client: Client;
  before(async () => {
    client = await Client.start();
    for (const [i, one] of uris.entries()) {
      await client.open(one, texts[i]);
      await client.pull(one);
    }
  });
  after(() => client.stop());

  it('are not all held in memory', async () => {
    const { keptCharacters, openDrafts } = await client.statistics();
    assert.equal(openDrafts, uris.length);
    assert.ok(keptCharacters > 500_000 && keptCharacters <= 600_000, `${keptCharacters} characters`);
  });

  it('keep what was found in them, and are read again when more is asked', async () => {
    const { checks } = await client.statistics();
    const [found] = await client.pull(uris[0]);
    assert.equal((await client.statistics()).checks, checks);
    assert.ok(await client.hover(uris[0], found.range.start));
    assert.equal((await client.statistics()).checks, checks + 1);
  });

  it('leave nothing behind when they are closed', async () => {
    for (const one of uris) await client.close(one);
    assert.deepEqual(await client.pull(uris[0]), []);
    const { keptCharacters, openDrafts } = await client.statistics();
    assert.equal(openDrafts, 0);
    assert.equal(keptCharacters, 0);
  });
});
