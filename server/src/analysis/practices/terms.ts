import { ontologyTerms } from '../catalogue/ontology/terms';
import { buildTermTrie, type TermMatcher } from '../language/termTrie';

let matcher: TermMatcher | undefined;

/** The matcher for the whole ontology; built once. */
export function ontologyMatcher(): TermMatcher {
  matcher ??= buildTermTrie(ontologyTerms());
  return matcher;
}
