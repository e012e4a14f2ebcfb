import { readClauses } from '../../language/clauses';
import { conjunctions, negators, relativePronouns } from '../../language/grammar';
import type { Clause, Sentence, TermMatch, Token } from '../../language/types';
import { actionOf, actionOfVerb } from '../clauses/actions';
import { readSubject } from '../clauses/actors';
import { clauseStatements } from '../clauses/clauseStatements';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft } from '../draft';
import { isGeneralData } from '../generalData';
import { readSlots } from '../slots/slotReader';
import type { ListLead } from './listLeads';
import { actionsOfHeader } from './tableHeaders';

/** Statements without a clause of their own: labels with a value, answers to "which", "… is not something we collect". */

const marks = new Set([':', '-', '\u2013', '\u2014']);

/** "Personal information: not collected", "Phone number – never shared": the label is what is acted upon. */
export function labelledValue(
  sentence: Sentence,
  clauses: readonly Clause[],
  label: Sentence | undefined,
  ownNames: readonly string[],
): Draft[] {
  const said = clauses.find(({ group, passive }) => group.form === 'participle' || passive);
  if (said?.group.form !== 'participle') return [];
  if (clauses.some(({ embedding, group }) => embedding === 'main' && group.verb < said.group.verb)) return [];
  const before = sentence.tokens.slice(0, said.group.first);
  const mark = before.findIndex(({ lower }) => marks.has(lower));
  // nothing but the label, a mark and "yes" or "no" stands before the verb
  if (before.slice(mark + 1).some(({ lower, kind }) => kind === 'word' && lower !== 'yes' && lower !== 'no')) return [];
  const series = clauses.filter((clause) => clause === said || goesOn(clause));
  const asMain = (clause: Clause): Clause => ({ ...clause, embedding: 'main', passive: true });
  if (mark > 0) {
    const subject = { first: 0, last: mark - 1 };
    return series.flatMap((clause) => clauseStatements({ ...asMain(clause), subject }, ownNames));
  }
  if (!label || readClauses(label).length > 0) return [];
  const data = dataOfLabel(label, said);
  if (data.length === 0) return [];
  return series
    .flatMap((clause) => clauseStatements(withoutSubject(asMain(clause)), ownNames))
    .map((made) => (made.data.length > 0 ? made : { ...made, anaphors: [], data }));
}

/** "Acme: stores your notes": the label names who does it. */
export function labelledDeed(
  clauses: readonly Clause[],
  label: Sentence | undefined,
  ownNames: readonly string[],
): Draft[] {
  const [said] = clauses;
  const named = said && isThirdPerson(said) ? labelBefore(said, label) : undefined;
  const [actor, another] = named ? readSubject(named, ownNames).actors : [];
  if (!actor || another || actor.id === 'data_subject') return [];
  const series = clauses.filter((clause) => isThirdPerson(clause) && clause.embedding === 'main');
  return series.flatMap((clause) => clauseStatements(clause, ownNames, actor));
}

/** The label before the sentence, its words as the subject. */
function labelBefore({ group: { first } }: Clause, label: Sentence | undefined): Clause | undefined {
  if (first !== 0 || !label || readClauses(label).length > 0) return undefined;
  const last = label.tokens.findLastIndex(({ kind }) => kind !== 'punctuation');
  return last < 0 ? undefined : { ...verblessClause(label), subject: { first: 0, last } };
}

const isThirdPerson = ({ group, sentence: { tokens } }: Clause): boolean =>
  group.form === 'finite' && tokens[group.verb]?.verb?.form === 'third';

/** "encrypted and sent to our servers", "used for support, never shared": the next verb of a series. */
const goesOn = ({ group, sentence: { tokens } }: Clause): boolean => {
  const before = tokens[group.first - 1];
  return group.form === 'participle' && (before?.lower === ',' || before?.lower === ';' || joins(before));
};
const joins = (token: Token | undefined): boolean => conjunctions.has(token?.lower ?? '');

const withoutSubject = ({ subject, ...clause }: Clause): Clause => ({ ...clause, elided: true });

function dataOfLabel(label: Sentence, said: Clause): Draft['data'] {
  const action = actionOf(said) ?? 'use';
  const whole = verblessClause(label);
  const slots = readSlots(whole, 0, label.tokens.length, 'object');
  return slots.data.length === 0 ? [] : draft(whole, slots, { action, data: slots.data }).data;
}

/** "Health information is not something we collect": the clause behind "something" says what is done. */
export function cleft(clauses: readonly Clause[], ownNames: readonly string[]): Draft[] {
  return clauses.flatMap((clause, i): Draft[] => {
    const { base, embedding, subject, sentence, right, group } = clause;
    if (base !== 'be' || embedding !== 'main' || !subject || clause.passive) return [];
    const pronoun = sentence.tokens.slice(group.verb, right + 2).find(({ lower }) => clefts.has(lower));
    const held = clauses[i + 1];
    const action = held && actionOf(held);
    if (!pronoun || !action || held.passive || !held.subject || held.subject.first > right + 3) return [];
    const [actor] = readSubject(held, ownNames).actors;
    const left = readSlots(clause, subject.first, subject.last + 1, 'object');
    if (!actor || actor.id === 'data_subject' || left.data.length === 0) return [];
    const negated = (clause.negated !== (pronoun.lower === 'nothing')) !== held.negated;
    const slots = readSlots(held);
    return [
      {
        ...draft(held, slots, { actor, action, negated, data: left.data, recipients: slots.recipients }),
        anaphors: [],
      },
    ];
  });
}
const clefts = new Set(['something', 'anything', 'nothing']);

/** "Selling your data is not what we do", "tracking is something we never do": the gerund names the action. */
export function namedDeed(clauses: readonly Clause[]): Draft[] {
  return clauses.flatMap((clause): Draft[] => {
    const { base, embedding, subject, sentence, right } = clause;
    if (base !== 'be' || embedding !== 'main' || !subject || clause.passive) return [];
    const { tokens } = sentence;
    const at = tokens[subject.first - 1]?.verb?.form === 'gerund' ? subject.first - 1 : subject.first;
    const deed = tokens[at] as Token;
    const pronoun = tokens.slice(clause.group.verb, right + 2);
    const action = deed.verb?.form === 'gerund' ? actionOfVerb(deed.verb.base) : undefined;
    if (!action || !pronoun.some(({ lower }) => lower === 'what' || lower === 'how' || clefts.has(lower))) return [];
    const we = tokens.findIndex(({ lower }, i) => i > right - 2 && lower === 'we');
    const done = tokens.findIndex(({ verb }, i) => i > we && doing.has(verb?.base ?? ''));
    if (we < 0 || we > right + 3 || done < 0 || done > we + 3) return [];
    const left = readSlots(clause, at + 1, clause.group.first, 'object');
    const denials = tokens
      .slice(clause.group.first, done)
      .filter(({ lower }) => negators.has(lower) || lower === 'nothing');
    const all: TermMatch = { kind: 'data', ids: ['any_data'], first: at, last: at };
    // "selling is not what we do" says nothing of collecting all data
    const alone = clause.group.first === at + 1;
    if (left.data.length === 0 && !(alone && (action === 'sell' || action === 'share'))) return [];
    const data = left.data.length > 0 ? left.data : [all];
    const slots = readSlots(clause, right, right);
    return [
      {
        ...draft(clause, slots, { action, negated: denials.length % 2 === 1, data, recipients: left.recipients }),
        anaphors: [],
      },
    ];
  });
}

const doing = new Set(['do', 'make', 'earn', 'run', 'operate']);

/**
 * "Health information: none", "Location: no" under what says what is done: an introduction ("We collect:") or a heading
 * ("What we collect"). A label may be a sentence of its own.
 */
export function answeredLabel(
  sentence: Sentence,
  clauses: readonly Clause[],
  label: Sentence | undefined,
  lead: ListLead | undefined,
): Draft[] {
  const { tokens, block } = sentence;
  const named = label ?? sentence;
  const mark = label ? -1 : tokens.findIndex(({ lower }) => marks.has(lower));
  const word = tokens[mark + 1]?.lower ?? '';
  const answer = noAnswers.has(word) ? 'no' : word === 'yes' ? 'yes' : undefined;
  if (!answer || (!label && mark < 1) || clauses.length > 0) return [];
  if (tokens.slice(mark + 2).some(({ kind }) => kind === 'word')) return [];
  const [introduced] = lead?.slot === 'object' ? lead.drafts : [];
  const said = introduced?.action ?? actionsOfHeader(block.section.title)[0];
  // what is not used, read or seen at all is not collected
  const action = said === 'use' && answer === 'no' ? 'collect' : said;
  if (!action) return [];
  const whole = verblessClause(named);
  const slots = readSlots(whole, 0, label ? named.tokens.length : mark, 'object');
  if (slots.data.length === 0) return [];
  const negated = answer === 'no' || introduced?.polarity === 'denied';
  const actor = { id: introduced?.actor ?? 'first_party' };
  return [{ ...draft(whole, slots, { actor, action, negated, data: slots.data }), anaphors: [] }];
}
const noAnswers = new Set(['no', 'none', 'never', 'nothing']);

/** "What data do we collect?": a question that names fill in; undefined for "Do we …?". */
export function openQuestion(sentence: Sentence, ownNames: readonly string[]): ListLead | undefined {
  const { tokens } = sentence;
  const at = tokens.findIndex(({ lower }) => relativePronouns.has(lower) && lower !== 'that');
  if (at < 0 || at > 3) return undefined;
  const clause = readClauses(sentence).find((found) => found.group.verb > at && actionOf(found) !== undefined);
  const action = clause && actionOf(clause);
  if (!clause || !action || clause.group.form !== 'finite') return undefined;
  const readerAsks = clause.subject && tokens[clause.subject.last]?.lower === 'you';
  const [said] = readSubject(clause, ownNames).actors;
  const actor = readerAsks || clause.passive ? { id: 'first_party' } : said;
  if (!actor || actor.id === 'data_subject') return undefined;
  const whom = tokens[at]?.lower === 'whom' || tokens[at]?.lower === 'who';
  const slots = readSlots(clause);
  if (whom ? slots.data.length === 0 : slots.data.length > 0 || !asksForData(sentence, at, clause)) return undefined;
  const open = whom ? 'recipient' : 'object';
  const made = draft(clause, slots, { actor, action, negated: clause.negated, data: slots.data });
  return { sentence, drafts: [{ ...made, open }], slot: open, muted: false };
}

/** "What data", "which information about me": not "what happens", "which cookies". */
const asksForData = ({ terms, tokens }: Sentence, at: number, { group }: Clause): boolean =>
  tokens[at + 1]?.verb !== undefined ||
  terms.some(({ kind, ids, first }) => kind === 'data' && first > at && first < group.verb && ids.some(isGeneralData));
