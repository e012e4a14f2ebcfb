import { sourceRange, wordsOf } from '../document/place';
import type { Place, Range } from '../document/types';
import type { Finding } from '../finding';
import type { Policy } from '../policy';
import { isGeneralData } from '../practices/generalData';
import { dataGraph, entityGraph } from '../practices/ontologyGraph';
import type { Action, DataTypeId, Mention, RetentionStatement, Statement } from '../practices/types';
import { limitsOf, purposeLabel, recipientLabels, sourceLabel } from './practiceLabels';

/**
 * The draft as a table: for each type of data what it is used for, who gets it, how long it is kept and where it comes
 * from. Records of processing ask for the same columns (GDPR Art. 30(1)); what the table lacks, the policy lacks.
 */
export interface PracticeMap {
  /** In the order in which the draft first speaks of the data; what it says of personal information in general comes first. */
  readonly rows: readonly PracticeRow[];
}

export const practiceColumns = ['purpose', 'recipient', 'retention', 'source'] as const;
export type PracticeColumn = (typeof practiceColumns)[number];

export interface PracticeRow {
  readonly data: DataTypeId;
  readonly label: string;
  /** Where the draft first names the data. */
  readonly place: Place;
  readonly cells: Readonly<Record<PracticeColumn, PracticeCell>>;
}

export interface PracticeCell {
  readonly entries: readonly PracticeEntry[];
  /** Says nothing of its own, but a wider type of data does: the label of that row. */
  readonly as?: { readonly label: string; readonly place: Place };
  /** Says nothing, though the data is collected. */
  readonly gap?: string;
}

interface PracticeEntry {
  readonly label: string;
  /** The draft says that this is not done. */
  readonly denied: boolean;
  /** Says nothing that a reader could hold the company to ("as long as necessary"). */
  readonly vague: boolean;
  /** What limits it: "with consent", "children". */
  readonly limits: readonly string[];
  /** The sentences, list items or cells that say so, in reading order. */
  readonly places: readonly Place[];
  /** Messages of the contradictions that it takes part in. */
  readonly conflicts: readonly string[];
}

const GENERAL: DataTypeId = 'personal';

/** A contradiction and every place that it speaks of. */
interface Conflict {
  readonly message: string;
  readonly ranges: readonly Range[];
}

export function practiceMap(policy: Policy, findings: readonly Finding[]): PracticeMap {
  const rows = new Map<DataTypeId, RowDraft>();
  const conflicts = conflictsAmong(findings);
  const rowOf = (mention: Mention | undefined, place: Place): RowDraft => {
    const data = !mention || isGeneralData(mention.id) ? GENERAL : mention.id;
    const known = rows.get(data);
    if (known) return known;
    const row = new RowDraft(data, mention?.place ?? place);
    rows.set(data, row);
    return row;
  };
  for (const statement of policy.statements) readStatement(statement, conflicts, rowOf);
  for (const retention of policy.retention) readRetention(retention, conflicts, rowOf);
  return { rows: inOrder([...rows.values()]).map((row) => row.finish([...rows.values()])) };
}

type RowOf = (mention: Mention | undefined, place: Place) => RowDraft;

function readStatement(statement: Statement, conflicts: readonly Conflict[], rowOf: RowOf): void {
  const column = columnOf[statement.action];
  if (!column || statement.actor === 'data_subject' || statement.confidence === 'low') return;
  const place = sentencePlace(statement);
  for (const mention of aboutData(statement)) {
    const row = rowOf(mention, place);
    const messages = conflictsOf(statement, mention, conflicts);
    const add = (to: PracticeColumn, label: string) =>
      row.add(to, {
        label,
        denied: statement.polarity === 'denied',
        limits: limitsOf(statement),
        place,
        // a sentence may name a purpose beside the sharing that is contested: only the contested side is marked
        conflicts: to === column ? messages : [],
      });
    if (statement.actor !== 'first_party') {
      if (statement.polarity === 'affirmed')
        add('recipient', statement.actorName ?? entityGraph.label(statement.actor));
      continue;
    }
    if (column === 'source' && statement.polarity === 'affirmed') row.isCollected = true;
    if (column === 'source') add('source', sourceLabel(statement));
    if (column === 'recipient') for (const label of recipientLabels(statement)) add('recipient', label);
    if (column === 'purpose' || statement.polarity === 'affirmed') {
      // what is had for the data is a price and no use of it
      for (const purpose of statement.purposes)
        if (purpose.id !== 'monetary' || column !== 'recipient') add('purpose', purposeLabel(purpose, statement));
    }
  }
}

function readRetention(retention: RetentionStatement, conflicts: readonly Conflict[], rowOf: RowOf): void {
  if (retention.class === 'none' || retention.class === 'absent') return;
  const { block, start, end } = retention.sentence;
  const place: Place = { block, start, end };
  const words = sourceRange(retention.phrase ?? retention.words);
  const messages = conflicts
    .filter(({ ranges }) => ranges.some((range) => touches(range, words)))
    .map(({ message }) => message);
  const label = wordsOf(retention.phrase ?? retention.words);
  for (const mention of retention.data.length > 0 ? retention.data : [undefined]) {
    rowOf(mention, place).add('retention', {
      label: retention.action === 'delete' && !/delet|eras|remov|destroy/i.test(label) ? `deleted: ${label}` : label,
      denied: false, // the draft's own words say what is not kept
      vague: retention.unstated === true || retention.verdict.startsWith('vague'),
      limits: [],
      place,
      conflicts: messages,
    });
  }
}

/** Which column an action fills; what is kept is read from the statements on retention. */
const columnOf: Readonly<Partial<Record<Action, PracticeColumn>>> = {
  collect: 'source',
  place: 'source',
  use: 'purpose',
  share: 'recipient',
  sell: 'recipient',
  ccpaShare: 'recipient',
  allow: 'recipient',
};

const sentencePlace = ({ evidence: { sentence } }: Statement): Place => ({
  block: sentence.block,
  start: sentence.start,
  end: sentence.end,
});

/** The data of a statement, each type once; a statement that names none speaks of personal information in general. */
function aboutData({ data, action }: Statement): (Mention | undefined)[] {
  if (data.length === 0) return action === 'use' || action === 'share' || action === 'sell' ? [undefined] : [];
  return data.filter(({ id }, i) => data.findIndex((other) => other.id === id) === i);
}

/** The other side of a contradiction carries a hint of its own, which says nothing new. */
function conflictsAmong(findings: readonly Finding[]): Conflict[] {
  return findings
    .filter(({ rule, severity }) => rule.startsWith('contradiction/') && severity !== 'hint')
    .map(({ message, range, related }) => ({
      message,
      ranges: [range, ...related.filter(({ document }) => document === undefined).map((other) => other.range)],
    }));
}

function conflictsOf(statement: Statement, mention: Mention | undefined, conflicts: readonly Conflict[]): string[] {
  const own = sourceRange(statement.evidence.place);
  const others = statement.data.filter(({ id }) => id !== mention?.id).map(({ place }) => sourceRange(place));
  const named = mention && sourceRange(mention.place);
  const isMeant = (range: Range): boolean =>
    touches(range, own) &&
    // where the finding points at one of several types, the rest have no part in it
    ((named && touches(range, named)) || !others.some((other) => touches(range, other)));
  return conflicts.filter(({ ranges }) => ranges.some(isMeant)).map(({ message }) => message);
}

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

function inOrder(rows: RowDraft[]): RowDraft[] {
  const at = ({ data, place }: RowDraft): number => (data === GENERAL ? -1 : sourceRange(place).start);
  return rows.sort((a, b) => at(a) - at(b));
}

interface Addition extends Pick<PracticeEntry, 'label' | 'denied' | 'limits' | 'conflicts'> {
  readonly vague?: boolean;
  readonly place: Place;
}

interface EntryDraft extends PracticeEntry {
  readonly places: Place[];
  readonly conflicts: string[];
}

class RowDraft {
  isCollected = false;
  readonly #entries: Record<PracticeColumn, Map<string, EntryDraft>> = {
    purpose: new Map(),
    recipient: new Map(),
    retention: new Map(),
    source: new Map(),
  };

  constructor(
    readonly data: DataTypeId,
    readonly place: Place,
  ) {}

  get label(): string {
    return this.data === GENERAL ? 'personal information' : dataGraph.label(this.data);
  }

  /** What is said twice stands once, with both of its places. */
  add(column: PracticeColumn, { place, conflicts, vague = false, ...entry }: Addition): void {
    const key = JSON.stringify([entry.label.toLowerCase(), entry.denied, entry.limits]);
    let known = this.#entries[column].get(key);
    if (!known) {
      known = { ...entry, vague, places: [], conflicts: [] };
      this.#entries[column].set(key, known);
    }
    if (!known.places.some((other) => other.block === place.block && other.start === place.start))
      known.places.push(place);
    for (const message of conflicts) if (!known.conflicts.includes(message)) known.conflicts.push(message);
  }

  entries(column: PracticeColumn): PracticeEntry[] {
    return [...this.#entries[column].values()];
  }

  #isHandled(): boolean {
    return practiceColumns.some((column) => this.entries(column).some(({ denied }) => !denied));
  }

  finish(rows: readonly RowDraft[]): PracticeRow {
    const cells = Object.fromEntries(practiceColumns.map((column) => [column, this.#cell(column, rows)]));
    const { data, label, place } = this;
    return { data, label, place, cells: cells as Record<PracticeColumn, PracticeCell> };
  }

  #cell(column: PracticeColumn, rows: readonly RowDraft[]): PracticeCell {
    const entries = this.entries(column);
    // of data that is only denied nothing more has to be said
    if (entries.length > 0 || !this.#isHandled()) return { entries };
    const wider = rows
      .filter((row) => row !== this && row.entries(column).some(({ denied }) => !denied))
      .filter(({ data }) => data === GENERAL || dataGraph.relate(this.data, data).relation === '<');
    // the narrowest of them speaks: one that all the others contain
    const nearest = wider.find(({ data }) =>
      wider.every((other) => other.data === data || other.data === GENERAL || dataGraph.isA(data, other.data)),
    );
    const said = nearest?.entries(column).find(({ denied }) => !denied)?.places[0];
    if (nearest && said) return { entries, as: { label: nearest.label, place: said } };
    const isAsked = this.isCollected && gaps[column] !== undefined;
    // what is said of the types of data one by one needs no general sentence beside it
    const isSaidOfParts = this.data === GENERAL && rows.some((row) => row.entries(column).length > 0);
    return isAsked && !isSaidOfParts ? { entries, gap: gaps[column] } : { entries };
  }
}

/** What every policy has to say of data that it collects: GDPR Art. 13(1)(c), 13(2)(a); Cal. Civ. Code 1798.100(a). */
const gaps: Readonly<Partial<Record<PracticeColumn, string>>> = {
  purpose: 'no purpose stated',
  retention: 'no period stated',
};
