import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Ran {
  status: number | null;
  out: string;
  err: string;
}

/** A folder of its own for one test, in which the built command line tool runs. */
export class Workspace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'policy-linter-'));

  write(name: string, content: string | Uint8Array): this {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this;
  }

  /** `fileSize`: no file may grow beyond it (in blocks), as on a disk that is full. */
  run(
    args: readonly string[],
    { input = '', env = {}, fileSize }: { input?: string | Uint8Array; env?: object; fileSize?: number } = {},
  ): Ran {
    const limit = `trap '' XFSZ; ulimit -f ${fileSize}; exec "$0" "$@"`;
    const [command, ...first] = fileSize === undefined ? [process.execPath] : ['sh', '-c', limit, process.execPath];
    const done = spawnSync(command, [...first, cli, ...args], {
      cwd: this.folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH, ...env },
    });
    return { status: done.status, out: done.stdout, err: done.stderr };
  }

  // biome-ignore lint/suspicious/noExplicitAny: what tools read is a contract of names, asserted by the tests
  json(args: readonly string[], options?: { input?: string | Uint8Array }): any {
    return JSON.parse(this.run(['check', '--format', 'json', ...args], options).out);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export const cli = path.resolve('dist/cli.js');
