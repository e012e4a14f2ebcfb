import qualifiers from '../catalogue/language/qualifiers.yaml';
import { readCatalogue, wordLists } from '../catalogue/read';
import {
  conjunctions,
  isAdverb,
  people,
  possessives,
  prepositions,
  relativePronouns,
  subordinators,
} from '../language/grammar';
import type { Token } from '../language/types';

/** What lies on the reader's own device, and so with nobody else. Indexes are token indexes. */

const { devices, own_device, device_determiners, on_device, locally } = readCatalogue(
  qualifiers,
  wordLists('devices', 'own_device', 'device_determiners', 'on_device', 'locally'),
);
const deviceNouns = new Set(devices);
const modifiers = new Set(own_device);
const determiners = new Set(device_determiners);
const placing = new Set(on_device);
const placed = new Set(locally);
/** How many words may stand before the noun: "the user's own mobile device". */
const MOST_MODIFIERS = 4;

/** "your phone", "your own Windows PC", "the user's computer"; not "your phone number". */
export function isReadersDevice(tokens: readonly Token[], at: number): boolean {
  const determined = determiners.has(tokens[at]?.lower ?? '');
  if (!determined && !people.has(tokens[at]?.lemma ?? '')) return false;
  let noun = determined ? at + 1 : at;
  while (noun - at <= MOST_MODIFIERS && isModifier(tokens[noun])) noun++;
  return deviceNouns.has(tokens[noun]?.lemma ?? '') && endsPhrase(tokens[noun + 1]);
}

const isModifier = (token: Token | undefined): boolean =>
  token !== undefined &&
  !deviceNouns.has(token.lemma) &&
  (modifiers.has(token.lower) || people.has(token.lemma) || token.capitalised);

/** "your phone number" names no device, "locally applicable" no place: the phrase goes on. */
const endsPhrase = (next: Token | undefined): boolean =>
  next === undefined ||
  next.kind !== 'word' ||
  next.verb !== undefined ||
  isAdverb(next) ||
  [prepositions, conjunctions, relativePronouns, subordinators, possessives].some((words) => words.has(next.lower));

/** "stored locally", "on your own device", "in the user's browser". */
export function isOnDevice(tokens: readonly Token[], from = 0, to = tokens.length): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i] as Token;
    if (placed.has(lower) && endsPhrase(tokens[i + 1])) return true;
    if (placing.has(lower) && isReadersDevice(tokens, i + 1)) return true;
  }
  return false;
}

/** Where "on" stands in "on your phone"; undefined where it does not, or where more says that it lies there ("locally"). */
export function deviceNamedBehindOn(tokens: readonly Token[], from: number, to: number): number | undefined {
  const on = tokens.findIndex(
    ({ lower }, i) => i >= from && i < to && lower === 'on' && isReadersDevice(tokens, i + 1),
  );
  if (on < 0 || isOnDevice(tokens, from, on) || isOnDevice(tokens, on + 1, to)) return undefined;
  return on;
}
