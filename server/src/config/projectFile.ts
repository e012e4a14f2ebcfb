import { isScalar, type Node } from 'yaml';
import { isRegimeId, regimeIds } from '../analysis/disclosures/regimeIds';
import type { RegimeId } from '../analysis/disclosures/types';
import { didYouMean } from '../analysis/language/closest';
import type { Severity } from '../analysis/severity';
import { isSeverity, severities } from '../analysis/severity';
import { isDay } from '../analysis/suppression/directive';
import { addressOf } from './inheritance';
import type { ProjectConfiguration, Setting, SuppressedRule, Vocabulary } from './types';
import { YamlReader } from './yamlReader';

/** Reads a project file, without the files it extends. What cannot be used becomes a problem. */
export function readProjectFile(text: string, uri: string, vocabulary: Vocabulary): ProjectConfiguration {
  return new ProjectFileReader(uri, vocabulary).read(text);
}

export const projectFileKeys = [
  'extends',
  'regimes',
  'facts',
  'rules',
  'terms',
  'companies',
  'documents',
  'paths',
  'suppress',
] as const;
type Key = (typeof projectFileKeys)[number];

class ProjectFileReader {
  readonly #yaml: YamlReader;
  readonly #uri: string;
  readonly #vocabulary: Vocabulary;
  #regimes: Setting<readonly RegimeId[]> | undefined;
  readonly #facts = new Map<string, Setting<boolean>>();
  readonly #rules = new Map<string, Setting<Severity | 'off'>>();
  readonly #terms = new Map<string, Setting<readonly string[]>>();
  readonly #companies = new Map<string, Setting<readonly string[]>>();
  readonly #documents: Setting<readonly string[]>[] = [];
  readonly #include: Setting<string>[] = [];
  readonly #exclude: Setting<string>[] = [];
  readonly #suppress: Setting<SuppressedRule>[] = [];
  readonly #extends: Setting<string>[] = [];

  constructor(uri: string, vocabulary: Vocabulary) {
    this.#yaml = new YamlReader(uri);
    this.#uri = uri;
    this.#vocabulary = vocabulary;
  }

  read(text: string): ProjectConfiguration {
    const { dataTypes, roles } = this.#vocabulary;
    const readers: Readonly<Record<Key, (value: Node | null) => void>> = {
      extends: (value) => this.#readTexts(value, this.#extends, 'The path of another project file is expected.'),
      regimes: (value) => this.#readRegimes(value),
      facts: (value) => this.#readFacts(value),
      rules: (value) => this.#readRules(value),
      terms: (value) => this.#readNames(value, this.#terms, dataTypes, 'data type', '"loyalty number: customer_id"'),
      companies: (value) => this.#readNames(value, this.#companies, roles, 'role', '"Northwind Mail: email_provider"'),
      documents: (value) => this.#readDocuments(value),
      paths: (value) => this.#readPaths(value),
      suppress: (value) => this.#readSuppress(value),
    };
    const keys = list(projectFileKeys);
    for (const [key, keyNode, value] of this.#yaml.root(text, `The file is to be a map with the keys ${keys}.`)) {
      if (key in readers) readers[key as Key](value);
      else
        this.#yaml.problem(keyNode, `Unknown key "${key}".${didYouMean(key, projectFileKeys)} The keys are ${keys}.`);
    }
    return {
      uri: this.#uri,
      regimes: this.#regimes,
      facts: this.#facts,
      rules: this.#rules,
      terms: this.#terms,
      companies: this.#companies,
      documents: this.#documents,
      include: this.#include,
      exclude: this.#exclude,
      suppress: this.#suppress,
      extends: this.#extends,
      problems: this.#yaml.problems,
    };
  }

  #readRegimes(node: Node | null): void {
    const items = this.#yaml.list(node, 'A list of regimes is expected, such as [gdpr, ccpa].');
    if (!items) return;
    const found: RegimeId[] = [];
    for (const item of items) {
      const id = isScalar(item) ? String(item.value) : '';
      if (isRegimeId(id)) found.push(id);
      else {
        const remedy = `${didYouMean(id, regimeIds)} The regimes are ${list(regimeIds)}.`;
        this.#yaml.problem(item, `Unknown regime "${id}".${remedy}`);
      }
    }
    this.#regimes = this.#yaml.setting(found, node as Node);
  }

  #readFacts(node: Node | null): void {
    const known = this.#vocabulary.facts;
    for (const [name, nameNode, value] of this.#yaml.map(
      node,
      'A map of facts, such as "sells: false", is expected.',
    )) {
      if (!known.has(name)) {
        this.#yaml.problem(
          nameNode,
          `Unknown fact "${name}".${didYouMean(name, known)} Remove it or correct its name.`,
        );
      } else if (isScalar(value) && typeof value.value === 'boolean') {
        this.#facts.set(name, this.#yaml.setting(value.value, nameNode));
      } else {
        this.#yaml.problem(value ?? nameNode, `The fact "${name}" is to be true or false.`);
      }
    }
  }

  #readRules(node: Node | null): void {
    const expected = 'A map of rules, such as "retention/vague-period: off", is expected.';
    for (const [id, idNode, value] of this.#yaml.map(node, expected)) {
      // YAML 1.1 editors may rewrite a bare off; core schema reads it as the word.
      const level = isScalar(value) ? String(value.value) : '';
      const meant = this.#rulesNamed(id, idNode);
      if (meant.length === 0) continue;
      if (level === 'off' || isSeverity(level)) {
        for (const rule of meant) this.#rules.set(rule, this.#yaml.setting(level, idNode));
      } else {
        const levels = list([...severities, 'off']);
        this.#yaml.problem(value ?? idNode, `Unknown severity "${level}". It is one of ${levels}.`);
      }
    }
  }

  /** Ids or a family; a name that stands for none is a problem. */
  #rulesNamed(name: string, node: Node): readonly string[] {
    const { ruleIds, ruleFamilies, ruleAliases } = this.#vocabulary;
    const meant = ruleAliases.get(name) ?? (ruleIds.has(name) || ruleFamilies.has(name) ? [name] : []);
    if (meant.length === 0) {
      const near = didYouMean(name, [...ruleIds, ...ruleFamilies]);
      this.#yaml.problem(node, `Unknown rule "${name}".${near} "policy-linter rules" lists them all.`);
    }
    return meant;
  }

  /** Names of the author's own for what the catalogue knows: data types or roles. */
  #readNames(
    node: Node | null,
    names: Map<string, Setting<readonly string[]>>,
    known: ReadonlySet<string>,
    kind: string,
    example: string,
  ): void {
    for (const [name, nameNode, value] of this.#yaml.map(node, `A map such as ${example} is expected.`)) {
      const ids: string[] = [];
      for (const [id, idNode] of this.#yaml.texts(value, `A ${kind} is expected, as in ${example}.`)) {
        if (known.has(id)) ids.push(id);
        else this.#yaml.problem(idNode, `Unknown ${kind} "${id}".${didYouMean(id, known)} See docs/configuration.md.`);
      }
      if (ids.length > 0) names.set(name, this.#yaml.setting(ids, nameNode));
    }
  }

  #readDocuments(node: Node | null): void {
    const expected = 'A list of sets is expected, each a list of relative paths such as [privacy.md, cookies.md].';
    for (const set of this.#yaml.list(node, expected) ?? []) {
      const addresses: string[] = [];
      for (const [path, pathNode] of this.#yaml.texts(set, expected)) {
        const address = addressOf(path, this.#uri);
        if (address === undefined) this.#yaml.problem(pathNode, `"${path}" is no relative path. ${expected}`);
        else addresses.push(address);
      }
      if (addresses.length > 0 && set) this.#documents.push(this.#yaml.setting(addresses, set));
    }
  }

  #readPaths(node: Node | null): void {
    const expected = 'The keys "include" and "exclude" are expected, each with a list of patterns such as "drafts/**".';
    for (const [key, keyNode, value] of this.#yaml.map(node, expected)) {
      if (key === 'include') this.#readTexts(value, this.#include, expected);
      else if (key === 'exclude') this.#readTexts(value, this.#exclude, expected);
      else this.#yaml.problem(keyNode, `Unknown key "${key}".${didYouMean(key, ['include', 'exclude'])} ${expected}`);
    }
  }

  #readTexts(node: Node | null, into: Setting<string>[], expected: string): void {
    for (const [text, textNode] of this.#yaml.texts(node, expected)) into.push(this.#yaml.setting(text, textNode));
  }

  #readSuppress(node: Node | null): void {
    const expected =
      'A list is expected, each item with "rule" and "reason", if need be with "path", "approved", "until".';
    for (const item of this.#yaml.list(node, expected) ?? []) this.#readSuppressed(item, expected);
  }

  #readSuppressed(item: Node | null, expected: string): void {
    const keys = ['rule', 'path', 'reason', 'approved', 'until'];
    const values = new Map<string, string>();
    const rules: [string, Node][] = [];
    let place = item;
    const before = this.#yaml.problems.length;
    for (const [key, keyNode, value] of this.#yaml.map(item, expected)) {
      if (key === 'rule') {
        for (const [name, nameNode] of this.#yaml.texts(value, 'The id of a rule is expected.'))
          rules.push(...this.#rulesNamed(name, nameNode).map((rule): [string, Node] => [rule, nameNode]));
      } else if (keys.includes(key)) {
        const text = this.#yaml.text(value, `"${key}" is to be a text.`);
        if (text !== undefined) values.set(key, text);
        if (key === 'until') {
          place = value;
          if (text !== undefined && !isDay(text)) this.#yaml.problem(value, `"${text}" is no day such as 2027-01-31.`);
        }
      } else this.#yaml.problem(keyNode, `Unknown key "${key}".${didYouMean(key, keys)} The keys are ${list(keys)}.`);
    }
    const isWhole = this.#yaml.problems.length === before;
    if (isWhole && rules.length === 0) this.#yaml.problem(item, 'Name the rule that is suppressed: "rule: …".');
    const reason = values.get('reason');
    if (isWhole && rules.length > 0 && reason === undefined)
      this.#yaml.problem(item, 'The next reader cannot tell why this does not matter. Add a "reason".');
    if (item === null || reason === undefined) return;
    const { path, approved, until } = Object.fromEntries(values);
    const at = this.#yaml.place(place);
    for (const [rule, nameNode] of rules) {
      const suppressed = {
        rule,
        reason,
        at,
        named: this.#yaml.place(nameNode),
        ...(path && { path }),
        ...(approved && { approved }),
        ...(until && { until }),
      };
      this.#suppress.push(this.#yaml.setting(suppressed, item));
    }
  }
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
