import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Table } from '../../document/types';
import { knowing } from '../../language/grammar';
import type { Sentence, TermMatch } from '../../language/types';
import { passesOn } from '../clauses/actions';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft, type TableDraft } from '../draft';
import { productIn } from '../qualifiers';
import { isCookie, isGeneralNoun } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import { placeOf } from '../termPlaces';
import type { Action } from '../types';
import type { ListLead } from './listLeads';
import { cookieRows, partyRows } from './namedRows';
import { type Column, columnOf, headingActions, isHeaderRow, isTitleOfColumn } from './tableHeaders';

const cells = readCatalogue(cuesCatalogue, part('cells', wordLists('yes', 'no', 'empty')));
const yes = new Set(cells.yes);
const no = new Set(cells.no);
const empty = new Set(cells.empty);

/** What is known of a table before its rows are read. */
interface Reading {
  readonly header: Row;
  /** Columns that say something about the data of their rows. */
  readonly columns: readonly Column[];
  /** What the line before the table leaves to its rows. */
  readonly open: Draft | undefined;
  readonly lead: ListLead | undefined;
  /** What the heading says is done with the data of all rows, where neither a header nor a line before does. */
  readonly headed: readonly Action[];
  sentencesOf(block: Block): readonly Sentence[];
}

type Row = readonly (Block | undefined)[];

/**
 * Rows of a table of data types: the header gives the verb, the first cell the data, Yes or No the polarity. Examples in
 * a row are not affirmed by themselves: the cell decides.
 */
export function tableStatements(
  table: Table,
  sentencesOf: (block: Block) => readonly Sentence[],
  lead: ListLead | undefined,
): TableDraft[] {
  const header = table.hasHeader ? (table.rows[0] ?? []) : [];
  const named = [
    ...purposeStatements(table, header, sentencesOf),
    ...cookieRows(table, header, sentencesOf),
    ...partyRows(table, header, sentencesOf),
  ];
  const columns = header.flatMap((cell, index) => (cell && index > 0 ? columnOf(cell, index, sentencesOf) : []));
  const open = lead?.drafts.find((made) => made.action !== 'delete');
  const headed = columns.length === 0 && !open ? headingActions(table) : [];
  if (columns.length === 0 && !open && headed.length === 0) return named;
  const reading: Reading = { header, columns, open, lead, headed, sentencesOf };
  return [...named, ...table.rows.slice(table.hasHeader ? 1 : 0).flatMap((row) => rowStatements(row, reading))];
}

function rowStatements(row: Row, reading: Reading): TableDraft[] {
  const { columns, open, headed } = reading;
  const sentence = namingCell(row, reading);
  if (!sentence) return [];
  const said = columns.flatMap((column) => columnStatements(row, column, sentence, reading));
  if (columns.some(({ actions }) => actions.includes('collect'))) return said;
  // columns that say who receives what need no introduction to say that it is passed on
  if (!open || (columns.length > 0 && passesOn(open.action)))
    return [...said, ...headedStatements(row, sentence, headed)];
  return [...said, ledStatement(row, sentence, open, reading)];
}

/** The cell that names the data; undefined for a row that tells nothing of any. */
function namingCell(row: Row, { columns, sentencesOf }: Reading): Sentence | undefined {
  // a number or a letter may stand before the cell that names the data
  const sentence = row
    .slice(0, 2)
    .flatMap((cell, index) =>
      cell && !columns.some((column) => column.index === index) ? sentencesOf(cell).slice(0, 1) : [],
    )
    .find((cell) => cell.terms.some(({ kind }) => kind === 'data') && slotsOf(cell).data.length > 0);
  // "We keep tickets for a year": says itself what is done
  if (!sentence || isHeaderRow(row) || sentence.tokens[0]?.lower === 'we') return undefined;
  // "Data collected": a row of titles inside the table
  const isTitle = slotsOf(sentence).data.every(({ ids }) => ids.includes('any_data')) && isTitleOfColumn(sentence);
  return isTitle ? undefined : sentence;
}

/** What the cell of a column says about the data of its row. */
function columnStatements(
  row: Row,
  column: Column,
  sentence: Sentence,
  { header, sentencesOf }: Reading,
): TableDraft[] {
  const cell = row[column.index];
  if (!cell) return [];
  const value = plainWords(cell);
  if (empty.has(value)) return [];
  const answer = answerOf(value) ?? spokenAnswer(value);
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

type Answer = 'yes' | 'no' | undefined;

function cellDraft(sentence: Sentence, action: Action, answer: Answer): Draft {
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
const answerIn = (row: Row): Answer => (row.length === 2 && row[1] ? answerOf(plainWords(row[1])) : undefined);

/** What a cell says, without the marks behind it. */
const plainWords = ({ text }: Block): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/(?<![.*])[.*]+$/, '');

const answerOf = (value: string): Answer => (yes.has(value) ? 'yes' : no.has(value) ? 'no' : undefined);

/** "Yes, with our hosts", "Not sold" */
const spokenAnswer = (value: string): Answer =>
  /^yes\b/.test(value)
    ? 'yes'
    : /^(?:no|none|not (?:sold|shared|disclosed|collected))\b/.test(value)
      ? 'no'
      : undefined;

const isNamedParty = ({ kind, ids }: TermMatch): boolean =>
  (kind === 'entity' || kind === 'company') && !ids.includes('data_subject') && !ids.includes('first_party');

const slotsOf = (cell: Sentence): Slots => readSlots(verblessClause(cell), 0, cell.tokens.length, 'object');

/** "Commercial information, such as your address": the category is denied, not each example of it. */
const hasExamples = ({ tokens }: Sentence): boolean =>
  tokens.some(({ lower }, i) => lower === 'such' && tokens[i + 1]?.lower === 'as');

/** "Purpose | Data used", "Data | What it is for": each row says what its data is used for. */
function purposeStatements(
  table: Table,
  header: Row,
  sentencesOf: (block: Block) => readonly Sentence[],
): TableDraft[] {
  const why = header.findIndex((cell) => cell !== undefined && PURPOSES.test(cell.text));
  const what = header.findIndex((cell, index) => cell !== undefined && index !== why && DATA.test(cell.text));
  if (why < 0 || what < 0 || header.some((cell) => cell !== undefined && YES_OR_NO.test(cell.text))) return [];
  return table.rows.slice(1).flatMap((row): TableDraft[] => {
    const sentence = row[what] && sentencesOf(row[what] as Block)[0];
    const terms = row[why]
      ? sentencesOf(row[why] as Block).flatMap((told) =>
          told.terms.filter(({ kind }) => kind === 'purpose').map((term) => ({ told, term })),
        )
      : [];
    if (!sentence || terms.length === 0) return [];
    const clause = verblessClause(sentence);
    const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
    if (slots.data.length === 0 || slots.data.every(isCookie)) return [];
    const made = draft(clause, slots, { action: 'use', data: slots.data });
    const purposes = terms.flatMap(({ told, term }) =>
      term.ids.map((id) => ({ id, place: placeOf(told, term), party: 'any' as const })),
    );
    return [{ draft: { ...made, purposes, conditions: [], exceptions: [] }, sentence }];
  });
}
const PURPOSES =
  /^(?:(?:our |the )?purposes?\b|why\b|what (?:it is|it's|we use it) (?:used )?for|used for|use$|uses$)/i;
const DATA = /^(?:(?:personal |your |what )?(?:data|information)\b|categor|type|what (?:data|information|we))/i;
const YES_OR_NO = /\?$|\b(?:sold|shared|disclosed)\b/i;

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
