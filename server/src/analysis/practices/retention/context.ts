import type { Block, Section, Table } from '../../document/types';
import { getOrMake } from '../../kept';
import { tokenize } from '../../language/tokens';
import type { Sentence } from '../../language/types';
import type { EvidenceKind } from '../types';
import { isOpening } from './attachment';
import { phrases } from './wording';

const titles = phrases('titles');
const columns = phrases('columns');
const dataColumns = phrases('dataColumns');

/** Where a sentence stands, as far as that says what its words are about. */
export interface RetentionContext {
  readonly kind: EvidenceKind;
  /** The section, or one around it, is about keeping or deleting. */
  readonly retentionSection: boolean;
  /** A cell in a column headed "Retention", "Expires" … */
  readonly periodCell: boolean;
  /** Blocks whose data terms stand for this sentence's own: the row's first cells, a run-in title, the list lead. */
  readonly dataBlocks: readonly Block[];
}

interface RowData {
  readonly named: readonly Block[];
  readonly leading: readonly Block[];
}

/** A row that names data in more cells than this is no row of a retention table. */
const MOST_NAMED = 8;

/** Answers where sentences stand; sections, headers and rows are read once. */
export class RetentionContexts {
  private readonly sections = new Map<Section, boolean>();
  private readonly headers = new Map<Block, boolean>();
  private readonly dataHeaders = new Map<Block, boolean>();
  private readonly rows = new Map<Table['rows'][number], RowData>();

  constructor(
    /** Blocks that say "we keep" or "we delete". */
    private readonly keeping: ReadonlySet<Block>,
  ) {}

  isRetentionSection(section: Section): boolean {
    let known = this.sections.get(section);
    if (known === undefined) {
      known =
        titles.find(tokenize(section.title)) !== undefined ||
        (section.parent !== undefined && this.isRetentionSection(section.parent));
      this.sections.set(section, known);
    }
    return known;
  }

  /** An item of a list whose lead says "we keep" or "we delete". */
  hasKeepingLead(block: Block): boolean {
    return block.lead !== undefined && block.lead.kind !== 'heading' && this.keeping.has(block.lead);
  }

  of({ block }: Sentence): RetentionContext {
    const retentionSection = this.isRetentionSection(block.section);
    if (block.cell) {
      const { table, row, column } = block.cell;
      const header = table.hasHeader && row > 0 ? table.rows[0]?.[column] : undefined;
      const titled = header
        ? this.isPeriodColumn(header)
        : retentionSection && column > 0 && isOpening(tokenize(block.text), 0);
      const { named, leading } = this.rowOf(table, row);
      const others = named.filter((cell) => cell !== block);
      const dataBlocks = others.length > 0 ? others : leading.filter((cell) => cell !== block).slice(0, 1);
      return { kind: 'table', retentionSection, periodCell: titled, dataBlocks };
    }
    const dataBlocks = block.lead ? [block.lead] : [];
    return { kind: block.depth > 0 ? 'list' : 'prose', retentionSection, periodCell: false, dataBlocks };
  }

  private isPeriodColumn(header: Block): boolean {
    return getOrMake(this.headers, header, () => columns.find(tokenize(header.text)) !== undefined);
  }

  /** The cells of a row that name data, and its first two. */
  private rowOf(table: Table, row: number): RowData {
    const cells = table.rows[row] ?? [];
    return getOrMake(this.rows, cells, () => {
      const filled = cells.filter((cell) => cell !== undefined);
      const named = filled.filter(({ cell }) => cell && this.isDataColumn(table.rows[0]?.[cell.column], cell.column));
      return { named: named.slice(0, MOST_NAMED), leading: filled.slice(0, 2) };
    });
  }

  private isDataColumn(header: Block | undefined, column: number): boolean {
    if (column === 0) return true;
    return header !== undefined && this.isDataHeader(header) && !this.isPeriodColumn(header);
  }

  private isDataHeader(header: Block): boolean {
    return getOrMake(this.dataHeaders, header, () => dataColumns.find(tokenize(header.text)) !== undefined);
  }
}
