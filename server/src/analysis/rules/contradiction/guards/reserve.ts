import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import type { Block, Place } from '../../../document/types';
import { kept } from '../../../kept';
import { readClauses } from '../../../language/clauses';
import {
  adversatives,
  conjunctions,
  denyingAdjectives,
  denyingWords,
  determiners,
  factualSubordinators,
  firstPerson,
  negators,
  possessives,
  secondPerson,
  thirdPerson,
} from '../../../language/grammar';
import type { Clause, Sentence, TermMatch, Token } from '../../../language/types';
import { passesOn } from '../../../practices/clauses/actions';
import { devicePromise } from '../../../practices/deviceOnly';
import { isDataRoot } from '../../../practices/generalData';
import { dataGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { Action, Exception, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import { deniedWords } from './complements';
import { isUnattended } from './exceptions';

const words = readCatalogue(
  catalogue,
  wordLists('wholes', 'somePeople', 'ownPeople', 'generalNouns', 'generalParties', 'nobody', 'oneWay', 'correcting'),
);
const wholes = new Set(words.wholes);
const ownPeople = new Set(words.ownPeople);
const generalNouns = new Set(words.generalNouns);
const generalParties = new Set(words.generalParties);
const correcting = new Set(words.correcting);

/**
 * Whether a denial is said in a way that may leave room for what the draft says elsewhere, though no word of it says so: in
 * passing, of a part of the company, of data that nobody is said to have, or beside an exception of its own.
 */
export const mayMeanLess = (denied: Claim, said: Claim): boolean =>
  denied.statement.polarity === 'denied' &&
  (isInPassing(denied.statement) ||
    isCorrected(denied.statement) ||
    denied.statement.dataScope.ownHand === true ||
    isOfOtherPeople(denied, said) ||
    isOfThem(denied) ||
    (denied.statement.exceptions.some(isOpen) && !isUnattended(said.statement)));

/** "We do not record your name. Rather, we log the pages …": of what the next sentence tells. */
function isCorrected({ evidence: { sentence } }: Statement): boolean {
  const next = sentencesOf(sentence.block)[sentence.index + 1];
  return correcting.has(next?.tokens[0]?.lower ?? '');
}

/** "… that their personal information would not be disclosed": of people whom the sentence does not name. */
function isOfThem({ data: { place }, statement: { evidence } }: Claim): boolean {
  const { tokens, terms, block } = evidence.sentence;
  const their = tokens.findIndex(({ start }) => start >= place.start) - 1;
  return (
    place.block === block &&
    tokens[their]?.lower === 'their' &&
    !terms.some(({ kind, ids, first }) => kind === 'entity' && ids.includes('data_subject') && first < their)
  );
}

/** "Donor information is never shared", and contact data "of runners" is. */
function isOfOtherPeople({ data: { id, place }, statement }: Claim, said: Claim): boolean {
  const { tokens, block } = statement.evidence.sentence;
  if (!isDataRoot(id) || place.block !== block) return false;
  const last = tokens.findIndex(({ end }) => end >= place.end);
  const people = tokens.slice(Math.max(0, last - 3), last).find(({ lemma }) => somePeople.has(lemma));
  const others = said.statement.evidence.sentence.tokens;
  const behind = others.find(({ start }) => start >= said.data.place.end);
  return (
    people !== undefined && aboutWhom.has(behind?.lower ?? '') && !others.some(({ lemma }) => lemma === people.lemma)
  );
}
const somePeople = new Set(words.somePeople);
const aboutWhom: ReadonlySet<string> = new Set(['of', 'for', 'about']);

/** What it leaves out was not read to the end: no law, and no recipients or data of a known kind. */
const isOpen = ({ kind, ids }: Exception): boolean =>
  kind !== 'legal' &&
  !((kind === 'recipient' || kind === 'data') && ids.length > 0 && !ids.some((id) => isDataRoot(id)));

const isInPassing = kept((statement: Statement): boolean => {
  const { sentence, kind, place } = statement.evidence;
  if (kind === 'table' || kind === 'list') return false;
  if (kind === 'prose' && ((!statement.asked && isBehindMatter(statement)) || opensAside(sentence))) return true;
  if (isInBrackets(sentence, place) || goesOnFromAbove(sentence) || sharesExamples(statement)) return true;
  const clause = clauseOf(statement);
  if (!clause) return false;
  return (
    isReason(clause) ||
    isOfOneWay(statement, clause) ||
    (namesData(statement, clause) ? isOfNobody(statement, clause) : isOfPart(sentence, clause)) ||
    isTail(clause)
  );
});

/** "Tallybird counts our visits. No names are kept": of what the sentence before speaks of, which is something particular. */
function isBehindMatter(statement: Statement): boolean {
  if (passesOn(statement.action) && isOfReaders(statement)) return false;
  const { action, evidence } = statement;
  const { sentence } = evidence;
  const before = sentence.index > 0 ? sentencesOf(sentence.block)[sentence.index - 1] : undefined;
  // one denial after the other is a list of them, and so is one after "your notes stay on your device"
  const isPromise = before !== undefined && (before.tokens.some(isNegation) || devicePromise(before) !== undefined);
  return before !== undefined && !isPromise && !before.terms.every((term) => isGeneral(term, action));
}

/** "We do not share your phone number with anyone": the reader has one, whatever stands before. */
const isOfReaders = ({ data, evidence: { sentence } }: Statement): boolean =>
  data.every(
    ({ id, place: { block, start, end } }) =>
      !isDataRoot(id) &&
      block === sentence.block &&
      start >= sentence.start &&
      (/^your /i.test(block.text.slice(start, end)) ||
        /\byour $/i.test(block.text.slice(Math.max(0, start - 5), start))),
  );

const isNegation = ({ lower, lemma }: Token): boolean =>
  negators.has(lower) || denyingWords.has(lemma) || denyingAdjectives.has(lower);

const isGeneral = ({ kind, ids }: TermMatch, action: Action): boolean =>
  kind === 'purpose'
    ? action === 'use'
    : kind !== 'company' && ids.every((id) => isDataRoot(id) || generalParties.has(id));

/** "However, we do not …", "Otherwise …": what is denied is the other case of something. */
const opensAside = ({ tokens: [first] }: Sentence): boolean =>
  first !== undefined && (adversatives.has(first.lower) || first.lower === 'otherwise');

/** "us on the website, we will not …": the line above holds the rest of the sentence. */
const goesOnFromAbove = ({ block, index }: Sentence): boolean =>
  block.kind === 'paragraph' && index === 0 && /^\p{Ll}/u.test(block.text) && !opensSection(block);

/** "We never save information or tie cookies to data such as your password": the examples may be those of both. */
const sharesExamples = ({ data, evidence: { sentence } }: Statement): boolean =>
  data.some(({ id, place }) => {
    if (!isDataRoot(id) || place.block !== sentence.block) return false;
    const [and, next, ...rest] = sentence.tokens.filter(({ start }) => start >= place.end);
    const goesOn = conjunctions.has(and?.lower ?? '') && next?.verb?.form === 'base';
    return goesOn && rest.some(({ lower }, i) => lower === 'such' && rest[i + 1]?.lower === 'as');
  });

const isInBrackets = ({ block, start }: Sentence, place: Place): boolean =>
  (block.text.slice(start, place.start).match(/\(/g)?.length ?? 0) >
  (block.text.slice(start, place.start).match(/\)/g)?.length ?? 0);

/** The clause whose verb is denied: the first behind the negator. */
function clauseOf(statement: Statement): Clause | undefined {
  const { sentence } = statement.evidence;
  const denial = deniedWords(statement);
  const from = denial?.tokens[denial.verb]?.start;
  const to = denial?.tokens.at(-1)?.end;
  if (from === undefined || to === undefined) return undefined;
  return readClauses(sentence).find(({ group }) => {
    const verb = sentence.tokens[group.verb] as Token;
    return verb.start >= from && verb.end <= to;
  });
}

/** "Because we keep no logs, …": told as the reason of something else. */
const isReason = ({ sentence: { tokens }, subject, group, from }: Clause): boolean =>
  tokens.slice(from, subject?.first ?? group.first).some(({ lower }) => factualSubordinators.has(lower)) ||
  // "Since it runs on your phone and collects no names, …"
  (factualSubordinators.has(tokens[0]?.lower ?? '') &&
    tokens.slice(0, group.first).every(({ kind }) => kind !== 'punctuation'));

/**
 * "We never buy data", "such cookies are not set by us", "we do not process your data with others": it may come in another
 * way, others may set them, and what is done without others is left open.
 */
const isOfOneWay = (
  { action, recipients, evidence: { sentence, place } }: Statement,
  { passive, group }: Clause,
): boolean =>
  (action === 'collect' &&
    (recipients.length > 0 ||
      sentence.tokens.some(
        ({ verb, start, end }) => oneWay.has(verb?.base ?? '') && start >= place.start && end <= place.end,
      ))) ||
  (action === 'place' &&
    passive &&
    sentence.tokens[group.verb + 1]?.lower === 'by' &&
    firstPerson.has(sentence.tokens[group.verb + 2]?.lower ?? ''));
const oneWay = new Set(words.oneWay);

/** "…, so this cannot identify you", "so that they can call you": a consequence is told of it. */
const isTail = ({ sentence: { tokens }, group }: Clause): boolean =>
  tokens.some(
    ({ lower }, i) =>
      i > group.verb && lower === 'so' && (tokens[i - 1]?.lower === ',' || opensClause(tokens[i + 1]?.lower ?? '')),
  );
const opensClause = (word: string): boolean => word === 'that' || thirdPerson.has(word) || secondPerson.has(word);

/** Whether the subject is what is denied ("your photos never reach …"), not who would do it. */
const namesData = ({ data, evidence: { sentence } }: Statement, { passive, subject }: Clause): boolean =>
  passive ||
  (subject !== undefined &&
    data.some(
      ({ place }) =>
        place.block === sentence.block &&
        place.start >= (sentence.tokens[subject.first] as Token).start &&
        place.end <= (sentence.tokens[subject.last] as Token).end,
    ));

/** "No personal data is stored.": by whom and where is left to the paragraphs before, unless it opens its section. */
function isOfNobody({ data, evidence: { sentence } }: Statement, { subject, group }: Clause): boolean {
  const { tokens, block } = sentence;
  if (!subject || tokens.slice(group.verb).some(({ lower }) => lower === 'by')) return false;
  return (
    data.every(({ id }) => isDataRoot(id) || dataGraph.isA(id, 'cookie_data')) &&
    tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => generalNouns.has(lemma) || lemma === 'cookie') &&
    !tokens.slice(subject.first).some(({ lower }) => possessives.has(lower) || secondPerson.has(lower)) &&
    !(sentence.index === 0 && opensSection(block))
  );
}

/** "Our web servers do not …", "most of our sites": not the company as a whole. */
function isOfPart({ tokens }: Sentence, { subject }: Clause): boolean {
  const named = subject ? tokens.slice(subject.first, subject.last + 1) : [];
  // "nobody outside our company"
  return !nobody.has(named[0]?.lower ?? '') && !named.every(isOfWhole);
}
const nobody = new Set(words.nobody);

const isOfWhole = ({ lower, lemma, capitalised, kind }: Token): boolean =>
  kind !== 'word' ||
  capitalised ||
  lower === 'i' ||
  firstPerson.has(lower) ||
  // "only you can see it"
  secondPerson.has(lower) ||
  lower === 'only' ||
  determiners.has(lower) ||
  possessives.has(lower) ||
  conjunctions.has(lower) ||
  wholes.has(lemma) ||
  ownPeople.has(lemma);

const opensSection = (block: Block): boolean => block.section.blocks.find(({ kind }) => kind !== 'heading') === block;
