import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, wordList } from '../../catalogue/read';
import { readClauses } from '../../language/clauses';
import type { Clause, Sentence } from '../../language/types';
import { actionOf } from '../clauses/actions';
import { readSubject } from '../clauses/actors';
import { type Draft, draft } from '../draft';
import { isGeneralData } from '../generalData';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { presupposed } from './listLeads';

/** "What data do we collect?", "Data we share", answered by "None.": what a question or a title asks for is denied as a whole. */

const nones = new Set(readCatalogue(cuesCatalogue, part('answers', part('none', wordList))));
/** In tokens, the mark included: "We do not collect any data at all." */
const LONGEST = 9;

/** What an answer denies of what was asked; none where it is no such answer. */
export function noneAnswer(asked: Sentence, answer: Sentence, ownNames: readonly string[]): Draft[] {
  if (answer.tokens.length > LONGEST || asked === answer) return [];
  const deed = deedAsked(asked, ownNames);
  return deed && denies(answer, deed) ? [deed] : [];
}

/** "None.", "Nothing at all.", "We don't collect any." */
function denies(answer: Sentence, { action }: Draft): boolean {
  const words = answer.tokens.filter(({ kind }) => kind === 'word').map(({ lower }) => lower);
  if (nones.has(words.join(' '))) return true;
  const [clause, another] = readClauses(answer);
  if (!clause?.negated || another || !answer.tokens.some(({ lower }) => lower === 'any' || lower === 'anything'))
    return false;
  const { data, recipients } = readSlots(clause);
  return actionOf(clause) === action && data.length === 0 && recipients.length === 0;
}

/** What the question or title says is done, denied of all that it asks for. */
function deedAsked(asked: Sentence, ownNames: readonly string[]): Draft | undefined {
  const clauses = readClauses(asked);
  const [opening] = asked.tokens;
  if (asked.question && /^whom?$/.test(opening?.lower ?? '')) return deedDone(clauses, ownNames);
  const [said] = asked.question
    ? whatIsAsked(asked, clauses, ownNames)
    : presupposed(asked, clauses, ownNames).map(({ clause }) => clause);
  if (!said) return undefined;
  const data = asked.terms.filter(({ kind, last }) => kind === 'data' && last < said.group.verb);
  if (data.length === 0 || !data.every((term) => isCookie(term) || term.ids.some(isGeneralData))) return undefined;
  const action = data.every(isCookie) ? 'place' : actionOf(said);
  const slots = readSlots(said);
  return (
    action && { ...draft(said, slots, { action, negated: true, data, recipients: slots.recipients }), open: undefined }
  );
}

/** "What data do we collect?", "which cookies are set?" */
const whatIsAsked = (asked: Sentence, clauses: readonly Clause[], ownNames: readonly string[]): readonly Clause[] =>
  /^(?:what|which)$/.test(asked.tokens[0]?.lower ?? '') ? clauses.filter((clause) => isOurs(clause, ownNames)) : [];

const isOurs = (clause: Clause, ownNames: readonly string[]): boolean =>
  actionOf(clause) !== undefined &&
  clause.group.form === 'finite' &&
  (clause.passive || acting.has(readSubject(clause, ownNames).actors[0]?.id ?? ''));
/** The company, also where its reader asks "do you …?". */
const acting: ReadonlySet<string> = new Set(['first_party', 'data_subject']);

/** "Who do we share your data with?" */
function deedDone(clauses: readonly Clause[], ownNames: readonly string[]): Draft | undefined {
  const said = clauses.find((clause) => isOurs(clause, ownNames));
  const action = said && actionOf(said);
  const slots = said && readSlots(said);
  if (!slots || !action || slots.data.length === 0) return undefined;
  return { ...draft(said, slots, { action, negated: true, data: slots.data }), open: undefined };
}
