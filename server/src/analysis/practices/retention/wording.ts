import wording from '../../catalogue/retention.yaml';
import { PhraseList } from '../../language/phrases';

interface RetentionCatalogue {
  readonly sets: Readonly<Record<string, string>>;
  readonly [list: string]: unknown;
}

const catalogue = wording as RetentionCatalogue;

function under(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], catalogue);
}

/** A phrase list of `catalogue/retention.yaml`, by its path ("vague.law"). */
export const phrases = (path: string): PhraseList => new PhraseList(under(path) as string[], catalogue.sets);

/** A list of single words. */
export const words = (path: string): ReadonlySet<string> => new Set(under(path) as string[]);
