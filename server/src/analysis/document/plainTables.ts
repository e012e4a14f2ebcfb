import type { DraftDocument } from './draftBlock';
import type { Line } from './plainLines';
import { ReadingTextBuilder } from './readingText';
import type { Block, Table } from './types';

/** Tables drawn with `|`, or pasted from a page with a tab between cells. */
const separators = ['|', '\t'] as const;

function cellsOf(text: string, separator: string): number {
  let cells = 1;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) cells++;
  if (separator === '|') cells -= (text.startsWith('|') ? 1 : 0) + (text.length > 1 && text.endsWith('|') ? 1 : 0);
  return cells;
}

function isFrame(text: string): boolean {
  return /^[|+\-=: \t]{3,}$/.test(text) && /[-=]/.test(text);
}

function separatorAt(lines: readonly Line[], at: number): string | undefined {
  const line = lines[at];
  const first = isFrame(line.text) && line.text.includes('+') ? lines[at + 1] : line;
  if (!first || first.blank || first.marker) return undefined;
  return separators.find((separator) => {
    const cells = cellsOf(first.text, separator);
    if (cells < 2) return false;
    const after = lines.indexOf(first, at) + 1;
    const second = lines[after];
    if (!second || second.blank) return false;
    return isFrame(second.text) || cellsOf(second.text, separator) === cells;
  });
}

export function isTableLine(lines: readonly Line[], at: number): boolean {
  return separatorAt(lines, at) !== undefined;
}

/** Reads the table that begins at a line; index of the line after it. */
export function readTable(draft: DraftDocument, lines: readonly Line[], at: number): number {
  const separator = separatorAt(lines, at)!;
  const rows: (Block | undefined)[][] = [];
  let framed = 0;
  let next = at;
  const frames: number[] = [];
  const filled: Line[] = [];
  for (; next < lines.length && !lines[next].blank; next++) {
    const line = lines[next];
    if (isFrame(line.text)) {
      frames.push(filled.length);
      framed++;
    } else if (cellsOf(line.text, separator) < 2) break;
    else filled.push(line);
  }
  const table: Table = { hasHeader: separator === '\t' || (framed > 0 && frames.includes(1)), rows };
  for (const line of filled) rows.push(readRow(draft, line, separator, table, rows.length));
  draft.tables.push(table);
  return next;
}

function readRow(
  draft: DraftDocument,
  line: Line,
  separator: string,
  table: Table,
  row: number,
): (Block | undefined)[] {
  const { source } = draft;
  const cells: (Block | undefined)[] = [];
  let from = line.start;
  let to = line.end;
  if (separator === '|' && source[from] === '|') from++;
  if (separator === '|' && to > from && source[to - 1] === '|') to--;
  for (let column = 0; from <= to; column++) {
    const mark = source.indexOf(separator, from);
    const end = mark < 0 || mark > to ? to : mark;
    const builder = new ReadingTextBuilder();
    builder.append(source, from, end);
    let first = from;
    while (first < end && source.slice(first, first + 1).trim() === '') first++;
    const shape = { kind: 'cell', from: first, to: end, depth: 0, cell: { table, row, column } } as const;
    cells.push(draft.add(builder.finish(), shape));
    if (end === to) break;
    from = end + 1;
  }
  return cells;
}
