import { readClauses } from '../../language/clauses';
import { people, prepositions, secondPerson } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { type Draft, draft } from '../draft';
import { isDataRoot } from '../generalData';
import { leftNouns } from '../slots/leftNouns';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { isProviding } from './actions';
import { isOtherParty } from './actors';
import { filling, joining, joiningNouns, needing, obliging } from './constructions';
import { isJoining } from './embeddedStatements';
import { joinedBefore } from './predicatives';
import { isDirectObject } from './receivedByOthers';

/** What readers must enter to register, to order or to go on: the company collects it. */

/** What such a clause says; undefined where it is none. */
export function enteredByReader(clause: Clause): Draft | undefined {
  if (clause.negated) return undefined;
  if (clause.embedding === 'muted') return requiredToEnter(clause);
  if (clause.embedding !== 'main') return undefined;
  return joinsWith(clause) ?? toldToEnter(clause) ?? needsToJoin(clause) ?? neededToJoin(clause);
}

/** "You will be required to give your date of birth": demanded of readers, where "required to" is a duty of the company else. */
function requiredToEnter(clause: Clause): Draft | undefined {
  const { base, group, sentence } = clause;
  if (!isProviding(base) || group.form !== 'infinitive') return undefined;
  const slots = readSlots(clause);
  if (slots.recipients.some(isOtherParty)) return undefined;
  const above = readClauses(sentence).find(({ right }) => right === group.verb - 1);
  const [first] = slots.data;
  const isDemand = above?.passive && above.embedding === 'main' && !above.negated && obliging.has(above.base);
  return isDemand && isReadersDeed(above) && first && isDirectObject(clause, first)
    ? made(clause, slots.data)
    : undefined;
}

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** "You have to register with your name and e-mail address", "log in using your phone number", "customers sign up with …". */
function joinsWith(clause: Clause): Draft | undefined {
  const { base, passive, sentence, right } = clause;
  const { tokens } = sentence;
  if (passive || !joining.has(base) || !isReadersDeed(clause)) return undefined;
  let at = right;
  // "up", "in to your account"
  while (at < right + LONGEST_AIM && !/^(?:with|using)$/.test(word(tokens, at)) && tokens[at]?.kind === 'word') at++;
  return /^(?:with|using)$/.test(word(tokens, at)) ? entered(clause, at + 1) : undefined;
}
/** In tokens: "in to your account". */
const LONGEST_AIM = 4;

/** "Please enter your e-mail address", "to book, type in your phone number", "users enter their weight". */
function toldToEnter(clause: Clause): Draft | undefined {
  const { base, subject, passive, sentence, group, right } = clause;
  if (passive || (subject && !isReadersDeed(clause)) || sentence.tokens[group.verb]?.verb?.form !== 'base')
    return undefined;
  const at = [right + 1, right].find((to) => filling.has([base, ...wordsOf(sentence, right, to)].join(' ')));
  if (at === undefined) return undefined;
  const [first] = readSlots(clause, at, clause.to, 'object').data;
  return first && opens(sentence, at, first) ? entered(clause, at) : undefined;
}

const wordsOf = ({ tokens }: Sentence, from: number, to: number): string[] =>
  tokens.slice(from, to).map(({ lower }) => lower);

/** Nothing but an article, a possessive or an adjective stands before the data. */
const opens = ({ tokens }: Sentence, from: number, { first }: TermMatch): boolean =>
  first - from <= 2 &&
  tokens.slice(from, first).every(({ kind, lower }) => kind === 'word' && !prepositions.has(lower));

/** "You need an e-mail address to sign up", "you must give your age to register", "registration needs a phone number". */
function needsToJoin(clause: Clause): Draft | undefined {
  const { base, passive, group } = clause;
  if (passive || !(needing.has(base) || isProviding(base))) return undefined;
  const slots = readSlots(clause);
  const [first] = slots.data;
  const isObliged = isProviding(base) && group.modality === 'asserts' && !slots.recipients.some(isOtherParty);
  if (!(needing.has(base) || isObliged) || !first || !isDirectObject(clause, first)) return undefined;
  const joins = isReadersDeed(clause)
    ? isForJoining(clause, first.last + 1)
    : isJoining(clause) || isJoiningNoun(clause);
  return joins ? entered(clause, first.first) : undefined;
}

/** "A phone number is needed to sign up", "your age must be stated when you register". */
function neededToJoin(clause: Clause): Draft | undefined {
  const { base, passive, right, group } = clause;
  const isStated = isProviding(base) && group.modality !== 'may';
  if (!passive || !(needing.has(base) || isStated) || !isForJoining(clause, right)) return undefined;
  return made(clause, [...joinedBefore(clause), ...leftNouns(clause).data]);
}

/** "to sign up", "when you register", "for registration"; not "to make a request". */
function isForJoining({ sentence: { tokens } }: Clause, from: number): boolean {
  const rest = tokens.slice(from, from + LONGEST_AIM);
  const opens = /^(?:to|for|when|if|on|upon|at|before)$/.test(rest[0]?.lower ?? '');
  const joins = rest.slice(1).some(({ verb, lemma }) => (verb && joining.has(verb.base)) || joiningNouns.has(lemma));
  return opens && joins && !tokens.slice(from).some(({ lemma }) => lemma === 'request');
}

const isJoiningNoun = ({ subject, sentence: { tokens } }: Clause): boolean =>
  subject !== undefined && joiningNouns.has(nounLemma(word(tokens, subject.last)));

/** An imperative, or what "you", "users", "customers" do. */
function isReadersDeed({ subject, group, sentence: { tokens } }: Clause): boolean {
  if (!subject) return group.first === 0;
  const noun = word(tokens, subject.last);
  return secondPerson.has(noun) || (subject.first === subject.last && people.has(nounLemma(noun)));
}

const entered = (clause: Clause, from: number): Draft | undefined =>
  made(clause, readSlots(clause, from, clause.to, 'object').data);

function made(clause: Clause, data: readonly TermMatch[]): Draft | undefined {
  if (data.length === 0 || data.some((term) => isCookie(term) || term.ids.some(isDataRoot))) return undefined;
  return { ...draft(clause, readSlots(clause), { action: 'collect', data }), recipients: [], source: 'data_subject' };
}
