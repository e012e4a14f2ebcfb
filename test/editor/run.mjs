// Runs bundled tests inside a real VS Code: once with the extension as it was built, once with the packaged one.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests, runVSCodeCommand } from '@vscode/test-electron';
import { createVSIX } from '@vscode/vsce';
import { buildTests } from '../../esbuild.js';
import { installServer, root, runServerCommand } from '../../scripts/vscode-server.mjs';

const standIn = path.join(root, 'scripts', 'vscode-stand-in.mjs');

/**
 * VS Code desktop where it can be downloaded and has a display, else VS Code's server in a browser.
 * VSCODE_FOR_TESTS=server, or the path of an executable, decides otherwise.
 */
async function findVSCode() {
  const asked = process.env.VSCODE_FOR_TESTS;
  if (asked && asked !== 'server') return asked;
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!asked && display) {
    try {
      return await downloadAndUnzipVSCode('stable');
    } catch (error) {
      console.log(`VS Code desktop could not be downloaded (${error}): testing in the VS Code server`);
    }
  }
  installServer();
  return standIn;
}

/**
 * @param {string} executable
 * @param {string} vsix
 * @param {string} extensions
 */
async function install(executable, vsix, extensions) {
  if (executable === standIn) {
    runServerCommand('--install-extension', vsix, '--extensions-dir', extensions, '--server-data-dir', extensions);
  } else {
    await runVSCodeCommand(['--install-extension', vsix, '--extensions-dir', extensions]);
  }
}

/**
 * @param {string[]} files
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runInVSCode(files) {
  const executable = await findVSCode();
  const [entry] = await buildTests(['test/editor/index.ts']);
  const scratch = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
  /** @param {string} what @param {string} development @param {string[]} args */
  const run = async (what, development, args) => {
    console.log(`\n${what}`);
    // Tests edit; what they edit is a copy.
    const workspace = path.join(scratch, 'workspace');
    const results = path.join(scratch, 'results.json');
    rmSync(workspace, { recursive: true, force: true });
    rmSync(results, { force: true });
    cpSync(path.join(root, 'examples'), workspace, { recursive: true });
    cpSync(path.join(root, 'test', 'editor', 'workspace'), workspace, { recursive: true });
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: development,
      extensionTestsPath: entry,
      extensionTestsEnv: { TEST_FILES: JSON.stringify(files), TEST_RESULTS: results },
      launchArgs: [workspace, ...args],
    }).catch((error) => console.error(String(error)));
    if (!existsSync(results)) throw new Error(`the tests of ${what} gave no result`);
    return JSON.parse(readFileSync(results, 'utf8'));
  };
  try {
    const built = await run('the extension as built', root, ['--disable-extensions']);
    const vsix = path.join(scratch, 'policy-linter.vsix');
    const extensions = path.join(scratch, 'extensions');
    await createVSIX({
      cwd: root,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
    await install(executable, vsix, extensions);
    // Tests need an extension under development; beside an empty one, the installed one is the one tested.
    const empty = path.join(root, 'test', 'editor', 'empty-extension');
    const packaged = await run('the packaged extension', empty, [`--extensions-dir=${extensions}`]);
    return { passed: built.passed + packaged.passed, failed: built.failed + packaged.failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
