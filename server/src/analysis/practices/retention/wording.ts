import { mapOf, part, readCatalogue, text, wordList, wordSetsOf } from '../../catalogue/read';
import wording from '../../catalogue/retention.yaml';
import { PhraseList } from '../../language/phrases';

const sets = readCatalogue(wording, part('sets', mapOf(text)));

/** A phrase list of `catalogue/retention.yaml`, by its path ("vague.law"). */
export const phrases = (path: string): PhraseList => new PhraseList(readCatalogue(wording, part(path, wordList)), sets);

/** A list of single words. */
export const words = wordSetsOf(wording);

/** Every verb that says that data is kept. */
export const keepVerbs: ReadonlySet<string> = new Set([
  ...words('keep.strong'),
  ...words('keep.plain'),
  ...words('keep.weak'),
]);
