import { getOrMake, kept } from '../../kept';
import { tokenize } from '../../language/tokens';
import { dataGraph, entityGraph, type OntologyGraph } from '../ontologyGraph';
import type { LocalDefinition } from '../types';
import { ontologyMatcher } from './terms';

/** The types as this draft understands them. */
export interface DraftGraphs {
  readonly data: OntologyGraph;
  readonly entities: OntologyGraph;
  /** The product that the draft is about, where it speaks of one only. */
  readonly soleProduct?: string;
}

/** The same object as long as both are. */
export function ofProduct(graphs: DraftGraphs, soleProduct: string | undefined): DraftGraphs {
  if (soleProduct === undefined) return graphs;
  return getOrMake(byProduct(graphs), soleProduct, () => ({ ...graphs, soleProduct }));
}
const byProduct = kept((_graphs: DraftGraphs) => new Map<string, DraftGraphs>());

/**
 * What a draft says itself about its terms comes before the catalogue: "Personal Information includes IP addresses" puts
 * IP addresses under personal information without contest, "does not include …" takes them out.
 */
export const withLocalDefinitions = kept((definitions: readonly LocalDefinition[]): DraftGraphs => {
  const terms = definitions.map((definition) => ({ definition, ids: idsOf(definition.term) }));
  const derive = (graph: OntologyGraph) => {
    const edges = (ids: (definition: LocalDefinition) => readonly string[]) =>
      terms.flatMap(({ definition, ids: parents }) =>
        parents
          .filter((parent) => graph.has(parent))
          .flatMap((parent) =>
            ids(definition)
              .filter((id) => id !== parent && graph.has(id))
              .map((id) => ({ id, parent })),
          ),
      );
    return graph.with(
      edges(({ includes }) => includes),
      edges(({ excludes }) => excludes),
    );
  };
  return { data: derive(dataGraph), entities: derive(entityGraph) };
});

/** What the catalogue knows a defined term as; a term of the draft's own invention has none. */
function idsOf(term: string): readonly string[] {
  const tokens = tokenize(term);
  const match = ontologyMatcher().match(tokens, term)[0];
  return match && match.last - match.first + 1 === tokens.length ? match.ids : [];
}
