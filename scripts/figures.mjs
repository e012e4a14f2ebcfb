// npm run figures [FILE]: sizes of what is shipped, and times in a real VS Code, started five times: activation, and
// from opening the file (default: an example) to its first diagnostics, the server's start included.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runTests } from '@vscode/test-electron';
import { buildTests, bundles } from '../esbuild.js';
import { emptyExtension, findVSCode, installExtension, packageExtension } from './vscode.mjs';
import { root } from './vscode-server.mjs';

const draft = path.resolve(process.argv[2] ?? path.join(root, 'examples', 'web-shop-privacy-policy.md'));
const scratch = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`;
try {
  const vsix = path.join(scratch, 'policy-linter.vsix');
  await packageExtension(vsix);
  const lines = [`policy-linter.vsix  ${kilobytes(statSync(vsix).size)}`];
  for (const { name } of bundles) {
    const content = readFileSync(path.join(root, 'dist', `${name}.js`));
    lines.push(`dist/${name}.js  ${kilobytes(content.length)}, ${kilobytes(gzipSync(content).length)} compressed`);
  }
  console.log(lines.join('\n'));
  const workspace = path.join(scratch, 'workspace');
  mkdirSync(workspace);
  cpSync(draft, path.join(workspace, path.basename(draft)));
  const extensions = path.join(scratch, 'extensions');
  const executable = await findVSCode();
  await installExtension(executable, vsix, extensions);
  const [entry] = await buildTests(['test/editor/figures.ts']);
  /** @type {number[]} */
  const activations = [];
  for (let run = 0; run < 5; run++) {
    const file = path.join(scratch, 'activation');
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: emptyExtension,
      extensionTestsPath: entry,
      extensionTestsEnv: { DRAFT: path.basename(draft), ACTIVATION: file },
      launchArgs: [workspace, `--extensions-dir=${extensions}`],
    });
    activations.push(Number(readFileSync(file, 'utf8')));
  }
  console.log(`activation, median of five  ${activations.sort((one, other) => one - other)[2].toFixed(1)} ms`);
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
