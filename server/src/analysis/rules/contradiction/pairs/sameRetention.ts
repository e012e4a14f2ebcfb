import cues from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import type { Place } from '../../../document/types';
import { determiners, possessives, prepositions } from '../../../language/grammar';
import { nounLemma } from '../../../language/lemmas';
import type { Sentence, Token } from '../../../language/types';
import { actionOfNoun } from '../../../practices/clauses/actions';
import { pointingDeterminers } from '../../../practices/clauses/constructions';
import { isGeneralData } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import type { RetentionStatement } from '../../../practices/types';

/** Whether two retention statements speak of the same data, and of the time after the same happening. */

const { everything, origins, laterEvents } = readCatalogue(
  cues,
  part('retentionPairs', wordLists('everything', 'origins', 'laterEvents')),
);

/** "Deleted data", "photos containing personal data", "if this data is saved": some of it, whatever the noun says. */
export function isOfSome({ data: [first], sentence }: RetentionStatement): boolean {
  if (!first || first.place.block !== sentence.block) return false;
  const before = sentence.tokens.findLast(({ end }) => end <= first.place.start);
  if (before?.kind !== 'word') return false;
  return before.verb?.form === 'gerund' || before.verb?.form === 'past' || before.verb?.form === 'participle';
}

/** Far from the words on how long, a term may belong to something else ("a record of the fact that … your information"). */
const NEAR = 60;

function isNear({ data, words }: RetentionStatement): boolean {
  const [first] = data;
  return (
    first === undefined ||
    first.place.block !== words.block ||
    (first.place.start > words.start - NEAR && first.place.start < words.end + NEAR / 2)
  );
}

/** "any personal data", "all your data": nothing is left out. */
export const isOfEverything = (statement: RetentionStatement): boolean =>
  statement.data.length > 0 &&
  coversAll(statement) &&
  statement.bound !== 'lower' &&
  isNear(statement) &&
  statement.sentence.tokens.some(({ lower }) => everything.includes(lower));

/** Both name the data in the same words. */
export function nameSame(a: RetentionStatement, b: RetentionStatement): boolean {
  if (a.object !== undefined && b.object !== undefined && nounOf(a.object) === nounOf(b.object))
    return (
      !areApart(modifiersOf(a.object, a.sentence), modifiersOf(b.object, b.sentence)) &&
      matterBehind(a.object, a.sentence) === matterBehind(b.object, b.sentence)
    );
  const [first] = a.data;
  const [second] = b.data;
  return (
    first !== undefined &&
    first.id === second?.id &&
    isOneThing(a) &&
    isOneThing(b) &&
    nounWithLimits(a) === nounWithLimits(b)
  );
}

/** "about outages" in "messages about outages". */
function matterBehind(place: Place, { tokens }: Sentence): string {
  const [next, ...words] = tokens.filter((token) => token.start >= place.end).map(({ lower }) => lower);
  return next === 'about' ? words.slice(0, 2).join(' ') : '';
}

/** "inactive guest accounts", "inactive member accounts": both are narrowed, and not alike. */
const areApart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && a.join() !== b.join();

/** One type of data, or one with examples: "server logs, including IP addresses". */
function isOneThing({ data }: RetentionStatement): boolean {
  const [first, second] = data;
  if (!second) return true;
  if (first.place.block !== second.place.block) return false;
  // words that name two types ("chat logs")
  if (data.every(({ place }) => place.start === first.place.start)) return true;
  const between = first.place.block.text.slice(first.place.end, second.place.start);
  return /^[\s,]*(?:\(|including\b|such as\b|like\b|with\b)/.test(between);
}

/** The noun with what narrows it: "login cookies" are not "comment cookies", "IP addresses used to register" not any. */
function nounWithLimits({ data, sentence }: RetentionStatement): string {
  const [{ place }] = data;
  const words = singular(
    wordsOf(place)
      .toLowerCase()
      .replace(/^(?:your|the|our|all)\s/, ''),
  );
  if (place.block !== sentence.block) return words;
  return [...modifiersOf(place, sentence), words, ...limitsBehind(place, sentence), matterBehind(place, sentence)]
    .join(' ')
    .trim();
}

/** "IP addresses" and "location data" are called "IP address" and "location" elsewhere. */
const singular = (words: string): string => {
  const last = /\S+$/.exec(words)?.[0] ?? '';
  return (words.slice(0, words.length - last.length) + nounLemma(last)).replace(/(\S) (?:data|information)$/, '$1');
};

/** What stands behind the first data of each says the same of where or from whom it is. */
export const areAlikeBehind = (a: RetentionStatement, b: RetentionStatement): boolean => {
  const [one, other] = [a, b].map(({ data: [first], sentence }) =>
    first?.place.block === sentence.block ? limitsBehind(first.place, sentence).join() : '',
  );
  return one === other;
};

/** "your data is …", "all personal data is …": all of it; not "this data", "personal data used for it", "as follows:". */
export const isOfDataAsAWhole = (statement: RetentionStatement): boolean => {
  const { data, sentence } = statement;
  const [first] = data;
  return (
    first !== undefined &&
    coversAll(statement) &&
    !pointsBack(statement) &&
    first.place.block === sentence.block &&
    limitsBehind(first.place, sentence).length === 0 &&
    !sentence.tokens.some(({ lower }) => lower === 'below' || lower === 'follows' || lower === ':')
  );
};

/** "stored with our host" in "account information stored with our host is …". */
function limitsBehind(place: Place, { tokens }: Sentence): readonly string[] {
  const end = tokens.findIndex((token) => token.start >= place.end);
  // "account information, stored with our host, is …"
  const after = tokens[end]?.lower === ',' ? end + 1 : end;
  const isLimit = tokens[after]?.verb?.form === 'past' || /^(?:that|which)$/.test(tokens[after]?.lower ?? '');
  return isLimit ? tokens.slice(after, after + 4).map(({ lower }) => lower) : [];
}

/** "inactive" and "guest" in "inactive guest accounts"; "acme_id" in "acme_id is a persistent cookie". */
function modifiersOf(place: Place, { tokens }: Sentence): readonly string[] {
  const first = tokens.findIndex((token) => token.start >= place.start);
  const isPredicate = /^an?$/.test(tokens[first - 1]?.lower ?? '') && tokens[first - 2]?.verb?.base === 'be';
  if (isPredicate) return tokens.slice(0, first - 2).map(({ lower }) => lower);
  const head = headOf(tokens, first);
  if (head) return [head.lower];
  let from = first;
  while (from > 0 && tokens[from - 1]?.kind === 'word' && narrows(tokens[from - 1] as Token)) from--;
  return tokens.slice(from, first).map(({ lower }) => lower);
}

/** "hash" in "the hash of your IP address"; not "storage", "deletion": nothing but what is done with it. */
function headOf(tokens: readonly Token[], first: number): Token | undefined {
  const of =
    determiners.has(tokens[first - 1]?.lower ?? '') || possessives.has(tokens[first - 1]?.lower ?? '')
      ? first - 2
      : first - 1;
  const head = tokens[of - 1];
  const isHead = tokens[of]?.lower === 'of' && head?.kind === 'word' && !determiners.has(head.lower);
  return isHead && actionOfNoun(head.lemma) === undefined ? head : undefined;
}

/** "paper" in "your paper application": the word before data that narrows it; empty where none does. */
export function narrowedBefore(place: Place, { tokens }: Sentence): string {
  const before = tokens.findLast((token) => token.end <= place.start);
  return before?.kind === 'word' && narrows(before) ? before.lower : '';
}

const narrows = (before: Token): boolean => before.lower === 'without' || !isGrammatical(before);

const isGrammatical = ({ lower, verb }: Token): boolean =>
  determiners.has(lower) || prepositions.has(lower) || verb !== undefined;

/** "These cookies": which ones, only the sentence before says. */
export function pointsBack({ data, object, sentence }: RetentionStatement): boolean {
  const place = object ?? data[0].place;
  if (place.block !== sentence.block) return false;
  const before = sentence.tokens.findLast((token) => token.end <= place.start)?.lower ?? '';
  const [first] = wordsOf(place).toLowerCase().split(' ', 1);
  return pointingDeterminers.has(before) || pointingDeterminers.has(first);
}

const nounOf = (place: Place): string => wordsOf(place).toLowerCase().replace(/s$/, '');

export const coversAll = ({ data, object }: RetentionStatement): boolean =>
  object === undefined && data.every(({ id }) => isGeneralData(id));

/** Both say how long the same data is kept. */
export const concernSame = (a: RetentionStatement, b: RetentionStatement): boolean =>
  concernEqual(a, b) ?? b.data.some(({ id }) => !isGeneralData(id) && a.data.some((mention) => mention.id === id));

/** What the one speaks of is what the other speaks of, or a part of it: "card numbers", "payment data". */
export const concernsPart = (part: RetentionStatement, whole: RetentionStatement): boolean =>
  concernEqual(part, whole) ??
  part.data.some(
    ({ id }) =>
      !isGeneralData(id) &&
      whole.data.some((mention) => mention.id === id || dataGraph.relate(id, mention.id).relation === '<'),
  );

/** Whether two statements without names of the catalogue, or on data as a whole, agree; undefined where names decide. */
function concernEqual(a: RetentionStatement, b: RetentionStatement): boolean | undefined {
  if (a.object || b.object)
    return a.object !== undefined && b.object !== undefined && nounOf(a.object) === nounOf(b.object);
  if (a.data.length === 0 || b.data.length === 0) return false;
  return coversAll(a) && coversAll(b) ? isNear(a) && isNear(b) : undefined;
}

/** Both clocks start with the same happening, or neither is named. */
export function sameEvent(a: RetentionStatement, b: RetentionStatement): boolean {
  const [one, other] = [namesEvent(a), namesEvent(b)];
  if (!one && !other) return true;
  if (!one || !other) return false;
  const first = stems(a);
  return stems(b).some((stem) => first.includes(stem));
}

/** "30 days after they were sent": from when the data came into being on, as where nothing is said. */
const namesEvent = ({ startEvent }: RetentionStatement): boolean =>
  startEvent !== undefined && !(ORIGIN.test(wordsOf(startEvent)) && !LATER.test(wordsOf(startEvent)));
const ORIGIN = new RegExp(
  `^(?:(?:they|it|these|the \\p{L}+) (?:was|were|is|are|has been|have been) )?(?:being )?(?:${origins.join('|')})$`,
  'iu',
);
const LATER = new RegExp(`\\b(?:${laterEvents.join('|')})\\b`, 'i');

/** Words of the event, cut so that "close" meets "closure" and "deletion" meets "delete". */
function stems({ startEvent }: RetentionStatement): string[] {
  const words = startEvent
    ? wordsOf(startEvent)
        .toLowerCase()
        .match(/\p{L}{4,}/gu)
    : null;
  return (words ?? [])
    .filter((word) => !/^(?:your|with|from|that|this|have|been|account)$/.test(word))
    .map((word) => word.slice(0, 4));
}
