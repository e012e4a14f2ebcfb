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
  const known = new Set([canonical(draft), ...near.map(({ document }) => document)]);
  const further: SetDocument[] = [];

  function go(
    through: 'on' | 'back',
    from: readonly SetDocument[],
    next: (of: SetDocument) => readonly string[],
  ): void {
    let reached = from;
    for (let links = 2; links <= FARTHEST && reached.length > 0; links++) {
      const beyond: SetDocument[] = [];
      for (const one of reached) {
        for (const document of next(one)) {
          const text = known.has(document) ? undefined : found.reach(document);
          if (text === undefined) continue;
          known.add(document);
          beyond.push({ document, policy: policyOf(document, text), through });
        }
      }
      further.push(...beyond);
      reached = beyond;
    }
  }

  const incorporated = (policy: Policy, uri: string): string[] =>
    linksOf(policy)
      .filter(({ incorporates }) => incorporates)
      .flatMap((link) => resolve(link, uri) ?? []);
  const incorporating = ({ document }: SetDocument): string[] =>
    neighbours.filter((neighbour) => {
      const text = neighbour === document ? undefined : found.naming(neighbour, fileNameOf(document));
      return text !== undefined && incorporated(policyOf(neighbour, text), neighbour).includes(document);
    });

  go(
    'on',
    near.filter(({ link, declared }) => declared || link?.incorporates),
    ({ policy, document }) => incorporated(policy, document),
  );
  go(
    'back',
    near.filter(({ backLink }) => backLink?.incorporates),
    incorporating,
  );
  return further;
}
