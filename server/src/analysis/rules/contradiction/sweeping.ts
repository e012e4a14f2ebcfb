import catalogue from '../../catalogue/contradiction.yaml';
import placesCatalogue from '../../catalogue/places.yaml';
import { wordsOf } from '../../document/place';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import { denyingAdjectives, denyingVerbs, denyingWords, isAdverb, modals, prepositions } from '../../language/grammar';
import type { Sentence, Token } from '../../language/types';
import { passesOn } from '../../practices/actions';
import { keeping } from '../../practices/constructions';
import { isDataRoot } from '../../practices/generalData';
import { dataGraph } from '../../practices/ontologyGraph';
import type { Mention, Statement } from '../../practices/types';
import type { Claim } from './claims';
import { isOfOneOccasion, pointing } from './occasions';

const words = catalogue as unknown as Readonly<Record<SweepingList, readonly string[]>>;
type SweepingList =
  | 'open'
  | 'governed'
  | 'narrowing'
  | 'beside'
  | 'stretches'
  | 'about_readers'
  | 'relating'
  | 'any_reader'
  | 'some_readers'
  | 'readers'
  | 'narrowing_recipients'
  | 'pointed_recipients'
  | 'excepting'
  | 'bounded'
  | 'unpromised'
  | 'softened'
  | 'supposed'
  | 'cases'
  | 'trailing'
  | 'local'
  | 'children'
  | 'examples';
const listed = (name: SweepingList): ReadonlySet<string> => new Set(words[name]);
const open = listed('open');
const governed = listed('governed');
const narrowing = listed('narrowing');
const beside = listed('beside');
const stretches = listed('stretches');
const aboutReaders = listed('about_readers');
const relating = listed('relating');
const anyReader = listed('any_reader');
const someReaders = listed('some_readers');
const readers = listed('readers');
const children = listed('children');
const examples = listed('examples');
const narrowingRecipients = listed('narrowing_recipients');
const pointedRecipients = listed('pointed_recipients');
const excepting = listed('excepting');
const places = new Set(
  (placesCatalogue as { readonly places: readonly { readonly names: readonly string[] }[] }).places.flatMap(
    ({ names }) => names.map((name) => name.toLowerCase()),
  ),
);
const quotes = new Set(['"', '“', '”', "'", '‘', '’', '(', '*']);

/**
 * Whether a denial means what its bare words mean: all of the data it names, whoever receives it, in every case. Words
 * that narrow it in a way the catalogue does not know ("preserved data", "information about your health", "public
 * databases") make it a denial of something else, and it is held against nothing.
 */
export function isSweeping({ statement, data, recipient }: Claim): boolean {
  const { sentence, place, lead, kind } = statement.evidence;
  const clause = textOf(sentence, place);
  // what merely goes on from a denial ("This may include …") denies nothing itself
  if (kind === 'prose' && !lead && !isNegative(sentence)) return false;
  if (holds(clause, words.softened)) return false;
  if ((statement.action === 'store' || statement.action === 'retain') && holds(sentenceText(sentence), words.bounded))
    return false;
  if (isLocal(statement)) return false;
  // "these cookies are not used to …": some that were just spoken of
  if (dataGraph.isA(data.id, 'cookie_data') && isPointedAt(sentence, data.place)) return false;
  if (
    !lead &&
    data.place.block === sentence.block &&
    !within(data.place, sentence) &&
    isDataRoot(data.id) &&
    !isAllOfReaders(data.place)
  )
    return false;
  if (data.place.block !== sentence.block && isDataRoot(data.id) && !isSharedWords(statement, data.place)) return false;
  if (COLLECTS.has(statement.action) && isDataRoot(data.id) && isDefinite(sentence, data.place)) return false;
  const aboutSome = statement.subject !== 'any';
  if (within(data.place, sentence) && !isBareData(sentence, data.place, data.id, aboutSome)) return false;
  if (!passesOn(statement.action)) return true;
  if (recipient) {
    const places = statement.recipients.map(({ place: words }) => words).filter((words) => within(words, sentence));
    return areBareRecipients(sentence, places, statement.exceptions.length > 0);
  }
  return !hasUnknownRecipient(sentence, data.place, statement);
}

/** "Your information belongs to you. It is …": the sentence before is about nothing narrower. */
const isAllOfReaders = ({ block: { text }, start, end }: Place): boolean =>
  /(?:^|[.!?] )(?:all )?your (?:personal )?(?:data|information|details)$/i.test(
    text.slice(Math.max(0, start - 16), end),
  ) && /^ (?:is|are|belongs?|stays?|remains?) /.test(text.slice(end, end + 9));

/** The words of the question that is answered, or of the item before in the same list ("share it with advertisers"). */
const isSharedWords = ({ evidence: { kind, place } }: Statement, { block }: Place): boolean =>
  kind === 'questionAndAnswer' || (kind === 'list' && block.lead !== undefined && block.lead === place.block.lead);

function isPointedAt({ tokens }: Sentence, { start }: Place): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  return pointing.has(tokens[first]?.lower ?? '') || pointing.has(tokens[first - 1]?.lower ?? '');
}

const COLLECTS: ReadonlySet<string> = new Set(['collect', 'store', 'retain']);

/** "The information we ask for is not collected": what the draft has just spoken of. */
function isDefinite({ tokens }: Sentence, place: Place): boolean {
  const first = tokens.findIndex(({ start }) => start >= place.start);
  const before = tokens[first - 1]?.lower;
  return tokens[first]?.lower === 'the' || before === 'the' || before === 'following';
}

/** Whether the words around a mention leave it as wide as it is. */
export function isBare(statement: Statement, { id, place }: Mention): boolean {
  const { sentence } = statement.evidence;
  return within(place, sentence) && isBareData(sentence, place, id);
}

/** "We generally keep …", "may or may not": the opposite is admitted. */
export const isSoftened = ({ evidence }: Statement): boolean => softens(evidence.sentence);
const softens = kept((sentence: Sentence) => holds(sentenceText(sentence), words.softened));

/** Whether something stands behind a denial, or in front of it, that limits it to a case or leaves something out. */
export const isUnconditional = kept(({ evidence, exceptions, conditions }: Statement): boolean => {
  const { sentence, place } = evidence;
  const { tokens } = sentence;
  const first = tokens.findIndex(({ start }) => start >= place.start);
  const last = tokens.findIndex(({ start }) => start >= place.end);
  const before = ` ${joined(tokens.slice(0, Math.max(0, first)))} `;
  const after = last < 0 ? '' : ` ${joined(tokens.slice(last))} `;
  if (holds(sentenceText(sentence), words.unpromised)) return false;
  if (isOfOneOccasion(tokens.slice(Math.max(0, first)))) return false;
  if (conditions.length === 0 && holds(before, words.cases)) return false;
  if (exceptions.length === 0 && OCCASION_BEHIND.test(after)) return false;
  return exceptions.length > 0 || !holds(after, words.trailing);
});

/** "We do not set cookies or show advertising when your browser asks us not to": what stands last rules the whole series. */
const OCCASION_BEHIND = /^ (?:, )?or [^,;.]{0,80} (?:when|if|where|while) /;

/** Whether what is said is supposed only ("if we learn that we have collected …"). */
export const isSupposed = ({ evidence }: Statement): boolean => supposes(evidence.sentence);
const supposes = kept((sentence: Sentence) => holds(sentenceText(sentence), words.supposed));

/** "sensitive information such as medical records": the denied term comes with examples. */
export function givesExamples({ data, statement }: Claim): boolean {
  const after = statement.evidence.sentence.tokens.filter(({ start }) => start >= data.place.end).slice(0, 3);
  // "personal data (name, address)": in a table or a list the brackets tell what is meant
  if (after[0]?.lower === '(' && statement.evidence.kind !== 'prose') return true;
  return data.place.block === statement.evidence.sentence.block && after.some(({ lower }) => examples.has(lower));
}

/** Whether a sentence itself speaks of children, whatever its heading says. */
export const isAboutChildren = ({ evidence }: Statement): boolean =>
  evidence.sentence.tokens.some(({ lemma }) => children.has(lemma));

/** Whether data stays on the reader's device. */
export const isLocal = kept(
  ({ evidence: { kind, sentence, place, lead }, action, polarity, dataScope }: Statement): boolean =>
    polarity === 'denied'
      ? dataScope.onDevice === true
      : action !== 'place' &&
        (holds(kind === 'prose' ? textOf(sentence, place) : sentenceText(sentence), words.local) ||
          (lead !== undefined && saysLocal(wordsOf(lead))) ||
          saysLocal(place.block.section.title)),
);

/** "Data stored locally", "What we keep in your cloud": the words that introduce what is said. */
const saysLocal = (text: string): boolean => holds(` ${text.toLowerCase().replace(/[^a-z-]+/g, ' ')} `, words.local);

/** `aboutSome`: whose data is meant has been read as a scope of its own ("from children under 13"). */
function isBareData(sentence: Sentence, place: Place, id: string, aboutSome = false): boolean {
  const { tokens } = sentence;
  const first = tokens.findIndex(({ start }) => start >= place.start);
  if (!isOpenBefore(sentence, first) || isInRelative(sentence, first)) return false;
  // "your full card number": part of it may well be kept
  if (WHOLE.has(tokens[first]?.lower ?? '') || WHOLE.has(tokens[first - 1]?.lower ?? '')) return false;
  // the last member of an enumeration is no word for everything ("memberships, information")
  if (id === 'any_data' && [',', 'or', 'and', 'nor'].includes(tokens[first - 1]?.lower ?? '')) return false;
  let after = tokens.findIndex(({ start }) => start >= place.end);
  if (after < 0) return true;
  while (quotes.has(tokens[after]?.lower ?? '')) after++;
  const next = tokens[after]?.lower ?? '';
  if (!isDataRoot(id) && !dataGraph.isA(id, 'cookie_data')) return !isOfOneThing(sentence, after);
  if (!narrowing.has(next) || opensStretchOfTime(tokens, after)) return true;
  // "no data other than your name": the rest is denied
  if (next === 'other' && tokens[after + 1]?.lower === 'than') return true;
  if (next === 'such' || next === 'including' || next === 'like') return id !== 'any_data';
  if (relating.has(next)) return tokens[after + 1]?.lower === 'to' && isReader(tokens, after + 2);
  return aboutReaders.has(next) && (aboutSome || isReader(tokens, after + 1));
}

const WHOLE: ReadonlySet<string> = new Set(['full', 'complete', 'entire', 'exact']);

/** "nothing that could identify you or your searches": the words belong to the clause that says which data is meant. */
function isInRelative({ tokens, terms }: Sentence, first: number): boolean {
  for (let i = first - 1; i > 0; i--) {
    const { lower, kind } = tokens[i] as Token;
    if (kind === 'punctuation') return false;
    if (lower === 'that' || lower === 'which')
      return (
        terms.some((term) => term.kind === 'data' && term.first < i && term.last >= i - 1 && term.last < first) &&
        tokens.slice(i + 1, first).some(({ verb }) => verb !== undefined)
      );
  }
  return false;
}

/** "location data for Acme Finder", "contact data about residents of Utah", "identifiers alongside your searches". */
function isOfOneThing({ tokens }: Sentence, after: number): boolean {
  const next = tokens[after]?.lower ?? '';
  if (beside.has(next)) return true;
  // "identifiers to disk that could be tied back to you"
  const that = tokens.findIndex(
    ({ lower }, i) => i >= after && i < after + 4 && (lower === 'that' || lower === 'which'),
  );
  if (that >= 0 && modals.has(tokens[that + 1]?.lower ?? '')) return true;
  if (!aboutReaders.has(next) && next !== 'for') return false;
  const noun = tokens.slice(after + 1, after + 4).find(({ lower }) => !anyReader.has(lower));
  return noun !== undefined && (noun.lemma === 'resident' || (noun.capitalised && !readers.has(noun.lower)));
}

/** "in the last 12 months" */
const opensStretchOfTime = (tokens: readonly Token[], at: number): boolean =>
  ['in', 'within', 'over', 'during'].includes(tokens[at]?.lower ?? '') &&
  tokens.slice(at + 1, at + 4).some(({ lower }) => stretches.has(lower));

/** "you", "our users", but not "your health", "the user's account", "individuals we know to be young". */
function isReader(tokens: readonly Token[], at: number): boolean {
  let noun = at;
  while (anyReader.has(tokens[noun]?.lower ?? '')) noun++;
  if (!readers.has(tokens[noun]?.lower ?? '')) return false;
  return !someReaders.has(tokens[noun + 1]?.lower ?? '');
}

/** All recipients of a denial are as wide as their words; those that stand in one series are narrowed together. */
function areBareRecipients(sentence: Sentence, places: readonly Place[], excepted: boolean): boolean {
  const { tokens } = sentence;
  return places.every((place) => {
    const first = tokens.findIndex(({ start }) => start >= place.start);
    const before = tokens[first - 1]?.lower ?? '';
    if (pointedRecipients.has(before) || !isOpenBefore(sentence, first)) return false;
    const at = tokens.findIndex(({ start }) => start >= place.end);
    const after = tokens[at];
    if (after?.lower === 'outside' && isCompany(sentence, at + 1)) return true;
    return !after || !narrowingRecipients.has(after.lower) || (excepted && excepting.has(after.lower));
  });
}

/** "anyone outside our company", "outside Larch Ltd": everyone; "outside the EU" is a part. */
function isCompany({ tokens, terms }: Sentence, from: number): boolean {
  const at = tokens[from]?.lower === 'the' ? from + 1 : from;
  const term = terms.find(({ first, last }) => first <= at && at <= last);
  if (term) return term.ids.includes('first_party') || term.ids.includes('corporate_family');
  const next = tokens[at];
  return next?.lower === 'our' || next?.lower === 'us' || (next?.capitalised === true && !places.has(next.lower));
}

/** The word before a term leaves it as wide as it is: a determiner, a preposition, the verb that governs it. */
function isOpenBefore(sentence: Sentence, first: number): boolean {
  const { tokens, terms } = sentence;
  let at = first - 1;
  while (at >= 0 && quotes.has(tokens[at]?.lower ?? '')) at--;
  // "precise (GPS) location": what stands in brackets explains the word before them
  if (tokens[at]?.lower === ')') at = tokens.slice(0, at).findLastIndex(({ lower }) => lower === '(') - 1;
  const before = tokens[at];
  if (!before) return true;
  // "additional categories of personal information": the noun before "of" may be narrowed
  if (before.lower === 'of' && at > 1 && !tokens[at - 1]?.verb) return isOpenBefore(sentence, at - 1);
  // "opt-in data": a part of a compound, no preposition
  if (before.glue === '-' && prepositions.has(before.lower)) return false;
  if (open.has(before.lower)) return true;
  if (!before.verb) return false;
  const earlier = tokens[at - 1];
  if (before.verb.form === 'third' || before.verb.form === 'gerund') return true;
  // "do not share data" governs, "text message data" narrows
  if (before.verb.form === 'base')
    return (
      !earlier ||
      governed.has(earlier.lower) ||
      isAdverb(earlier) ||
      terms.some(({ last, kind }) => last === at - 1 && kind !== 'data')
    );
  // "have not collected data" governs, "disclose preserved data" narrows
  return !earlier?.verb || ['have', 'be', 'do'].includes(earlier.verb.base);
}

/** "share your data with any public databases": the words behind "with" are no recipient that the catalogue knows. */
function hasUnknownRecipient({ tokens, terms }: Sentence, data: Place, { evidence }: Statement): boolean {
  const from = tokens.findIndex(({ start }) => start >= data.end);
  if (from < 0) return false;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.start >= evidence.place.end || token.lower === ';' || token.lower === ',') return false;
    if (token.lower !== 'with' && token.lower !== 'to' && token.lower !== 'among' && token.lower !== 'between')
      continue;
    const next = tokens[i + 1];
    if (!next || next.verb?.form === 'base') continue;
    return !terms.some(({ first, kind }) => first > i && first <= i + 4 && kind !== 'data');
  }
  return false;
}

const isNegative = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lemma, lower, verb }) =>
      denyingWords.has(lemma) ||
      denyingWords.has(lower) ||
      denyingAdjectives.has(lower) ||
      // "cookie-free"
      lower === 'free' ||
      denyingVerbs.has(verb?.base ?? '') ||
      // "your notes stay on your phone"
      keeping.has(verb?.base ?? ''),
  );

const within = (place: Place, sentence: Sentence): boolean =>
  place.block === sentence.block && place.start >= sentence.start && place.end <= sentence.end;

const joined = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(' ');
const sentenceText = kept((sentence: Sentence): string => ` ${joined(sentence.tokens)} `);
const textOf = (sentence: Sentence, place: Place): string =>
  ` ${joined(sentence.tokens.filter(({ start, end }) => start >= place.start && end <= place.end))} `;
const holds = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(` ${phrase} `));
