import type { Block, PolicyDocument, Region, Section } from '../document/types';
import { getOrMake, isSameList, kept } from '../kept';
import { type BlockStatements, type GivenBlock, type Pending, readBlock, readTable } from './blocks/blockStatements';
import { flatTables } from './blocks/flatTables';
import { type ListLead, readLead } from './blocks/listLeads';
import { attachNextBlockException } from './blocks/nextSentence';
import type { Draft, TableDraft } from './draft';
import { type Scope, sectionScope } from './scope';
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

function readRegion(
  region: Region,
  given: Given,
  flat: ReadonlyMap<Block, readonly TableDraft[]>,
  outer: ReadonlyMap<Block, ListLead | undefined>,
): RegionStatements {
  const { ownNames } = given;
  const statements: Statement[] = [];
  const leads = new Map<Block, ListLead | undefined>();
  const introduced = new Set(region.blocks.flatMap((block) => (block.lead ? [block.lead] : [])));
  for (const block of given.introducing) introduced.add(block);
  const tables = new Set<unknown>();
  const scopes = new Map<Section, Scope>();
  let pending = given.pending;
  let context: readonly Draft[] = [];
  let listed: Listed | undefined;

  for (const block of region.blocks) {
    const scope = getOrMake(scopes, block.section, () => sectionScope(block.section, ownNames));
    let lead: ListLead | undefined;
    if (block.cell) {
      const { table } = block.cell;
      pending = undefined;
      if (tables.has(table)) continue;
      tables.add(table);
      lead = table.lead && (leads.get(table.lead) ?? readLead(sentencesOf(table.lead), ownNames));
    } else {
      lead = block.lead && leadOf(block.lead, block.kind === 'heading' ? outer : leads);
      if (block.kind === 'heading') context = [];
    }
    const introduces = introduced.has(block);
    // "we collect this information": all that the list before it names
    if (listed && block.kind !== 'item') {
      context = [...context, together(listed)];
      listed = undefined;
    }
    const found = blockStatements(
      block,
      { ownNames, section: block.section, scope, lead, introduces, pending, rows: flat.get(block) },
      context,
    );
    attachNextBlockException(statements, block);
    for (const statement of found.statements) statements.push(statement);
    if (block.cell) continue;
    pending = found.pending;
    context = found.context ?? context;
    if (block.kind === 'item' && lead && found.context)
      listed = { lead, drafts: [...(listed?.lead === lead ? listed.drafts : []), ...found.context] };
    if (introduces) leads.set(block, found.lead);
    else if (block.kind === 'paragraph') context = context.slice(-4);
  }
  return { statements, leads, pending };
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
  a.scope.subject === b.scope.subject &&
  a.scope.region.id === b.scope.region.id &&
  a.scope.region.origin === b.scope.region.origin &&
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
