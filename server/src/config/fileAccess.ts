/** How project files are reached: the file system, or nothing where there is none. */
export interface FileAccess {
  /** Undefined where there is no such file; throws where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Where an address leads through symbolic links; the address itself where there are none. */
  real?(uri: string): Promise<string>;
  /** Addresses of the drafts in a folder and in the folders in it, without those of hidden ones. */
  list?(folder: string): Promise<readonly string[]>;
}

/** Whether a file lies in one of these folders (addresses, each with its slash), wherever symbolic links lead. */
export async function isInside(files: FileAccess, uri: string, folders: readonly string[]): Promise<boolean> {
  if (!files.real) return true;
  const real = await files.real(uri);
  for (const folder of folders) if (real.startsWith(await files.real(folder))) return true;
  return false;
}

/** A machine without files, as a web worker is. */
export const noFiles: FileAccess = { readText: async () => undefined };
