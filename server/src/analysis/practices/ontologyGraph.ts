import { dataEntries, entityEntries, type OntologyEntry, purposeEntries } from '../catalogue/ontology/terms';
import { getOrMake } from '../kept';
import { isOwnData, ownDataName } from './names/ownData';

/**
 * How the first of two types lies to the second: the same, narrower, wider, overlapping (a third type lies under both),
 * or apart.
 */
type Relation = '=' | '<' | '>' | '~' | 'none';

export interface Related {
  readonly relation: Relation;
  /** Every way from one to the other uses an edge that drafts contest. */
  readonly contested: boolean;
}

interface Edge {
  readonly to: number;
  readonly contested: boolean;
}

interface Node {
  readonly id: string;
  readonly label: string;
  readonly parents: readonly Edge[];
  readonly disjoint: readonly string[];
}

const APART: Related = { relation: 'none', contested: false };

/**
 * Types with several parents each. Ancestors are bit sets, one over all edges and one over the uncontested edges, so a
 * relation costs a few word operations.
 */
export class OntologyGraph {
  private readonly index = new Map<string, number>();
  private readonly words: number;
  /** Bit set of each node's ancestors, itself included. */
  private readonly above: Uint32Array[];
  private readonly surelyAbove: Uint32Array[];
  private readonly disjoint: ReadonlySet<string>;
  private readonly cache = new Map<string, Related>();
  private readonly below = new Map<string, readonly string[]>();

  /** `severed` pairs "id wider" do not hold, whatever the edges say. */
  constructor(
    private readonly nodes: readonly Node[],
    private readonly severed: readonly { readonly id: string; readonly parent: string }[] = [],
  ) {
    for (const [i, node] of nodes.entries()) this.index.set(node.id, i);
    this.words = (nodes.length + 31) >> 5;
    this.above = this.closure(() => true);
    this.surelyAbove = this.closure((edge) => !edge.contested);
    this.disjoint = new Set(
      nodes.flatMap((node) => node.disjoint.flatMap((other) => [`${node.id} ${other}`, `${other} ${node.id}`])),
    );
  }

  has(id: string): boolean {
    return this.index.has(id);
  }

  label(id: string): string {
    return this.nodes[this.index.get(id) ?? -1]?.label ?? (isOwnData(id) ? ownDataName(id) : id);
  }

  relate(a: string, b: string): Related {
    if (a === b) return { relation: '=', contested: false };
    const key = `${a} ${b}`;
    let known = this.cache.get(key);
    if (!known) {
      known = this.compare(a, b);
      this.cache.set(key, known);
    }
    return known;
  }

  /** `id` is `wider` or lies under it, contested edges included. */
  isA(id: string, wider: string): boolean {
    const { relation } = this.relate(id, wider);
    return relation === '=' || relation === '<';
  }

  /** Whether `id` is among the descendants of `wider`. */
  isDescendant(id: string, wider: string): boolean {
    const i = this.index.get(id);
    const at = this.index.get(wider);
    return id === wider || (i !== undefined && at !== undefined && has(this.above[i] as Uint32Array, at));
  }

  /** All wider types of `id`, itself first. */
  ancestors(id: string): readonly string[] {
    const at = this.index.get(id);
    if (at === undefined) return [id];
    const set = this.above[at] as Uint32Array;
    return [id, ...this.nodes.filter((_, i) => i !== at && has(set, i)).map((node) => node.id)];
  }

  /** All narrower types of `id`, itself first. */
  descendants(id: string): readonly string[] {
    return getOrMake(this.below, id, () => {
      const at = this.index.get(id);
      if (at === undefined) return [id];
      const under = this.nodes.filter((_, i) => i !== at && has(this.above[i] as Uint32Array, at));
      return [id, ...under.map((node) => node.id)];
    });
  }

  /** Whether the two can have nothing in common ("aggregated" and "personal"). */
  areDisjoint(a: string, b: string): boolean {
    if (this.disjoint.size === 0) return false;
    for (const x of this.ancestors(a))
      for (const y of this.ancestors(b)) if (this.disjoint.has(`${x} ${y}`)) return true;
    return false;
  }

  /** The shortest way up from `id` to `wider`, both included; uncontested edges first. Empty where there is none. */
  path(id: string, wider: string): readonly string[] {
    return this.walk(id, wider, (edge) => !edge.contested) ?? this.walk(id, wider, () => true) ?? [];
  }

  /** A graph of the same types with edges added or taken away, for what a draft defines itself. */
  with(
    added: readonly { readonly id: string; readonly parent: string }[],
    removed: readonly { readonly id: string; readonly parent: string }[],
  ): OntologyGraph {
    if (added.length === 0 && removed.length === 0) return this;
    const fresh = new Map<string, Edge[]>();
    for (const { id, parent } of added) {
      const to = this.index.get(parent);
      // an edge that would close a circle says nothing about widths
      if (to === undefined || !this.has(id) || this.isA(parent, id)) continue;
      fresh.set(id, [...(fresh.get(id) ?? []), { to, contested: false }]);
    }
    return new OntologyGraph(
      this.nodes.map((node) => {
        const own = fresh.get(node.id);
        if (!own) return node;
        return { ...node, parents: [...node.parents.filter((edge) => !own.some(({ to }) => to === edge.to)), ...own] };
      }),
      [...this.severed, ...removed],
    );
  }

  private compare(a: string, b: string): Related {
    const i = this.index.get(a);
    const j = this.index.get(b);
    if (i === undefined || j === undefined || this.areDisjoint(a, b) || this.isSevered(a, b)) return APART;
    if (has(this.above[i] as Uint32Array, j))
      return { relation: '<', contested: !has(this.surelyAbove[i] as Uint32Array, j) };
    if (has(this.above[j] as Uint32Array, i))
      return { relation: '>', contested: !has(this.surelyAbove[j] as Uint32Array, i) };
    let overlap: Related = APART;
    for (let k = 0; k < this.nodes.length; k++) {
      const set = this.above[k] as Uint32Array;
      if (!has(set, i) || !has(set, j)) continue;
      const sure = this.surelyAbove[k] as Uint32Array;
      if (has(sure, i) && has(sure, j)) return { relation: '~', contested: false };
      overlap = { relation: '~', contested: true };
    }
    return overlap;
  }

  private isSevered(a: string, b: string): boolean {
    const under = (id: string, wider: string) =>
      has(this.above[this.index.get(id) ?? 0] as Uint32Array, this.index.get(wider) ?? 0);
    return this.severed.some(
      ({ id, parent }) => this.has(id) && ((b === parent && under(a, id)) || (a === parent && under(b, id))),
    );
  }

  private closure(use: (edge: Edge) => boolean): Uint32Array[] {
    const sets: (Uint32Array | undefined)[] = this.nodes.map(() => undefined);
    const visit = (i: number): Uint32Array => {
      const done = sets[i];
      if (done) return done;
      const set = new Uint32Array(this.words);
      set[i >> 5] = (set[i >> 5] as number) | (1 << (i & 31));
      sets[i] = set;
      for (const edge of this.nodes[i]?.parents ?? []) {
        if (use(edge))
          visit(edge.to).forEach((word, w) => {
            set[w] = (set[w] as number) | word;
          });
      }
      return set;
    };
    return this.nodes.map((_, i) => visit(i));
  }

  private walk(id: string, wider: string, use: (edge: Edge) => boolean): string[] | undefined {
    const from = this.index.get(id);
    const goal = this.index.get(wider);
    if (from === undefined || goal === undefined) return undefined;
    const cameFrom = new Map<number, number>([[from, -1]]);
    const queue = [from];
    for (let next = 0; next < queue.length; next++) {
      const at = queue[next] as number;
      if (at === goal) {
        const path: string[] = [];
        for (let step = at; step >= 0; step = cameFrom.get(step) as number) path.unshift((this.nodes[step] as Node).id);
        return path;
      }
      for (const edge of this.nodes[at]?.parents ?? []) {
        if (!use(edge) || cameFrom.has(edge.to)) continue;
        cameFrom.set(edge.to, at);
        queue.push(edge.to);
      }
    }
    return undefined;
  }
}

const has = (set: Uint32Array, i: number): boolean => (((set[i >> 5] as number) >>> (i & 31)) & 1) === 1;

function build(entries: readonly OntologyEntry[]): OntologyGraph {
  const at = new Map(entries.map((entry, i) => [entry.id, i]));
  return new OntologyGraph(
    entries.map(({ id, label, parents, disjoint }) => ({
      id,
      label,
      disjoint: disjoint ?? [],
      parents: parents.map((parent) => {
        const to = at.get(typeof parent === 'string' ? parent : parent.id);
        if (to === undefined) throw new Error(`${id}: unknown parent ${JSON.stringify(parent)}`);
        return { to, contested: typeof parent !== 'string' };
      }),
    })),
  );
}

/** Types of data (`catalogue/ontology/data.yaml`). */
export const dataGraph = build(dataEntries);
/** Who acts and receives (`catalogue/ontology/entities.yaml`). */
export const entityGraph = build(entityEntries);
/** What data is used for (`catalogue/ontology/purposes.yaml`). */
export const purposeGraph = build(purposeEntries);
