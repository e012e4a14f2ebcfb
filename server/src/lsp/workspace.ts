import type { InitializeParams } from 'vscode-languageserver';
import { canonical, folderOf } from '../drafts/addresses';

const withSlash = (folder: string): string => `${folder.replace(/\/$/, '')}/`;

/** The folders that the client has open. Addresses, each with its slash. */
export class Workspace {
  #folders: readonly string[];

  constructor({ workspaceFolders, rootUri }: InitializeParams) {
    this.#folders = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(withSlash);
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = removed.map(withSlash);
    this.#folders = [...this.#folders.filter((folder) => !gone.includes(folder)), ...added.map(withSlash)];
  }

  /** The folder in which the documents of a draft's set lie: an open one, else the draft's own. Canonical. */
  rootOf(uri: string): string {
    return this.#folders.map(canonical).find((folder) => canonical(uri).startsWith(folder)) ?? folderOf(uri);
  }

  /** Where a project file of a draft belongs that has none. */
  homeOf(uri: string): string {
    const around = this.#folders.find((folder) => canonical(uri).startsWith(canonical(folder)));
    return around ?? this.#folders[0] ?? folderOf(uri);
  }

  /** The address by which a draft finds its project file: one that is not saved yet goes by the workspace it is written in. */
  placeOf(uri: string): string {
    return uri.startsWith('untitled:') ? (this.#folders[0] ?? uri) : uri;
  }
}
