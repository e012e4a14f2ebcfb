import { type FileAccess, isInside } from './fileAccess';
import { extendedAddress, inherit, problemAt, rootsOf } from './inheritance';
import { PROJECT_FILE, type ProjectConfiguration, type Vocabulary } from './types';

/** Finds and reads project files, each once: the nearest one above a draft holds for it, with those it extends. */
export class ProjectConfigurations {
  readonly #files: FileAccess;
  readonly #vocabulary: () => Promise<Vocabulary>;
  readonly #workspace: () => readonly string[];
  readonly #read = new Set<string>();
  #byFolder = new Map<string, Promise<ProjectConfiguration | undefined>>();

  /** `workspace` gives the addresses of the folders, each with its slash, in which extended files may lie. */
  constructor(files: FileAccess, vocabulary: () => Promise<Vocabulary>, workspace: () => readonly string[]) {
    this.#files = files;
    this.#vocabulary = vocabulary;
    this.#workspace = workspace;
  }

  /** `uri` is the address of a draft, or of a folder when it ends in a slash. */
  nearest(uri: string): Promise<ProjectConfiguration | undefined> {
    const folder = parentOf(uri);
    return folder === undefined ? Promise.resolve(undefined) : this.#inOrAbove(folder);
  }

  /** Whether what is known comes from this file among others. */
  hasRead(uri: string): boolean {
    return this.#read.has(uri);
  }

  /** Forgets everything that was read. */
  clear(): void {
    this.#read.clear();
    this.#byFolder = new Map();
  }

  async read(uri: string): Promise<ProjectConfiguration | undefined> {
    let text: string | undefined;
    try {
      text = await this.#files.readText(uri);
    } catch (error) {
      return unreadable(uri, error);
    }
    return text === undefined ? undefined : this.parse(text, uri);
  }

  /** What the file at an address says when this is its text. */
  async parse(text: string, uri: string, extending: readonly string[] = []): Promise<ProjectConfiguration> {
    try {
      const { readProjectFile } = await import('./projectFile');
      return this.#withBases(readProjectFile(text, uri, await this.#vocabulary()), [...extending, uri]);
    } catch (error) {
      return unreadable(uri, error); // nested so deep that reading it ran out of stack
    }
  }

  async #withBases(own: ProjectConfiguration, chain: readonly string[]): Promise<ProjectConfiguration> {
    const bases: ProjectConfiguration[] = [];
    const problems = [...own.problems];
    for (const { value: path, origin } of own.extends) {
      const roots = rootsOf(own.uri, this.#workspace());
      const address = extendedAddress(path, own.uri, roots);
      if (address === undefined || !(await isInside(this.#files, address, roots))) {
        const remedy = 'Give a relative path to a file in the workspace.';
        problems.push(problemAt(origin, `"${path}" lies outside the workspace and is not read. ${remedy}`));
      } else if (chain.includes(address)) {
        problems.push(problemAt(origin, `"${path}" extends this file itself. Remove one of the two.`));
      } else {
        this.#read.add(address);
        const text = await this.#files.readText(address).catch(() => undefined);
        if (text === undefined) problems.push(problemAt(origin, `"${path}" cannot be read. Correct the path.`));
        else bases.push(await this.parse(text, address, chain));
      }
    }
    return inherit({ ...own, problems }, bases);
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
  return {
    uri,
    facts: new Map(),
    rules: new Map(),
    terms: new Map(),
    companies: new Map(),
    documents: [],
    include: [],
    exclude: [],
    suppress: [],
    extends: [],
    problems: [{ message, uri, start: at, end: at }],
  };
}
