import type { DocumentLink } from '../analysis/policy';
import { canonical } from './addresses';
import type { DraftInSet } from './draftInSet';

const MOST_DOCUMENTS = 20;
/** UTF-16 units; what is longer is no notice. */
export const LONGEST = 1_000_000;

/** In the place of a text that nobody has asked the files for yet. */
export const UNREAD: unique symbol = Symbol('unread');

interface Found {
  readonly text: string;
  readonly link?: DocumentLink;
  readonly declared?: boolean;
}

/** Gathers the other documents of one draft. */
export class Finder {
  readonly documents = new Map<string, Found>();
  readonly texts = new Map<string, string | undefined>();
  readonly unread = new Set<string>();
  readonly notes: string[] = [];

  constructor(
    private readonly draft: DraftInSet,
    private readonly textOf: (uri: string) => string | undefined | typeof UNREAD,
    private readonly names: (uri: string, text: string, name: string) => boolean,
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
    if (fileNameOf(uri) && this.naming(uri, fileNameOf(canonical(this.draft.uri)))) this.add(uri, {});
  }

  /** The text of a document that other documents of the set lead to. */
  reach(uri: string): string | undefined {
    const known = this.documents.get(uri);
    if (known) return known.text;
    if (!uri.startsWith(canonical(this.draft.root)) || this.documents.size >= MOST_DOCUMENTS) return undefined;
    const text = this.#read(uri);
    if (text !== undefined) this.documents.set(uri, { text });
    return text;
  }

  /** The text of a draft nearby, where it holds the name of a file. */
  naming(uri: string, name: string): string | undefined {
    const text = this.#read(uri);
    return text !== undefined && name !== '' && this.names(uri, text, name) ? text : undefined;
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
export function resolve({ remote, target }: Pick<DocumentLink, 'remote' | 'target'>, from: string): string | undefined {
  if (remote) return undefined;
  try {
    return canonical(new URL(target, canonical(from)).href);
  } catch {
    return undefined;
  }
}

export const fileNameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
