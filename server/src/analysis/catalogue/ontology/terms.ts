import companiesCatalogue from './companies.yaml';
import dataCatalogue from './data.yaml';
import entitiesCatalogue from './entities.yaml';
import purposesCatalogue from './purposes.yaml';

/** A wider type; contested where drafts deny what GDPR or CCPA says. */
type ParentEntry = string | { readonly id: string; readonly contested: true };

/** A name that is also an ordinary word, with the context in which it counts. */
interface GuardedTerm {
  readonly term: string;
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  /** Only as a member of an enumeration or as a whole list item, or after one of `onlyAfter`. */
  readonly listed?: true;
  readonly onlyAfter?: readonly string[];
  /** Only as written: "others", not "other". */
  readonly caseSensitive?: boolean;
  /** Only as the member of an enumeration behind one of these types ("any": behind any data), or alone in its block. */
  readonly beside?: readonly string[];
  /** … or where it opens its sentence and what is done with it follows ("Photos are uploaded"). */
  readonly opening?: true;
  /** Not behind one of these types. */
  readonly notBeside?: readonly string[];
}

/** One type of data, recipient or purpose as the catalogue writes it. */
export interface OntologyEntry {
  readonly id: string;
  readonly label: string;
  readonly parents: readonly ParentEntry[];
  readonly terms?: readonly (string | GuardedTerm)[];
  readonly kinds?: readonly string[];
  readonly about?: readonly string[];
  readonly phrases?: readonly { readonly verbs: readonly string[]; readonly objects: readonly string[] }[];
  /** What people do with what: "pages you visit", "links that you clicked", "videos watched". */
  readonly doings?: readonly { readonly objects: readonly string[]; readonly verbs: readonly string[] }[];
  readonly disjoint?: readonly string[];
  /** Letters of Cal. Civ. Code 1798.140(v)(1). */
  readonly ccpa?: readonly string[];
  /** Sensitive under Cal. Civ. Code 1798.140(ae). */
  readonly spi?: boolean;
  readonly art9?: boolean;
  readonly art10?: boolean;
  readonly subject?: 'child';
  /** Acts on behalf of the company. */
  readonly processor?: boolean;
  /** Each of its names is a party of its own: "your landlord" is not "your coach". */
  readonly named?: boolean;
  /** Whose purpose it is. */
  readonly party?: 'third_party';
}

interface OntologyFile {
  /** General nouns behind `kinds`. */
  readonly heads?: readonly string[];
  readonly entries: readonly OntologyEntry[];
}

const dataFile = dataCatalogue as OntologyFile;
const entityFile = entitiesCatalogue as OntologyFile;
const purposeFile = purposesCatalogue as OntologyFile;

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
      for (const term of families(entry, heads)) if (!listedNames.has(term)) terms.push({ kind, ids, term });
    }
  }
  for (const [name, roles] of companyRoles)
    terms.push({ kind: 'company', ids: roles, term: name, caseSensitive: true });
  return terms;
}

const nameOf = (term: string | GuardedTerm): string => (typeof term === 'string' ? term : term.term);

const prepositions = [
  'about',
  'regarding',
  'concerning',
  'relating to',
  'related to',
  'on',
  'relative to',
  'pertaining to',
];
const determiners = ['your ', 'the ', 'a ', ''];
const objectDeterminers = ['our ', 'the ', 'your ', 'this ', ''];

const subjects = ['you ', 'that you ', 'which you ', 'you have ', 'that you have ', "you've ", "that you've ", ''];

function* families(entry: OntologyEntry, heads: readonly string[]): Iterable<string> {
  for (const kind of entry.kinds ?? []) for (const head of heads) yield `${kind} ${head}`;
  for (const object of entry.about ?? []) {
    for (const head of ['information', 'data', 'details']) {
      for (const preposition of prepositions) {
        for (const determiner of determiners) yield `${head} ${preposition} ${determiner}${object}`;
      }
    }
  }
  for (const { objects, verbs } of entry.doings ?? []) {
    for (const object of objects)
      for (const verb of verbs) for (const subject of subjects) yield `${object} ${subject}${verb}`;
  }
  for (const { verbs, objects } of entry.phrases ?? []) {
    for (const verb of verbs) {
      for (const object of objects) for (const determiner of objectDeterminers) yield `${verb} ${determiner}${object}`;
    }
  }
}

function readCompanies(): Map<string, readonly string[]> {
  const roles = new Map<string, readonly string[]>();
  for (const [role, names] of Object.entries(companiesCatalogue as Record<string, unknown>)) {
    if (role === 'several')
      for (const [name, several] of Object.entries(names as Record<string, string[]>)) roles.set(name, several);
    else for (const name of names as string[]) roles.set(name, [role]);
  }
  return roles;
}
