import { type OntologyTerm, ontologyTerms } from '../../catalogue/ontology/terms';
import type { Block } from '../../document/types';
import { buildTermTrie, type TermMatcher } from '../../language/termTrie';

/** Names of the author's own for what the catalogue knows. */
export interface OwnTerms {
  /** Ids of data types by term. */
  readonly data: Readonly<Record<string, readonly string[]>>;
  /** Ids of recipients by company, as written. */
  readonly companies: Readonly<Record<string, readonly string[]>>;
}

let matcher: TermMatcher | undefined;

/** The matcher for the whole ontology; built once. */
export function ontologyMatcher(): TermMatcher {
  matcher ??= buildTermTrie(ontologyTerms());
  return matcher;
}

/** More vocabularies at a time than projects are open. */
const MOST_MATCHERS = 8;
const ownMatchers = new Map<string, TermMatcher>();
const matcherOfBlock = new WeakMap<Block, TermMatcher>();

/** Identifies a vocabulary: what was read with another one is of no use. */
export function keyOf(own: OwnTerms | undefined): string {
  return own && Object.keys(own.data).length + Object.keys(own.companies).length > 0 ? JSON.stringify(own) : '';
}

/** The blocks of a draft are read with these terms too. */
export function readWith(own: OwnTerms | undefined, blocks: readonly Block[]): void {
  const key = keyOf(own);
  if (!own || key === '') return;
  let found = ownMatchers.get(key);
  if (!found) {
    if (ownMatchers.size >= MOST_MATCHERS) ownMatchers.clear();
    found = buildTermTrie(withOwn(ontologyTerms(), own));
    ownMatchers.set(key, found);
  }
  for (const block of blocks) matcherOfBlock.set(block, found);
}

export function matcherFor(block: Block): TermMatcher {
  return matcherOfBlock.get(block) ?? ontologyMatcher();
}

/** What the author says of a term replaces what the catalogue says of it. */
function withOwn(catalogue: readonly OntologyTerm[], { data, companies }: OwnTerms): OntologyTerm[] {
  const said = new Set([...Object.keys(data), ...Object.keys(companies)].map((term) => term.toLowerCase()));
  return [
    ...catalogue.filter(({ term }) => !said.has(term.toLowerCase())),
    ...Object.entries(data).map(([term, ids]): OntologyTerm => ({ kind: 'data', ids, term })),
    ...Object.entries(companies).map(
      ([term, ids]): OntologyTerm => ({ kind: 'company', ids, term, caseSensitive: true }),
    ),
  ];
}
