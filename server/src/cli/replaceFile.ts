import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Puts new content in the place of a file, or leaves the old one whole: it is written beside it first. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const target = await realpath(file).catch(() => path.resolve(file));
  const mode = await stat(target).then(
    (known) => known.mode,
    () => undefined,
  );
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(content, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}
