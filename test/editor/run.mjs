// Runs bundled tests inside a real VS Code: once with the extension as it was built, once with the packaged one.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildTests } from '../../esbuild.js';
import { emptyExtension, findVSCode, installExtension, packageExtension } from '../../scripts/vscode.mjs';
import { root } from '../../scripts/vscode-server.mjs';
import { prepareWorkspace } from './prepareWorkspace.mjs';

/**
 * @param {string[]} files
 * @param {string} [grep]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runInVSCode(files, grep = '') {
  const executable = await findVSCode();
  const [entry] = await buildTests(['test/editor/index.ts']);
  const scratch = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
  /** @param {string} what @param {string} development @param {string[]} args */
  const run = async (what, development, args) => {
    console.log(`\n${what}`);
    const workspace = path.join(scratch, 'workspace');
    const results = path.join(scratch, 'results.json');
    rmSync(workspace, { recursive: true, force: true });
    rmSync(results, { force: true });
    prepareWorkspace(workspace);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: development,
      extensionTestsPath: entry,
      extensionTestsEnv: { TEST_FILES: JSON.stringify(files), TEST_GREP: grep, TEST_RESULTS: results },
      launchArgs: [workspace, ...args],
    }).catch((error) => console.error(String(error)));
    if (!existsSync(results)) throw new Error(`the tests of ${what} gave no result`);
    return JSON.parse(readFileSync(results, 'utf8'));
  };
  try {
    const built = await run('the extension as built', root, ['--disable-extensions']);
    const vsix = path.join(scratch, 'policy-linter.vsix');
    const extensions = path.join(scratch, 'extensions');
    await packageExtension(vsix);
    await installExtension(executable, vsix, extensions);
    const packaged = await run('the packaged extension', emptyExtension, [`--extensions-dir=${extensions}`]);
    return { passed: built.passed + packaged.passed, failed: built.failed + packaged.failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
