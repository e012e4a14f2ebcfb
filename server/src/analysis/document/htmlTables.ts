import { type DraftDocument, joined } from './draftBlock';
import type { Block, Table, TableCell } from './types';

interface CellSpan {
  /** Indexes into the draft's blocks. */
  readonly first: number;
  last: number;
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** A table being read: which blocks stand in which cell. */
class TableFrame {
  private readonly rows: CellSpan[][] = [];
  private cell: CellSpan | undefined;
  private headRows = 0;
  private nested = false;
  private headings = 0;

  constructor(
    private readonly draft: DraftDocument,
    readonly first: number,
  ) {}

  startRow(inHead: boolean): void {
    this.rows.push([]);
    if (inHead) this.headRows++;
  }

  startCell(header: boolean, columns: number, rows: number): void {
    if (this.rows.length === 0) this.rows.push([]);
    const at = this.draft.blocks.length;
    this.cell = { first: at, last: at, header, columns: clamp(columns, 50), rows: clamp(rows, 100) };
    this.rows[this.rows.length - 1].push(this.cell);
  }

  endCell(): void {
    if (!this.cell) return;
    this.cell.last = this.draft.blocks.length;
    // A table that holds another lays out the page, whatever its cells hold.
    for (let i = this.cell.first; i < this.cell.last && !this.nested; i++)
      if (this.draft.blocks[i].kind === 'heading') this.headings++;
    this.cell = undefined;
  }

  holdsTable(): void {
    this.nested = true;
  }

  /** Turns the blocks of each cell into one cell block, unless the table only lays out the page. */
  finish(): void {
    const filled = this.rows.filter((row) => row.some((cell) => cell.first < cell.last));
    if (this.isLayout(filled)) return;
    const { draft } = this;
    const blocks = draft.blocks.splice(this.first);
    const rows: (Block | undefined)[][] = filled.map(() => []);
    const hasHeader = this.headRows > 0 || filled[0].every((cell) => cell.header || cell.first === cell.last);
    const table: Table = { hasHeader, rows };
    let next = this.first;
    const keep = (until: number) => {
      for (; next < until; next++) draft.blocks.push(blocks[next - this.first]);
    };
    filled.forEach((cells, row) => {
      let column = 0;
      for (const span of cells) {
        while (column in rows[row]) column++;
        keep(span.first);
        next = Math.max(next, span.last);
        const inside = blocks.slice(span.first - this.first, span.last - this.first);
        const cell: TableCell = { table, row, column };
        const block = inside.length > 0 ? joined(inside, cell) : undefined;
        if (block) draft.blocks.push(block);
        for (let r = row; r < Math.min(row + span.rows, rows.length); r++)
          for (let c = column; c < column + span.columns; c++) rows[r][c] = block;
        column += span.columns;
      }
    });
    keep(this.first + blocks.length);
    draft.tables.push(table);
  }

  private isLayout(rows: readonly CellSpan[][]): boolean {
    const { blocks } = this.draft;
    if (this.nested || this.headings > 1) return true;
    if (rows.every((row) => row.filter((cell) => cell.first < cell.last).length < 2)) return true;
    return rows.some((row) =>
      row.some((cell) => {
        let length = 0;
        for (let i = cell.first; i < cell.last; i++) length += blocks[i].text.length;
        return length > 3000;
      }),
    );
  }
}

interface TableLevel {
  readonly height: number;
  rowHeight: number;
  cellHeight: number;
  readonly frame: TableFrame;
  /** Lists open outside the table. */
  readonly lists: number;
}

/** The tables that are open at a place of a page; heights are those of the open elements. */
export class OpenTables {
  private readonly open: TableLevel[] = [];

  constructor(private readonly draft: DraftDocument) {}

  get innermost(): Readonly<TableLevel> | undefined {
    return this.open[this.open.length - 1];
  }

  start(height: number, lists: number): void {
    this.innermost?.frame.holdsTable();
    const frame = new TableFrame(this.draft, this.draft.blocks.length);
    this.open.push({ height, rowHeight: height, cellHeight: height, frame, lists });
  }

  startRow(height: number, inHead: boolean): void {
    const table = this.open[this.open.length - 1];
    table.rowHeight = height;
    table.cellHeight = height;
    table.frame.startRow(inHead);
  }

  startCell(height: number, header: boolean, columns: number, rows: number): void {
    const table = this.open[this.open.length - 1];
    table.cellHeight = height;
    table.frame.startCell(header, columns, rows);
  }

  /** Only the elements up to this height are open still. */
  leave(height: number): void {
    const table = this.open[this.open.length - 1];
    if (!table) return;
    if (height <= table.height) {
      this.open.pop();
      table.frame.endCell();
      table.frame.finish();
    } else if (height === table.cellHeight) table.frame.endCell();
  }
}

function clamp(value: number, most: number): number {
  return value >= 1 && value <= most ? Math.floor(value) : 1;
}
