import catalogue from '../../../catalogue/language/localFirst.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import type { Block, Section } from '../../../document/types';
import { kept } from '../../../kept';
import type { Statement } from '../../../practices/types';

const { chosen, otherwiseChosen } = readCatalogue(catalogue, wordLists('chosen', 'otherwiseChosen'));
/** As far back as the sentence before, in UTF-16 units. */
const BEFORE = 120;

/**
 * Whether the draft says that data goes elsewhere by the reader's choice: "if you turn on backup", in the sentence, the one
 * before, what introduces it, its row or a title above ("Cloud sync (optional)").
 */
export const isReadersChoice = kept((said: Statement): boolean => tellsOf(said, chosen));

/** The same, or it is about something else than what the reader puts in: "Backups", "when you write to us". */
export const mayBeReadersChoice = kept(
  (said: Statement): boolean => isReadersChoice(said) || tellsOf(said, otherwiseChosen),
);

function tellsOf({ evidence: { sentence, place, lead } }: Statement, phrases: readonly string[]): boolean {
  const holds = (text: string): boolean => {
    const words = ` ${text.toLowerCase().replace(/[^a-z-]+/g, ' ')} `;
    return phrases.some((phrase) => words.includes(` ${phrase} `));
  };
  if (holds(sentence.block.text.slice(Math.max(0, sentence.start - BEFORE), sentence.end))) return true;
  if (lead && holds(wordsOf(lead))) return true;
  const { cell } = place.block;
  // "Only if you turn on summaries" in another cell of the row
  if (cell?.table.rows[cell.row]?.some((other) => other && holds(other.text))) return true;
  for (let at: Block | undefined = place.block.lead; at; at = at.lead) if (holds(at.text)) return true;
  for (let at: Section | undefined = place.block.section; at?.parent; at = at.parent) if (holds(at.title)) return true;
  return false;
}
