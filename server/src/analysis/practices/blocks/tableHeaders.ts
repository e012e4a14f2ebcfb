import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Table } from '../../document/types';
import type { Sentence } from '../../language/types';
import type { SentencesOf } from '../sentences';
import type { Action } from '../types';

/** Titles of columns, and what they say is done with the data of their rows. */

/** What a column says about the data of its row. */
export interface Column {
  readonly index: number;
  readonly actions: readonly Action[];
  /** The cells name recipients instead of Yes and No. */
  readonly recipients: boolean;
}

type Words = 'aside' | 'parties' | 'collecting' | 'selling' | 'sharing' | 'disclosing' | 'using';
const words = readCatalogue(
  cuesCatalogue,
  part('columns', wordLists('aside', 'parties', 'collecting', 'selling', 'sharing', 'disclosing', 'using')),
);
const opening = (list: Words): RegExp => new RegExp(`\\b(?:${words[list].join('|')})`);
const whole = (list: Words): RegExp => new RegExp(`\\b(?:${words[list].join('|')})\\b`);
const aside = opening('aside');
const parties = opening('parties');
const collecting = whole('collecting');
const selling = whole('selling');
const sharing = whole('sharing');
const disclosing = whole('disclosing');
const using = whole('using');

/** In UTF-16 units; what is longer is no title but a text. */
const LONGEST_TITLE = 40;
const LONGEST_HEADING = 60;

/** "Advertisers" over Yes and No: with whom data is shared; else what the words of the header say. */
export function columnOf(cell: Block, index: number, sentencesOf: SentencesOf): Column[] {
  const [sentence] = sentencesOf(cell);
  const [party] = sentence?.terms ?? [];
  const isParty =
    party?.first === 0 &&
    party.last === (sentence?.tokens.length ?? 0) - 1 &&
    (party.kind === 'entity' || party.kind === 'company') &&
    !party.ids.includes('first_party') &&
    !party.ids.includes('data_subject');
  return isParty ? [{ index, actions: ['share'], recipients: false }] : readHeader(cell.text, index);
}

/** What the heading over a table without a header says is done. */
export function headingActions(table: Table): readonly Action[] {
  const first = table.rows.flat().find((cell) => cell !== undefined);
  return table.hasHeader || !first ? [] : actionsOfHeader(first.section.title);
}

/** What a header, or the line before a table, says is done: "Collected?", "We have sold the following categories". */
export const actionsOfHeader = (text: string): readonly Action[] =>
  readHeader(text.replace(/\bexamples?\b/gi, ''), 0)[0]?.actions ?? [];

/** "Data collected | Shared with": a row of headings that the markup does not call one. */
export const isHeaderRow = (row: readonly (Block | undefined)[]): boolean =>
  row.length > 1 &&
  row.every((cell) => !cell || (cell.text.length < LONGEST_HEADING && readHeader(cell.text, 0).length > 0));

/** "Categories of data", "Data collected": the title of a column, in whatever row it stands. */
export const isTitleOfColumn = ({ block: { text } }: Sentence): boolean =>
  /^categor(?:y|ies) of /i.test(text) ||
  (text.length < LONGEST_TITLE && !/[.,;]/.test(text) && readHeader(text, 0).length > 0);

function readHeader(text: string, index: number): Column[] {
  const read = text.toLowerCase();
  if (aside.test(read)) return [];
  const recipients = parties.test(read);
  const actions = actionsIn(read, recipients);
  return actions.length > 0 ? [{ index, actions, recipients }] : [];
}

function actionsIn(title: string, namesRecipients: boolean): Action[] {
  const isSold = selling.test(title);
  const isShared = sharing.test(title);
  const isDisclosed = disclosing.test(title);
  // "sold or disclosed to" does not say which
  if (namesRecipients && isSold && (isShared || isDisclosed)) return ['share'];
  const actions: Action[] = [];
  if (collecting.test(title)) actions.push('collect');
  if (isSold) actions.push('sell');
  if (isShared) actions.push(isSold ? 'ccpaShare' : 'share');
  if (isDisclosed && !actions.includes('share')) actions.push('share');
  if (actions.length > 0) return actions;
  if (namesRecipients) return ['share'];
  return using.test(title) ? ['use'] : [];
}
