import type { Analysis } from '../analysis/analyze';
import type { DocumentFormat } from '../analysis/document/types';
import type { DocumentLink } from '../analysis/documentSets/links';
import type { SetDocument } from '../analysis/documentSets/members';
import type { FileAccess } from '../config/projectConfigurations';
import type { CheckSettings, Engine } from './engine';
import { extensionOf, formatOfFile, searchedExtensions } from './format';

/** A draft to check as one of its set. */
export interface DraftInSet {
  readonly uri: string;
  readonly text: string;
  readonly format: DocumentFormat;
  readonly settings: CheckSettings;
  /** Links that lead out of this folder (an address that ends in a slash) are not followed. */
  readonly root: string;
}

/** Which texts a result rests on, to see whether it still holds. */
export interface ReadFrom {
  /** Address to text; undefined where there is no such file. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** The drafts around it, in which a link to it was looked for. */
  readonly neighbours: readonly string[];
}

export type CheckedInSet =
  | { readonly analysis: Analysis; readonly notes: readonly string[]; readonly readFrom: ReadFrom }
  /** Files and folders (which end in a slash) to `read` before it can be checked. */
  | { readonly unread: readonly string[] };

/** A folder with more drafts than this is a collection, not a set: none of them is searched for links. */
const MOST_NEIGHBOURS = 40;
const MOST_DOCUMENTS = 20;
/** UTF-16 units; what is longer is no notice. */
const LONGEST = 1_000_000;
const MOST_KEPT = 24;

/**
 * Finds the documents that complete a draft: those that its links lead to, those around it whose links lead to it, and
 * those that the project file names. Reading is asked for, so that a check itself waits for nothing.
 */
export class DocumentSets {
  readonly #engine: Engine;
  readonly #files: FileAccess;
  /** The newest text of a document that is open, which goes before its file. */
  readonly #open: (uri: string) => string | undefined;
  /** Addresses of the documents that are open. */
  readonly #allOpen: () => Iterable<string>;
  readonly #texts = new Map<string, string | undefined>();
  readonly #folders = new Map<string, readonly string[]>();
  readonly #analyses = new Map<string, { key: readonly unknown[]; analysis: Analysis }>();

  constructor(
    engine: Engine,
    files: FileAccess,
    open: (uri: string) => string | undefined = () => undefined,
    allOpen: () => Iterable<string> = () => [],
  ) {
    this.#engine = engine;
    this.#files = files;
    this.#open = open;
    this.#allOpen = allOpen;
  }

  check(draft: DraftInSet): CheckedInSet {
    const { uri, text, format, settings } = draft;
    const alone = this.#analyse(uri, text, format, settings);
    const found = new Finder(draft, (other) => this.#textOf(other));
    const links = this.#engine.linksOf(alone);
    const declared = (settings.project?.documents ?? []).filter((set) => set.value.some((one) => same(one, uri)));
    for (const { value } of declared) for (const other of value) found.add(other, { declared: true });
    for (const link of links) found.follow(link);
    const neighbours = this.#neighbours(uri, found.unread);
    for (const other of neighbours) found.lookAt(other);
    if (found.unread.size > 0) return { unread: [...found.unread] };
    const others: SetDocument[] = [];
    for (const [other, { link, declared, text: its }] of found.documents) {
      const { policy } = this.#analyse(other, its, formatOfFile(other, its), settings);
      const backLink = this.#engine.linksOf({ policy }).find((back) => resolve(back, other) === canonical(uri));
      if (link || backLink || declared) others.push({ document: other, policy, link, backLink, declared });
    }
    return {
      analysis: this.#engine.inSet(alone, others, format, settings),
      notes: found.notes,
      readFrom: { texts: found.texts, neighbours },
    };
  }

  /** Whether the documents that a result rests on are what they were. */
  holds(uri: string, { texts, neighbours }: ReadFrom): boolean {
    const unread = new Set<string>();
    const now = this.#neighbours(uri, unread);
    if (unread.size > 0 || now.length !== neighbours.length || now.some((one, i) => one !== neighbours[i]))
      return false;
    for (const [other, text] of texts) {
      const known = this.#textOf(other);
      if (known === UNREAD || known !== text) return false;
    }
    return true;
  }

  async read(unread: readonly string[]): Promise<void> {
    for (const uri of unread) {
      if (uri.endsWith('/')) this.#folders.set(uri, (await this.#files.list?.(uri).catch(() => [])) ?? []);
      else this.#texts.set(uri, (await this.#files.readText(uri).catch(() => undefined))?.replace(/^\uFEFF/, ''));
    }
  }

  /** Forgets what was read of the files; of all of them where none is named. */
  forget(changed?: readonly string[], comeOrGone: readonly string[] = []): void {
    if (!changed) {
      this.#folders.clear();
      this.#texts.clear();
    }
    for (const uri of [...(changed ?? []), ...comeOrGone]) this.#texts.delete(canonical(uri));
    for (const uri of comeOrGone.map(canonical)) {
      for (const folder of this.#folders.keys()) if (uri.startsWith(folder)) this.#folders.delete(folder);
    }
  }

  #textOf(uri: string): string | undefined | typeof UNREAD {
    const open = this.#open(uri);
    if (open !== undefined) return open;
    return this.#texts.has(uri) ? this.#texts.get(uri) : UNREAD;
  }

  /** Drafts in the draft's folder and the folders in it. */
  #neighbours(uri: string, unread: Set<string>): string[] {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return []; // not saved anywhere yet
    const folder = folderOf(uri);
    const listed = this.#files.list ? this.#folders.get(folder) : [];
    if (!listed) {
      unread.add(folder);
      return [];
    }
    const open = [...this.#allOpen()].map(canonical).filter((other) => other.startsWith(folder) && isDraft(other));
    const all = [...new Set([...listed.map(canonical), ...open])].filter((other) => other !== canonical(uri)).sort();
    return all.length > MOST_NEIGHBOURS ? [] : all;
  }

  #analyse(uri: string, text: string, format: DocumentFormat, settings: CheckSettings): Analysis {
    const id = canonical(uri);
    const key = [text, format, settings.project, settings.today, settings.regimes];
    let known = this.#analyses.get(id);
    if (!known || key.some((part, i) => part !== known?.key[i])) {
      const earlier = known?.analysis;
      this.#analyses.delete(id); // used up, even where the check fails
      known = { key, analysis: this.#engine.check(text, format, settings, earlier) };
    }
    this.#analyses.delete(id); // the one used last stays longest
    this.#analyses.set(id, known);
    for (const oldest of this.#analyses.keys()) {
      if (this.#analyses.size <= MOST_KEPT) break;
      this.#analyses.delete(oldest);
    }
    return known.analysis;
  }
}

const UNREAD = Symbol('unread');

interface Found {
  readonly text: string;
  readonly link?: DocumentLink;
  readonly declared?: boolean;
}

/** Gathers the other documents of one draft. */
class Finder {
  readonly documents = new Map<string, Found>();
  readonly texts = new Map<string, string | undefined>();
  readonly unread = new Set<string>();
  readonly notes: string[] = [];

  constructor(
    private readonly draft: DraftInSet,
    private readonly textOf: (uri: string) => string | undefined | typeof UNREAD,
  ) {}

  follow(link: DocumentLink): void {
    if (link.remote || !(link.incorporates || link.kind)) return;
    const uri = resolve(link, this.draft.uri);
    if (uri !== undefined) this.add(uri, { link });
  }

  add(address: string, how: Pick<Found, 'link' | 'declared'>): void {
    const uri = canonical(address);
    if (uri === canonical(this.draft.uri)) return;
    if (!uri.startsWith(canonical(this.draft.root))) {
      const note = `the link to ${how.link?.target ?? address} leads out of the workspace and was not followed`;
      if (!this.notes.includes(note)) this.notes.push(note);
      return;
    }
    const known = this.documents.get(uri);
    // of two links the one that says more
    if (known && (known.link?.incorporates || !how.link)) return;
    if (!known && this.documents.size >= MOST_DOCUMENTS) return;
    const text = this.#read(uri);
    if (text !== undefined) this.documents.set(uri, { text, ...known, ...how });
  }

  /** A draft nearby: only one that names this draft's file can have a link to it. */
  lookAt(uri: string): void {
    if (this.documents.has(uri)) return;
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    const text = this.#read(uri);
    const own = canonical(this.draft.uri);
    if (name && text?.includes(own.slice(own.lastIndexOf('/') + 1))) this.add(uri, {});
  }

  #read(uri: string): string | undefined {
    const text = this.textOf(uri);
    if (text === UNREAD) {
      this.unread.add(uri);
      return undefined;
    }
    this.texts.set(uri, text);
    return text !== undefined && text.length <= LONGEST ? text : undefined;
  }
}

/** Where a link of a document leads; undefined where the document has no address of its own. */
function resolve({ remote, target }: DocumentLink, from: string): string | undefined {
  if (remote) return undefined;
  try {
    return canonical(new URL(target, canonical(from)).href);
  } catch {
    return undefined;
  }
}

/** One spelling for one address: editors and file systems escape different characters. */
export function canonical(uri: string): string {
  try {
    return encodeURI(decodeURIComponent(uri)).replace(/[?#]/g, encodeURIComponent);
  } catch {
    return uri;
  }
}

const same = (a: string, b: string): boolean => canonical(a) === canonical(b);
const isDraft = (uri: string): boolean => searchedExtensions.includes(extensionOf(uri));

/** With its slash. */
export function folderOf(uri: string): string {
  const address = canonical(uri);
  return address.slice(0, address.lastIndexOf('/') + 1);
}
