import type { Block, Table, TableCell } from './types';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A table while it is read. */
export class MarkdownTable {
  #table: Mutable<Table> = { hasHeader: true, rows: [] };
  #row: (Block | undefined)[] = [];
  #column = 0;

  /** @param hasBar whether a bar stands before its first cell */
  startRow(hasBar: boolean): void {
    this.#row = [];
    this.#table.rows.push(this.#row);
    this.#column = hasBar ? -1 : 0;
  }

  nextColumn(): void {
    this.#column++;
  }

  /** Where the next words stand. */
  get cell(): TableCell {
    return { table: this.#table, row: this.#table.rows.length - 1, column: this.#column };
  }

  fill(column: number, block: Block): void {
    this.#row[column] = block;
  }

  /** GitHub demands a header row; where it is empty, the table has none. */
  endHeader(): void {
    if (this.#row.length === 0) this.#table = { hasHeader: false, rows: [] };
  }

  finish(): Table {
    this.#table.hasHeader ||= isBoldRow(this.#table.rows[0]);
    return this.#table;
  }
}

/** Converters leave the demanded header row empty and print the real one in bold below it. */
const isBoldRow = (row: readonly (Block | undefined)[] | undefined): boolean =>
  row !== undefined &&
  row.length > 1 &&
  row.every((cell) =>
    cell?.inline.some(({ kind, start, end }) => kind === 'strong' && start === 0 && end === cell.text.length),
  );
