import {
  entry,
  flag,
  listOf,
  mapOf,
  oneOf,
  optional,
  readCatalogue,
  record,
  type Shaped,
  text,
  textOr,
  wordList,
  wordLists,
} from '../read';
import companiesCatalogue from './companies.yaml';
import dataCatalogue from './data.yaml';
import entitiesCatalogue from './entities.yaml';
import familiesCatalogue from './families.yaml';
import purposesCatalogue from './purposes.yaml';
import severalRolesCatalogue from './severalRoles.yaml';

/** A wider type; contested where drafts deny what GDPR or CCPA says. */
const parent = textOr(entry({ id: text, contested: flag }));

/** A name that is also an ordinary word, with the context in which it counts. */
const guardedTerm = entry({
  term: text,
  notAfter: optional(wordList),
  notBefore: optional(wordList),
  /** Only as a member of an enumeration or as a whole list item, or after one of `onlyAfter`. */
  listed: optional(flag),
  onlyAfter: optional(wordList),
  /** Only as written: "others", not "other". */
  caseSensitive: optional(flag),
  /** Only as the member of an enumeration behind one of these types ("any": behind any data), or alone in its block. */
  beside: optional(wordList),
  /** … or where it opens its sentence and what is done with it follows ("Photos are uploaded"). */
  opening: optional(flag),
  /** Not behind one of these types. */
  notBeside: optional(wordList),
});

type GuardedTerm = Shaped<typeof guardedTerm>;

const ontologyEntry = entry({
  id: text,
  label: text,
  parents: listOf(parent),
  terms: optional(listOf(textOr(guardedTerm))),
  /** Ordinary words that name the type as somebody's ("your grades"), in an enumeration or as all that is taken. */
  owned: optional(wordList),
  kinds: optional(wordList),
  about: optional(wordList),
  phrases: optional(listOf(wordLists('verbs', 'objects'))),
  /** What people do with what: "pages you visit", "links that you clicked", "videos watched". */
  doings: optional(listOf(wordLists('objects', 'verbs'))),
  disjoint: optional(wordList),
  /** Letters of Cal. Civ. Code 1798.140(v)(1). */
  ccpa: optional(wordList),
  /** Sensitive under Cal. Civ. Code 1798.140(ae). */
  spi: optional(flag),
  art9: optional(flag),
  art10: optional(flag),
  subject: optional(oneOf('child')),
  /** Acts on behalf of the company. */
  processor: optional(flag),
  /** Each of its names is a party of its own: "your landlord" is not "your coach". */
  named: optional(flag),
  /** Whose purpose it is. */
  party: optional(oneOf('third_party')),
});

/** One type of data, recipient or purpose as the catalogue writes it. */
export type OntologyEntry = Shaped<typeof ontologyEntry>;

const ontology = record({
  /** General nouns behind `kinds`. */
  heads: optional(wordList),
  entries: listOf(ontologyEntry),
});

const dataFile = readCatalogue(dataCatalogue, ontology);
const entityFile = readCatalogue(entitiesCatalogue, ontology);
const purposeFile = readCatalogue(purposesCatalogue, ontology);

export const dataEntries = dataFile.entries;
export const entityEntries = entityFile.entries;
export const purposeEntries = purposeFile.entries;

/** Roles (entity ids) by company name, as written. */
export const companyRoles: ReadonlyMap<string, readonly string[]> = readCompanies();

/** A surface form with what it stands for. */
export interface OntologyTerm extends GuardedTerm {
  readonly kind: 'data' | 'entity' | 'company' | 'purpose';
  readonly ids: readonly string[];
}

/** Every name of every type, families written out: what the term trie is built from. */
export function ontologyTerms(): OntologyTerm[] {
  const terms: OntologyTerm[] = [];
  const named: ['data' | 'entity' | 'purpose', readonly OntologyEntry[], readonly string[]][] = [
    ['data', dataEntries, dataFile.heads ?? []],
    ['entity', entityEntries, entityFile.heads ?? []],
    ['purpose', purposeEntries, []],
  ];
  for (const [kind, entries, heads] of named) {
    // one form may name several types ("browsing or search history"), but a written-out family yields to a listed name
    const listedNames = new Set(entries.flatMap((entry) => (entry.terms ?? []).map(nameOf)));
    for (const entry of entries) {
      const ids = [entry.id];
      for (const term of entry.terms ?? [])
        terms.push(typeof term === 'string' ? { kind, ids, term } : { kind, ids, ...term });
      for (const term of entry.owned ?? []) terms.push({ kind, ids, term, listed: true, onlyAfter: owners });
      for (const term of families(entry, heads)) if (!listedNames.has(term)) terms.push({ kind, ids, term });
    }
  }
  for (const [name, roles] of companyRoles)
    terms.push({ kind: 'company', ids: roles, term: name, caseSensitive: true });
  return terms;
}

const nameOf = (term: string | GuardedTerm): string => (typeof term === 'string' ? term : term.term);

const { nouns, prepositions, owners, ...optionalWords } = readCatalogue(
  familiesCatalogue,
  wordLists('nouns', 'prepositions', 'determiners', 'objectDeterminers', 'subjects', 'owners'),
);
/** Each with its blank, then nothing at all. */
const orNothing = (words: readonly string[]): string[] => [...words.map((word) => `${word} `), ''];
const determiners = orNothing(optionalWords.determiners);
const objectDeterminers = orNothing(optionalWords.objectDeterminers);
const subjects = orNothing(optionalWords.subjects);

function* families(entry: OntologyEntry, heads: readonly string[]): Iterable<string> {
  for (const kind of entry.kinds ?? []) for (const head of heads) yield `${kind} ${head}`;
  for (const object of entry.about ?? []) {
    for (const head of nouns) {
      for (const preposition of prepositions) {
        for (const determiner of determiners) yield `${head} ${preposition} ${determiner}${object}`;
      }
    }
  }
  for (const { objects, verbs } of entry.doings ?? []) {
    // "pages visited"; "our site uses …" tells what the site does
    for (const object of objects)
      for (const verb of verbs)
        for (const subject of subjects)
          if (subject !== '' || !isBaseOf(verb, verbs)) yield `${object} ${subject}${verb}`;
  }
  for (const { verbs, objects } of entry.phrases ?? []) {
    for (const verb of verbs) {
      for (const object of objects) for (const determiner of objectDeterminers) yield `${verb} ${determiner}${object}`;
    }
  }
}

/** Whether a list of verbs has the past form of one of them as well. */
const isBaseOf = (verb: string, verbs: readonly string[]): boolean => {
  const [word = '', ...rest] = verb.split(' ');
  return [`${word}d`, `${word}ed`].some((past) => verbs.includes([past, ...rest].join(' ')));
};

function readCompanies(): Map<string, readonly string[]> {
  const roles = new Map<string, readonly string[]>();
  for (const [role, names] of Object.entries(readCatalogue(companiesCatalogue, mapOf(wordList))))
    for (const name of names) roles.set(name, [role]);
  for (const [name, several] of Object.entries(readCatalogue(severalRolesCatalogue, mapOf(wordList))))
    roles.set(name, several);
  return roles;
}
