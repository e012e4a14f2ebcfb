import catalogue from '../catalogue/documentSets.yaml';
import type { Citation } from '../citation';
import type { PolicyDocument } from '../document/types';

export type DocumentKind =
  | 'main'
  | 'california'
  | 'cookies'
  | 'retention'
  | 'subprocessors'
  | 'uk'
  | 'states'
  | 'eu'
  | 'health'
  | 'children'
  | 'workforce';

interface KindEntry {
  readonly id: DocumentKind;
  /** For people. */
  readonly name: string;
  readonly titles: readonly string[];
  /** What all of the document is about, where that is less than everybody everywhere. */
  readonly region?: 'california' | 'uk';
  readonly subject?: 'child';
  /** Speaks of other people or things than the policy: their statements are not compared. */
  readonly apart?: true;
}

interface Allowance {
  readonly from: DocumentKind;
  readonly to: DocumentKind;
  readonly disclosures: readonly string[];
  readonly except?: readonly string[];
}

interface DocumentSets {
  readonly kinds: readonly KindEntry[];
  readonly ownInEach: readonly string[];
  readonly mayLeave: readonly Allowance[];
  readonly linkedFromMain: Readonly<Partial<Record<DocumentKind, Citation>>>;
  readonly incorporates: readonly string[];
  readonly promisesNothing: readonly string[];
  readonly prevails: readonly string[];
}

export const documentSets = catalogue as DocumentSets;

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
