import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { flag, listOf, optional, part, readCatalogue, record, text, wordList } from '../../catalogue/read';
import { wordsOf } from '../../document/place';
import { readClauses } from '../../language/clauses';
import { exclusiveAdverbs, isAdverb, negators, prepositions } from '../../language/grammar';
import { tokenize } from '../../language/tokens';
import type { Sentence, Token } from '../../language/types';
import { isDemanding, passesOn } from '../clauses/actions';
import { clauseStatements } from '../clauses/clauseStatements';
import { keeping, leaving } from '../clauses/constructions';
import type { Draft } from '../draft';
import { isDataRoot } from '../generalData';
import { saysLocal } from '../localFirst';
import { matcherFor } from '../names/terms';
import { placeOf } from '../termPlaces';
import type { Mention, RecipientMention } from '../types';
import type { Answer } from './cellAnswers';

/**
 * A cell, or the value behind a label, read as the end of a sentence that its title begins: "Acme" below "Shared with"
 * says "your data is shared with Acme", so that whatever is understood in prose is understood there.
 */

/** How the sentence begins that stands below or behind a title. */
export interface Beginning {
  readonly sentence?: string;
  /** What stands before a place that is named without a preposition. */
  readonly place?: string;
  /** What follows names whoever receives it. */
  readonly party?: boolean;
  /** Whole sentences, where the cell answers with yes, no or "only locally". */
  readonly yes?: string;
  readonly no?: string;
  readonly local?: string;
}

const { titles, silent, done, remains, giving, receiving } = readCatalogue(
  cuesCatalogue,
  part(
    'begun',
    record({
      titles: listOf(
        record({
          said: wordList,
          sentence: optional(text),
          place: optional(text),
          party: optional(flag),
          yes: optional(text),
          no: optional(text),
          local: optional(text),
        }),
      ),
      silent: wordList,
      done: text,
      remains: text,
      giving: text,
      receiving: text,
    }),
  ),
);
const byTitle = new Map<string, Beginning>(
  titles.flatMap(({ said, ...beginning }) => said.map((title) => [title, beginning] as const)),
);
const silentTitle = new RegExp(`\\b(?:${silent.join('|')})`);

/** A title in small letters, without the marks around it. */
export const plainTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’/ -]+/gu, ' ')
    .replace(/’/g, "'")
    .trim()
    .replace(/ +/g, ' ');

/** How the sentences begin that stand below a title; undefined for a title that begins none. */
export const beginningBy = (title: string): Beginning | undefined => byTitle.get(plainTitle(title));

/** "Behaviour", "Details", none at all: what stands below may tell by itself what is done; below "Purpose" it does not. */
export const leavesOpen = (title: string): boolean => !silentTitle.test(plainTitle(title));

/** "Not collected", "Stored on our servers", "Never leaves your device": how a sentence begins that has only lost its subject. */
function beginningOf({ tokens }: Sentence): string | undefined {
  let at = 0;
  while (tokens[at] && isBeforeVerb(tokens[at] as Token)) at++;
  const verb = tokens[at]?.verb;
  if (!verb) return undefined;
  if (keeping.has(verb.base) || leaving.has(verb.base)) return verb.form === 'gerund' ? undefined : remains;
  return verb.form === 'past' || verb.form === 'participle' ? done : undefined;
}

const isBeforeVerb = (token: Token): boolean =>
  negators.has(token.lower) || exclusiveAdverbs.has(token.lower) || (isAdverb(token) && token.verb === undefined);

/** The sentence that `words` begin and the cell ends; places in it are those of the cell. */
export function begun(words: string, cell: Sentence): Sentence {
  const before = tokensAt(words, cell, cell.start);
  const moved = (marked: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...marked].map((index) => index + before.length));
  return {
    ...spoken(cell, [...before, ...cell.tokens]),
    quoted: moved(cell.quoted),
    scareQuoted: moved(cell.scareQuoted),
  };
}

/** A sentence that stands for the whole cell: what "No" says below "Leaves your device?". */
const standingFor = (words: string, cell: Sentence): Sentence => ({
  ...spoken(cell, tokensAt(words, cell, cell.end)),
  quoted: new Set(),
  scareQuoted: new Set(),
});

const tokensAt = (words: string, { start }: Sentence, end: number): Token[] =>
  tokenize(words).map((token) => ({ ...token, start, end, capitalised: false }));

const spoken = (cell: Sentence, tokens: readonly Token[]): Sentence => ({
  ...cell,
  tokens,
  terms: matcherFor(cell.block).match(tokens, cell.block.text),
  question: false,
});

/** "Our servers" lies on something; "in Frankfurt", "locally", "only on your device" say so themselves. */
const lacksPreposition = ({ tokens }: Sentence): boolean => {
  const first = tokens.find((token) => !isBeforeVerb(token));
  return first !== undefined && !prepositions.has(first.lower) && first.verb === undefined;
};

/** The sentence that a cell ends under a title that begins it; undefined where it only answers what nobody asked. */
export function sentenceUnder(
  beginning: Beginning | undefined,
  cell: Sentence,
  answer: Answer | undefined,
): Sentence | undefined {
  const own = beginningOf(cell);
  if (own) return begun(own, cell);
  if (!beginning) return undefined;
  if (answer) {
    const whole = beginning[answer];
    return whole === undefined ? undefined : standingFor(whole, cell);
  }
  const { sentence, place } = beginning;
  // a sign or a dash: what it means is not known
  if (sentence === undefined || cell.tokens[0]?.kind !== 'word' || isWhole(cell)) return undefined;
  return begun(place !== undefined && lacksPreposition(cell) ? `${sentence} ${place}` : sentence, cell);
}

/** "We only keep it for a day": a sentence with a subject of its own. */
const isWhole = (cell: Sentence): boolean =>
  readClauses(cell).some(
    ({ embedding, group, subject }) => embedding === 'main' && group.form === 'finite' && subject !== undefined,
  );

/** What is said of the data that a row or a record names, by a sentence that begins with "your data". */
export const saidOf = (sentence: Sentence, data: readonly Mention[], ownNames: readonly string[]): Draft[] =>
  ofData(sentence, data, ownNames).filter(
    ({ clause, action, polarity, recipients }) =>
      (polarity === 'denied' || recipients.length > 0 || !passesOn(action)) &&
      // "Required": not that everybody is asked for it
      !isDemanding(clause),
  );

const ofData = (sentence: Sentence, data: readonly Mention[], ownNames: readonly string[]): Draft[] =>
  readClauses(sentence)
    .flatMap((clause) => clauseStatements(clause, ownNames))
    .filter(({ data: named }) => named.some(({ id, place }) => isDataRoot(id) && place.start === sentence.start))
    .map((made) => ({ ...made, data, anaphors: [], open: undefined }));

/** The same where the cell names whoever receives it: a name that nothing else tells is one all the same. */
export function saidOfReceiver(
  sentence: Sentence,
  cell: Sentence,
  data: readonly Mention[],
  ownNames: readonly string[],
): readonly Draft[] {
  const said = saidOf(sentence, data, ownNames);
  if (said.length > 0) return said;
  const recipients = receiversIn(cell, ownNames);
  return recipients.length === 0
    ? []
    : ofData(begun(receiving, cell), data, ownNames).map((made) => ({ ...made, recipients }));
}

/** Data kept at a place: whoever it belongs to, where that is not told, it is not said that anybody else has the data. */
export function keptAt(made: Draft, cell: Sentence): Draft {
  if (made.polarity === 'denied' || made.dataScope.onDevice || made.recipients.length > 0) return made;
  const { tokens, terms } = cell;
  if (saysLocal(cell.block.text)) return { ...made, dataScope: { ...made.dataScope, onDevice: true } };
  const isOfSomebody =
    tokens.some(({ lower }) => lower === 'our' || lower === 'us') ||
    terms.some(({ kind, ids }) => (kind === 'company' || kind === 'entity') && !ids.includes('data_subject'));
  return isOfSomebody ? made : { ...made, confidence: 'low' };
}

/** What is handed over, by words that only name it: "location (if given)", "nothing". */
export function givenIn(cell: Sentence, ownNames: readonly string[]): Draft[] {
  const sentence = begun(giving, cell);
  const [first] = readClauses(sentence);
  if (!first || beginningOf(cell) || first.sentence.tokens[first.group.verb]?.end !== cell.start) return [];
  return clauseStatements(first, ownNames).filter(({ action, data }) => action === 'share' && data.length > 0);
}

/** Longer ones tell more than a name. */
const LONGEST_NAME = 4;

/** Who receives something, by words that only name them; what no catalogue knows is a party of its own. */
export function receiversIn(cell: Sentence, ownNames: readonly string[]): readonly RecipientMention[] {
  const sentence = begun(receiving, cell);
  const said = readClauses(sentence).flatMap((clause) => clauseStatements(clause, ownNames));
  const named = said.flatMap(({ recipients }) => recipients);
  if (named.length > 0) return named;
  // "nobody", "our servers"
  if (said.some(({ polarity, action }) => polarity === 'denied' || action !== 'share')) return [];
  const mark = cell.tokens.findIndex(({ kind, lower }) => kind === 'punctuation' && lower !== '.');
  const last = (mark < 0 ? cell.tokens.length : mark) - 1;
  if (last < 0 || last >= LONGEST_NAME || !cell.tokens[0]?.capitalised) return [];
  const place = placeOf(cell, { first: 0, last });
  return [{ id: 'third_party', place, name: wordsOf(place) }];
}
