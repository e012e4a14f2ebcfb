import type { Block, Section } from '../document/types';
import { tokenize } from '../language/tokens';
import type { Sentence } from '../language/types';
import { isOpening } from './retentionAttachment';
import { phrases } from './retentionWording';
import type { EvidenceKind } from './types';

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

/** Answers where sentences stand; sections are read once. */
export class RetentionContexts {
  private readonly sections = new Map<Section, boolean>();
  private readonly headers = new Map<Block, boolean>();

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
      const cells = (table.rows[row] ?? []).filter((cell): cell is Block => cell !== undefined && cell !== block);
      const named = cells.filter(
        (cell) => cell.cell && this.isDataColumn(table.rows[0]?.[cell.cell.column], cell.cell.column),
      );
      return {
        kind: 'table',
        retentionSection,
        periodCell: titled,
        dataBlocks: named.length > 0 ? named : cells.slice(0, 1),
      };
    }
    const dataBlocks = block.lead ? [block.lead] : [];
    return { kind: block.depth > 0 ? 'list' : 'prose', retentionSection, periodCell: false, dataBlocks };
  }

  private isPeriodColumn(header: Block): boolean {
    let known = this.headers.get(header);
    if (known === undefined) {
      known = columns.find(tokenize(header.text)) !== undefined;
      this.headers.set(header, known);
    }
    return known;
  }

  private isDataColumn(header: Block | undefined, column: number): boolean {
    if (column === 0) return true;
    return (
      header !== undefined && dataColumns.find(tokenize(header.text)) !== undefined && !this.isPeriodColumn(header)
    );
  }
}
