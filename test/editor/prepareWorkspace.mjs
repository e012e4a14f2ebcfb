import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/vscode-server.mjs';

/** Drafts in which editor, web and command line must find the same. */
const compared = [
  'clean-privacy-policy.md',
  'web-shop-privacy-policy.md',
  'hosts/privacy-policy.html',
  'hosts/privacy-policy.txt',
  'hosts/configured/privacy-policy.md',
];

/**
 * A copy of the examples and the tests' own files, for tests edit, with what the command line finds beside them.
 * @param {string} workspace
 */
export function prepareWorkspace(workspace) {
  cpSync(path.join(root, 'examples'), workspace, { recursive: true });
  cpSync(path.join(root, 'test', 'editor', 'workspace'), workspace, { recursive: true });
  // A file as an editor on Windows saves it.
  const plain = path.join(workspace, 'hosts', 'privacy-policy.txt');
  writeFileSync(plain, `\uFEFF${readFileSync(plain, 'utf8').replaceAll('\n', '\r\n')}`);
  const cli = path.join(root, 'dist', 'cli.js');
  const command = [cli, 'check', ...compared, '--format', 'json', '--max-severity', 'error'];
  const found = execFileSync(process.execPath, command, { cwd: workspace, encoding: 'utf8', maxBuffer: 1 << 26 });
  writeFileSync(path.join(workspace, 'command-line-findings.json'), found);
}
