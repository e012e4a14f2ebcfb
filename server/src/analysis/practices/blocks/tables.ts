import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import type { Block, Table } from '../../document/types';
import { knowing } from '../../language/grammar';
import type { Sentence, TermMatch } from '../../language/types';
import { passesOn } from '../clauses/actions';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft, isCookie, placeOf, type TableDraft } from '../draft';
import { productIn } from '../qualifiers';
import { isGeneralNoun } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import type { Action } from '../types';
import type { ListLead } from './listLeads';
import { cookieRows, partyRows } from './namedRows';

const cells = (
  cuesCatalogue as unknown as { readonly cells: Readonly<Record<'yes' | 'no' | 'empty', readonly string[]>> }
).cells;
const yes = new Set(cells.yes);
const no = new Set(cells.no);
const empty = new Set(cells.empty);

/** What a column says about the data of its row. */
interface Column {
  readonly index: number;
  readonly actions: readonly Action[];
  /** The cells name recipients instead of Yes and No. */
  readonly recipients: boolean;
}

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
  const purposes = [
    ...purposeStatements(table, header, sentencesOf),
    ...cookieRows(table, header, sentencesOf),
    ...partyRows(table, header, sentencesOf),
  ];
  const columns = header.flatMap((cell, index) => (cell && index > 0 ? columnOf(cell, index, sentencesOf) : []));
  const open = lead?.drafts.find((made) => made.action !== 'delete');
  const headed = columns.length === 0 && !open ? headingActions(table) : [];
  if (columns.length === 0 && !open && headed.length === 0) return purposes;
  const drafts: TableDraft[] = [...purposes];
  for (const row of table.rows.slice(table.hasHeader ? 1 : 0)) {
    // a number or a letter may stand before the cell that names the data
    const sentence = row
      .slice(0, 2)
      .flatMap((cell, index) =>
        cell && !columns.some((column) => column.index === index) ? sentencesOf(cell).slice(0, 1) : [],
      )
      .find((cell) => cell.terms.some(({ kind }) => kind === 'data') && slotsOf(cell).data.length > 0);
    // "We keep tickets for a year": says itself what is done
    if (!sentence || isHeaderRow(row) || sentence.tokens[0]?.lower === 'we') continue;
    const clause = verblessClause(sentence);
    const slots = slotsOf(sentence);
    // "Data collected": a row of titles inside the table
    if (slots.data.every(({ ids }) => ids.includes('any_data')) && isTitleOfColumn(sentence)) continue;
    for (const column of columns) {
      const cell = row[column.index];
      if (!cell) continue;
      const value = cell.text
        .trim()
        .toLowerCase()
        .replace(/(?<![.*])[.*]+$/, '');
      const answer =
        yes.has(value) || /^yes\b/.test(value)
          ? 'yes'
          : no.has(value) || /^(?:no|none|not (?:sold|shared|disclosed|collected))\b/.test(value)
            ? 'no'
            : undefined;
      if (empty.has(value)) continue;
      const cellSentence = sentencesOf(cell)[0];
      const recipients = column.recipients
        ? (cellSentence?.terms.filter(
            (term) =>
              (term.kind === 'entity' || term.kind === 'company') &&
              !term.ids.includes('data_subject') &&
              !term.ids.includes('first_party'),
          ) ?? [])
        : [];
      if (!answer && recipients.length === 0) continue;
      for (const action of column.actions) {
        const read = draft(clause, slots, { id: 'first_party' }, action, answer === 'no', slots.data, []);
        const made =
          answer === 'no' && hasExamples(sentence)
            ? { ...read, dataScope: { ...read.dataScope, restricted: true } }
            : read;
        const named = cellSentence && recipients.length > 0 ? recipientsOf(cellSentence, action, recipients) : [];
        const headerSentence = header[column.index] && sentencesOf(header[column.index] as Block)[0];
        const limits = answer && headerSentence ? limitsIn(headerSentence, made) : undefined;
        drafts.push({
          draft: {
            ...made,
            ...limits,
            recipients: named.length > 0 ? named : (limits?.recipients ?? []),
            ...(answer && cellSentence && { exceptions: limitsIn(cellSentence, made).exceptions }),
            ...(action === 'sell' && { sense: 'statutory' as const }),
          },
          sentence,
          ...(headerSentence && { lead: { sentence: headerSentence } }),
        });
      }
    }
    if (columns.some((column) => column.actions.includes('collect')) || (!open && headed.length === 0)) continue;
    // columns that say who receives what need no introduction to say that it is passed on
    if (columns.length > 0 && open && passesOn(open.action)) continue;
    const answer = columns.length > 0 ? undefined : answerIn(row);
    if (!open) {
      // rows of "Location | No" below "What we collect"
      for (const action of answer ? headed : []) {
        const made = draft(clause, slots, { id: 'first_party' }, action, answer === 'no', slots.data, []);
        drafts.push({ draft: made, sentence });
      }
      continue;
    }
    const negated = answer === 'no' || open.polarity === 'denied';
    const made = draft(clause, slots, { id: open.actor }, open.action, negated, slots.data, []);
    drafts.push({
      draft: { ...open, clause, anaphors: [], open: undefined, data: made.data, polarity: made.polarity },
      sentence,
      ...(lead && { lead: { sentence: lead.sentence } }),
    });
  }
  return drafts;
}

/** What the heading over a table without a header says is done. */
function headingActions(table: Table): readonly Action[] {
  const first = table.rows.flat().find((cell) => cell !== undefined);
  return table.hasHeader || !first ? [] : actionsOfHeader(first.section.title);
}

/** Yes or No behind the one cell that names the data; in a longer row nothing says to what it answers. */
function answerIn(row: readonly (Block | undefined)[]): 'yes' | 'no' | undefined {
  if (row.length !== 2) return undefined;
  const value = row[1]?.text
    .trim()
    .toLowerCase()
    .replace(/(?<![.*])[.*]+$/, '');
  if (value === undefined) return undefined;
  return yes.has(value) ? 'yes' : no.has(value) ? 'no' : undefined;
}

const isTitleOfColumn = ({ block: { text } }: Sentence): boolean =>
  /^categor(?:y|ies) of /i.test(text) || (text.length < 40 && !/[.,;]/.test(text) && readHeader(text, 0).length > 0);

const slotsOf = (cell: Sentence): Slots => readSlots(verblessClause(cell), 0, cell.tokens.length, 'object');

/** "Commercial information, such as your address": the category is denied, not each example of it. */
const hasExamples = ({ tokens }: Sentence): boolean =>
  tokens.some(({ lower }, i) => lower === 'such' && tokens[i + 1]?.lower === 'as');

/** "Purpose | Data used", "Data | What it is for": each row says what its data is used for. */
function purposeStatements(
  table: Table,
  header: readonly (Block | undefined)[],
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
    const made = draft(clause, slots, { id: 'first_party' }, 'use', false, slots.data, []);
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

/** "Advertisers" over Yes and No: with whom data is shared; else what the words of the header say. */
function columnOf(cell: Block, index: number, sentencesOf: (block: Block) => readonly Sentence[]): Column[] {
  const read = readHeader(cell.text, index);
  const [sentence] = sentencesOf(cell);
  const [party] = sentence?.terms ?? [];
  const whole = party?.first === 0 && party.last === (sentence?.tokens.length ?? 0) - 1;
  if (!whole || (party.kind !== 'entity' && party.kind !== 'company')) return read;
  return party.ids.some((id) => id === 'first_party' || id === 'data_subject')
    ? read
    : [{ index, actions: ['share'], recipients: false }];
}

type Limits = Pick<
  Draft,
  'recipients' | 'purposes' | 'conditions' | 'exceptions' | 'channel' | 'source' | 'modality' | 'product'
>;

/** What a header says besides the verb ("Shared with advertisers", "Knowingly collected"), or a cell besides its answer. */
function limitsIn(sentence: Sentence, { action, polarity }: Draft): Limits {
  const clause = verblessClause(sentence);
  const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
  const read = draft(clause, slots, { id: 'first_party' }, action, polarity === 'denied', [], slots.recipients);
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

/** "Data collected | Shared with": a row of headings that the markup does not call one. */
const isHeaderRow = (row: readonly (Block | undefined)[]): boolean =>
  row.length > 1 && row.every((cell) => !cell || (cell.text.length < 60 && readHeader(cell.text, 0).length > 0));

function recipientsOf(sentence: Sentence, action: Action, recipients: readonly TermMatch[]): Draft['recipients'] {
  const cell = verblessClause(sentence);
  return draft(cell, readSlots(cell, 0, 0), { id: 'first_party' }, action, false, [], recipients).recipients;
}

/** What a header, or the line before a table, says is done: "Collected?", "We have sold the following categories". */
export const actionsOfHeader = (text: string): readonly Action[] =>
  readHeader(text.replace(/\bexamples?\b/gi, ''), 0)[0]?.actions ?? [];

/** The data that a cell names, collected, sold or shared, or not. */
export function dataOfCell(sentence: Sentence, action: Action, negated: boolean): Draft | undefined {
  const clause = verblessClause(sentence);
  const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
  if (slots.data.length === 0) return undefined;
  // "education: student records and directory information" does not speak of all information
  const named = slots.data.filter((term) => !isGeneralNoun(sentence.tokens, term));
  const data = named.length > 0 ? named : slots.data;
  const made = draft(clause, slots, { id: 'first_party' }, action, negated, data, []);
  return { ...made, purposes: [], conditions: [], exceptions: [] };
}

function readHeader(text: string, index: number): Column[] {
  const read = text.toLowerCase();
  if (/\b(?:retention|retain|how long|period|purpose|why|source|example|legal basis|right)/.test(read)) return [];
  const actions: Action[] = [];
  if (/\bcollect(?:ed|ion)?\b/.test(read)) actions.push('collect');
  if (/\b(?:sold|sell|sale)\b/.test(read)) actions.push('sell');
  const recipients =
    /\b(?:third part|recipient|with whom|to whom|shared with|disclosed to|sold to|provider|parties)/.test(read);
  if (recipients && actions.includes('sell') && /\b(?:shared?|disclos)/.test(read))
    actions.splice(0, actions.length, 'share'); // "sold or disclosed to" does not say which
  else if (/\bshared?\b/.test(read)) actions.push(actions.includes('sell') ? 'ccpaShare' : 'share');
  if (/\bdisclos(?:ed?|ure)\b/.test(read) && !actions.includes('share')) actions.push('share');
  if (recipients && actions.length === 0) actions.push('share');
  if (actions.length === 0 && /\bused? (?:for|to)\b/.test(read)) actions.push('use');
  return actions.length > 0 ? [{ index, actions, recipients }] : [];
}
