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

/** Most nodes have one way on, so a map is made only for the second; there are many of them. */
class Node {
  /** The way on by dictionary form. */
  private key?: string;
  private next?: Node;
  private more?: Map<string, Node>;
  /** Ways on by exact form. */
  private exact?: Map<string, Node>;
  any?: Node = undefined;
  concepts?: readonly number[] = undefined;

  after(key: string): Node | undefined {
    return this.more ? this.more.get(key) : this.key === key ? this.next : undefined;
  }

  afterExactly(word: string): Node | undefined {
    return this.exact?.get(word);
  }

  /** The node behind a key as `keys` gives it, made where there is none. */
  child(word: string): Node {
    if (word === '*') {
      this.any ??= new Node();
      return this.any;
    }
    if (word.startsWith('=')) {
      this.exact ??= new Map();
      return getOrMake(this.exact, word.slice(1), () => new Node());
    }
    const known = this.after(word);
    if (known) return known;
    const next = new Node();
    if (this.more) this.more.set(word, next);
    else if (this.key === undefined || this.next === undefined) {
      this.key = word;
      this.next = next;
    } else
      this.more = new Map([
        [this.key, this.next],
        [word, next],
      ]);
    return next;
  }
}

export class PhraseTrie {
  private readonly root = new Node();
  /** Most ends belong to one concept, and share its list. */
  private readonly single = new Map<number, readonly number[]>();

  add(phrase: string, concept: number): void {
    for (const node of endsOf(phrase, this.root)) {
      if (node === this.root) continue;
      if (!node.concepts) node.concepts = getOrMake(this.single, concept, () => [concept]);
      else if (!node.concepts.includes(concept)) node.concepts = [...node.concepts, concept];
    }
  }

  match(tokens: readonly Token[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    const stems = tokens.map((token, at) => inFull(token, tokens[at - 1], tokens[at + 1]) ?? stem(token));
    for (let first = 0; first < tokens.length; first++) walk(this.root, tokens, stems, first, first, found);
    return found;
  }
}

function walk(
  node: Node,
  tokens: readonly Token[],
  stems: readonly string[],
  first: number,
  at: number,
  found: PhraseMatch[],
): void {
  const token = tokens[at];
  if (!token) return;
  if (at > first && transparent.has(token.lower)) {
    walk(node, tokens, stems, first, at + 1, found);
    return;
  }
  const key = stems[at] as string;
  const base = token.verb?.base;
  follow(node.after(key), tokens, stems, first, at, found);
  if (base !== undefined && base !== key) follow(node.after(base), tokens, stems, first, at, found);
  follow(node.afterExactly(token.lower), tokens, stems, first, at, found);
  if (node.any) follow(node.any, tokens, stems, first, at, found);
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

function follow(
  next: Node | undefined,
  tokens: readonly Token[],
  stems: readonly string[],
  first: number,
  at: number,
  found: PhraseMatch[],
): void {
  if (!next) return;
  if (next.concepts) for (const concept of next.concepts) found.push({ concept, first, last: at });
  walk(next, tokens, stems, first, at + 1, found);
}

/** The nodes behind all word sequences that a phrase stands for; those that are not there yet are made. */
function endsOf(phrase: string, root: Node): Iterable<Node> {
  const symbols = phrase.match(/\(|\)\??|\||[^\s()|]+/g) ?? [];
  let at = 0;
  const alternatives = (from: ReadonlySet<Node>): Set<Node> => {
    const all = new Set<Node>();
    let ends = from;
    for (;;) {
      const symbol = symbols[at];
      if (symbol === undefined || symbol.startsWith(')')) break;
      at++;
      if (symbol === '|') {
        for (const node of ends) all.add(node);
        ends = from;
      } else if (symbol === '(') {
        const inner = alternatives(ends);
        if (symbols[at++] === ')?') for (const node of ends) inner.add(node);
        ends = inner;
      } else
        ends = behind(
          ends,
          getOrMake(knownKeys, symbol, () => keys(symbol)),
        );
    }
    for (const node of ends) all.add(node);
    return all;
  };
  return alternatives(new Set([root]));
}

function behind(nodes: ReadonlySet<Node>, choices: readonly (readonly string[])[]): Set<Node> {
  const ends = new Set<Node>();
  for (const node of nodes)
    for (const words of choices) {
      let end = node;
      for (const word of words) end = end.child(word);
      ends.add(end);
    }
  return ends;
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
