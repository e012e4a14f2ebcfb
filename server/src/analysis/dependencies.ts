import type { PolicyDocument } from './document/types';
import type { Policy } from './policy';

type Read<V = unknown> = (policy: Policy) => V;

/**
 * Notes what is read of a draft. As long as that stays the same objects in later versions, whatever was made of it
 * still holds; only places in the source have moved, with their blocks.
 */
export class Dependencies {
  /** The draft, to be read from. */
  readonly policy: Policy = new NotedPolicy(this);
  readonly #reads = new Map<Read, unknown>();
  #of: Policy | undefined;

  constructor(policy: Policy) {
    this.#of = policy;
  }

  /** Gives what a function reads, and notes it as a whole: what it looks at on its way does not count. */
  take<V>(read: Read<V>): V {
    if (!this.#of) throw new Error('A draft was read when all had been reported that is kept through its versions.');
    if (this.#reads.has(read)) return this.#reads.get(read) as V;
    const value = read(this.#of);
    this.#reads.set(read, value);
    return value;
  }

  /** Everything was read: nothing of this version is held any longer but what was. */
  close(): void {
    this.#of = undefined;
  }

  /** Whether all that was read is the same in another version of the draft. */
  holdIn(policy: Policy): boolean {
    for (const [read, value] of this.#reads) if (read(policy) !== value) return false;
    return true;
  }
}

/**
 * Makes something of a draft that those who note their dependencies depend on as a whole, not on the parts it is made
 * of. Worth it where the result stays the same object as long as it holds the same.
 */
export function derived<D extends { readonly document: object }, V>(make: (draft: D) => V): (draft: D) => V {
  const read = (draft: D): V => {
    const { document } = draft;
    return document instanceof NotedDocument ? document.dependencies.take(read as unknown as Read<V>) : make(draft);
  };
  return read;
}

const ofPolicy = {
  sentences: (policy: Policy) => policy.sentences,
  statements: (policy: Policy) => policy.statements,
  retention: (policy: Policy) => policy.retention,
  definitions: (policy: Policy) => policy.definitions,
  ownNames: (policy: Policy) => policy.ownNames,
  regimes: (policy: Policy) => policy.regimes,
  checklist: (policy: Policy) => policy.checklist,
  set: (policy: Policy) => policy.set,
  missingFiles: (policy: Policy) => policy.missingFiles,
};

class NotedPolicy implements Policy {
  readonly document: PolicyDocument;

  constructor(private readonly dependencies: Dependencies) {
    this.document = new NotedDocument(dependencies);
  }

  get sentences() {
    return this.dependencies.take(ofPolicy.sentences);
  }
  get statements() {
    return this.dependencies.take(ofPolicy.statements);
  }
  get retention() {
    return this.dependencies.take(ofPolicy.retention);
  }
  get definitions() {
    return this.dependencies.take(ofPolicy.definitions);
  }
  get ownNames() {
    return this.dependencies.take(ofPolicy.ownNames);
  }
  get regimes() {
    return this.dependencies.take(ofPolicy.regimes);
  }
  get checklist() {
    return this.dependencies.take(ofPolicy.checklist);
  }
  get set() {
    return this.dependencies.take(ofPolicy.set);
  }
  get missingFiles() {
    return this.dependencies.take(ofPolicy.missingFiles);
  }
}

const ofDocument = {
  draft: ({ document }: Policy) => document.draft,
  format: ({ document }: Policy) => document.format,
  source: ({ document }: Policy) => document.source,
  blocks: ({ document }: Policy) => document.blocks,
  regions: ({ document }: Policy) => document.regions,
  sections: ({ document }: Policy) => document.sections,
  frontMatter: ({ document }: Policy) => document.frontMatter,
  comments: ({ document }: Policy) => document.comments,
  anchors: ({ document }: Policy) => document.anchors,
  footnotes: ({ document }: Policy) => document.footnotes,
};

class NotedDocument implements PolicyDocument {
  constructor(readonly dependencies: Dependencies) {}

  get draft() {
    return this.dependencies.take(ofDocument.draft);
  }
  get format() {
    return this.dependencies.take(ofDocument.format);
  }
  get source() {
    return this.dependencies.take(ofDocument.source);
  }
  get blocks() {
    return this.dependencies.take(ofDocument.blocks);
  }
  get regions() {
    return this.dependencies.take(ofDocument.regions);
  }
  get sections() {
    return this.dependencies.take(ofDocument.sections);
  }
  get frontMatter() {
    return this.dependencies.take(ofDocument.frontMatter);
  }
  get comments() {
    return this.dependencies.take(ofDocument.comments);
  }
  get anchors() {
    return this.dependencies.take(ofDocument.anchors);
  }
  get footnotes() {
    return this.dependencies.take(ofDocument.footnotes);
  }
}
