import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from './projectConfigurations';

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
};
