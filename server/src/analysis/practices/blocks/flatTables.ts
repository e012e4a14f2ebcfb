import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import type { Block, PolicyDocument } from '../../document/types';
import { isSameList } from '../../kept';
import type { Sentence } from '../../language/types';
import type { TableDraft } from '../draft';
import { throughBlocks } from '../throughout';
import type { Action } from '../types';
import { actionsOfHeader } from './tableHeaders';
import { dataOfCell } from './tables';

const cells = (cuesCatalogue as unknown as { readonly cells: Readonly<Record<'yes' | 'no', readonly string[]>> }).cells;
const answers = new Map([
  ...cells.yes.map((word) => [word, 'yes'] as const),
  ...cells.no.map((word) => [word, 'no'] as const),
]);

/** Fewer rows than this are answers to something else. */
const LEAST_ROWS = 3;
/** A row has a category, perhaps examples, perhaps a retention period. */
const MOST_CELLS = 4;

interface Row {
  readonly cells: readonly Block[];
  readonly answer: 'yes' | 'no';
}

/**
 * A table whose markup was lost when it was pasted: "A. Identifiers", "real name, alias, …", "NO", each on its own line,
 * under "We have collected the following categories …". Rows by their first block.
 */
export function flatTables(
  document: PolicyDocument,
  sentencesOf: (block: Block) => readonly Sentence[],
): ReadonlyMap<Block, readonly TableDraft[]> {
  const found = new Map<Block, readonly TableDraft[]>();
  const { blocks } = document;
  let next = 0;
  for (const { index: at } of answersIn({ document })) {
    if (at < next) continue;
    const first = rowStart(blocks, at);
    const { rows, next: behind } = rowsFrom(blocks, first);
    const intro = introBefore(blocks, first);
    if (rows.length >= LEAST_ROWS && intro) {
      const lead = sentencesOf(intro.block).at(-1);
      for (const row of rows) {
        const drafts = draftsOf(row, intro.actions, sentencesOf, lead);
        if (drafts.length > 0) found.set(row.cells[0] as Block, drafts);
      }
    }
    next = behind;
  }
  return found;
}

const answersIn = throughBlocks((block) => (answerOf(block) ? [block] : []));

/** The drafts of a row are the same objects as long as its words, its answer and what introduces it are. */
const known = new WeakMap<Block, { readonly from: readonly unknown[]; readonly drafts: readonly TableDraft[] }>();

function draftsOf(
  row: Row,
  actions: readonly Action[],
  sentencesOf: (block: Block) => readonly Sentence[],
  lead: Sentence | undefined,
): readonly TableDraft[] {
  const from = [...row.cells, row.answer, lead, ...actions];
  const last = known.get(row.cells[0]);
  if (last && isSameList(last.from, from)) return last.drafts;
  const drafts = statementsOf(row, actions, sentencesOf, lead);
  known.set(row.cells[0], { from, drafts });
  return drafts;
}

function answerOf(block: Block | undefined): 'yes' | 'no' | undefined {
  if (!block || block.cell || block.text.length > 12) return undefined;
  return answers.get(
    block.text
      .trim()
      .toLowerCase()
      .replace(/(?<![.*])[.*]+$/, ''),
  );
}

/** The first block of the row that ends at an answer: the category's letter or the nearest line that introduces. */
function rowStart(blocks: readonly Block[], answer: number): number {
  let start = answer;
  while (start > 0 && answer - start < MOST_CELLS - 1 && !answerOf(blocks[start - 1]) && !introduces(blocks[start - 1]))
    start--;
  return start;
}

function rowsFrom(blocks: readonly Block[], first: number): { rows: Row[]; next: number } {
  const rows: Row[] = [];
  let from = first;
  let at = first;
  for (; at < blocks.length && at - from < MOST_CELLS + 1; at++) {
    const answer = answerOf(blocks[at]);
    if (!answer) continue;
    // "E." opens a row: what stands before it belongs to the row above, whose answer was not its last cell
    const cells = blocks.slice(from, at);
    const own = cells.slice(Math.max(0, cells.findLastIndex(isRowLetter)));
    if (own.length > 0) rows.push({ cells: own, answer });
    from = at + 1;
  }
  return { rows, next: from };
}

const isRowLetter = ({ text }: Block): boolean => /^[A-Z][.)]?$/.test(text.trim());

const introduces = (block: Block | undefined): boolean =>
  block !== undefined && actionsOfHeader(block.text).length > 0 && !/[.]$/.test(block.text);

/** "We have collected the following categories …:" or the lost header row, within the lines before the first row. */
function introBefore(
  blocks: readonly Block[],
  first: number,
): { block: Block; actions: readonly Action[] } | undefined {
  for (let at = first; at >= 0 && first - at < MOST_CELLS; at--) {
    const block = blocks[at] as Block;
    const actions = actionsOfHeader(at === first ? block.text.slice(0, 40) : block.text);
    if (actions.length > 0) return { block, actions };
  }
  return undefined;
}

/** One statement for a row and an action; all of it stands on the row's first line. */
function statementsOf(
  row: Row,
  actions: readonly Action[],
  sentencesOf: (block: Block) => readonly Sentence[],
  lead: Sentence | undefined,
): TableDraft[] {
  // examples belong to what is denied; what is affirmed is the category alone
  const named = row.answer === 'no' ? row.cells : row.cells.slice(0, 1);
  const sentences = named.flatMap((block) => sentencesOf(block).slice(0, 2));
  const sentence = sentences[0];
  if (!sentence) return [];
  return actions.flatMap((action) => {
    const drafts = sentences.flatMap((cell) => dataOfCell(cell, action, row.answer === 'no') ?? []);
    const first = drafts[0];
    if (!first) return [];
    const draft = { ...first, data: drafts.flatMap(({ data }) => data), dataScope: {} };
    return [{ draft, sentence, ...(lead && { lead: { sentence: lead } }) }];
  });
}
