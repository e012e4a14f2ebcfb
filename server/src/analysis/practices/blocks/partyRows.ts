import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, record, wordList, wordSet } from '../../catalogue/read';
import type { Block, Table } from '../../document/types';
import type { Sentence, TermMatch } from '../../language/types';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft, type TableDraft } from '../draft';
import type { SentencesOf } from '../sentences';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import type { RecipientMention } from '../types';
import { givenIn, plainTitle, receiversIn } from './begunSentences';
import { answerInCell } from './cellAnswers';
import { conditionsOfRow, purposesOfRow } from './rowCircumstances';
import { asOwned, asOwnName, type Row } from './rowSubjects';

/** Tables whose rows name parties, with a column that tells what they get or one for each type of data. */

const titles = readCatalogue(
  cuesCatalogue,
  part('rowTitles', record({ party: wordList, service: wordSet, data: wordSet, sent: wordSet })),
);
const PARTY = new RegExp(`^(?:${titles.party.join('|')})\\b`, 'i');

/** Where in a table the parties stand, and what they get. */
interface Columns {
  readonly party: number;
  /** Column that tells what they get; -1 where each type of data has a column of its own. */
  readonly told: number;
}

/** "Couriers | Yes | No" below "Recipient | Name | Phone number": with whom which data is shared. */
export function partyRows(
  table: Table,
  header: Row,
  sentencesOf: SentencesOf,
  ownNames: readonly string[],
): TableDraft[] {
  const columns = columnsOf(header);
  if (!columns) return [];
  return table.rows.slice(1).flatMap((row): TableDraft[] => {
    const cell = row[columns.party];
    const party = cell && sentencesOf(cell)[0];
    if (!party) return [];
    const told = row[columns.told];
    return told
      ? sentencesOf(told)
          .slice(0, 1)
          .flatMap((data) => givenTo(party, data, { row, header, sentencesOf, ownNames }))
      : answeredRow(party, row, header, sentencesOf);
  });
}

function columnsOf(header: Row): Columns | undefined {
  const named = header.map((cell) => (cell ? plainTitle(cell.text) : ''));
  const sent = named.findIndex((title, index) => index > 0 && titles.sent.has(title));
  const told = sent > 0 ? sent : named.findIndex((title, index) => index > 0 && titles.data.has(title));
  const isParty = (title: string): boolean => PARTY.test(title);
  if (isParty(named[0] ?? '')) return { party: 0, told };
  // "Service" may be the company's own, unless something is sent there
  if (sent < 0 || !titles.service.has(named[0] ?? '')) return undefined;
  const other = named.findIndex((title, index) => index > 0 && index !== sent && isParty(title));
  return { party: Math.max(0, other), told: sent };
}

interface Around {
  readonly row: Row;
  readonly header: Row;
  readonly sentencesOf: SentencesOf;
  readonly ownNames: readonly string[];
}

/** "Acme Mail | e-mail address" below "Recipient | Data": who receives which data, when and what for. */
function givenTo(party: Sentence, told: Sentence, { row, header, sentencesOf, ownNames }: Around): TableDraft[] {
  const recipients = receivers(party, ownNames);
  if (recipients.length === 0) return [];
  return givenDrafts(told, ownNames)
    .filter(({ data }) => data.length > 0)
    .map((made) => ({
      draft: {
        ...made,
        recipients,
        purposes: purposesOfRow(row, header, sentencesOf),
        conditions: [...made.conditions, ...conditionsOfRow(row, header, sentencesOf)],
        anaphors: [],
        open: undefined,
      },
      sentence: told,
      lead: { sentence: party },
    }));
}

/** What is handed over, by the cell that names it: "nothing" is not. */
function givenDrafts(told: Sentence, ownNames: readonly string[]): Draft[] {
  // "profiling cookies" are set, not handed over
  if (told.terms.some(isCookie)) return [];
  const said = givenIn(told, ownNames);
  if (said.length > 0) return said;
  const owned = asOwnName(asOwned(told));
  const clause = verblessClause(owned);
  const slots = readSlots(clause, 0, owned.tokens.length, 'object');
  if (slots.data.length === 0 || slots.data.some(isCookie)) return [];
  return [draft(clause, { ...slots, recipients: [] }, { action: 'share', data: slots.data })];
}

/** The parties that a cell names: those known, or whoever is called so. */
function receivers(party: Sentence, ownNames: readonly string[]): readonly RecipientMention[] {
  const known = party.terms.filter(isParty);
  if (known.length === 0) return party.terms.some(isUs) ? [] : receiversIn(party, ownNames);
  const own = verblessClause(party);
  return draft(own, readSlots(own, 0, 0), { action: 'share', recipients: known }).recipients;
}

/** Yes and No below types of data. */
function answeredRow(party: Sentence, row: Row, header: Row, sentencesOf: SentencesOf): TableDraft[] {
  const parties = party.terms.filter(isParty);
  if (parties.length === 0) return [];
  const clause = verblessClause(party);
  return header.flatMap((cell, index): TableDraft[] => {
    const title = index > 0 && cell ? sentencesOf(cell)[0] : undefined;
    const data = title?.terms.filter((term) => term.kind === 'data') ?? [];
    const answer = answerOfParty(row[index]);
    if (!title || data.length === 0 || data.some(isCookie) || !answer) return [];
    const named = draft(verblessClause(title), readSlots(verblessClause(title), 0, 0), { action: 'share', data });
    const made: Draft = {
      ...draft(clause, readSlots(clause, 0, 0), { action: 'share', negated: answer === 'no', recipients: parties }),
      data: named.data,
    };
    return [{ draft: { ...made, anaphors: [] }, sentence: party, lead: { sentence: title } }];
  });
}

/** In a grid of parties and data, an x marks what they get. */
function answerOfParty(cell: Block | undefined): 'yes' | 'no' | undefined {
  if (!cell) return undefined;
  const answer = /^x$/i.test(cell.text.trim()) ? 'yes' : answerInCell(cell.text);
  return answer === 'local' ? undefined : answer;
}

const isUs = ({ ids }: TermMatch): boolean => ids.includes('first_party') || ids.includes('data_subject');

const isParty = (term: TermMatch): boolean => (term.kind === 'entity' || term.kind === 'company') && !isUs(term);
