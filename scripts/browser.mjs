// A Chromium for the workbench: one found on this machine, else one from npm.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findExecutable } from './executables.mjs';
import { npm, root } from './vscode-server.mjs';

const version = '143.0.4';
const folder = path.join(root, '.vscode-test', 'browser');

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((place) => place !== undefined)
    .map((place) => path.join(place, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/** @param {string} name */
function unpack(name) {
  const packed = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin', `${name}.br`);
  const file = path.join(folder, name);
  writeFileSync(file, brotliDecompressSync(readFileSync(packed)));
  if (!name.endsWith('.tar')) return;
  execFileSync('tar', ['-xf', file, '-C', folder]);
  rmSync(file);
}

/** Puts a Chromium from npm into .vscode-test, unless it is there. */
function installBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium or Chrome was found. Install one, or name it in CHROME_PATH.');
  }
  const mark = path.join(folder, 'complete');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  console.log(`No browser found: installing Chromium (@sparticuz/chromium ${version}) into .vscode-test/browser`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  npm(folder, 'install', `@sparticuz/chromium@${version}`, '--ignore-scripts');
  for (const name of ['chromium', 'al2023.tar', 'fonts.tar']) unpack(name);
  // Its own list of font folders names places of the system it was made for.
  const fonts = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  writeFileSync(path.join(folder, 'fonts.conf'), `<?xml version="1.0"?>\n<fontconfig>${fonts}</fontconfig>\n`);
  chmodSync(path.join(folder, 'chromium'), 0o755);
  writeFileSync(mark, version);
}

/** What the npm Chromium needs where the system has no such library or font. */
function borrowed() {
  const libraries = execFileSync('ldd', [path.join(folder, 'chromium')], { encoding: 'utf8' });
  const lacking = libraries.includes('not found');
  const fonts = existsSync('/etc/fonts/fonts.conf');
  return {
    ...(lacking ? { LD_LIBRARY_PATH: `${path.join(folder, 'lib')}:${process.env.LD_LIBRARY_PATH ?? ''}` } : {}),
    ...(fonts ? {} : { FONTCONFIG_PATH: folder }),
  };
}

/** Starts a browser that reaches this machine only. */
export async function launchBrowser() {
  const found = process.env.CHROME_PATH || findExecutable(names, places);
  if (!found) installBrowser();
  return chromium.launch({
    executablePath: found ?? path.join(folder, 'chromium'),
    env: { ...environment(), ...(found ? {} : borrowed()) },
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
