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

interface Node {
  readonly lemmas: Map<string, Node>;
  readonly exact: Map<string, Node>;
  any?: Node;
  concepts?: number[];
}

const emptyNode = (): Node => ({ lemmas: new Map(), exact: new Map() });

export class PhraseTrie {
  private readonly root = emptyNode();

  add(phrase: string, concept: number): void {
    for (const words of expand(phrase)) this.addWords(words, concept);
  }

  private addWords(words: readonly string[], concept: number): void {
    let node = this.root;
    for (const word of words) node = child(node, word);
    if (node === this.root) return;
    node.concepts ??= [];
    if (!node.concepts.includes(concept)) node.concepts.push(concept);
  }

  match(tokens: readonly Token[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    const stems = tokens.map(stem);
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
  follow(node.lemmas.get(key), tokens, stems, first, at, found);
  if (base !== undefined && base !== key) follow(node.lemmas.get(base), tokens, stems, first, at, found);
  if (node.exact.size > 0) follow(node.exact.get(token.lower), tokens, stems, first, at, found);
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

function child(node: Node, word: string): Node {
  if (word === '*') {
    node.any ??= emptyNode();
    return node.any;
  }
  const exact = word.startsWith('=');
  const edges = exact ? node.exact : node.lemmas;
  const key = exact ? word.slice(1) : word;
  let next = edges.get(key);
  if (!next) {
    next = emptyNode();
    edges.set(key, next);
  }
  return next;
}

/** All word sequences that a phrase stands for. */
function expand(phrase: string): string[][] {
  const symbols = phrase.match(/\(|\)\??|\||[^\s()|]+/g) ?? [];
  let at = 0;
  const alternatives = (): string[][] => {
    const all: string[][] = [];
    let sequences: string[][] = [[]];
    for (;;) {
      const symbol = symbols[at];
      if (symbol === undefined || symbol.startsWith(')')) break;
      at++;
      if (symbol === '|') {
        all.push(...sequences);
        sequences = [[]];
        continue;
      }
      const choices = symbol === '(' ? alternatives() : keys(symbol);
      if (symbol === '(' && symbols[at++] === ')?') choices.push([]);
      sequences = sequences.flatMap((sequence) => choices.map((choice) => [...sequence, ...choice]));
    }
    return [...all, ...sequences];
  };
  return alternatives().filter((words) => words.length > 0);
}

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
