import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess } from '../config/fileAccess';
import { extensionOf, searchedExtensions } from './format';

/** Files of this machine; addresses of other places name no file here. */
export const fileSystem: FileAccess = {
  async readText(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  async real(uri) {
    if (!uri.startsWith('file:')) return uri;
    try {
      const { href } = pathToFileURL(await realpath(fileURLToPath(uri)));
      return uri.endsWith('/') && !href.endsWith('/') ? `${href}/` : href;
    } catch {
      return uri; // what is not there leads nowhere
    }
  },
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    const look = async (at: string, depth: number): Promise<void> => {
      for (const entry of await readdir(at, { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const inside = path.join(at, entry.name);
        if (entry.isDirectory() && depth > 0) await look(inside, depth - 1).catch(() => {});
        else if (entry.isFile() && searchedExtensions.includes(extensionOf(entry.name)))
          found.push(pathToFileURL(inside).href);
      }
    };
    await look(fileURLToPath(folder), 1);
    return found;
  },
};
