import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = 'server/src';
const CATALOGUE = path.join(ROOT, 'analysis', 'catalogue');

/** Files of which every entry is read alike, whatever its name. */
const ENTRIES = /\/(?:companies|severalRoles|regimeNames|topics)\.yaml$|\/disclosures\/(?!vocabulary|facts)/;

/** Read without being named: what a file says is handed to the reader of sayings with its words, and each action adds its verbs. */
const UNNAMED = new Set(['sayings', 'words', 'protect']);

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));

/** The sources without their comments, and what each imports. */
const sources = filesIn(ROOT, '.ts').map((file) => {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/ from '(\.[^']*)'/g)].map(([, name]) =>
    path.join(path.dirname(file), name as string),
  );
  return { file, imports, code: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') };
});

/** What stands in the code of those that read a catalogue; `wording.ts` hands its lists on by their names. */
function codeThatReads(catalogue: string): ReadonlySet<string> {
  const readers = sources.filter(({ imports }) => imports.includes(catalogue));
  const hands = readers.filter(({ file }) => file.endsWith('/wording.ts')).map(({ file }) => file.replace(/\.ts$/, ''));
  const all = [...readers, ...sources.filter(({ imports }) => imports.some((name) => hands.includes(name)))];
  return new Set(all.flatMap(({ code }) => code.match(/[\w$-]+/g) ?? []));
}

type Content = Readonly<Record<string, unknown>>;
const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of lists that no code speaks of. A mapping of which the code names less than half is a dictionary: read as a whole. */
function unread(content: Content, named: ReadonlySet<string>, at: readonly string[] = []): string[] {
  const names = Object.keys(content);
  const idle = names.filter((name) => !named.has(name) && !UNNAMED.has(name));
  if (at.length > 0 && idle.length * 2 >= names.length) return [];
  return [
    ...idle.map((name) => [...at, name].join('.')),
    ...names
      .filter((name) => named.has(name))
      .flatMap((name) => (isContent(content[name]) ? unread(content[name], named, [...at, name]) : [])),
  ];
}

describe('the catalogue', () => {
  it('has no list that no code reads', () => {
    const catalogues = filesIn(CATALOGUE, '.yaml').filter((file) => !ENTRIES.test(file));
    assert.ok(catalogues.length > 25, `only ${catalogues.length} files found`);
    const idle = catalogues.flatMap((file) => {
      const content: unknown = parse(readFileSync(file, 'utf8'));
      return isContent(content) ? unread(content, codeThatReads(file)).map((name) => `${file}: ${name}`) : [];
    });
    assert.deepEqual(idle, []);
  });

  it('is read nowhere without being checked', () => {
    const casts = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/^import (\w+) from '[^']*\.yaml';/gm)]
        .filter(([, name]) => new RegExp(`\\b${name} as\\b`).test(code))
        .map(([, name]) => `${file}: ${name}`),
    );
    assert.deepEqual(casts, []);
  });

  it('a list without a reader is found, an entry of a dictionary is none', () => {
    const content = { read: [], idle: [], part: { named: [], also: [], lost: [] }, months: { may: 5, june: 6 } };
    const named = new Set(['read', 'part', 'named', 'also', 'months', 'may']);
    assert.deepEqual(unread(content, named), ['idle', 'part.lost']);
  });
});
