import ownNamesCatalogue from '../../catalogue/language/ownNames.yaml';
import { placeNames } from '../../catalogue/placeNames';
import { readCatalogue, wordLists } from '../../catalogue/read';
import { conjunctions, determiners, possessives, prepositions, relativePronouns } from '../../language/grammar';
import type { TermMatch, Token } from '../../language/types';
import { othersMachines, ownMachines } from '../clauses/constructions';

const { notFirst, general } = readCatalogue(ownNamesCatalogue, wordLists('notFirst', 'general'));
const noNames = new Set([...notFirst, ...general, ...[...placeNames].map((name) => name.split(' ')[0] as string)]);
/** Longer than most names of companies. */
const LONGEST = 4;
const behindNames = new Set([',', ';', ':', ')', '(', '.', "'s", '’s', '-', '–', '—', '/']);

/**
 * "Pedalbox" in "we give Pedalbox your address", "Pedalbox Ltd" in "with Pedalbox Ltd": capitalised words that no catalogue
 * knows name a party of their own. Undefined where the capitals mean something else: a place, a defined term, a title.
 */
export function properNameAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  termAt: ReadonlyMap<number, TermMatch>,
  text: string,
): TermMatch | undefined {
  const before = tokens[at - 1];
  if (!before || before.capitalised || possessives.has(before.lower)) return undefined;
  let last = at - 1;
  while (
    last + 1 < Math.min(to, at + LONGEST) &&
    isNameWord(tokens[last + 1], text, last >= at) &&
    !termAt.has(last + 1)
  )
    last++;
  const after = tokens[last + 1];
  // "the Acme API"
  const ofMachine = othersMachines.has(after?.lemma ?? '') || ownMachines.has(after?.lemma ?? '');
  if (determiners.has(before.lower) && !ofMachine) return undefined;
  if (last < at || (after?.capitalised && termAt.has(last + 1))) return undefined;
  const closes =
    !after ||
    ofMachine ||
    behindNames.has(after.lower) ||
    after.verb !== undefined ||
    prepositions.has(after.lower) ||
    conjunctions.has(after.lower) ||
    relativePronouns.has(after.lower) ||
    determiners.has(after.lower) ||
    possessives.has(after.lower);
  return closes ? { kind: 'company', ids: ['third_party'], first: at, last } : undefined;
}

/** Capitalised, or joined to such a word ("Open-Meteo"), but no abbreviation ("VAT") and no word that opens a sentence. */
const isNameWord = (token: Token | undefined, text: string, isWithin: boolean): boolean =>
  token?.kind === 'word' &&
  (token.glue === undefined || (isWithin && token.glue === '-')) &&
  token.capitalised &&
  token.lower.length > 2 &&
  text[token.start + 1] === token.lower[1] &&
  !noNames.has(token.lower);
