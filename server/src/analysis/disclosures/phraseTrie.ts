import { getOrMake } from '../kept';
import { nounLemma } from '../language/lemmas';
import { tokenize } from '../language/tokens';
import type { Token } from '../language/types';

/**
 * Finds the phrases of all concepts in one pass over a sentence's tokens.
 *
 * A phrase is written as people write it, in dictionary form: "right to delete" also meets "rights to delete". Words in
 * round brackets are alternatives ("right (to|of) access"), a question mark after them makes them optional
 * ("(your)? personal data"), `*` stands for any one word, and `=` before a word asks for exactly that form ("=sold").
 */
export interface PhraseMatch {
  readonly concept: number;
  /** Token indexes, `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

/**
 * What may follow the words read so far. Most nodes have one way on, so a map is made only for the second. Ways that go on
 * alike share what follows: phrases with alternatives stand for a million word sequences, and a node for each would take
 * most of the time until the first draft is read. So no node changes once another one leads to it.
 */
class Node {
  /** The way on by dictionary form. */
  private key?: string;
  private next?: Node;
  private more?: Map<string, Node>;
  /** Ways on by exact form. */
  private exact?: Map<string, Node>;
  any?: Node = undefined;

  constructor(readonly concepts?: readonly number[]) {}

  after(key: string): Node | undefined {
    return this.more ? this.more.get(key) : this.key === key ? this.next : undefined;
  }

  afterExactly(word: string): Node | undefined {
    return this.exact?.get(word);
  }

  /** Leads on to a node by a key as `keys` gives it, and to what it led to by that key before. */
  lead(key: string, next: Node, unions: Unions): this {
    if (key === '*') this.any = unions.of(this.any, next);
    else if (key.startsWith('=')) {
      this.exact ??= new Map();
      const word = key.slice(1);
      this.exact.set(word, unions.of(this.exact.get(word), next));
    } else if (this.more) this.more.set(key, unions.of(this.more.get(key), next));
    else if (this.next === undefined || this.key === key) {
      this.key = key;
      this.next = unions.of(this.next, next);
    } else
      this.more = new Map([
        [this.key as string, this.next],
        [key, next],
      ]);
    return this;
  }

  /** Leads wherever another node leads. */
  join(other: Node, unions: Unions): this {
    if (other.more && !this.more && !this.next) this.more = new Map(other.more);
    else if (other.more) for (const [key, next] of other.more) this.lead(key, next, unions);
    else if (other.next) this.lead(other.key as string, other.next, unions);
    if (other.exact) for (const [word, next] of other.exact) this.lead(`=${word}`, next, unions);
    if (other.any) this.lead('*', other.any, unions);
    return this;
  }
}

/** Nodes that lead wherever one or the other of two nodes leads, each pair joined once. */
class Unions {
  readonly #known = new Map<Node, Map<Node, Node>>();

  of(a: Node | undefined, b: Node): Node {
    if (!a || a === b) return b;
    const known = getOrMake(this.#known, a, () => new Map<Node, Node>());
    return getOrMake(known, b, () => {
      const concepts = new Set([...(a.concepts ?? []), ...(b.concepts ?? [])]);
      return new Node(concepts.size > 0 ? [...concepts] : undefined).join(a, this).join(b, this);
    });
  }
}

export class PhraseTrie {
  /** Phrases by themselves until the first match; then all in one. */
  #roots: Node[] = [];

  add(phrase: string, concept: number): void {
    this.#roots.push(before(parse(phrase), new Node([concept]), new Unions()));
  }

  match(tokens: readonly Token[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    const stems = tokens.map((token, at) => inFull(token, tokens[at - 1], tokens[at + 1]) ?? stem(token));
    const root = this.#root();
    for (let first = 0; first < tokens.length; first++) walk(root, first, { tokens, stems, first, found });
    return found;
  }

  /** Two and two are joined, so that no node is copied more often than there are rounds. */
  #root(): Node {
    while (this.#roots.length > 1) {
      const unions = new Unions();
      this.#roots = this.#roots.flatMap((root, i, roots) => (i % 2 === 0 ? unions.of(roots[i + 1], root) : []));
    }
    return this.#roots[0] ?? new Node();
  }
}

/** What is looked for from one token on. */
interface Search {
  readonly tokens: readonly Token[];
  readonly stems: readonly string[];
  readonly first: number;
  readonly found: PhraseMatch[];
}

function walk(node: Node, at: number, search: Search): void {
  const token = search.tokens[at];
  if (!token) return;
  if (at > search.first && transparent.has(token.lower)) {
    walk(node, at + 1, search);
    return;
  }
  const key = search.stems[at] as string;
  const base = token.verb?.base;
  follow(node.after(key), at, search);
  if (base !== undefined && base !== key) follow(node.after(base), at, search);
  follow(node.afterExactly(token.lower), at, search);
  if (node.any) follow(node.any, at, search);
}

const transparent: ReadonlySet<string> = new Set([
  '(',
  ')',
  '[',
  ']',
  '"',
  '\u201c',
  '\u201d',
  '\u2018',
  '\u2019',
  '\u00ab',
  '\u00bb',
]);

function follow(next: Node | undefined, at: number, search: Search): void {
  if (!next) return;
  const { first, found } = search;
  if (next.concepts) for (const concept of next.concepts) found.push({ concept, first, last: at });
  walk(next, at + 1, search);
}

/** A word as written, or sequences of which one stands there, or perhaps none. */
type Part = string | { readonly choices: readonly Sequence[]; readonly optional: boolean };
type Sequence = readonly Part[];

function parse(phrase: string): Sequence {
  const symbols = phrase.match(/\(|\)\??|\||[^\s()|]+/g) ?? [];
  let at = 0;
  const choices = (): Sequence[] => {
    const all: Part[][] = [[]];
    for (; at < symbols.length && !symbols[at].startsWith(')'); at++) {
      if (symbols[at] === '|') all.push([]);
      else all[all.length - 1].push(symbols[at] === '(' ? group() : symbols[at]);
    }
    return all;
  };
  const group = (): Part => {
    at++;
    return { choices: choices(), optional: symbols[at] === ')?' };
  };
  return [{ choices: choices(), optional: false }];
}

/** What leads by all word sequences that a pattern stands for to what is behind it. */
function before(sequence: Sequence, end: Node, unions: Unions): Node {
  return sequence.reduceRight<Node>((behind, part) => {
    if (typeof part === 'string') {
      const start = new Node();
      for (const words of getOrMake(knownKeys, part, () => keys(part)))
        start.join(
          words.reduceRight((next, word) => new Node().lead(word, next, unions), behind),
          unions,
        );
      return start;
    }
    let start = part.optional ? behind : undefined;
    for (const choice of part.choices) start = unions.of(start, before(choice, behind, unions));
    return start ?? behind;
  }, end);
}

const knownKeys = new Map<string, string[][]>();

/** The token keys that a word of a phrase stands for; a word that is verb form and noun ("setting") has both readings. */
function keys(word: string): string[][] {
  if (word === '*') return [['*']];
  if (word.startsWith('=')) return [tokenize(word.slice(1)).map((token) => `=${token.lower}`)];
  const tokens = tokenize(word);
  const [token] = tokens;
  const verb = token?.verb;
  if (tokens.length > 1 || !token || !verb) return [tokens.map(stem)];
  return [...new Set([verb.base, stem({ ...token, lemma: nounLemma(token.lower), verb: undefined })])].map((key) => [
    key,
  ]);
}

const pronouns: ReadonlySet<string> = new Set([
  'what',
  'it',
  'that',
  'there',
  'here',
  'who',
  'where',
  'how',
  'he',
  'she',
]);

/** The verb of which a contraction leaves a piece: "ca" of "can't", "wo" of "won't", "'ll", the "'s" of "what's". */
function inFull({ lower }: Token, before: Token | undefined, next: Token | undefined): string | undefined {
  if (lower === "'ll") return 'will';
  if (lower === "'s") return before && pronouns.has(before.lower) ? 'be' : undefined;
  if (next?.lower !== "n't") return undefined;
  return lower === 'ca' ? 'can' : lower === 'wo' ? 'will' : undefined;
}

/**
 * Dictionary form of known verbs and of nouns; for other long words what is left without the ending, so that a verb
 * that the dictionary lacks meets its own inflections ("retaliate", "retaliated").
 */
function stem({ lemma, verb }: Pick<Token, 'lemma' | 'verb'>): string {
  if (verb || lemma.length < 7) return lemma;
  if (lemma.endsWith('e')) return lemma.slice(0, -1);
  if (lemma.endsWith('ied')) return `${lemma.slice(0, -3)}y`;
  if (lemma.endsWith('ed')) return lemma.slice(0, -2);
  return lemma.endsWith('ing') ? lemma.slice(0, -3) : lemma;
}
