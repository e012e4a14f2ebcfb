import { strict as assert } from 'node:assert';
import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import { noFiles } from '../../server/src/config/fileAccess';
import { connectionOptions } from '../../server/src/lsp/connectionOptions';
import { serve } from '../../server/src/lsp/server';
import { start } from '../../server/src/lsp/start';
import { draftOf, type Numbers } from '../incremental/drafts';
import { oddities } from './mutations';
import type { Target } from './target';

/** Messages of one client. */
const MESSAGES = 150;
/** A client is not kept waiting longer for an answer; milliseconds by the clock. */
const ANSWERED = 20_000;

/** What a client sends, mutated: whatever came before, a sound request is answered soundly. */
export const messages: Target = {
  name: 'messages',
  share: 4,
  async round(numbers, watch) {
    const client = new MemoryClient(numbers);
    const start = { processId: null, rootUri: 'file:///w', capabilities };
    const odd = {
      ...start,
      capabilities: changed(capabilities, numbers),
      initializationOptions: changed({ locale: 'en', rulePages: 'file:///pages' }, numbers),
    };
    // a start that makes no sense may be refused, and the next one counts
    await client.request('initialize', odd).catch(() => client.request('initialize', start));
    client.notify('initialized', {});
    for (let n = 0; n < MESSAGES; n++) {
      const [method, params] = someMessage(numbers);
      const sent = numbers.below(3) === 0 ? params : changed(params, numbers);
      watch.made(1, { method, params: sent });
      // a change to a draft may be a request, and a request a notification
      if (method.startsWith('$/') || (method.includes('/did') && numbers.below(20) > 0)) client.notify(method, sent);
      else if (numbers.below(20) > 0) void client.request(method, sent).catch(() => {});
      else client.notify(method, sent);
      if (numbers.below(10) === 0) await new Promise(setImmediate);
      if (n % 50 === 49) await watch.timed(() => answersSoundly(client));
    }
    client.cancelAll();
    await client.idle();
  },
};

const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const uris = ['file:///w/a.md', 'file:///w/b.html', 'file:///w/.policy-linter.yml', 'untitled:Untitled-1'];
const languages = ['markdown', 'html', 'plaintext', 'yaml', 'toString', ''];

function someMessage(numbers: Numbers): [method: string, params: unknown] {
  const uri = numbers.of(uris);
  const textDocument = { uri, languageId: numbers.of(languages), version: numbers.below(5), text: someText(numbers) };
  const position = () => ({ line: numbers.below(20), character: numbers.below(60) });
  const at = { textDocument: { uri }, position: position() };
  const range = { start: position(), end: position() };
  const contentChanges = Array.from({ length: 1 + numbers.below(3) }, () => ({
    range: { start: position(), end: position() },
    text: numbers.of(oddities),
  }));
  return numbers.of<[string, unknown]>([
    ['textDocument/didOpen', { textDocument }],
    ['textDocument/didChange', { textDocument: { uri, version: numbers.below(9) }, contentChanges }],
    ['textDocument/didChange', { textDocument: { uri, version: numbers.below(9) }, contentChanges }],
    ['textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ text: someText(numbers) }] }],
    ['textDocument/didClose', { textDocument: { uri } }],
    ['textDocument/didSave', { textDocument: { uri } }],
    ['textDocument/diagnostic', { textDocument: { uri }, previousResultId: '1' }],
    ['textDocument/hover', at],
    ['textDocument/completion', at],
    ['textDocument/definition', at],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/prepareRename', at],
    ['textDocument/rename', { ...at, newName: numbers.of(oddities) }],
    ['textDocument/documentSymbol', { textDocument: { uri } }],
    ['textDocument/foldingRange', { textDocument: { uri } }],
    ['textDocument/codeLens', { textDocument: { uri } }],
    [
      'textDocument/codeAction',
      { textDocument: { uri }, range, context: { diagnostics: [], only: ['source.fixAll'] } },
    ],
    ['workspace/didChangeConfiguration', { settings: { policyLinter: { codeLens: true } } }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 + numbers.below(3) }] }],
    ['$/cancelRequest', { id: numbers.below(100) }],
    ['$/setTrace', { value: 'off' }],
    ['policyLinter/checklist', { uri }],
    ['policyLinter/practiceMap', { uri }],
    ['policyLinter/questions', { uri }],
    ['policyLinter/setFacts', { uri, facts: { sells: true } }],
    ['policyLinter/insertion', { uri, id: 'gdpr-retention-period' }],
    ['policyLinter/resolvedConfiguration', { uri }],
    ['policyLinter/checkDocument', { uri }],
    ['policyLinter/checkText', { uri, languageId: 'markdown', text: someText(numbers) }],
    ['policyLinter/nothing', {}],
  ]);
}

function someText(numbers: Numbers): string {
  return numbers.below(3) === 0
    ? numbers.of(oddities)
    : draftOf(numbers.below(400), numbers.of(['markdown', 'html', 'plaintext']), numbers.below(1000));
}

const wrong: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  0.5,
  1e9,
  2 ** 53,
  -(2 ** 31),
  '',
  '\ud83d',
  '%',
  'file:///%zz',
  '../../../etc/passwd',
  'http://[',
  [],
  {},
  [[]],
  { __proto__: null },
  { constructor: 1, toString: 2 },
  'x'.repeat(5000),
];

/** A copy in which something is not what it should be. */
function changed(value: unknown, numbers: Numbers): unknown {
  if (numbers.below(8) === 0) return numbers.of(wrong);
  if (typeof value !== 'object' || value === null) return numbers.below(6) === 0 ? numbers.of(wrong) : value;
  const keys = Object.keys(value);
  if (keys.length === 0) return numbers.of(wrong);
  const key = numbers.of(keys);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  (copy as Record<string, unknown>)[key] = changed((value as Record<string, unknown>)[key], numbers);
  return copy;
}

async function answersSoundly(client: MemoryClient): Promise<void> {
  const uri = 'file:///w/privacy-policy.md';
  const text = '# Privacy Policy\n\nWe collect your name. Write to [email address].\n';
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const report = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
    items: { code: string }[];
  };
  assert.ok(report.items.some(({ code }) => code === 'placeholder/unfilled'));
  client.notify('textDocument/didClose', { textDocument: { uri } });
}

type Answer = { id?: number | string; method?: string; result?: unknown; error?: { code: number; message: string } };

/** A client in the same process; its messages are what they would be after a trip over the wire. */
class MemoryClient {
  readonly #reader = new Reader();
  readonly #open = new Map<number, { resolve(result: unknown): void; reject(error: unknown): void }>();
  #ids = 0;

  constructor(numbers: Numbers) {
    const writer = new Writer((answer) => this.#receive(answer, numbers));
    const host = {
      files: noFiles,
      today: () => '2026-11-22',
      now: () => performance.now(),
      yield: () => new Promise<void>((resolve) => setImmediate(resolve)),
      rulePage: () => undefined,
    };
    start(createConnection(this.#reader, writer, connectionOptions), host, () => serve);
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#ids;
    const answered = new Promise((resolve, reject) => this.#open.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return within(answered, `no answer to ${method}`);
  }

  cancelAll(): void {
    for (const id of this.#open.keys()) this.notify('$/cancelRequest', { id });
  }

  /** When every request has its answer. */
  async idle(): Promise<void> {
    const asked = await within(this.request('policyLinter/checklist', { uri: 'file:///w/none.md' }), 'not idle');
    assert.equal(asked, null);
    for (let turn = 0; this.#open.size > 0 && turn < 1000; turn++) await new Promise(setImmediate);
    assert.equal(this.#open.size, 0, 'every request is answered');
  }

  #send(message: object): void {
    this.#reader.deliver(JSON.parse(JSON.stringify({ jsonrpc: '2.0', ...message })));
  }

  #receive(answer: Answer, numbers: Numbers): void {
    if (answer.method !== undefined) {
      if (answer.id !== undefined)
        this.#send({ id: answer.id, result: numbers.below(5) === 0 ? numbers.of(wrong) : null });
      return;
    }
    const asked = this.#open.get(Number(answer.id));
    this.#open.delete(Number(answer.id));
    if (answer.error) asked?.reject(new Error(answer.error.message));
    else asked?.resolve(answer.result);
  }
}

function within<T>(result: Promise<T>, problem: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(problem)), ANSWERED);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

class Reader extends AbstractMessageReader {
  #callback: DataCallback | undefined;

  listen(callback: DataCallback) {
    this.#callback = callback;
    return { dispose() {} };
  }

  deliver(message: Message): void {
    try {
      this.#callback?.(message);
    } catch (error) {
      this.fireError(error); // as the reader of a stream does
    }
  }
}

class Writer extends AbstractMessageWriter {
  constructor(private readonly receive: (message: Answer) => void) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.receive(JSON.parse(JSON.stringify(message)));
  }

  end(): void {}
}
