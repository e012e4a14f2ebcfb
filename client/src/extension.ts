import type { ExtensionContext } from 'vscode';
import { type Api, start } from './activation';

export { deactivate } from './activation';
export type { Api };

/** In VS Code on a desktop or a remote machine: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  return start(context, () => import('./serverProcess'));
}
