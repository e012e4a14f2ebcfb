import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, record, wordList, wordSet } from '../../catalogue/read';
import type { Block } from '../../document/types';

/** How cells answer what their column asks, and values what their label does. */

/** `local`: neither Yes nor No, but on the reader's device and nowhere else. */
export type Answer = 'yes' | 'no' | 'local';

const { yes, no, local, empty, marks } = readCatalogue(
  cuesCatalogue,
  part(
    'cells',
    record({
      yes: wordSet,
      no: wordSet,
      local: wordSet,
      empty: wordSet,
      marks: record({ yes: wordList, no: wordList }),
    }),
  ),
);

/** What a cell says, without the marks behind it. */
const plainWords = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/(?<![.*])[.*]+$/, '');

/** A cell in which nothing stands but a dash or "n/a". */
export const isEmpty = (cell: Block): boolean => empty.has(plainWords(cell.text));

/** Yes, No or a sign for it, and nothing else. */
export function bareAnswer(cell: Block): 'yes' | 'no' | undefined {
  const value = plainWords(cell.text);
  return yes.has(value) ? 'yes' : no.has(value) ? 'no' : undefined;
}

/** The same, or an answer that goes on: "Yes, with our hosts", "❌ No – stored on your device", "Not sold". */
export function answerInCell(text: string): Answer | undefined {
  const value = plainWords(text);
  if (yes.has(value)) return 'yes';
  if (no.has(value)) return 'no';
  if (local.has(value)) return 'local';
  if (marks.no.some((mark) => value.startsWith(mark))) return 'no';
  if (marks.yes.some((mark) => value.startsWith(mark))) return 'yes';
  if (/^yes\b/.test(value)) return 'yes';
  return /^(?:no|none|not (?:sold|shared|disclosed|collected))\b/.test(value) ? 'no' : undefined;
}
