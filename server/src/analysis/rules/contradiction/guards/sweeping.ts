import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists, wordSetsOf } from '../../../catalogue/read';
import type { Place } from '../../../document/types';
import { kept } from '../../../kept';
import { readClauses } from '../../../language/clauses';
import { denyingAdjectives, denyingVerbs, denyingWords, modals, possessives } from '../../../language/grammar';
import type { Sentence, Token } from '../../../language/types';
import { actionOfVerb, having, passesOn } from '../../../practices/clauses/actions';
import { keeping, pointingDeterminers } from '../../../practices/clauses/constructions';
import { isDataRoot } from '../../../practices/generalData';
import { isLocal } from '../../../practices/localFirst';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { Mention, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import { areBareRecipients, hasUnknownRecipient, isBareData } from './bareTerms';
import { hasUnreadComplement, isAuxiliary } from './complements';
import { isOfOneOccasion } from './occasions';
import { isOfWhatIsAskedFor } from './presupposed';
import { isFronted } from './topics';
import { hasUnreadWord, hasUnreadWordBeside } from './unreadWords';

const { bounded, unpromised, softened, supposed, someDay, cases, trailing, purposeLimits } = readCatalogue(
  catalogue,
  wordLists('bounded', 'unpromised', 'softened', 'supposed', 'someDay', 'cases', 'trailing', 'purposeLimits'),
);
const listed = wordSetsOf(catalogue);
const examples = listed('examples');
const havingFor = listed('havingFor');
const otherThan = listed('otherThan');
const portions = listed('portions');
const purposeNouns = listed('purposeNouns');
const purposeLimit = new RegExp(`^ (?:${purposeLimits.join('|')}) ?`);

/**
 * Whether a denial means what its bare words mean: all of the data it names, whoever receives it, in every case. Words
 * that narrow it in a way the catalogue does not know ("preserved data", "information about your health", "public
 * databases") make it a denial of something else, and it is held against nothing.
 */
export const isSweeping = (claim: Claim): boolean => isSweepingBeside(claim, NOTHING);
const NOTHING: ReadonlySet<Token> = new Set();

/** As `isSweeping`, `known` words apart that narrow the denial. */
export function isSweepingBeside(claim: Claim, known: ReadonlySet<Token>): boolean {
  const { statement, data } = claim;
  if (!deniesInFull(claim, known) || isOfDataNamedBefore(statement, data)) return false;
  if (having.has(statement.action) && isOfWhatIsAskedFor(claim)) return true;
  return isAllOfData(statement, data, known) && (!passesOn(statement.action) || isWhoever(claim));
}

/** The sentence denies, and no word of it limits that to a part, a purpose or a place. */
function deniesInFull(claim: Claim, known: ReadonlySet<Token>): boolean {
  const { statement } = claim;
  const { sentence, place, lead, kind } = statement.evidence;
  // what merely goes on from a denial ("This may include …") denies nothing itself
  if (kind === 'prose' && !lead && !statement.exclusive && !isNegative(sentence)) return false;
  // "We will not share your data:", "no data should be …": what is not done follows, or is asked of others
  if (kind === 'prose' && sentence.tokens.at(-1)?.lower === ':') return false;
  if (holds(textOf(sentence, place), softened) || isOfSomePurpose(statement) || isMereTracking(claim)) return false;
  if ((statement.action === 'store' || statement.action === 'retain') && holds(sentenceText(sentence), bounded))
    return false;
  if (isLocal(statement) || isFronted(statement)) return false;
  return known.size > 0
    ? !hasUnreadWordBeside(statement, known)
    : !hasUnreadComplement(statement) && !hasUnreadWord(statement);
}

/** The words for the data stand for data that the draft has just spoken of, not for all of its kind. */
function isOfDataNamedBefore(statement: Statement, { id, place }: Mention): boolean {
  const { sentence, lead } = statement.evidence;
  // "these cookies are not used to …"
  if (dataGraph.isA(id, 'cookie_data')) {
    if (isPointedAt(sentence, place) || isPointedKind(sentence, place)) return true;
  }
  if (!isDataRoot(id)) return false;
  // "we have no access to this user data"
  if (asksAboutIt(sentence) || (within(place, sentence) && isPointedAt(sentence, place))) return true;
  if (place.block !== sentence.block) return !isSharedWords(statement, place);
  if (!lead && !within(place, sentence) && !isAllOfReaders(place)) return true;
  return goesBack(sentence, place);
}

/** Below "Who will it be shared with?": the data of which the paragraphs before speak. */
function asksAboutIt({ block: { section } }: Sentence): boolean {
  const [question] = section.heading ? sentencesOf(section.heading) : [];
  return question?.question === true && question.tokens.some(({ lower }) => ASKED_ABOUT.has(lower));
}
const ASKED_ABOUT: ReadonlySet<string> = new Set(['it', 'them']);

/** Nothing beside the words for the data makes them narrower. */
function isAllOfData(statement: Statement, data: Mention, known: ReadonlySet<Token>): boolean {
  const { sentence } = statement.evidence;
  if (isDataRoot(data.id) && (isDefinite(statement, data.place) || isPointedKind(sentence, data.place))) return false;
  if (isNotAll(sentence, data.place)) return false;
  return (
    !within(data.place, sentence) || isBareData(sentence, data, { scopeIsRead: statement.subject !== 'any', known })
  );
}

/**
 * "We do not record all calls": some are recorded, "the majority of your data" leaves a rest. "None of it all", "any and all
 * data", "no part of it" leave nothing out.
 */
function isNotAll({ tokens }: Sentence, { start }: Place): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  const of = possessives.has(tokens[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  if (tokens[of]?.lower === 'of' && portions.has(tokens[of - 1]?.lemma ?? '') && tokens[of - 2]?.lower !== 'no')
    return true;
  const all = tokens[first]?.lower === 'all' ? first : first - 1;
  return tokens[all]?.lower === 'all' && tokens.slice(0, all).at(-1)?.verb !== undefined;
}

/** Whoever would receive the data: the recipients that are named are as wide as their words, or none is. */
function isWhoever({ statement, data, recipient }: Claim): boolean {
  const { recipients, exceptions, evidence } = statement;
  if (!recipient) return !hasUnknownRecipient(evidence.sentence, data.place, statement);
  const places = recipients.map(({ place }) => place).filter((place) => within(place, evidence.sentence));
  return areBareRecipients(evidence.sentence, places, { exceptionsAreRead: exceptions.length > 0 });
}

/**
 * "We collect play times for our own statistics. Data is not shared with anybody": bare "data" that opens the sentence
 * behind one that tells which data is had what for is that data.
 */
function goesBack({ block, index, start }: Sentence, place: Place): boolean {
  const before =
    index > 0 && place.block === block && place.start === start ? sentencesOf(block)[index - 1] : undefined;
  return (
    before !== undefined &&
    !before.tokens.some(({ lemma }) => lemma === 'not') &&
    before.tokens.some(({ verb }) => verb !== undefined && havingFor.has(verb.base)) &&
    (before.terms.some(({ kind }) => kind === 'purpose') || before.tokens.some(({ lemma }) => lemma === 'purpose'))
  );
}

/** "for any purpose that you have not agreed to" */
const isOfSomePurpose = ({ purposes, evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lower }, i, tokens) => otherThan.has(lower) && purposeNouns.has(tokens[i + 1]?.lemma ?? ''),
  ) || purposes.some(({ place }) => purposeLimit.test(place.block.text.slice(place.end)));

/** "We do not track your data across sites", "individual behaviour": what is followed is not therefore unknown. */
const isMereTracking = ({ data, action, statement: { evidence } }: Claim): boolean =>
  action === 'collect' &&
  (isDataRoot(data.id) || evidence.sentence.tokens.some(({ lemma }) => lemma === 'individual')) &&
  evidence.sentence.tokens.some(
    ({ verb, start, end }) => verb?.base === 'track' && start >= evidence.place.start && end <= evidence.place.end,
  );

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
  return pointingDeterminers.has(tokens[first]?.lower ?? '') || pointingDeterminers.has(tokens[first - 1]?.lower ?? '');
}

/** "The information we ask for is not collected", "the information is not disclosed": what the draft has just spoken of. */
function isDefinite({ action, evidence: { sentence } }: Statement, place: Place): boolean {
  const { tokens } = sentence;
  const first = tokens.findIndex(({ start }) => start >= place.start);
  const before = tokens[first - 1]?.lower;
  const definite = tokens[first]?.lower === 'the' || before === 'the' || before === 'following';
  const next = tokens.find(({ start }) => start >= place.end);
  // "the information that you give us is not disclosed" is all of it
  return definite && (having.has(action) || next?.kind !== 'word' || isAuxiliary(next) || modals.has(next.lower));
}

/** "this kind of data" */
function isPointedKind({ tokens }: Sentence, { start }: Place): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  return tokens[first - 1]?.lower === 'of' && pointingDeterminers.has(tokens[first - 3]?.lower ?? '');
}

/** Whether the words around a mention leave it as wide as it is. */
export function isBare(statement: Statement, mention: Mention): boolean {
  const { sentence } = statement.evidence;
  return within(mention.place, sentence) && isBareData(sentence, mention);
}

/** "We generally keep …", "may or may not": the opposite is admitted. */
export const isSoftened = ({ evidence }: Statement): boolean => softens(evidence.sentence);
const softens = kept((sentence: Sentence) => holds(sentenceText(sentence), softened));

/** Whether something stands behind a denial, or in front of it, that limits it to a case or leaves something out. */
export const isUnconditional = kept(({ evidence, exceptions, conditions }: Statement): boolean => {
  const { sentence, place } = evidence;
  const { tokens } = sentence;
  const first = tokens.findIndex(({ start }) => start >= place.start);
  const last = tokens.findIndex(({ start }) => start >= place.end);
  const before = ` ${joined(tokens.slice(0, Math.max(0, first)))} `;
  const after = last < 0 ? '' : ` ${joined(tokens.slice(last))} `;
  if (holds(sentenceText(sentence), unpromised)) return false;
  // "Generally, information in our logs is not …"
  if (holds(` ${joined(tokens.slice(0, 3))} `, softened)) return false;
  if (isOfOneOccasion(tokens.slice(Math.max(0, first)))) return false;
  if (conditions.length === 0 && holds(before, cases)) return false;
  if (exceptions.length === 0 && EXCEPTED_BEFORE.test(before)) return false;
  if (exceptions.length === 0 && OCCASION_BEHIND.test(after)) return false;
  return exceptions.length > 0 || !holds(after, trailing);
});

/** "Sharing your data Except as told below, we do not …": a title that lost its line end stands before the exception. */
const EXCEPTED_BEFORE = / except (?:as|where|when|if|in|for|to) /;

/** "We do not set cookies or show advertising when your browser asks us not to": what stands last rules the whole series. */
const OCCASION_BEHIND = /^ (?:, )?or [^,;.]{0,80} (?:when|if|where|while|for the purposes? of) /;

/** Whether what is said is supposed only ("if we learn that we have collected …"). */
export const isSupposed = (statement: Statement): boolean =>
  supposes(statement.evidence.sentence) || isOfSomeDay(statement);

/** "We may share your name in the future", not "we use cookies so that we can offer better tools in the future". */
function isOfSomeDay({ evidence: { sentence, place } }: Statement): boolean {
  const { tokens } = sentence;
  const at = tokens.findIndex((_, i) =>
    someDay.some((phrase) => joined(tokens.slice(i, i + phrase.split(' ').length)) === phrase),
  );
  if (at < 0) return false;
  const clause = readClauses(sentence).findLast(({ group }) => group.verb < at);
  if (!clause) return true;
  const { group, base, from } = clause;
  const isAim =
    (tokens[group.verb] as Token).start > place.start &&
    actionOfVerb(base) === undefined &&
    (group.form === 'infinitive' || tokens.slice(from - 1, group.first).some(({ lower }) => lower === 'that'));
  return !isAim;
}
const supposes = kept(
  (sentence: Sentence) =>
    holds(sentenceText(sentence), supposed) ||
    // "we make no guarantee that your posts will be stored"
    (holds(sentenceText(sentence), unpromised) && isNegative(sentence)) ||
    // "Should a child send us …"
    (sentence.tokens[0]?.lower === 'should' && !sentence.question),
);

/** "personal details (name, address)": the brackets tell all that is meant; not "(such as your name)". */
export function isGlossed({ data, statement }: Claim): boolean {
  const after = statement.evidence.sentence.tokens.filter(({ start }) => start >= data.place.end);
  return after[0]?.lower === '(' && !examples.has(after[1]?.lower ?? '');
}

/** "sensitive information such as medical records": the denied term comes with examples. */
export function givesExamples({ data, statement }: Claim): boolean {
  const { sentence, kind } = statement.evidence;
  const after = sentence.tokens.filter(({ start }) => start >= data.place.end);
  // "personal data (name, address)": in a table or a list the brackets tell what is meant
  if (after[0]?.lower === '(' && kind !== 'prose') return true;
  // 'personally identifiable information ("PII") such as …'
  const behind = after[0]?.lower === '(' ? after.slice(after.findIndex(({ lower }) => lower === ')') + 1) : after;
  return data.place.block === sentence.block && behind.slice(0, 3).some(({ lower }) => examples.has(lower));
}

const isNegative = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lemma, lower, verb }, i) =>
      // "only you can see it"
      (lower === 'only' && tokens[i + 1]?.lower === 'you') ||
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
