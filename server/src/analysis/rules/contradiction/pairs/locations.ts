import { places } from '../../../catalogue/placeNames';
import catalogue from '../../../catalogue/places.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { readClauses } from '../../../language/clauses';
import { modals, prepositions, relativePronouns, wholeOccasions } from '../../../language/grammar';
import type { Sentence, Token } from '../../../language/types';
import { isGeneralData } from '../../../practices/generalData';
import { throughSentences } from '../../../practices/throughout';
import { labelledPlaces } from './labelledPlaces';
import { type Name, namesIn, regionWords } from './regionNames';
import { isClosedBehind, isOnlyAt } from './wholePlaces';

const known = readCatalogue(
  catalogue,
  wordLists(
    'verbs',
    'machines',
    'things',
    'only',
    'happening',
    'leaving',
    'leadingTo',
    'outside',
    'elsewhere',
    'peoples',
    'thirdCountries',
    'transfers',
    'persons',
    'seeing',
    'softening',
    'excepting',
    'hedging',
  ),
);
const within = new Map(places.map((place) => [place.id, place.within]));
const countedWith = new Map(places.map((place) => [place.id, place.countedWith]));

/** Where a sentence says that data lies. */
export interface Location {
  readonly place: Place;
  /** Country or region; undefined for "other countries". */
  readonly where?: string;
  /** `inside`: nowhere else; `at`: there, perhaps among others; `outside`: somewhere else than there. */
  readonly kind: 'inside' | 'at' | 'outside';
  /** Types of data that the sentence names; empty for data in general. */
  readonly data: readonly string[];
  /** "hosted by Acme": who promises, where it is named. */
  readonly agent?: string;
  /** "Acme Mail (USA)": where a recipient is, and its computers perhaps are not. */
  readonly seat?: boolean;
}

/** Every place where a draft says that data lies, or that it goes. */
export const locationsIn = throughSentences(locationsOf);

/** Whether a country or region is another one or a part of it. */
export const isPartOf = (place: string | undefined, region: string | undefined): boolean =>
  place === region || (place !== undefined && within.get(place) === region);

/** Whether residents of a country or region are named with those of another one. */
export const isCountedWith = (place: string | undefined, region: string): boolean =>
  isPartOf(place, region) || (place !== undefined && countedWith.get(place) === region);

/** Whether a word is one of those by which a sentence says that data lies somewhere, or a part of a region's name. */
export const speaksOfPlaces = ({ lower, lemma, verb }: Token): boolean =>
  known.verbs.includes(verb?.base ?? '') ||
  known.things.includes(lemma) ||
  known.only.includes(lower) ||
  known.happening.includes(lower) ||
  known.elsewhere.some((name) => name.split(' ').includes(lower)) ||
  regionWords.has(lower);

/** What a sentence on where data lies says beside the names of places. Words by their token; -1: there is none. */
interface Telling {
  readonly sentence: Sentence;
  readonly verb: number;
  readonly negation: number;
  readonly data: readonly string[];
  readonly agent?: string;
}

/** Where one sentence says that data lies, or that it goes. */
export function locationsOf(sentence: Sentence): Location[] {
  const telling = tellingOf(sentence);
  if (!telling) return labelledPlaces(sentence).map((at) => ({ ...at, kind: 'at', data: [] }));
  const { tokens } = sentence;
  const names = namesIn(sentence);
  const found = names.flatMap((name) => locationOf(telling, name) ?? []);
  // "… unless standard contractual clauses are in place": the promise holds for the rest only
  // … but "in Germany, without a copy in other countries" leaves nothing out
  const closed = names.find(({ last }) => isClosedBehind(tokens, last));
  const limited = tokens
    .slice(0, closed?.first)
    .some(({ lower }) => known.excepting.includes(lower) || known.softening.includes(lower));
  // "For users in our Canadian region, …": said of some
  const ofSome = isForSome(tokens);
  // "Acme Inc. (who processes data solely in the EU)": said of another company
  const ofAnother = tokens[telling.verb - 1]?.lower === 'who';
  if (limited || ofSome || ofAnother) return found.filter(({ kind }) => kind !== 'inside');
  const inside = found.filter(({ kind }) => kind === 'inside');
  // "only in the EU and the United States" promises two places: too little to hold against a third
  const widest = inside.filter((one) => !inside.some((wider) => wider !== one && isPartOf(one.where, wider.where)));
  return widest.length > 1 ? [] : found.filter((one) => one.kind !== 'inside' || one === widest[0]);
}

const isForSome = (tokens: readonly Token[]): boolean => {
  const comma = tokens.findIndex(({ lower }) => lower === ',');
  return tokens[0]?.lower === 'for' && tokens.slice(1, comma).some(({ lemma }) => known.persons.includes(lemma));
};

function tellingOf(sentence: Sentence): Telling | undefined {
  if (sentence.question || isTitle(sentence) || receives(sentence)) return undefined;
  const { tokens } = sentence;
  const verb = tokens.findIndex(
    ({ verb: form }, i) =>
      form !== undefined && (known.verbs.includes(form.base) || isSeenFrom(tokens, i) || isMachineThere(tokens, i)),
  );
  const speaksOfData =
    (tokens[0]?.lower === 'no' && deniesTransfer(tokens, 0)) ||
    tokens.some(({ lemma, lower }) => known.things.includes(lemma) || known.things.includes(lower));
  if (verb < 0 || !speaksOfData) return undefined;
  const negation = tokens.findIndex(
    ({ lemma, lower }, i) =>
      lemma === 'not' ||
      lemma === 'never' ||
      (lower === 'no' && (deniesTransfer(tokens, i) || staysWithin(tokens, i) || isWholeOccasion(tokens, i))),
  );
  const data = sentence.terms
    .filter(({ kind, first }) => kind === 'data' && (first === 1 || tokens[first - 1]?.lower !== 'no'))
    .flatMap(({ ids }) => ids)
    .filter((id) => !isGeneralData(id));
  const by = tokens.findIndex(({ lower }, i) => i > verb && lower === 'by');
  const named = tokens[by + 1];
  const agent = by >= 0 && named?.capitalised ? sentence.block.text.slice(named.start, named.end) : undefined;
  return { sentence, verb, negation, data, ...(agent && { agent }) };
}

/** Where data lies by the name of a place; undefined where the name tells nothing of it. */
function locationOf(telling: Telling, name: Name): Location | undefined {
  const { sentence, verb, negation, data, agent } = telling;
  const { tokens } = sentence;
  const { first, last, where } = name;
  const preposition = tokens
    .slice(Math.max(0, first - 4), first)
    .findLast(({ lower }) => known.leadingTo.includes(lower));
  // "in accordance with EU law", "to EU residents", "individuals located in the EEA": no place where data lies
  if (!preposition || known.peoples.includes(tokens[last + 1]?.lemma ?? '') || isOfPeople(tokens, first - 1))
    return undefined;
  const place: Place = {
    block: sentence.block,
    start: tokens[Math.max(0, Math.min(verb, first))]?.start ?? sentence.start,
    end: tokens[last]?.end ?? sentence.end,
  };
  if (negation >= 0 && negation < first && !startsAnew(tokens, negation, first))
    return deniedLocation(telling, name, preposition.lower, place);
  if (tokens.slice(0, 2).some(({ lower }) => known.hedging.includes(lower))) return undefined;
  if (known.outside.includes(preposition.lower) || where === undefined)
    return { place, kind: 'outside', data, ...(where && { where }) };
  if (leaves(preposition.lower)) return undefined;
  const kind = isOnlyAt(tokens, name) && preposition.lower !== 'to' ? 'inside' : 'at';
  return { place, where, kind, data, ...(agent && { agent }) };
}

/** "We do not sell your data and it is kept in Germany": what stands behind the conjunction is not denied. */
const startsAnew = (tokens: readonly Token[], negation: number, name: number): boolean =>
  tokens.some(
    ({ lower }, i) =>
      i > negation &&
      i < name &&
      (lower === 'and' || lower === 'but') &&
      tokens.slice(i + 1, i + 4).some(({ verb }) => verb?.base === 'be'),
  );

/** "never leaves the EU", "no transfer to third countries": it stays within. */
function deniedLocation(
  { sentence: { tokens }, negation, data }: Telling,
  { where, third, last }: Name,
  preposition: string,
  place: Place,
): Location | undefined {
  // "don't" begins with its verb
  const start = tokens[tokens[negation]?.lower === "n't" ? negation - 1 : negation]?.start ?? place.start;
  const isLeaving = ({ verb }: Token): boolean => verb !== undefined && known.leaving.includes(verb.base);
  const left = leaves(preposition) || (known.outside.includes(preposition) && tokens.slice(0, last).some(isLeaving));
  // the negation belongs to the verb of leaving: "will never leave", "is not transferred"
  if (left && where && tokens.slice(negation + 1, negation + reachOf(tokens, negation)).some(isLeaving))
    return { place: { ...place, start: Math.min(place.start, start) }, where, kind: 'inside', data };
  // third countries are those outside the European Economic Area, GDPR Art. 44
  if (third && preposition === 'to' && deniesTransfer(tokens, negation))
    return { place: { ...place, start }, where: 'eea', kind: 'inside', data };
  return undefined;
}

const leaves = (preposition: string): boolean => /^(?:leave|exit|border|frontier|cross)/.test(preposition);

/** How far behind the negation the verb of leaving may stand: "at no time do your details leave", "will never leave". */
const reachOf = (tokens: readonly Token[], negation: number): number =>
  isWholeOccasion(tokens, negation) ? 7 : tokens[negation]?.lower === 'no' ? 5 : 4;

/** "at no time" */
const isWholeOccasion = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'no' && wholeOccasions.has(`${tokens[at - 1]?.lower} ${tokens[at + 1]?.lower}`);

/** "no customer data leaves Switzerland" */
const staysWithin = (tokens: Sentence['tokens'], no: number): boolean =>
  tokens.slice(no + 1, no + 5).some(({ verb }) => verb?.base === 'leave');

/** "our servers are in …", "the database runs on …": what holds the data is there. */
const isMachineThere = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.verb?.base === 'be' || tokens[at]?.verb?.base === 'run') &&
  known.machines.includes(tokens[at - 1]?.lemma ?? '') &&
  tokens[at - 2]?.lower === 'our' &&
  /^(?:in|on)$/.test(tokens[at + 1]?.lower ?? '');

/** A heading, or a line of plain text that looks like one ("Transfer of your data outside the EU (EEA)"). */
const isTitle = (sentence: Sentence): boolean => {
  const { block, tokens } = sentence;
  if (block.kind === 'heading') return true;
  if (block.kind !== 'paragraph' || /[.!?:;]$/.test(block.text)) return false;
  return tokens.length < LONGEST_TITLE || readClauses(sentence).length === 0;
};
/** In tokens. */
const LONGEST_TITLE = 10;

/** "We receive data from companies outside the EU": nothing goes there. */
const receives = ({ tokens }: Sentence): boolean =>
  tokens.some(({ verb }, i) => verb?.base === 'receive' && tokens.slice(0, i).some(({ lower }) => lower === 'we'));

/** "our team in Manila, who can view your account": whoever sees data from elsewhere has it there; readers are free to. */
const isSeenFrom = (tokens: Sentence['tokens'], at: number): boolean =>
  known.seeing.includes(tokens[at]?.verb?.base ?? '') &&
  (tokens[at - 1]?.lower === 'can' || (tokens[0]?.lower === 'our' && isPlaceAt(tokens[at - 1]))) &&
  !tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'you');

/** "our team in Manila opens" */
const isPlaceAt = (token: Token | undefined): boolean => token?.capitalised === true && regionWords.has(token.lower);

/** "no transfer", "not transferred", "do not transfer". */
const deniesTransfer = (tokens: Sentence['tokens'], negation: number): boolean =>
  tokens.slice(negation + 1, negation + 4).some(({ lower }) => known.transfers.includes(lower));

/** "users who live in", "individuals located in": the noun before the last verb names people. */
function isOfPeople(tokens: readonly Token[], last: number): boolean {
  const verb = tokens.slice(0, last + 1).findLastIndex(({ verb: form }) => form !== undefined);
  const from = Math.max(0, verb - 3);
  return tokens.slice(from, verb).some(({ lemma }, i) => known.persons.includes(lemma) && isHead(tokens[from + i + 1]));
}

/** "users who live", "residents located"; not "user accounts are stored", "customer records". */
const isHead = (next: Token | undefined): boolean =>
  next === undefined || next.kind !== 'word' || relativePronouns.has(next.lower) || isVerbBehind(next);
const isVerbBehind = ({ verb, lower }: Token): boolean =>
  (verb !== undefined && verb.form !== 'third') || modals.has(lower) || prepositions.has(lower);
