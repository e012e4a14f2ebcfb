import { PROJECT_FILE, type ProjectConfiguration, type Vocabulary } from './types';

/** How project files are reached: the file system, or nothing where there is none. */
export interface FileAccess {
  /** Undefined where there is no such file; throws where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Addresses of the drafts in a folder and in the folders in it, without those of hidden ones. */
  list?(folder: string): Promise<readonly string[]>;
}

export const noFiles: FileAccess = { readText: async () => undefined };

/** Finds and reads project files, each once: the nearest one above a draft holds for it. */
export class ProjectConfigurations {
  readonly #files: FileAccess;
  readonly #vocabulary: () => Promise<Vocabulary>;
  #byFolder = new Map<string, Promise<ProjectConfiguration | undefined>>();

  constructor(files: FileAccess, vocabulary: () => Promise<Vocabulary>) {
    this.#files = files;
    this.#vocabulary = vocabulary;
  }

  /** `uri` is the address of a draft, or of a folder when it ends in a slash. */
  nearest(uri: string): Promise<ProjectConfiguration | undefined> {
    const folder = parentOf(uri);
    return folder === undefined ? Promise.resolve(undefined) : this.#inOrAbove(folder);
  }

  /** Forgets everything that was read. */
  clear(): void {
    this.#byFolder = new Map();
  }

  async read(uri: string): Promise<ProjectConfiguration | undefined> {
    let text: string | undefined;
    try {
      text = await this.#files.readText(uri);
    } catch (error) {
      return unreadable(uri, error);
    }
    if (text === undefined) return undefined;
    try {
      const { readProjectFile } = await import('./projectFile');
      return readProjectFile(text, uri, await this.#vocabulary());
    } catch (error) {
      return unreadable(uri, error); // nested so deep that reading it ran out of stack
    }
  }

  #inOrAbove(folder: string): Promise<ProjectConfiguration | undefined> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const found = this.read(folder + PROJECT_FILE).then((configuration) => {
      const above = parentOf(folder.slice(0, -1));
      return configuration ?? (above === undefined ? undefined : this.#inOrAbove(above));
    });
    this.#byFolder.set(folder, found);
    return found;
  }
}

/** The folder of a hierarchical address, with its slash. */
function parentOf(uri: string): string | undefined {
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*\//i.exec(uri)?.[0];
  if (root === undefined) return undefined;
  const path = uri.replace(/[?#].*$/s, '');
  if (path.length < root.length) return undefined;
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function unreadable(uri: string, error: unknown): ProjectConfiguration {
  const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  const at = { line: 0, character: 0 };
  return { uri, facts: new Map(), rules: new Map(), problems: [{ message, uri, start: at, end: at }] };
}
