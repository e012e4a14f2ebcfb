// A real VS Code for tests and figures, and the packaged extension in it.
import { statSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runVSCodeCommand } from '@vscode/test-electron';
import { createVSIX } from '@vscode/vsce';
import { installServer, root, runServerCommand } from './vscode-server.mjs';

/** What the packaged extension may weigh: 1.5 MB as vsce counts them. */
const MOST_BYTES = 1.5 * 1024 * 1024;
const standIn = path.join(root, 'scripts', 'vscode-stand-in.mjs');
/** Tests need an extension under development; beside an empty one, an installed one is the one tested. */
export const emptyExtension = path.join(root, 'test', 'editor', 'empty-extension');

/**
 * VS Code desktop where it can be downloaded and has a display, else VS Code's server in a browser.
 * VSCODE_FOR_TESTS=server, or the path of an executable, decides otherwise.
 */
export async function findVSCode() {
  const asked = process.env.VSCODE_FOR_TESTS;
  if (asked && asked !== 'server') return asked;
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!asked && display) {
    try {
      return await downloadAndUnzipVSCode('stable');
    } catch (error) {
      console.log(`VS Code desktop could not be downloaded (${error}): using the VS Code server`);
    }
  }
  installServer();
  return standIn;
}

/** Builds for production and packages. @param {string} vsix the file to write */
export async function packageExtension(vsix) {
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(vsix);
  if (size > MOST_BYTES) throw new Error(`${vsix} has ${size} bytes, more than ${MOST_BYTES}`);
}

/**
 * @param {string} executable what findVSCode found
 * @param {string} vsix
 * @param {string} extensions the folder to install into
 */
export async function installExtension(executable, vsix, extensions) {
  if (executable === standIn) {
    runServerCommand('--install-extension', vsix, '--extensions-dir', extensions, '--server-data-dir', extensions);
  } else {
    await runVSCodeCommand(['--install-extension', vsix, '--extensions-dir', extensions]);
  }
}
