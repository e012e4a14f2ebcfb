import catalogue from '../catalogue/documentSets.yaml';
import {
  entry,
  flag,
  listOf,
  oneOf,
  optional,
  readCatalogue,
  type Shaped,
  someOf,
  text,
  wordList,
} from '../catalogue/read';
import type { PolicyDocument } from '../document/types';

const documentKinds = [
  'main',
  'california',
  'cookies',
  'retention',
  'subprocessors',
  'uk',
  'states',
  'eu',
  'health',
  'children',
  'workforce',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

const kind = entry({
  id: oneOf(...documentKinds),
  /** For people. */
  name: text,
  titles: wordList,
  /** What all of the document is about, where that is less than everybody everywhere. */
  region: optional(oneOf('california', 'uk')),
  subject: optional(oneOf('child')),
  /** Speaks of other people or things than the policy: their statements are not compared. */
  apart: optional(flag),
});

type KindEntry = Shaped<typeof kind>;

const allowance = entry({
  from: oneOf(...documentKinds),
  to: oneOf(...documentKinds),
  disclosures: wordList,
  except: optional(wordList),
});

export const documentSets = readCatalogue(
  catalogue,
  entry({
    kinds: listOf(kind),
    ownInEach: wordList,
    mayLeave: listOf(allowance),
    linkedFromMain: someOf(documentKinds, entry({ text })),
    incorporates: wordList,
    promisesNothing: wordList,
    prevails: wordList,
  }),
);

const kinds = documentSets.kinds.map((entry) => ({ ...entry, pattern: anyOf(entry.titles) }));
const byId: ReadonlyMap<DocumentKind, KindEntry> = new Map(kinds.map((entry) => [entry.id, entry]));

/** What kind of document a title names; undefined for what is no part of a privacy policy. */
export function kindOfTitle(title: string): DocumentKind | undefined {
  return kinds.find(({ pattern }) => pattern.test(title))?.id;
}

/** By the document's own title. */
export function kindOfDocument({ sections, blocks, frontMatter }: PolicyDocument): DocumentKind | undefined {
  const stated = /^title[ \t]*:[ \t]*(.{1,200})$/m.exec(frontMatter?.text ?? '')?.[1];
  const heading = sections.find(({ level }) => level > 0)?.title;
  for (const title of [heading, stated, blocks[0]?.text.slice(0, 120)]) {
    const kind = title === undefined ? undefined : kindOfTitle(title);
    if (kind) return kind;
  }
  return undefined;
}

export const kindNamed = (kind: DocumentKind): string => byId.get(kind)?.name ?? kind;
export const scopeOfKind = (kind: DocumentKind): Pick<KindEntry, 'region' | 'subject' | 'apart'> =>
  byId.get(kind) ?? {};

/** Whether a document of one kind may leave a disclosure to a document of another. */
export function mayLeave(id: string, from: DocumentKind, to: DocumentKind): boolean {
  if (documentSets.ownInEach.includes(id)) return false;
  return documentSets.mayLeave.some(
    (allowed) =>
      allowed.from === from &&
      allowed.to === to &&
      allowed.disclosures.some((name) => stands(name, id)) &&
      !allowed.except?.some((name) => stands(name, id)),
  );
}

const stands = (name: string, id: string): boolean =>
  name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : name === id;

export function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'i');
}
