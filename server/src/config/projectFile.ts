import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { RegimeId } from '../analysis/disclosures/types';
import { didYouMean } from '../analysis/language/closest';
import type { Severity } from '../analysis/rules/types';
import { isRegimeId, regimeIds } from '../drafts/regimeIds';
import { isSeverity, severities } from '../drafts/severity';
import type { ConfigurationProblem, Origin, ProjectConfiguration, Setting, Vocabulary } from './types';

/** Reads a project file as plain data: no tags, no aliases, nothing is run. What cannot be used becomes a problem. */
export function readProjectFile(text: string, uri: string, vocabulary: Vocabulary): ProjectConfiguration {
  return new ProjectFileReader(uri, vocabulary).read(text);
}

const keys = ['regimes', 'facts', 'rules'];

class ProjectFileReader {
  readonly #lines = new LineCounter();
  readonly #problems: ConfigurationProblem[] = [];
  readonly #uri: string;
  readonly #vocabulary: Vocabulary;

  constructor(uri: string, vocabulary: Vocabulary) {
    this.#uri = uri;
    this.#vocabulary = vocabulary;
  }

  read(text: string): ProjectConfiguration {
    const facts = new Map<string, Setting<boolean>>();
    const rules = new Map<string, Setting<Severity | 'off'>>();
    let regimes: Setting<readonly RegimeId[]> | undefined;
    const document = parseDocument(text, { lineCounter: this.#lines, schema: 'core', prettyErrors: false });
    for (const { message, pos } of [...document.errors, ...document.warnings]) this.#problem(message, pos[0], pos[1]);
    const root = document.contents;
    if (isMap(root)) {
      for (const [key, keyNode, value] of this.#entries(root)) {
        if (key === 'regimes') regimes = this.#regimes(value);
        else if (key === 'facts') this.#facts(value, facts);
        else if (key === 'rules') this.#rules(value, rules);
        else this.#problemAt(keyNode, `Unknown key "${key}".${didYouMean(key, keys)} The keys are ${list(keys)}.`);
      }
    } else if (root && !(isScalar(root) && root.value === null)) {
      this.#problemAt(root as Node, `The file is to be a map with the keys ${list(keys)}.`);
    }
    return { uri: this.#uri, regimes, facts, rules, problems: this.#problems };
  }

  #regimes(node: Node | null): Setting<readonly RegimeId[]> | undefined {
    if (!isSeq(node)) {
      this.#problemAt(node, 'A list of regimes is expected, such as [gdpr, ccpa].');
      return undefined;
    }
    const found: RegimeId[] = [];
    for (const item of node.items as (Node | null)[]) {
      const id = isScalar(item) ? String(item.value) : '';
      if (isRegimeId(id)) found.push(id);
      else
        this.#problemAt(
          item,
          `Unknown regime "${id}".${didYouMean(id, regimeIds)} The regimes are ${list(regimeIds)}.`,
        );
    }
    return { value: found, origin: this.#origin(node) };
  }

  #facts(node: Node | null, facts: Map<string, Setting<boolean>>): void {
    const known = this.#vocabulary.facts;
    for (const [name, nameNode, value] of this.#mapEntries(node, 'facts, such as "sells: false"')) {
      if (!known.has(name)) {
        this.#problemAt(nameNode, `Unknown fact "${name}".${didYouMean(name, known)} Remove it or correct its name.`);
      } else if (isScalar(value) && typeof value.value === 'boolean') {
        facts.set(name, { value: value.value, origin: this.#origin(nameNode) });
      } else {
        this.#problemAt(value ?? nameNode, `The fact "${name}" is to be true or false.`);
      }
    }
  }

  #rules(node: Node | null, rules: Map<string, Setting<Severity | 'off'>>): void {
    const { ruleIds, ruleFamilies, ruleAliases } = this.#vocabulary;
    for (const [id, idNode, value] of this.#mapEntries(node, 'rules, such as "retention/vague-period: off"')) {
      // YAML 1.1 editors may rewrite a bare off; core schema reads it as the word.
      const level = isScalar(value) ? String(value.value) : '';
      const meant = ruleAliases.get(id) ?? (ruleIds.has(id) || ruleFamilies.has(id) ? [id] : []);
      if (meant.length === 0) {
        const near = didYouMean(id, [...ruleIds, ...ruleFamilies]);
        this.#problemAt(idNode, `Unknown rule "${id}".${near} "policy-linter rules" lists them all.`);
      } else if (level === 'off' || isSeverity(level)) {
        for (const rule of meant) rules.set(rule, { value: level, origin: this.#origin(idNode) });
      } else {
        this.#problemAt(value ?? idNode, `Unknown severity "${level}". It is one of ${list([...severities, 'off'])}.`);
      }
    }
  }

  #mapEntries(node: Node | null, expected: string): Iterable<[string, Node, Node | null]> {
    if (isMap(node)) return this.#entries(node);
    if (!(isScalar(node) && node.value === null)) this.#problemAt(node, `A map of ${expected}, is expected.`);
    return [];
  }

  *#entries(map: YAMLMap): Iterable<[string, Node, Node | null]> {
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      if (!isScalar(key)) this.#problemAt(key, 'A key is to be a plain word.');
      else if (isAlias(value)) this.#problemAt(value, 'Aliases are not read here: write the value out.');
      else yield [String(key.value), key, value];
    }
  }

  #origin(node: Node): Origin {
    return { uri: this.#uri, line: this.#position(node.range?.[0] ?? 0).line };
  }

  #problemAt(node: Node | null, message: string): void {
    this.#problem(message, node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);
  }

  #problem(message: string, start: number, end: number): void {
    this.#problems.push({ message, uri: this.#uri, start: this.#position(start), end: this.#position(end) });
  }

  #position(offset: number): { line: number; character: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  }
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
