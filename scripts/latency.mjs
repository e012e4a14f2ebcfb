// What a language server costs an author over stdio: start, keys, bursts, hover, quick fixes, memory, processor at rest.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const burst = 20;
const probes = 20;
const text = ' We may share your address with our carrier.';
const uri = 'untitled:privacy-policy';
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const at = (/** @type {number[]} */ times, /** @type {number} */ share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** A server as a process, and what is said to it. */
export class Server {
  /** @type {Map<number, (result: any) => void>} */
  #waiting = new Map();
  /** @type {Buffer} */
  #received = Buffer.alloc(0);
  #next = 1;
  #version = 1;
  /** @type {any} */
  report;
  findings = 0;

  /** @param {string[]} command */
  constructor([command, ...args]) {
    this.started = performance.now();
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.process.stdout.on('data', (chunk) => this.#receive(chunk));
  }

  /** @param {Buffer} chunk */
  #receive(chunk) {
    this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, chunk]) : chunk;
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, Math.max(0, end)))?.[1]);
      if (end < 0 || this.#received.length < end + 4 + length) return;
      const message = JSON.parse(this.#received.toString('utf8', end + 4, end + 4 + length));
      this.#received = this.#received.subarray(end + 4 + length);
      if (message.method && message.id !== undefined)
        this.#send({ id: message.id, result: message.method === 'workspace/configuration' ? [null] : null });
      else if (message.id !== undefined) this.#waiting.get(message.id)?.(message.result);
    }
  }

  /** @param {object} message */
  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** @param {string} method @param {object} params @returns {Promise<any>} */
  ask(method, params) {
    return new Promise((resolve) => {
      this.#waiting.set(this.#next, resolve);
      this.#send({ id: this.#next++, method, params });
    });
  }

  /** @returns {Promise<number>} milliseconds from starting the process to the answer */
  async initialize() {
    const capabilities = { textDocument: { diagnostic: {} } };
    await this.ask('initialize', { processId: process.pid, rootUri: null, capabilities });
    const took = performance.now() - this.started;
    this.#send({ method: 'initialized', params: {} });
    return took;
  }

  /** @param {string} draft @param {string} languageId */
  open(draft, languageId) {
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId, version: this.#version, text: draft } },
    });
  }

  /** @param {{ line: number, character: number }} position @param {string} key */
  type(position, key) {
    this.#send({
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri, version: ++this.#version },
        contentChanges: [{ range: { start: position, end: position }, text: key }],
      },
    });
  }

  async pull() {
    const previousResultId = this.report?.resultId;
    this.report = await this.ask('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    if (this.report?.items) this.findings = this.report.items.length;
  }

  /** Processor time in milliseconds; undefined where the system does not tell. */
  get processorTime() {
    try {
      const tasks = `/proc/${this.process.pid}/task`;
      const spent = readdirSync(tasks).map((task) => readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
      return spent.reduce((sum, nanoseconds) => sum + Number(nanoseconds), 0) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** The most memory that it held, in megabytes; undefined where the system does not tell. */
  get peakMemory() {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
    } catch {
      return undefined;
    }
  }
}

/**
 * The time from the start of the process to the answer to `initialize`, of several servers in turn.
 * @param {string[][]} commands
 * @returns {Promise<number[]>} medians, in milliseconds
 */
export async function startTimes(commands, rounds = 9) {
  /** @type {number[][]} */
  const times = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, command] of commands.entries()) {
      const server = new Server(command);
      times[i].push(await server.initialize());
      server.process.kill();
    }
  }
  return times.map((list) => at(list, 0.5));
}

/**
 * @param {string} draft
 * @param {string} languageId
 * @param {string[]} command
 * @returns {Promise<Record<string, number | undefined>>} milliseconds, where nothing else is said
 */
export async function latencyOf(draft, languageId, command) {
  const server = new Server(command);
  await server.initialize();
  const opened = await openingOf(server, draft, languageId);
  const diagnostics = server.report?.items ?? [];
  const typed = await typingOf(server, draft);
  const helped = await helpOf(server, diagnostics);
  await pause(300);
  const idle = await idleOf(server);
  const { peakMemory, findings } = server;
  server.process.kill();
  return { ...opened, ...typed, ...helped, 'processor in 1 s idle': idle, 'peak MB': peakMemory, findings };
}

/** The first report, and hovers while the draft is read for it. @param {Server} server @param {string} draft @param {string} languageId */
async function openingOf(server, draft, languageId) {
  const opened = performance.now();
  server.open(draft, languageId);
  let isOpen = false;
  const opening = server.pull().then(() => {
    isOpen = true;
    return performance.now() - opened;
  });
  /** @type {number[]} */
  const meanwhile = [];
  while (!isOpen && meanwhile.length < 200) {
    meanwhile.push(await timed(() => server.ask('textDocument/hover', { textDocument: { uri }, position: top })));
    await pause(5);
  }
  return { open: await opening, 'hover meanwhile p95': at(meanwhile, 0.95) };
}

/** A key at a time, each with its report, then many keys with one. @param {Server} server @param {string} draft */
async function typingOf(server, draft) {
  const lines = draft.split('\n');
  const line = lines.findIndex((words, i) => i > lines.length / 2 - 1 && /\b(We|we) .{40}/.test(words));
  const position = { line, character: lines[line].lastIndexOf('.') + 1 };
  const strike = (/** @type {string} */ key) => {
    server.type(position, key);
    position.character++;
  };
  /** @type {number[]} */
  const times = [];
  const keys = draft.length > 500_000 ? 40 : 120;
  for (let key = 0; key < keys; key++) {
    times.push(
      await timed(() => {
        strike(text[key % text.length]);
        return server.pull();
      }),
    );
    await pause(5);
  }
  await pause(200);
  const before = await checksOf(server);
  const all = await timed(() => {
    for (let key = 0; key < burst; key++) strike('x');
    return server.pull();
  });
  return {
    'key p50': at(times, 0.5),
    'key p95': at(times, 0.95),
    [`burst of ${burst}`]: all,
    'checks in burst': (await checksOf(server)) - before,
  };
}

/** Hovers and quick fixes at some findings. @param {Server} server @param {{ range: { start: object } }[]} diagnostics */
async function helpOf(server, diagnostics) {
  const textDocument = { uri };
  /** @type {number[]} */
  const hovers = [];
  /** @type {number[]} */
  const actions = [];
  for (const diagnostic of diagnostics.filter((_, i) => i % Math.ceil(diagnostics.length / probes) === 0)) {
    const { range } = diagnostic;
    hovers.push(await timed(() => server.ask('textDocument/hover', { textDocument, position: range.start })));
    const context = { diagnostics: [diagnostic] };
    actions.push(await timed(() => server.ask('textDocument/codeAction', { textDocument, range, context })));
  }
  return { 'hover p50': at(hovers, 0.5), 'quick fix p50': at(actions, 0.5) };
}

/** Processor time in a second in which nothing is asked. @param {Server} server */
async function idleOf(server) {
  const spent = server.processorTime;
  await pause(1000);
  return spent === undefined ? undefined : (server.processorTime ?? spent) - spent;
}

const top = { line: 0, character: 2 };

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Zero of a server that does not tell. @param {Server} server */
async function checksOf(server) {
  return (await server.ask('policyLinter/statistics', {}))?.checks ?? 0;
}
