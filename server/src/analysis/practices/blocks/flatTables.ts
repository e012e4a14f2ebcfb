import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, PolicyDocument } from '../../document/types';
import { isSameList, kept } from '../../kept';
import type { Sentence } from '../../language/types';
import type { TableDraft } from '../draft';
import type { SentencesOf } from '../sentences';
import { throughBlocks } from '../throughout';
import type { Action } from '../types';
import { actionsOfHeader } from './tableHeaders';
import { dataOfCell } from './tables';

const cells = readCatalogue(cuesCatalogue, part('cells', wordLists('yes', 'no')));
const answers = new Map([
  ...cells.yes.map((word) => [word, 'yes'] as const),
  ...cells.no.map((word) => [word, 'no'] as const),
]);

/** Fewer rows than this are answers to something else. */
const LEAST_ROWS = 3;
/** A row has a category, perhaps examples, perhaps a retention period. */
const MOST_CELLS = 4;

type Answer = 'yes' | 'no';

interface Row {
  readonly cells: readonly Block[];
  /** One for each question of the header, in its order. */
  readonly answers: Answer[];
}

/** What a column of answers is about. */
interface Question {
  readonly block: Block;
  readonly actions: readonly Action[];
}

/**
 * A table whose markup was lost when it was pasted: "A. Identifiers", "real name, alias, …", "NO", each on its own line,
 * under "We have collected the following categories …". What a row says by its first block, nothing by its others.
 */
export function flatTables(
  document: PolicyDocument,
  sentencesOf: SentencesOf,
): ReadonlyMap<Block, readonly TableDraft[]> {
  const found = new Map<Block, readonly TableDraft[]>();
  const { blocks } = document;
  let next = 0;
  for (const { index: at } of answersIn({ document })) {
    if (at < next) continue;
    const first = rowStart(blocks, at);
    const { rows, next: behind } = rowsFrom(blocks, first);
    const questions = rows.length >= LEAST_ROWS ? questionsOf(rows, blocks, first) : [];
    for (const row of rows) {
      if (questions.length === 0) continue;
      const drafts = questions.flatMap((question, column) => draftsOf(row, column, question, sentencesOf));
      for (const [i, cell] of row.cells.entries()) found.set(cell, i === 0 ? drafts : none);
    }
    next = behind;
  }
  return found;
}

const none: readonly TableDraft[] = [];

const answersIn = throughBlocks((block) => (answerOf(block) ? [block] : []));

/** The drafts of a row in a column are the same objects as long as its words, its answer and its question are. */
const known = kept(
  (_category: Block) => new Map<number, { from: readonly unknown[]; drafts: readonly TableDraft[] }>(),
);

function draftsOf(
  { cells, answers }: Row,
  column: number,
  { block, actions }: Question,
  sentencesOf: SentencesOf,
): readonly TableDraft[] {
  const [category] = cells;
  const answer = answers[column];
  if (!category || !answer) return [];
  const lead = sentencesOf(block).at(-1);
  const from = [...cells, answer, lead, ...actions];
  const last = known(category).get(column);
  if (last && isSameList(last.from, from)) return last.drafts;
  const drafts = statementsOf(cells, answer, actions, sentencesOf, lead);
  known(category).set(column, { from, drafts });
  return drafts;
}

function answerOf(block: Block | undefined): Answer | undefined {
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
    if (own.length > 0) rows.push({ cells: own, answers: [answer] });
    else rows.at(-1)?.answers.push(answer);
    from = at + 1;
  }
  return { rows, next: from };
}

const isRowLetter = ({ text }: Block): boolean => /^[A-Z][.)]?$/.test(text.trim());

const introduces = (block: Block | undefined): boolean =>
  block !== undefined && (asks(block) || (actionsOfHeader(block.text).length > 0 && !/[.]$/.test(block.text)));

/** "Disclosed it for a business purpose?" */
const asks = ({ text }: Block): boolean => text.length <= LONGEST_QUESTION && text.trimEnd().endsWith('?');
/** In UTF-16 units. */
const LONGEST_QUESTION = 60;

/** The questions that the answers of each row give, in their order; none where the rows do not agree on how many. */
function questionsOf(rows: readonly Row[], blocks: readonly Block[], first: number): readonly Question[] {
  const columns = rows[0]?.answers.length ?? 0;
  if (rows.some(({ answers }) => answers.length !== columns)) return [];
  if (columns > 1) {
    const header = blocks.slice(Math.max(0, first - columns), first);
    return header.every(introduces) ? header.map((block) => ({ block, actions: actionsOfHeader(block.text) })) : [];
  }
  const intro = introBefore(blocks, first);
  return intro ? [intro] : [];
}

/** "We have collected the following categories …:" or the lost header row, within the lines before the first row. */
function introBefore(blocks: readonly Block[], first: number): Question | undefined {
  for (let at = first; at >= 0 && first - at < MOST_CELLS; at--) {
    const block = blocks[at] as Block;
    const actions = actionsOfHeader(at === first ? block.text.slice(0, 40) : block.text);
    if (actions.length > 0) return { block, actions };
  }
  return undefined;
}

/** One statement for a row, an answer and an action; all of it stands on the row's first line. */
function statementsOf(
  cells: readonly Block[],
  answer: Answer,
  actions: readonly Action[],
  sentencesOf: SentencesOf,
  lead: Sentence | undefined,
): TableDraft[] {
  // examples belong to what is denied; what is affirmed is the category alone
  const named = answer === 'no' ? cells : cells.slice(0, 1);
  const sentences = named.flatMap((block) => sentencesOf(block).slice(0, 2));
  const sentence = sentences[0];
  if (!sentence) return [];
  return actions.flatMap((action) => {
    const drafts = sentences.flatMap((cell) => dataOfCell(cell, action, answer === 'no') ?? []);
    const first = drafts[0];
    if (!first) return [];
    const draft = { ...first, data: drafts.flatMap(({ data }) => data), dataScope: {} };
    return [{ draft, sentence, ...(lead && { lead: { sentence: lead } }) }];
  });
}
