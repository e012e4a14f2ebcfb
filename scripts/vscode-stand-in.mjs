#!/usr/bin/env node
// Stands in for the VS Code desktop executable: takes the arguments that @vscode/test-electron passes, runs them in
// VS Code's server (the workbench in a headless browser, extensions in the server's extension host) and ends with the
// tests' exit code.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer, workbenchAddress } from './vscode-server.mjs';
import { isWorkbenchLine } from './workbench-log.mjs';

const limit = Number(process.env.EDITOR_TESTS_TIMEOUT_MS ?? 180_000);
/** @type {{ development: string[], open: string[], tests?: string, extensions?: string }} */
const options = { development: [], open: [] };
for (const argument of process.argv.slice(2)) {
  const [name, value = ''] = argument.split(/=(.*)/s);
  if (name === '--extensionDevelopmentPath') options.development.push(value);
  else if (name === '--extensionTestsPath') options.tests = value;
  else if (name === '--extensions-dir') options.extensions = value;
  else if (!argument.startsWith('-')) options.open.push(argument);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'vscode-stand-in-'));
const debug = process.env.EDITOR_TESTS_DEBUG
  ? (/** @type {string} */ text) => console.error(`[vscode] ${text}`)
  : () => {};
/** The workbench's own log lines, shown only when the run ends without a result. @type {string[]} */
const kept = [];
/** @type {Array<() => Promise<unknown>>} */
const endings = [];
let ending = false;

/** @param {number} code */
async function finish(code) {
  if (ending) return;
  ending = true;
  for (const end of endings.reverse()) await end().catch(() => {});
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(code);
}

/** @param {string} why @param {number} code */
function giveUp(why, code) {
  if (ending) return;
  console.error([...kept.slice(-20), why].join('\n'));
  void finish(code);
}

async function main() {
  const server = await startServer({ data: scratch, extensions: options.extensions });
  endings.push(server.stop);
  const browser = await launchBrowser();
  endings.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown} */ parts) => {
    if (!Array.isArray(parts)) return;
    const line = format(...parts);
    if (type === 'info' && !isWorkbenchLine(line)) console.log(line);
    else {
      kept.push(`${type}: ${line}`);
      debug(`${type}: ${line.split('\n')[0]}`);
    }
  });
  await page.exposeFunction('codeAutomationExit', async (/** @type {number} */ code) => {
    const picture = process.env.EDITOR_TESTS_PICTURE;
    if (picture) await page.screenshot({ path: picture });
    void finish(code);
  });
  page.on('console', (message) => message.type() === 'error' && debug(`console: ${message.text()}`));
  page.on('crash', () => giveUp('the browser’s page crashed', 1));
  server.process.once('exit', (code) => giveUp(`the VS Code server ended with ${code}`, 1));
  const target = options.open.find((file) => existsSync(file));
  const isFolder = target !== undefined && statSync(target).isDirectory();
  await page.goto(
    workbenchAddress(server.port, {
      open: isFolder ? target : undefined,
      files: target !== undefined && !isFolder ? [target] : [],
      development: options.development,
      tests: options.tests,
    }),
  );
}

process.on('SIGINT', () => void finish(130));
process.on('SIGTERM', () => void finish(143));
setTimeout(() => giveUp(`the tests gave no result within ${limit} ms`, 124), limit).unref();
main().catch((error) => giveUp(String(error.stack ?? error), 1));
