import type { DocumentLink, Policy, SetDocument } from '../analysis/policy';
import { canonical } from './addresses';
import { type Finder, fileNameOf, resolve } from './setFinder';

/** A document is reached through at most so many links. */
const FARTHEST = 4;

/** How the documents are read; both answers are kept from the check before where the text is the same. */
interface Reader {
  policyOf(uri: string, text: string): Policy;
  linksOf(policy: Policy): readonly DocumentLink[];
}

/**
 * Documents that the draft's own links do not lead to but those of its set do, each of which says that the one holds,
 * completes or is one with the other. Links are followed on, or traced back, never both: two policies that share a
 * cookie notice are no set.
 */
export function furtherDocuments(
  draft: string,
  near: readonly SetDocument[],
  neighbours: readonly string[],
  found: Finder,
  { policyOf, linksOf }: Reader,
): SetDocument[] {
  const search = new Search(found, policyOf, [canonical(draft), ...near.map(({ document }) => document)]);
  const incorporated = (policy: Policy, uri: string): string[] =>
    linksOf(policy)
      .filter(({ incorporates }) => incorporates)
      .flatMap((link) => resolve(link, uri) ?? []);
  const incorporating = ({ document }: SetDocument): string[] =>
    neighbours.filter((neighbour) => {
      const text = neighbour === document ? undefined : found.naming(neighbour, fileNameOf(document));
      return text !== undefined && incorporated(policyOf(neighbour, text), neighbour).includes(document);
    });
  return [
    ...search.from(
      near.filter(({ link, declared }) => declared || link?.incorporates),
      'on',
      ({ policy, document }) => incorporated(policy, document),
    ),
    ...search.from(
      near.filter(({ backLink }) => backLink?.incorporates),
      'back',
      incorporating,
    ),
  ];
}

/** Goes from document to document and takes each once. */
class Search {
  readonly #known: Set<string>;

  constructor(
    private readonly found: Finder,
    private readonly policyOf: Reader['policyOf'],
    known: readonly string[],
  ) {
    this.#known = new Set(known);
  }

  /** What is reached through the links that `next` gives of a document. */
  from(
    start: readonly SetDocument[],
    through: 'on' | 'back',
    next: (of: SetDocument) => readonly string[],
  ): SetDocument[] {
    const further: SetDocument[] = [];
    let reached = start;
    for (let links = 2; links <= FARTHEST && reached.length > 0; links++) {
      reached = reached.flatMap((one) => next(one).flatMap((document) => this.#read(document, through) ?? []));
      further.push(...reached);
    }
    return further;
  }

  #read(document: string, through: 'on' | 'back'): SetDocument | undefined {
    const text = this.#known.has(document) ? undefined : this.found.reach(document);
    if (text === undefined) return undefined;
    this.#known.add(document);
    return { document, policy: this.policyOf(document, text), through };
  }
}
