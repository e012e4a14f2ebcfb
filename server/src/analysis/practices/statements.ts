import type { Block, PolicyDocument, Region, Section, Table } from '../document/types';
import { getOrMake, isSameList, kept } from '../kept';
import { type Clause, readClauses } from '../language/clauses';
import type { Sentence, Token } from '../language/types';
import { resolve } from './anaphora';
import { clauseStatements } from './clauseStatements';
import { type Draft, placeOf } from './draft';
import { flatTables } from './flatTables';
import { cleft, labelledValue, openQuestion } from './fragments';
import { inclusionStatements } from './inclusions';
import { itemStatements, type ListLead, labelledList, readLead } from './lists';
import { attachNextSentenceExceptions } from './nextSentence';
import { answerOf, questionDrafts } from './questions';
import { type Scope, sectionScope, sentenceScope } from './scope';
import { sentencesOf } from './sentences';
import { type TableDraft, tableStatements } from './tables';
import type { Evidence, EvidenceKind, Statement } from './types';

/** A question that awaits its answer. */
interface Pending {
  readonly drafts: readonly Draft[];
  readonly sentence: Sentence;
  /** "What do we collect?": the names in the answer fill it in. */
  readonly open?: ListLead | undefined;
}

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

  for (const block of region.blocks) {
    const scope = getOrMake(scopes, block.section, () => sectionScope(block.section));
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
    const found = blockStatements(
      block,
      { ownNames, section: block.section, scope, lead, introduces, pending, rows: flat.get(block) },
      context,
    );
    for (const statement of found.statements) statements.push(statement);
    if (block.cell) continue;
    pending = found.pending;
    context = found.context ?? context;
    if (introduces) leads.set(block, found.lead);
    else if (block.kind === 'paragraph') context = context.slice(-4);
  }
  return { statements, leads, pending };
}

/** What is read from a block, or from the table whose first cell it is. */
interface BlockStatements {
  readonly statements: readonly Statement[];
  /** What it speaks of last; undefined where it leaves that as it was. */
  readonly context: readonly Draft[] | undefined;
  /** A question at its end. */
  readonly pending: Pending | undefined;
  /** What it introduces. */
  readonly lead: ListLead | undefined;
}

/** What it depends on beside the block itself and what was spoken of before. */
interface GivenBlock {
  readonly ownNames: readonly string[];
  /** Whoever reads the statements may ask for the titles above them. */
  readonly section: Section;
  readonly scope: Scope;
  readonly lead: ListLead | undefined;
  readonly introduces: boolean;
  readonly pending: Pending | undefined;
  readonly rows: readonly TableDraft[] | undefined;
}

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

function readTable(table: Table, { lead, scope }: GivenBlock): BlockStatements {
  const statements = tableStatements(table, sentencesOf, lead).map((row) =>
    finished(scope, row.draft, row.sentence, 'table', row.lead),
  );
  return { statements, context: undefined, pending: undefined, lead: undefined };
}

/** `before` gives what was spoken of before the block. */
function readBlock(
  block: Block,
  { ownNames, scope, lead, introduces, pending: asked, rows }: GivenBlock,
  before: () => readonly Draft[],
): BlockStatements {
  const statements: Statement[] = (rows ?? []).map((row) =>
    finished(scope, row.draft, row.sentence, 'table', row.lead),
  );
  const sentences = sentencesOf(block);
  const label = labelOf(block, sentences, ownNames);
  const first = statements.length;
  let pending = asked;
  let context: readonly Draft[] | undefined;
  for (const sentence of sentences) {
    const answer = pending && answerOf(sentence);
    if (pending && answer) {
      for (const draft of pending.drafts) {
        const polarity = answer === 'no' ? 'denied' : 'affirmed';
        statements.push(
          finished(scope, { ...draft, polarity }, sentence, 'questionAndAnswer', { sentence: pending.sentence }),
        );
      }
    }
    const clauses = pending?.open ? readClauses(sentence) : [];
    if (pending?.open && block.kind !== 'heading' && lead !== pending.open && !clauses.some(isSaid)) {
      const own = clauses.flatMap((clause) => clauseStatements(clause, ownNames));
      const named = sentence.question
        ? []
        : (itemStatements(sentence, clauses, pending.open, own, ownNames, true) ?? []);
      for (const draft of named)
        statements.push(finished(scope, draft, sentence, 'questionAndAnswer', { sentence: pending.sentence }));
    }
    // "A:" stands before the answer
    if (pending && sentence.tokens.length < 3 && sentence.tokens.at(-1)?.lower === ':') continue;
    pending = undefined;
    if (sentence.question) {
      pending = { drafts: questionDrafts(sentence, ownNames), open: openQuestion(sentence, ownNames), sentence };
      continue;
    }
    if (block.kind === 'heading') continue;
    if (lead?.muted) continue;
    const known = context;
    const spokenBefore = known ? () => known : before;
    const drafts = readSentence(
      sentence,
      lead ?? (sentence.index === 1 ? label : undefined),
      spokenBefore,
      sentence.index === 1 && block.runIn ? sentences[0] : undefined,
      ownNames,
    );
    let spoken: Draft | undefined;
    for (const { draft, kind } of drafts) {
      const resolved = resolve(draft, () => spoken ?? spokenBefore().at(-1), sentence);
      if (resolved && resolved.data.length > 0) spoken = resolved;
      if (resolved)
        statements.push(finished(scope, resolved, sentence, kind, kind === 'list' ? (lead ?? label) : undefined));
    }
    if (drafts.some(({ draft }) => draft.data.length > 0))
      context = drafts.map(({ draft }) => draft).filter((draft) => draft.data.length > 0);
  }
  attachNextSentenceExceptions(statements, first, sentences);
  const introduced = introduces
    ? (pending?.open ?? readLead(sentences, ownNames, lead, context ?? before()))
    : undefined;
  return { statements, context, pending, lead: introduced };
}

/** A clause that says something of its own, so that its sentence is no list of names. */
const isSaid = ({ embedding }: Clause): boolean => embedding !== 'relative' && embedding !== 'participle';

/** "Data we collect: name, e-mail address": a run-in label introduces the sentence behind it. */
function labelOf(block: Block, sentences: readonly Sentence[], ownNames: readonly string[]): ListLead | undefined {
  const [title] = sentences;
  if (!block.runIn || !title || title.end > block.runIn.end + 1) return undefined;
  const label = readLead([title], ownNames);
  return label && label.drafts.length > 0 ? label : undefined;
}

/** The lead that rules an item: its own, or the nearest above it that says what is done. */
function leadOf(block: Block, leads: ReadonlyMap<Block, ListLead | undefined>): ListLead | undefined {
  for (let at: Block | undefined = block, guard = 0; at && guard < 8; at = at.lead, guard++) {
    const lead = leads.get(at);
    if (lead) return lead;
    if (at.kind === 'heading') return undefined;
  }
  return undefined;
}

interface Read {
  readonly draft: Draft;
  readonly kind: EvidenceKind;
}

function readSentence(
  sentence: Sentence,
  lead: ListLead | undefined,
  before: () => readonly Draft[],
  title: Sentence | undefined,
  ownNames: readonly string[],
): Read[] {
  const clauses = readClauses(sentence);
  const context = (): readonly Draft[] => (before().length > 0 ? before() : (lead?.drafts ?? []));
  const included = inclusionStatements(sentence, clauses, context, ownNames);
  if (included.length > 0) return included.map((draft) => ({ draft, kind: 'prose' }));
  const own = clauses.flatMap((clause) => clauseStatements(clause, ownNames));
  const fragments =
    own.length > 0 ? [] : [...cleft(clauses, ownNames), ...labelledValue(sentence, clauses, title, ownNames)];
  if (fragments.length > 0) return fragments.map((draft) => ({ draft, kind: 'prose' }));
  if (lead) {
    const fromLead = itemStatements(sentence, clauses, lead, own, ownNames);
    if (fromLead) return fromLead.map((draft) => ({ draft, kind: 'list' }));
  }
  return [...own, ...(own.length === 0 ? labelledList(sentence, clauses, ownNames) : [])].map((draft) => ({
    draft,
    kind: 'prose',
  }));
}

function finished(
  within: Scope,
  draft: Draft,
  sentence: Sentence,
  kind: EvidenceKind,
  lead?: { readonly sentence: Sentence },
): Statement {
  const { clause, anaphors: _anaphors, open: _open, ...statement } = draft;
  const scope = sentenceScope(clause.sentence, within);
  const leadPlace = lead && placeOf(lead.sentence, { first: 0, last: lead.sentence.tokens.length - 1 });
  const evidence: Evidence = {
    place: kind === 'prose' ? clausePlace(draft, sentence) : trimmed(sentence),
    sentence,
    ...(leadPlace && { lead: leadPlace }),
    kind,
  };
  // a heading about children or applicants limits what is denied below it; what is affirmed there must name them itself
  const ownScope = sentenceScope(clause.sentence, { subject: 'any', region: scope.region });
  const byHeading = scope.subject !== 'any' && ownScope.subject === 'any' && statement.polarity === 'affirmed';
  return {
    ...statement,
    subject: scope.subject,
    region: scope.region,
    ...(scope.product && !statement.product && { product: scope.product }),
    evidence,
    confidence: byHeading ? 'low' : statement.confidence,
  };
}

/** The words of the clause, without the punctuation around it. */
function clausePlace(draft: Draft, sentence: Sentence) {
  if (draft.clause.sentence !== sentence) return trimmed(sentence);
  const { clause } = draft;
  const first =
    clause.embedding === 'main' && clause.subject
      ? Math.min(clause.subject.first, clause.group.first)
      : clause.group.first;
  let last = Math.max(clause.to - 1, clause.group.verb);
  while (
    last > first &&
    (sentence.tokens[last] as Token).kind === 'punctuation' &&
    (sentence.tokens[last] as Token).lower !== ')'
  )
    last--;
  return placeOf(sentence, { first, last });
}

function trimmed(sentence: Sentence) {
  let last = sentence.tokens.length - 1;
  while (last > 0 && /^[.;:,]$/.test((sentence.tokens[last] as Token).lower)) last--;
  return placeOf(sentence, { first: 0, last });
}
