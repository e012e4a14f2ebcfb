import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, wordSet } from '../../catalogue/read';
import type { Block } from '../../document/types';
import { kept } from '../../kept';
import { isAdverb, modals, negators, prepositions, subordinators } from '../../language/grammar';
import { tokenize } from '../../language/tokens';
import type { Sentence, TermMatch, Token } from '../../language/types';
import { verblessClause } from '../clauses/verblessClause';
import { draft } from '../draft';
import { ownDataId } from '../names/ownData';
import { matcherFor } from '../names/terms';
import type { SentencesOf } from '../sentences';
import { readSlots } from '../slots/slotReader';
import type { Slots } from '../slots/slots';
import type { Mention } from '../types';
import { plainTitle } from './begunSentences';
import { isHeaderRow, isTitleOfColumn } from './tableHeaders';

/** Which data a row tells of, by the cell that names it. */

export type Row = readonly (Block | undefined)[];

const naming = readCatalogue(cuesCatalogue, part('rowTitles.naming', wordSet));

/** "Data", "Type of information": whatever stands below is data. */
export const namesData = (title: Block | undefined): boolean =>
  title !== undefined && naming.has(plainTitle(title.text));

/** The cell that names the data; undefined for a row that tells nothing of any. `said` are the columns that tell something. */
export function namingCell(
  row: Row,
  said: ReadonlySet<number>,
  header: Row,
  sentencesOf: SentencesOf,
): Sentence | undefined {
  // a number or a letter may stand before the cell that names the data
  const cells = row.slice(0, 2).flatMap((cell, index) =>
    cell && !said.has(index)
      ? sentencesOf(cell)
          .slice(0, 1)
          .map((named) => ({ named, isData: namesData(header[index]) }))
      : [],
  );
  const sentence =
    cells.map(({ named, isData }) => (isData ? asOwned(named) : named)).find(isOfData) ??
    cells.map(({ named, isData }) => (isData ? asOwnName(named) : named)).find(isOfData);
  // "We keep tickets for a year": says itself what is done
  if (!sentence || isHeaderRow(row) || sentence.tokens[0]?.lower === 'we') return undefined;
  // "Data collected": a row of titles inside the table
  const isTitle = slotsOf(sentence).data.every(({ ids }) => ids.includes('any_data')) && isTitleOfColumn(sentence);
  return isTitle ? undefined : sentence;
}

const isOfData = (cell: Sentence): boolean =>
  cell.terms.some(({ kind }) => kind === 'data') && slotsOf(cell).data.length > 0;

export const slotsOf = (cell: Sentence): Slots => readSlots(verblessClause(cell), 0, cell.tokens.length, 'object');

/** The data that a cell or a label names. */
export function dataNamedIn(cell: Sentence): readonly Mention[] {
  const slots = slotsOf(cell);
  return draft(verblessClause(cell), slots, { action: 'collect', data: slots.data }).data;
}

/** "Notes" below "Data" are the reader's, as "your notes" are. A cell that names data anyhow stays as it is. */
export const asOwned = kept((cell: Sentence): Sentence => {
  if (slotsOf(cell).data.length > 0) return cell;
  const owned = { ...cell, terms: termsBehindYour(cell) };
  return slotsOf(owned).data.length > 0 ? owned : cell;
});

/** What no catalogue knows is data of its own where the title says that data is named. */
export const asOwnName = kept((cell: Sentence): Sentence => {
  const own = isOfData(cell) || cell.terms.some(namesSomebody) ? undefined : ownTerm(cell);
  return own ? { ...cell, terms: [own, ...cell.terms.filter(({ first }) => first > own.last)] } : cell;
});

/** The terms that the words would be if "your" stood before them. */
function termsBehindYour({ tokens, block, start }: Sentence): readonly TermMatch[] {
  const your = tokenize('your').map((token) => ({ ...token, start, end: start }));
  return matcherFor(block)
    .match([...your, ...tokens], block.text)
    .filter(({ first }) => first > 0)
    .map((term) => ({ ...term, first: term.first - 1, last: term.last - 1 }));
}

const namesSomebody = ({ kind }: TermMatch): boolean => kind === 'entity' || kind === 'company';

/** Longer ones tell more than a name. */
const LONGEST_NAME = 4;

/** The words of the cell up to its first mark, as a name. */
function ownTerm({ tokens }: Sentence): TermMatch | undefined {
  const mark = tokens.findIndex(({ kind }) => kind !== 'word');
  const words = tokens.slice(0, mark < 0 ? tokens.length : mark);
  if (words.length === 0 || words.length > LONGEST_NAME || !words.every(isOfName)) return undefined;
  return {
    kind: 'data',
    ids: [ownDataId(words.map(({ lower, lemma }, i) => (i === words.length - 1 ? lemma : lower)))],
    first: 0,
    last: words.length - 1,
  };
}

/** Neither "only when required" nor "with notice" names anything. */
const isOfName = (token: Token): boolean =>
  !isAdverb(token) && ![prepositions, subordinators, negators, modals].some((words) => words.has(token.lower));
