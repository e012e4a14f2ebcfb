import catalogue from '../../../catalogue/places.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import type { Block, Place } from '../../../document/types';
import type { Sentence } from '../../../language/types';
import { namesIn } from './regionNames';

/** Places that stand behind a label, below the title of a column or beside the name of a recipient, without a sentence. */

const { placeLabels, placeColumns } = readCatalogue(catalogue, wordLists('placeLabels', 'placeColumns'));
const LABEL = new RegExp(`^(?:${placeLabels.join('|')})$`, 'i');
const COLUMN = new RegExp(`^(?:${placeColumns.join('|')})\\b`, 'i');
/** In tokens: "place of processing". */
const LONGEST_LABEL = 5;
/** In tokens: "Amazon Web Services, Inc." */
const LONGEST_PARTY = 6;

interface Labelled {
  readonly place: Place;
  readonly where: string;
  /** Of a recipient. */
  readonly seat: boolean;
}

/** "Place of processing: Malta", "USA" below "Location", "Acme Mail (USA): newsletters". */
export function labelledPlaces(sentence: Sentence): readonly Labelled[] {
  const { block, tokens } = sentence;
  if (block.kind === 'heading') return [];
  const column = columnOf(block);
  const labelled = column !== undefined && COLUMN.test(column) ? 0 : labelEnd(sentence);
  const from = labelled ?? partyEnd(sentence);
  if (from === undefined) return [];
  return namesIn(sentence).flatMap(({ first, last, where }) =>
    where !== undefined && first >= from && first <= from + 1 && tokens[last]
      ? [{ where, seat: labelled === undefined, place: { block, start: sentence.start, end: tokens[last].end } }]
      : [],
  );
}

/** The title of the column in which a cell stands below the first row. */
function columnOf({ cell }: Block): string | undefined {
  if (!cell?.table.hasHeader || cell.row === 0) return undefined;
  return cell.table.rows[0]?.[cell.column]?.text.trim();
}

/** Behind the colon of "Place of processing:", which may be a sentence of its own. */
function labelEnd({ block, tokens, start }: Sentence): number | undefined {
  const { runIn } = block;
  if (runIn && runIn.end <= start) return LABEL.test(block.text.slice(runIn.start, runIn.end).trim()) ? 0 : undefined;
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  if (colon < 1 || colon > LONGEST_LABEL) return undefined;
  return LABEL.test(block.text.slice(start, tokens[colon - 1]?.end)) ? colon + 1 : undefined;
}

/** Behind the comma or the bracket of "Acme Mail, USA: …" and "Acme Mail (USA) …", at the head of an item or a cell. */
function partyEnd({ block, tokens, terms }: Sentence): number | undefined {
  if (block.kind !== 'item' && block.kind !== 'cell') return undefined;
  const party = terms.find(({ kind, first }) => kind === 'company' && first === 0);
  if (!party || party.last > LONGEST_PARTY) return undefined;
  const mark = tokens[party.last + 1]?.lower;
  if (mark !== ',' && mark !== '(') return undefined;
  const closed = tokens.slice(party.last + 2, party.last + 6).some(({ lower }) => lower === ':' || lower === ')');
  return closed ? party.last + 2 : undefined;
}
