import type { ExtensionContext } from 'vscode';
import { type Api, start } from './activation';

export { deactivate } from './activation';

/** In VS Code for the Web: the server runs in a web worker. */
export function activate(context: ExtensionContext): Api {
  return start(context, () => import('./serverWorker'));
}
