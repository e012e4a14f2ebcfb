import type { Block, Table } from '../../document/types';
import { knowing } from '../../language/grammar';
import type { Sentence, TermMatch } from '../../language/types';
import { passesOn } from '../clauses/actions';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft, type TableDraft } from '../draft';
import { saysLocal } from '../localFirst';
import { dataGraph } from '../ontologyGraph';
import { productIn } from '../qualifiers';
import type { SentencesOf } from '../sentences';
import { isGeneralNoun } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Action } from '../types';
import {
  type Beginning,
  beginningBy,
  keptAt,
  leavesOpen,
  saidOf,
  saidOfReceiver,
  sentenceUnder,
} from './begunSentences';
import { type Answer, answerInCell, bareAnswer, isEmpty } from './cellAnswers';
import { cookieRows } from './cookieRows';
import type { ListLead } from './listLeads';
import { partyRows } from './partyRows';
import { purposeRows } from './purposeRows';
import { dataNamedIn, namingCell, type Row, slotsOf } from './rowSubjects';
import { type Column, columnOf, headingActions } from './tableHeaders';

/** What is known of a table before its rows are read. */
interface Reading {
  readonly header: Row;
  /** Columns that say something about the data of their rows. */
  readonly columns: readonly Column[];
  /** Columns whose cells are the end of a sentence. */
  readonly begun: readonly BegunColumn[];
  /** Of all columns those whose titles tell what their cells say. */
  readonly told: ReadonlySet<number>;
  /** What the line before the table leaves to its rows. */
  readonly open: Draft | undefined;
  readonly lead: ListLead | undefined;
  /** What the heading says is done with the data of all rows, where neither a header nor a line before does. */
  readonly headed: readonly Action[];
  readonly ownNames: readonly string[];
  readonly sentencesOf: SentencesOf;
}

/**
 * Rows of a table of data types: the header gives the verb, the first cell the data, Yes or No the polarity. Examples in
 * a row are not affirmed by themselves: the cell decides.
 */
export function tableStatements(
  table: Table,
  sentencesOf: SentencesOf,
  lead: ListLead | undefined,
  ownNames: readonly string[],
): TableDraft[] {
  const header = table.hasHeader ? (table.rows[0] ?? []) : [];
  const named = [
    ...purposeRows(table, header, sentencesOf),
    ...cookieRows(table, header, sentencesOf),
    ...partyRows(table, header, sentencesOf, ownNames),
  ];
  const columns = header.flatMap((cell, index) => (cell && index > 0 ? columnOf(cell, index, sentencesOf) : []));
  const open = lead?.drafts.find((made) => made.action !== 'delete');
  const headed = columns.length === 0 && !open ? headingActions(table) : [];
  const begun = begunColumns(table, header);
  if (columns.length === 0 && !open && headed.length === 0 && begun.length === 0) return named;
  const told = new Set([...columns, ...begun.filter(({ beginning }) => beginning)].map(({ index }) => index));
  const reading: Reading = { header, columns, begun, told, open, lead, headed, ownNames, sentencesOf };
  return [...named, ...table.rows.slice(table.hasHeader ? 1 : 0).flatMap((row) => rowStatements(row, reading))];
}

function rowStatements(row: Row, reading: Reading): TableDraft[] {
  const { columns, begun, told, open, headed, header, sentencesOf } = reading;
  const sentence = namingCell(row, told, header, sentencesOf);
  if (!sentence) return [];
  const answered = columns.map((column) => ({ column, made: columnStatements(row, column, sentence, reading) }));
  const read = new Set(answered.filter(({ made }) => made.length > 0).map(({ column }) => column.index));
  const ended = begun
    .filter(({ index }) => !read.has(index))
    .flatMap((column) => endedSentence(row, column, sentence, reading));
  const said = [...answered.flatMap(({ made }) => made), ...ended];
  if (columns.some(({ actions }) => actions.includes('collect'))) return said;
  // columns that say who receives what need no introduction to say that it is passed on
  if (!open || (columns.length > 0 && passesOn(open.action)))
    return [...said, ...headedStatements(row, sentence, headed)];
  return [...said, ledStatement(row, sentence, open, reading)];
}

/** A column whose cells end the sentence that its title begins, or say by themselves what is done ("Not collected"). */
interface BegunColumn {
  readonly index: number;
  readonly beginning: Beginning | undefined;
}

function begunColumns({ rows }: Table, header: Row): BegunColumn[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: columns }, (_, index) => index).flatMap((index) => {
    const title = header[index]?.text ?? '';
    const beginning = beginningBy(title);
    return index > 0 && (beginning || leavesOpen(title)) ? [{ index, beginning }] : [];
  });
}

/** What a cell says as the end of a sentence: "Our servers" below "Where it is stored". */
function endedSentence(
  row: Row,
  { index, beginning }: BegunColumn,
  named: Sentence,
  { header, sentencesOf, ownNames }: Reading,
): TableDraft[] {
  const cell = row[index] && sentencesOf(row[index] as Block)[0];
  if (!cell || cell === named) return [];
  // "Collected (Yes or No):" is a title of its own
  if (isEmpty(cell.block) || /[:?]$/.test(cell.block.text.trim())) return [];
  const answer = answerInCell(cell.block.text);
  // "Yes, locally": nobody else has it
  const sentence = isHeldLocally(cell.block, answer) ? undefined : sentenceUnder(beginning, cell, answer);
  if (!sentence) return [];
  const title = header[index] && sentencesOf(header[index] as Block)[0];
  const data = dataNamedIn(named);
  // a cookie of theirs is set, not handed over
  const isOfCookies = data.every(({ id }) => dataGraph.isA(id, 'cookie_data'));
  const read = beginning?.party ? saidOfReceiver(sentence, cell, data, ownNames) : saidOf(sentence, data, ownNames);
  const said = read.filter(({ action }) => !isOfCookies || !passesOn(action));
  return said.map((draft) => ({
    draft: beginning?.place === undefined ? draft : keptAt(draft, cell),
    sentence,
    ...(title && { lead: { sentence: title } }),
  }));
}

/** What the cell of a column says about the data of its row. */
function columnStatements(
  row: Row,
  column: Column,
  sentence: Sentence,
  { header, sentencesOf }: Reading,
): TableDraft[] {
  const cell = row[column.index];
  if (!cell || isEmpty(cell)) return [];
  const answer = answerInCell(cell.text);
  if (answer === 'local' || isHeldLocally(cell, answer)) return [];
  const words = sentencesOf(cell)[0];
  const recipients = column.recipients && words ? words.terms.filter(isNamedParty) : [];
  if (!answer && recipients.length === 0) return [];
  const title = header[column.index] && sentencesOf(header[column.index] as Block)[0];
  return column.actions.map((action): TableDraft => {
    const made = cellDraft(sentence, action, answer);
    const limits = answer && title ? limitsIn(title, made) : undefined;
    const named = words && recipients.length > 0 ? recipientsOf(words, action, recipients) : [];
    return {
      draft: {
        ...made,
        ...limits,
        recipients: named.length > 0 ? named : (limits?.recipients ?? []),
        ...(answer && words && { exceptions: limitsIn(words, made).exceptions }),
        ...(action === 'sell' && { sense: 'statutory' as const }),
      },
      sentence,
      ...(title && { lead: { sentence: title } }),
    };
  });
}

function cellDraft(sentence: Sentence, action: Action, answer: 'yes' | 'no' | undefined): Draft {
  const slots = slotsOf(sentence);
  const clause = verblessClause(sentence);
  const made = draft(clause, slots, { action, negated: answer === 'no', data: slots.data });
  return answer === 'no' && hasExamples(sentence)
    ? { ...made, dataScope: { ...made.dataScope, restricted: true } }
    : made;
}

/** Rows of "Location | No" below "What we collect". */
function headedStatements(row: Row, sentence: Sentence, headed: readonly Action[]): TableDraft[] {
  const answer = headed.length > 0 ? answerIn(row) : undefined;
  if (!answer) return [];
  const slots = slotsOf(sentence);
  return headed.map((action) => ({
    draft: draft(verblessClause(sentence), slots, { action, negated: answer === 'no', data: slots.data }),
    sentence,
  }));
}

/** What the line before the table says of the data of a row: "We share with advertisers:". */
function ledStatement(row: Row, sentence: Sentence, open: Draft, { columns, lead }: Reading): TableDraft {
  const clause = verblessClause(sentence);
  const slots = slotsOf(sentence);
  const negated = (columns.length === 0 && answerIn(row) === 'no') || open.polarity === 'denied';
  const { data, polarity } = draft(clause, slots, {
    actor: { id: open.actor },
    action: open.action,
    negated,
    data: slots.data,
  });
  return {
    draft: { ...open, clause, anaphors: [], open: undefined, data, polarity },
    sentence,
    ...(lead && { lead: { sentence: lead.sentence } }),
  };
}

/** Yes or No behind the one cell that names the data; in a longer row nothing says to what it answers. */
const answerIn = (row: Row): 'yes' | 'no' | undefined => (row.length === 2 && row[1] ? bareAnswer(row[1]) : undefined);

/** "Yes, on your device" */
const isHeldLocally = ({ text }: Block, answer: Answer | undefined): boolean => answer === 'yes' && saysLocal(text);

const isNamedParty = ({ kind, ids }: TermMatch): boolean =>
  (kind === 'entity' || kind === 'company') && !ids.includes('data_subject') && !ids.includes('first_party');

/** "Commercial information, such as your address": the category is denied, not each example of it. */
const hasExamples = ({ tokens }: Sentence): boolean =>
  tokens.some(({ lower }, i) => lower === 'such' && tokens[i + 1]?.lower === 'as');

type Limits = Pick<
  Draft,
  'recipients' | 'purposes' | 'conditions' | 'exceptions' | 'channel' | 'source' | 'modality' | 'product'
>;

/** What a header says besides the verb ("Shared with advertisers", "Knowingly collected"), or a cell besides its answer. */
function limitsIn(sentence: Sentence, { action, polarity }: Draft): Limits {
  const clause = verblessClause(sentence);
  const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
  const read = draft(clause, slots, { action, negated: polarity === 'denied', recipients: slots.recipients });
  const { recipients, purposes, conditions, exceptions, channel, source } = read;
  // "Collected in the app", "Collected on the website"
  const place = sentence.tokens.findIndex(({ lower }) => lower === 'in' || lower === 'on');
  const product =
    place < 0 ? undefined : productIn(sentence, place + 1, Math.min(place + 3, sentence.tokens.length - 1));
  const modality = sentence.tokens.some(({ lower }) => knowing.has(lower)) ? 'knowingly' : read.modality;
  return {
    recipients,
    purposes,
    conditions,
    exceptions,
    modality,
    ...(channel && { channel }),
    ...(source && { source }),
    ...(product && { product }),
  };
}

function recipientsOf(sentence: Sentence, action: Action, recipients: readonly TermMatch[]): Draft['recipients'] {
  const cell = verblessClause(sentence);
  return draft(cell, readSlots(cell, 0, 0), { action, recipients }).recipients;
}

/** The data that a cell names, collected, sold or shared, or not. */
export function dataOfCell(sentence: Sentence, action: Action, negated: boolean): Draft | undefined {
  const clause = verblessClause(sentence);
  const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
  if (slots.data.length === 0) return undefined;
  // "education: student records and directory information" does not speak of all information
  const named = slots.data.filter((term) => !isGeneralNoun(sentence.tokens, term));
  const data = named.length > 0 ? named : slots.data;
  const made = draft(clause, slots, { action, negated, data });
  return { ...made, purposes: [], conditions: [], exceptions: [] };
}
