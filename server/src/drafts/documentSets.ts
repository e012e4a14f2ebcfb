import type { Reading } from '../analysis/analyze';
import type { DocumentFormat } from '../analysis/document/types';
import { getOrMake } from '../analysis/kept';
import type { DocumentLink, Policy, SetDocument } from '../analysis/policy';
import type { Analysis } from '../analysis/types';
import { type FileAccess, isInside } from '../config/fileAccess';
import { canonical, folderOf } from './addresses';
import type { DraftInSet } from './draftInSet';
import type { CheckSettings, Engine } from './engine';
import { extensionOf, formatOfFile, searchedExtensions } from './format';
import { furtherDocuments } from './furtherDocuments';
import { missingTargets } from './linkedFiles';
import { Finder, LONGEST, resolve, UNREAD } from './setFinder';
import { stepTowards } from './steps';

/** Which texts a result rests on, to see whether it still holds. */
export interface ReadFrom {
  /** Address to text; undefined where there is no such file. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** The drafts around it, in which a link to it was looked for. */
  readonly neighbours: readonly string[];
  /** The documents that were analysed with it. */
  readonly members: readonly string[];
}

type CheckedInSet =
  | { readonly analysis: Analysis; readonly notes: readonly string[]; readonly readFrom: ReadFrom }
  | Unread;

/** Files and folders (which end in a slash) to `read` before a draft can be checked, and the folder they have to lie in. */
export interface Unread {
  readonly unread: readonly string[];
  readonly root: string;
}

/** A folder with more drafts than this is a collection, not a set: none of them is searched for links. */
const MOST_NEIGHBOURS = 40;
/** Analyses are kept for so many UTF-16 units of text in all, and those of the set checked last in any case. */
const MOST_KEPT = 600_000;

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
  /** The analysis of a document made room for others: nothing may hold on to it. */
  readonly #onGivenUp: (uri: string) => void;
  readonly #texts = new Map<string, string | undefined>();
  /** Addresses that were read and lead to no file. */
  readonly #missing = new Set<string>();
  /** Addresses behind which symbolic links lead out of the workspace. */
  readonly #outside = new Set<string>();
  readonly #folders = new Map<string, readonly string[]>();
  readonly #named = new Map<string, { readonly text: string; readonly names: Map<string, boolean> }>();
  /** By canonical address; the one used last is the last. */
  readonly #readings = new Map<string, KeptReading>();
  /** Canonical address of the draft that is being read in steps: what is read of it makes room for nothing. */
  #begun: string | undefined;

  constructor(
    engine: Engine,
    files: FileAccess,
    open: (uri: string) => string | undefined = () => undefined,
    allOpen: () => Iterable<string> = () => [],
    onGivenUp: (uri: string) => void = () => {},
  ) {
    this.#engine = engine;
    this.#files = files;
    this.#open = open;
    this.#allOpen = allOpen;
    this.#onGivenUp = onGivenUp;
  }

  /** How many characters the kept analyses are of. */
  get kept(): number {
    let characters = 0;
    for (const { text } of this.#readings.values()) characters += text.length;
    return characters;
  }

  /** By how many characters a text is longer than what was read of the document last. */
  ahead(uri: string, text: string): number {
    return text.length - (this.#readings.get(canonical(uri))?.text.length ?? 0);
  }

  /**
   * Reads a step further into a draft of which more than a step is new, so that other work can be done in between: the
   * analysis of a growing draft goes on to that of the whole. Undefined when a check may follow; else what remains.
   * @param step UTF-16 units
   */
  readOn({ uri, text, format, settings }: Omit<DraftInSet, 'root'>, step: number): number | undefined {
    const next = stepTowards(text, this.#readings.get(canonical(uri))?.text ?? '', step);
    if (!next) return undefined;
    this.#begun = canonical(uri);
    this.#makeRoom(new Set([this.#begun]), this.ahead(uri, text));
    this.#readingOf(uri, next.text, format, settings);
    return next.remaining;
  }

  check(draft: DraftInSet): CheckedInSet {
    const { uri, text, format, settings } = draft;
    const alone = this.#readingOf(uri, text, format, settings);
    const found = new Finder(
      draft,
      (other) => this.#textOf(other),
      (other, its, name) => this.#names(other, its, name),
    );
    const links = this.#engine.linksOf(alone);
    const declared = (settings.project?.documents ?? []).filter((set) => set.value.some((one) => same(one, uri)));
    for (const { value } of declared) for (const other of value) found.add(other, { declared: true });
    for (const link of links) found.follow(link);
    const neighbours = this.#neighbours(uri, found.unread);
    for (const other of neighbours) found.lookAt(other);
    const missing = this.#missingFrom(draft, links, found);
    if (found.unread.size > 0) return { unread: [...found.unread], root: draft.root };
    const policyOf = (other: string, its: string): Policy =>
      this.#readingOf(other, its, formatOfFile(other, its), settings).policy;
    const linksOf = (policy: Policy): readonly DocumentLink[] => this.#engine.linksOf({ policy });
    const near: SetDocument[] = [];
    for (const [other, { link, declared, text: its }] of found.documents) {
      const policy = policyOf(other, its);
      const backLink = linksOf(policy).find((back) => resolve(back, other) === canonical(uri));
      if (link || backLink || declared) near.push({ document: other, policy, link, backLink, declared });
    }
    const others = [...near, ...furtherDocuments(uri, near, neighbours, found, { policyOf, linksOf })];
    if (found.unread.size > 0) return { unread: [...found.unread], root: draft.root };
    if (this.#begun === canonical(uri)) this.#begun = undefined;
    this.#makeRoom(new Set([canonical(uri), ...found.documents.keys()]));
    return {
      analysis: this.#engine.judge(alone, others, format, settings, missing),
      notes: [...found.notes, ...this.#notesOn(found)],
      readFrom: { texts: found.texts, neighbours, members: [...found.documents.keys()] },
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

  /** A link whose file is itself a link to elsewhere. */
  *#notesOn({ texts }: Finder): Iterable<string> {
    for (const uri of texts.keys())
      if (this.#outside.has(uri)) yield `${uri} is a symbolic link out of the workspace and was not followed`;
  }

  async read({ unread, root }: Unread): Promise<void> {
    for (const uri of unread) {
      this.#outside.delete(uri);
      if (uri.endsWith('/')) {
        const listed = (await this.#files.list?.(uri).catch(() => [])) ?? [];
        this.#folders.set(uri, listed.map(canonical));
      } else {
        let missing = false;
        let text: string | undefined;
        try {
          if (await isInside(this.#files, uri, [root])) {
            text = (await this.#files.readText(uri))?.replace(/^\uFEFF/, '');
            missing = text === undefined;
          } else this.#outside.add(uri);
        } catch {
          // what cannot be read is there all the same
        }
        this.#texts.set(uri, text && text.length > LONGEST ? undefined : text);
        if (missing) this.#missing.add(uri);
        else this.#missing.delete(uri);
      }
    }
  }

  /** Forgets what was read of the files; of all of them where none is named. */
  forget(changed?: readonly string[], comeOrGone: readonly string[] = []): void {
    if (!changed) {
      this.#folders.clear();
      this.#texts.clear();
    }
    this.#named.clear();
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

  /** The draft's links to files that are not there; none where files cannot be reached at all, such as its own. */
  #missingFrom({ uri, root }: DraftInSet, links: readonly DocumentLink[], found: Finder): readonly string[] {
    const isThere = (address: string): boolean | undefined => {
      if (this.#open(address) !== undefined) return true;
      if (this.#texts.has(address)) return !this.#missing.has(address);
      found.unread.add(address);
      return undefined;
    };
    const addressOf = (target: string) => {
      const address = resolve({ remote: false, target }, uri);
      return address?.startsWith(canonical(root)) ? address : undefined;
    };
    const missing = missingTargets(links, addressOf, (address) => {
      const there = isThere(address);
      if (there !== undefined) found.texts.set(address, this.#open(address) ?? this.#texts.get(address));
      return there;
    });
    if (missing.length === 0) return missing;
    const own = canonical(uri);
    if (!this.#texts.has(own)) found.unread.add(own);
    return this.#missing.has(own) ? [] : missing;
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
    const all = [...new Set([...listed, ...open])].filter((other) => other !== canonical(uri)).sort();
    return all.length > MOST_NEIGHBOURS ? [] : all;
  }

  /** Whether a text holds a file's name; looked for once. */
  #names(uri: string, text: string, name: string): boolean {
    let known = this.#named.get(uri);
    if (known?.text !== text) {
      known = { text, names: new Map() };
      this.#named.set(uri, known);
    }
    return getOrMake(known.names, name, () => text.includes(name));
  }

  /** Lets go of the analysis of a document. */
  release(uri: string): void {
    this.#readings.delete(canonical(uri));
    if (this.#begun === canonical(uri)) this.#begun = undefined;
  }

  #readingOf(uri: string, text: string, format: DocumentFormat, settings: CheckSettings): Reading {
    const id = canonical(uri);
    const key = [format, settings.project, settings.today, settings.regimes];
    let known = this.#readings.get(id);
    if (!known || known.text !== text || key.some((part, i) => part !== known?.key[i])) {
      const earlier = known?.reading;
      this.#readings.delete(id); // used up, even where the check fails
      known = { uri, text, key, reading: this.#engine.read(text, format, settings, earlier) };
    }
    this.#readings.delete(id); // the one used last stays longest
    this.#readings.set(id, known);
    return known.reading;
  }

  /** `more`: so many characters are about to be read. */
  #makeRoom(inUse: ReadonlySet<string>, more = 0): void {
    let characters = this.kept + more;
    for (const [id, { uri, text }] of this.#readings) {
      if (characters <= MOST_KEPT) return;
      if (inUse.has(id) || id === this.#begun) continue;
      characters -= text.length;
      this.#readings.delete(id);
      this.#onGivenUp(uri);
    }
  }
}

interface KeptReading {
  readonly uri: string;
  readonly text: string;
  readonly key: readonly unknown[];
  readonly reading: Reading;
}

const same = (a: string, b: string): boolean => canonical(a) === canonical(b);
const isDraft = (uri: string): boolean => searchedExtensions.includes(extensionOf(uri));
