// npm start: opens the examples in VS Code with the extension running. Desktop VS Code where it is installed, else VS
// Code's server on this machine, to be opened in any browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { findExecutable } from './executables.mjs';
import { installServer, root, startServer, workbenchAddress } from './vscode-server.mjs';

const examples = path.join(root, 'examples');
const draft = path.join(examples, 'web-shop-privacy-policy.md');
const desktop = findExecutable(
  ['code', 'codium', 'code-insiders'],
  ['/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code'],
);
if (desktop) {
  console.log(`Opening the examples in ${desktop}`);
  spawn(desktop, [`--extensionDevelopmentPath=${root}`, examples, draft], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} else {
  installServer();
  const data = path.join(root, '.vscode-test', 'start');
  const server = await startServer({ data, port: Number(process.env.PORT ?? 0) });
  console.log('VS Code runs on this machine until you press Ctrl+C. Open this address in a browser:\n');
  console.log(workbenchAddress(server.port, { open: examples, files: [draft], development: [root] }));
  const stop = () => server.stop().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  server.process.once('exit', (code) => process.exit(code ?? 1));
}
