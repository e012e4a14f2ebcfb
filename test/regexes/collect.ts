import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import jsTokens from 'js-tokens';

export interface FoundRegex {
  readonly source: string;
  readonly flags: string;
  /** The file that holds it; where it is put together at run time, only that. */
  readonly where: string;
}

/** The regular expressions written in the sources below some folders. */
export function writtenRegexes(folders: readonly string[]): FoundRegex[] {
  const found = new Map<string, FoundRegex>();
  for (const file of folders.flatMap(sourceFiles)) {
    const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', charset: 'utf8' });
    for (const { type, value } of jsTokens(code)) {
      if (type !== 'RegularExpressionLiteral') continue;
      const end = value.lastIndexOf('/');
      found.set(value, { source: value.slice(1, end), flags: value.slice(end + 1), where: file });
    }
  }
  return [...found.values()];
}

/** The regular expressions put together from word lists and other text while something runs. */
export async function madeRegexes(run: () => Promise<void>): Promise<FoundRegex[]> {
  const found = new Map<string, FoundRegex>();
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, args) {
      const made: RegExp = Reflect.construct(target, args);
      found.set(String(made), { source: made.source, flags: made.flags, where: 'put together' });
      return made;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = plain;
  }
  return [...found.values()];
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => file.endsWith('.ts'));
}
