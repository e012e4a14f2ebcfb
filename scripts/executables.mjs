import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first program of one of these names on the PATH, else the first of these files.
 * @param {string[]} names
 * @param {string[]} [places]
 */
export function findExecutable(names, places = []) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => suffixes.map((suffix) => path.join(folder, name + suffix))),
  );
  return [...candidates, ...places].find(isExecutable);
}
