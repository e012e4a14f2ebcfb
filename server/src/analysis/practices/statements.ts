import type { Block, PolicyDocument, Region, Section, Table } from '../document/types';
import { getOrMake, isSameList, kept } from '../kept';
import { type BlockStatements, type GivenBlock, type Pending, readBlock, readTable } from './blocks/blockStatements';
import { flatTables } from './blocks/flatTables';
import { type ListLead, readLead } from './blocks/listLeads';
import { attachNextBlockException } from './blocks/nextSentence';
import type { Draft, TableDraft } from './draft';
import { isSameScope, type Scope, sectionScope } from './scope';
import { sentencesOf } from './sentences';
import type { Statement } from './types';

/** What is read from a region. */
interface RegionStatements {
  readonly statements: readonly Statement[];
  readonly leads: ReadonlyMap<Block, ListLead | undefined>;
  /** A question at its end. */
  readonly pending: Pending | undefined;
}

/** What it depends on beside the region itself. */
interface Given {
  readonly ownNames: readonly string[];
  /** A question before the region. */
  readonly pending: Pending | undefined;
  /** What introduces its headings from outside. */
  readonly leads: readonly (ListLead | undefined)[];
  /** Its blocks that introduce headings of other regions. */
  readonly introducing: readonly Block[];
  /** Rows of a table that lost its markup. */
  readonly rows: readonly (readonly TableDraft[] | undefined)[];
}

const known = new WeakMap<Region, { readonly given: Given; readonly found: RegionStatements }>();

/** Everything a draft says is done with data, in reading order, by region. A region is read anew only if it or what it depends on changed. */
export function readStatements(document: PolicyDocument, ownNames: readonly string[]): (readonly Statement[])[] {
  const flat = flatTables(document, sentencesOf);
  const rows = byRegion(document, [...flat.keys()]);
  const introducing = byRegion(
    document,
    document.sections.flatMap(({ heading }) => heading?.lead ?? []),
  );
  const leads = new Map<Block, ListLead | undefined>();
  let pending: Pending | undefined;
  return document.regions.map((region) => {
    const given: Given = {
      ownNames,
      pending,
      leads: introducedHeadings(region).map(({ lead }) => lead && leadOf(lead, leads)),
      introducing: introducing.get(region) ?? none,
      rows: rows.get(region)?.map((block) => flat.get(block)) ?? none,
    };
    const last = known.get(region);
    const found = last && isSameGiven(last.given, given) ? last.found : readRegion(region, given, flat, leads);
    if (found !== last?.found) known.set(region, { given, found });
    for (const [block, lead] of found.leads) leads.set(block, lead);
    pending = found.pending;
    return found.statements;
  });
}

const none: readonly never[] = [];

/** Each block once, by the region in which it stands. */
function byRegion({ regions }: PolicyDocument, blocks: readonly Block[]): ReadonlyMap<Region, readonly Block[]> {
  const found = new Map<Region, Block[]>();
  for (const block of new Set(blocks)) {
    let [low, high] = [0, regions.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (regions[middle].blocks[0].index <= block.index) low = middle;
      else high = middle - 1;
    }
    getOrMake(found, regions[low], () => []).push(block);
  }
  return found;
}

/** Headings that something introduces; a region with another one is another object. */
const introducedHeadings = kept((region: Region) =>
  region.blocks.filter(({ kind, lead }) => kind === 'heading' && lead !== undefined),
);

const isSameGiven = (a: Given, b: Given): boolean =>
  a.pending === b.pending &&
  isSameList(a.ownNames, b.ownNames) &&
  isSameList(a.leads, b.leads) &&
  isSameList(a.introducing, b.introducing) &&
  isSameList(a.rows, b.rows);

const readRegion = (
  region: Region,
  given: Given,
  flat: ReadonlyMap<Block, readonly TableDraft[]>,
  outer: ReadonlyMap<Block, ListLead | undefined>,
): RegionStatements => new RegionReader(region, given, flat, outer).read();

class RegionReader {
  private readonly statements: Statement[] = [];
  private readonly leads = new Map<Block, ListLead | undefined>();
  private readonly introduced: ReadonlySet<Block>;
  private readonly tables = new Set<Table>();
  private readonly scopes = new Map<Section, Scope>();
  private pending: Pending | undefined;
  private context: readonly Draft[] = [];
  private listed: Listed | undefined;

  constructor(
    private readonly region: Region,
    private readonly given: Given,
    /** Rows of tables that lost their markup, by the block in which they begin. */
    private readonly flat: ReadonlyMap<Block, readonly TableDraft[]>,
    /** What the regions before it introduce. */
    private readonly outer: ReadonlyMap<Block, ListLead | undefined>,
  ) {
    this.pending = given.pending;
    this.introduced = new Set([...region.blocks.flatMap(({ lead }) => lead ?? []), ...given.introducing]);
  }

  read(): RegionStatements {
    for (const block of this.region.blocks) {
      if (block.cell) this.readCell(block, block.cell.table);
      else this.readProse(block);
    }
    const { statements, leads, pending } = this;
    return { statements, leads, pending };
  }

  /** The first cell stands for its table. */
  private readCell(block: Block, table: Table): void {
    this.pending = undefined;
    if (this.tables.has(table)) return;
    this.tables.add(table);
    this.endList();
    const { lead } = table;
    this.take(block, lead && (this.leads.get(lead) ?? readLead(sentencesOf(lead), this.given.ownNames)));
  }

  private readProse(block: Block): void {
    const lead = block.lead && leadOf(block.lead, block.kind === 'heading' ? this.outer : this.leads);
    if (block.kind === 'heading') this.context = [];
    if (block.kind !== 'item') this.endList();
    const found = this.take(block, lead);
    this.pending = found.pending;
    this.context = found.context ?? this.context;
    if (block.kind === 'item' && lead && found.context)
      this.listed = { lead, drafts: [...(this.listed?.lead === lead ? this.listed.drafts : []), ...found.context] };
    if (this.introduced.has(block)) this.leads.set(block, found.lead);
    else if (block.kind === 'paragraph') this.context = this.context.slice(-4);
  }

  /** "we collect this information": all that the list before it names. */
  private endList(): void {
    if (this.listed) this.context = [...this.context, together(this.listed)];
    this.listed = undefined;
  }

  private take(block: Block, lead: ListLead | undefined): BlockStatements {
    const { ownNames } = this.given;
    const { section } = block;
    const scope = getOrMake(this.scopes, section, () => sectionScope(section, ownNames));
    const introduces = this.introduced.has(block);
    const rows = this.flat.get(block);
    const found = blockStatements(
      block,
      { ownNames, section, scope, lead, introduces, pending: this.pending, rows },
      this.context,
    );
    attachNextBlockException(this.statements, block);
    for (const statement of found.statements) this.statements.push(statement);
    return found;
  }
}

/** What the items of a list say, as its introduction has it. */
interface Listed {
  readonly lead: ListLead;
  readonly drafts: readonly Draft[];
}

/** The data of all items in one. */
function together({ drafts }: Listed): Draft {
  const last = drafts.at(-1) as Draft;
  const same = drafts.filter(({ action, polarity }) => action === last.action && polarity === last.polarity);
  return { ...last, data: same.flatMap(({ data }) => data).slice(0, MOST_LISTED) };
}
const MOST_LISTED = 40;

interface KnownBlock {
  readonly given: GivenBlock;
  /** What was spoken of before, where the block goes back to it. */
  readonly context: readonly Draft[] | undefined;
  readonly found: BlockStatements;
}

const knownBlocks = new WeakMap<Block, KnownBlock>();

/** A block is read anew only if it or what it depends on changed. */
function blockStatements(block: Block, given: GivenBlock, context: readonly Draft[]): BlockStatements {
  const last = knownBlocks.get(block);
  if (last && isSameGivenBlock(last.given, given) && (last.context === undefined || isSameList(last.context, context)))
    return last.found;
  let goesBack = false;
  const before = (): readonly Draft[] => {
    goesBack = true;
    return context;
  };
  const found = block.cell ? readTable(block.cell.table, given) : readBlock(block, given, before);
  knownBlocks.set(block, { given, context: goesBack ? context : undefined, found });
  return found;
}

const isSameGivenBlock = (a: GivenBlock, b: GivenBlock): boolean =>
  a.lead === b.lead &&
  a.pending === b.pending &&
  a.rows === b.rows &&
  a.introduces === b.introduces &&
  a.section === b.section &&
  isSameScope(a.scope, b.scope) &&
  isSameList(a.ownNames, b.ownNames);

/** The lead that rules an item: its own, or the nearest above it that says what is done. */
function leadOf(block: Block, leads: ReadonlyMap<Block, ListLead | undefined>): ListLead | undefined {
  for (let at: Block | undefined = block, guard = 0; at && guard < 8; at = at.lead, guard++) {
    const lead = leads.get(at);
    if (lead) return lead;
    if (at.kind === 'heading') return undefined;
  }
  return undefined;
}
