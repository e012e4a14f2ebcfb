// Runs the editor tests that any VS Code must pass in VS Code for the Web: the extension and its server are web workers,
// and the workspace is a virtual one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { buildWebTests } from '../../esbuild.js';
import { launchBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/vscode-server.mjs';
import { startVSCodeWeb } from '../../scripts/vscode-web.mjs';
import { isWorkbenchLine } from '../../scripts/workbench-log.mjs';
import { prepareWorkspace } from '../editor/prepareWorkspace.mjs';

const limit = 120_000;

/**
 * @param {string[]} files
 * @param {string} [grep]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runInVSCodeWeb(files, grep = '') {
  const workspace = mkdtempSync(path.join(tmpdir(), 'policy-linter-web-'));
  prepareWorkspace(workspace);
  const tests = await buildWebTests(files, grep);
  const web = await startVSCodeWeb({ extension: root, workspace, tests });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await new Promise((resolve, reject) => {
      /** What to tell when there is no result. @type {string[]} */
      const kept = [];
      const giveUp = (/** @type {string} */ why) => reject(new Error([...kept.slice(-20), why].join('\n')));
      const timer = setTimeout(() => giveUp(`no result within ${limit} ms`), limit);
      page.on('close', () => clearTimeout(timer));
      page.on('crash', () => giveUp('the page crashed'));
      const result = /^results: (\d+) passed, (\d+) failed$/;
      /** @type {{ passed: number, failed: number } | undefined} */
      let results;
      const log = (/** @type {string} */ type, /** @type {unknown[]} */ parts) => {
        const line = format(...parts);
        const found = result.exec(line);
        if (found) results = { passed: Number(found[1]), failed: Number(found[2]) };
        else if ((type === 'info' || type === 'log') && !isWorkbenchLine(line)) console.log(line);
        else kept.push(`${type}: ${line}`);
      };
      const exit = () => (results ? resolve(results) : giveUp('the tests ended without a result'));
      page.on('console', (message) => kept.push(`${message.type()}: ${message.text()}`));
      Promise.all([page.exposeFunction('codeAutomationLog', log), page.exposeFunction('codeAutomationExit', exit)])
        .then(() => page.goto(web.address))
        .catch(reject);
    });
  } finally {
    const picture = process.env.EDITOR_TESTS_PICTURE;
    if (picture) await browser.contexts()[0]?.pages()[0]?.screenshot({ path: picture });
    await browser.close();
    web.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}
