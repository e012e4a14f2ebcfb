// Keystroke to diagnostics of a language server over stdio: opens a draft, types into it, pulls after every key.
import { execFileSync, spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const keys = 120;
const text = ' We may share your address with our carrier.';

/**
 * @param {string} entry the bundle that writes drafts
 * @param {number} size
 * @param {string[]} command
 * @returns {Promise<{ p50: number, p95: number, findings: number }>}
 */
export async function latencyOf(entry, size, [command, ...args]) {
  const draft = execFileSync(process.execPath, [entry, 'markdown', String(size), 'draft'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let next = 1;
  const send = (/** @type {object} */ message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  server.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, Math.max(0, end)))?.[1]);
      if (end < 0 || buffer.length < end + 4 + length) return;
      const message = JSON.parse(buffer.toString('utf8', end + 4, end + 4 + length));
      buffer = buffer.subarray(end + 4 + length);
      if (message.method && message.id !== undefined)
        send({ id: message.id, result: message.method === 'workspace/configuration' ? [null] : null });
      else if (message.id !== undefined) waiting.get(message.id)?.(message.result);
    }
  });
  const ask = (/** @type {string} */ method, /** @type {object} */ params) =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  const uri = 'untitled:privacy-policy.md';
  await ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  send({ method: 'initialized', params: {} });
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'markdown', version: 1, text: draft } },
  });
  let report = await ask('textDocument/diagnostic', { textDocument: { uri } });
  let findings = report?.items?.length ?? 0;
  const lines = draft.split('\n');
  const line = lines.findIndex((words, at) => at > lines.length / 2 && /^We .{40}/.test(words));
  let character = lines[line].length;
  /** @type {number[]} */
  const times = [];
  for (let key = 0; key < keys; key++) {
    const position = { line, character: character++ };
    const started = performance.now();
    send({
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri, version: key + 2 },
        contentChanges: [{ range: { start: position, end: position }, text: text[key % text.length] }],
      },
    });
    report = await ask('textDocument/diagnostic', { textDocument: { uri }, previousResultId: report?.resultId });
    times.push(performance.now() - started);
    findings = report?.items?.length ?? findings;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  server.kill();
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], findings };
}
