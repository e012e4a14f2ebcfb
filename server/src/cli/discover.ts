import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionOf, searchedExtensions } from '../drafts/format';

export interface FoundFile {
  /** As given, or below the folder as given. */
  readonly path: string;
  /** Named by the caller, not found by a search. */
  readonly named: boolean;
}

export interface Unreadable {
  readonly path: string;
  readonly error: string;
}

const notSearched = new Set(['node_modules', 'bower_components']);

/** The files to read, in the order of the paths; a folder's in alphabetical order. */
export async function* discover(paths: readonly string[]): AsyncGenerator<FoundFile | Unreadable> {
  for (const given of paths) {
    if (given === '-') {
      yield { path: given, named: true };
      continue;
    }
    try {
      if ((await stat(given)).isDirectory()) yield* search(given);
      else yield { path: given, named: true };
    } catch (error) {
      yield { path: given, error: reasonOf(error) };
    }
  }
}

async function* search(folder: string): AsyncGenerator<FoundFile | Unreadable> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error: reasonOf(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || notSearched.has(entry.name)) continue;
    const found = path.join(folder, entry.name);
    // Links are not followed: what they point at is found where it lies, or lies outside.
    if (entry.isDirectory()) yield* search(found);
    else if (entry.isFile() && searchedExtensions.includes(extensionOf(entry.name)))
      yield { path: found, named: false };
  }
}

/** One path a line; blank lines do not count. */
export async function readPathList(file: string, stdin: NodeJS.ReadableStream): Promise<string[]> {
  const bytes = file === '-' ? await readAll(stdin) : await readFile(file);
  return bytes
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

export async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** What went wrong with a file, in words; the path is said by the caller. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space left';
    case 'ELOOP':
      return 'a link that leads to itself';
    case 'EISDIR':
      return 'is a folder';
    default:
      return message ?? String(error);
  }
}
