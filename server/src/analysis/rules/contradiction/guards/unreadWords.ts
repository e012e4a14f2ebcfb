import { kept } from '../../../kept';
import { readClauses } from '../../../language/clauses';
import {
  conjunctions,
  denyingAdjectives,
  determiners,
  firstPerson,
  isAdverb,
  modals,
  negators,
  possessives,
  prepositions,
  relativePronouns,
  secondPerson,
  subordinators,
  thirdPerson,
} from '../../../language/grammar';
import type { Clause, Sentence, TermKind, Token } from '../../../language/types';
import type { Statement } from '../../../practices/types';
import { deniedWords, isAuxiliary, isCookieHost, isNeutral, isRead } from './complements';

/**
 * Whether the clause of a denial holds a word that neither names what was read nor leaves it as wide as it is: "our partners
 * never send us …", "no computer tracking of …", "is not stored in the cookie files". Who writes that may mean less than
 * the words that were read.
 */
export const hasUnreadWord = kept((statement: Statement): boolean => hasUnreadWordBeside(statement, NOTHING));
const NOTHING: ReadonlySet<Token> = new Set();

/** As `hasUnreadWord`, `known` words apart. */
export function hasUnreadWordBeside(statement: Statement, known: ReadonlySet<Token>): boolean {
  const denial = deniedWords(statement);
  if (!denial) return false;
  const { sentence } = statement.evidence;
  const { tokens, from } = denial;
  if (isCutOff(sentence, tokens)) return true;
  const clause = clauseIn(sentence, tokens.slice(from));
  // "it will save a cookie, but will not save your name": said of what was spoken of before
  if (clause?.adversative && isElided(sentence, clause)) return true;
  const subject = clause?.subject ? sentence.tokens.slice(clause.subject.first, clause.subject.last + 1) : [];
  const verb = clause ? (sentence.tokens[clause.group.first] as Token).start : 0;
  return (
    subject.some((token, i) => !known.has(token) && !isPlainInSubject(sentence, statement, token, subject[i - 1])) ||
    tokens
      .slice(from)
      .some((token, i) =>
        known.has(token)
          ? false
          : token.start < verb
            ? !isPlainInSubject(sentence, statement, token, tokens[from + i - 1])
            : token.verb === undefined && !isPlain(sentence, statement, token),
      )
  );
}

/** "is stored in, or taken from, the cookies", "nor do we share it with" at the end of a line: what belongs to it stands behind. */
function isCutOff(sentence: Sentence, tokens: readonly Token[]): boolean {
  const last = tokens[tokens.length - 1] as Token;
  const next = sentence.tokens[sentence.tokens.indexOf(last) + 1];
  return (prepositions.has(last.lower) && (next === undefined || next.lower === ',')) || goesOnBelow(sentence);
}

/** A paragraph without a full stop above one in lower case: lines of a text that was wrapped by hand. */
const goesOnBelow = ({ block, end }: Sentence): boolean =>
  block.kind === 'paragraph' &&
  end === block.text.length &&
  !/[.!?:;)"”]$/.test(block.text) &&
  /^\p{Ll}/u.test(block.section.blocks.find(({ index }) => index === block.index + 1)?.text ?? '');

/** The clause whose verb stands among these words; who acts in it may stand in front ("the software saves …, but will not …"). */
const clauseIn = (sentence: Sentence, words: readonly Token[]): Clause | undefined =>
  readClauses(sentence).find(({ group }) => words.includes(sentence.tokens[group.verb] as Token));

/** Whether the subject of a clause stands in front of another verb. */
const isElided = ({ tokens }: Sentence, { subject, group }: Clause): boolean =>
  !subject || tokens.slice(subject.last + 1, group.first).some(({ verb }) => verb !== undefined);

/** Who acts, or what is denied: "this survey" is neither. */
const isPlainInSubject = (sentence: Sentence, statement: Statement, token: Token, before: Token | undefined): boolean =>
  (isPlain(sentence, statement, token) && !isOfTerm(sentence, token, doings)) ||
  // "the processing of health data"
  token.verb?.form === 'gerund' ||
  token.verb?.form === 'past' ||
  token.verb?.form === 'participle' ||
  (token.verb !== undefined && before !== undefined && opensRelative(before.lower));

const opensRelative = (word: string): boolean =>
  word === 'i' ||
  firstPerson.has(word) ||
  secondPerson.has(word) ||
  thirdPerson.has(word) ||
  relativePronouns.has(word) ||
  modals.has(word);

const isPlain = (sentence: Sentence, statement: Statement, token: Token): boolean =>
  (token.kind !== 'word' && !/\p{L}/u.test(token.lower)) ||
  isNeutral(token) ||
  isFunctionWord(token.lower) ||
  // a name, the letter of a list
  (token.capitalised && !isLoneOpening(sentence, token)) ||
  token.lower.length === 1 ||
  // "cookie-free", "free of cookies"
  (token.lower === 'free' && (token.glue !== undefined || leadsOn(sentence, token))) ||
  isCookieHost(statement, token) ||
  denyingAdjectives.has(token.lower) ||
  isAuxiliary(token) ||
  isAdverb(token) ||
  isRead(statement, token) ||
  isOfTerm(sentence, token, named);

/** "of", "from" behind a word. */
const leadsOn = ({ tokens }: Sentence, token: Token): boolean =>
  /^(?:of|from)$/.test(tokens[tokens.indexOf(token) + 1]?.lower ?? '');

/** "Aggregate cookie data": the capital is that of the sentence; a name goes on with another or with the verb. */
function isLoneOpening({ tokens }: Sentence, token: Token): boolean {
  const next = tokens[1] as Token | undefined;
  if (token !== tokens[0] || next === undefined) return false;
  const goesOn =
    next.capitalised ||
    next.lower === '&' ||
    next.verb !== undefined ||
    modals.has(next.lower) ||
    negators.has(next.lower);
  return !goesOn && !isAdverb(next);
}

export const isFunctionWord = (word: string): boolean => functionWords.some((words) => words.has(word));
const functionWords: readonly { has(word: string): boolean }[] = [
  determiners,
  possessives,
  prepositions,
  conjunctions,
  subordinators,
  modals,
  negators,
  firstPerson,
  secondPerson,
  thirdPerson,
  relativePronouns,
];

const doings: ReadonlySet<TermKind> = new Set(['purpose']);
const named: ReadonlySet<TermKind> = new Set(['data', 'entity', 'purpose']);

/** A type of data, a purpose or somebody, if of another statement of the clause. */
const isOfTerm = ({ tokens, terms }: Sentence, token: Token, kinds: ReadonlySet<TermKind>): boolean =>
  terms.some(
    ({ kind, first, last }) =>
      kinds.has(kind) && (tokens[first] as Token).start <= token.start && (tokens[last] as Token).end >= token.end,
  );
