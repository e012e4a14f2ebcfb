import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { ConfigurationProblem, Origin, Setting } from './types';

export type Entry = readonly [key: string, keyNode: Node, value: Node | null];

/** Reads YAML as plain data, each value with its place: no tags, no aliases, nothing is run. What cannot be used becomes a problem. */
export class YamlReader {
  readonly problems: ConfigurationProblem[] = [];
  readonly #lines = new LineCounter();
  readonly #uri: string;

  constructor(uri: string) {
    this.#uri = uri;
  }

  /** The file's own entries; none where it is empty. `expected` says what the file should be. */
  root(text: string, expected: string): Iterable<Entry> {
    const document = parseDocument(text, { lineCounter: this.#lines, schema: 'core', prettyErrors: false });
    for (const { message, pos } of [...document.errors, ...document.warnings]) this.#problem(message, pos[0], pos[1]);
    const root = document.contents;
    if (isMap(root)) return this.#entries(root);
    if (root && !(isScalar(root) && root.value === null)) this.problem(root as Node, expected);
    return [];
  }

  /** The entries of a map; none for nothing. */
  map(node: Node | null, expected: string): Iterable<Entry> {
    if (isMap(node)) return this.#entries(node);
    if (!(isScalar(node) && node.value === null)) this.problem(node, expected);
    return [];
  }

  /** The items of a list; undefined where there is no list. */
  list(node: Node | null, expected: string): readonly (Node | null)[] | undefined {
    if (isSeq(node)) return node.items as (Node | null)[];
    this.problem(node, expected);
    return undefined;
  }

  /** One text or a list of them, each with its node. */
  texts(node: Node | null, expected: string): [string, Node][] {
    const items = isSeq(node) ? (node.items as (Node | null)[]) : [node];
    return items.flatMap((item): [string, Node][] => {
      const text = this.text(item, expected);
      return text === undefined ? [] : [[text, item as Node]];
    });
  }

  text(node: Node | null, expected: string): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value.trim();
    this.problem(node, expected);
    return undefined;
  }

  setting<T>(value: T, node: Node): Setting<T> {
    return { value, origin: this.origin(node) };
  }

  origin(node: Node): Origin {
    return { uri: this.#uri, line: this.place(node).start.line };
  }

  place(node: Node | null): Pick<ConfigurationProblem, 'start' | 'end'> {
    return { start: this.#position(node?.range?.[0] ?? 0), end: this.#position(node?.range?.[1] ?? 0) };
  }

  problem(node: Node | null, message: string): void {
    this.#problem(message, node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);
  }

  *#entries(map: YAMLMap): Iterable<Entry> {
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      if (!isScalar(key)) this.problem(key, 'A key is to be a plain word.');
      else if (isAlias(value)) this.problem(value, 'Aliases are not read here: write the value out.');
      else yield [String(key.value), key, value];
    }
  }

  #problem(message: string, start: number, end: number): void {
    const last = this.problems.at(-1);
    const place = this.#position(start);
    // Broken YAML is broken a thousand times in one place.
    if (last?.message === message && last.start.line === place.line && last.start.character === place.character) return;
    this.problems.push({ message, uri: this.#uri, start: place, end: this.#position(end) });
  }

  #position(offset: number): { line: number; character: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  }
}
