import { wordsOf } from '../../document/place';
import type { Block, Section } from '../../document/types';
import { selected } from '../../kept';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { isGeneralData } from '../../practices/generalData';
import { dataGraph } from '../../practices/ontologyGraph';
import { isOfRemainder } from '../../practices/retention/labels';
import type { RetentionStatement } from '../../practices/types';
import { disputed } from '../contradiction/pairs/retentionConflicts';

/** Verdicts from which a reader cannot work out a period. */
const VAGUE = new Set(['vague', 'vague (discretion)', 'weak criteria', 'absent (deferred)']);
const CONCRETE = new Set(['specific', 'weakened fixed', 'event-bound', 'criteria acceptable']);
/** So many periods for data of its own each carry out what a general sentence announces. */
const SEVERAL = 3;
const LISTED = 2;

/** Says that data is kept, but not how long; what says it only in passing ("we may keep a record") is none. */
export const isVague = ({ verdict, unstated, residual, action, sentence }: RetentionStatement): boolean =>
  VAGUE.has(verdict) && !unstated && !isExample(sentence) && !(residual && verdict === 'vague' && action !== 'delete');

/** "For example, we may keep …", also over a list ("for example, we may keep it:"): what a sentence before says as a rule is reported there. */
const isExample = ({ tokens, block }: Sentence): boolean =>
  (tokens[0]?.lower === 'for' && (tokens[1]?.lower === 'example' || tokens[1]?.lower === 'instance')) ||
  (block.lead !== undefined && EXAMPLES_FOLLOW.test(block.lead.text.slice(-EXAMPLE_REACH)));

/** The last sentence of what introduces a list, as far back as a short one goes, in UTF-16 units. */
const EXAMPLE_REACH = 120;
const EXAMPLES_FOLLOW = /(?:^|[.;] )for (?:example|instance),? we may\b[^.]*:\s*$/i;

export const isConcrete = ({ verdict }: RetentionStatement): boolean => CONCRETE.has(verdict);

/** About all data, not about one kind. */
export const isGeneral = ({ data, object }: RetentionStatement): boolean =>
  object === undefined && data.every(({ id }) => isGeneralData(id));

/** Last words of what names the data, in the singular: "your reviews" gives "review". */
export const nounsOf = ({ object, data }: RetentionStatement): string[] =>
  [...(object ? [object] : []), ...data.map(({ place }) => place)].map(
    (place) => wordsOf(place).toLowerCase().replace(/s$/, '').split(' ').pop() ?? '',
  );

/** The outermost section around a place, the title of the whole draft left out. */
function chapter(section: Section): Section {
  let top = section;
  while (top.parent && top.parent.level > 1) top = top.parent;
  return top;
}

/** What the concrete statements of one part of a draft speak of. */
class Coverage {
  private readonly nouns = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly listed = new Set<Block>();
  private all = false;

  add(statement: RetentionStatement): void {
    if (isGeneral(statement) && statement.class !== 'none_kept') this.all = true;
    if (statement.kind !== 'prose') this.listed.add(statement.words.block);
    for (const noun of nounsOf(statement)) this.nouns.add(noun);
    for (const { id } of statement.data) this.ids.add(id);
  }

  /** Covers all data: by one period, or by a list or table that a general sentence only introduces. */
  ofAll(): boolean {
    return this.all || this.listed.size >= LISTED || this.nouns.size > SEVERAL;
  }

  /** Covers the same data, or data that holds it. */
  of(statement: RetentionStatement): boolean {
    if (nounsOf(statement).some((noun) => this.nouns.has(noun))) return true;
    if (statement.object) return false;
    return statement.data.every(
      ({ id }) =>
        isGeneralData(id) || dataGraph.ancestors(id).some((wider) => !isGeneralData(wider) && this.ids.has(wider)),
    );
  }

  coversAll(): boolean {
    return this.all;
  }
}

/** Speaks of data in general, whatever its event names besides ("information … until you close your profile"). */
const namesGeneralData = ({ data, class: name }: RetentionStatement): boolean =>
  name !== 'none_kept' && data.some(({ id }) => isGeneralData(id));

interface Index {
  /** Paragraphs that give a period for data in general. */
  readonly paragraphs: ReadonlySet<Block>;
  readonly chapters: ReadonlyMap<Section, Coverage>;
  readonly tables: Coverage;
  /** A period for "any" or "all" personal data, wherever it stands. */
  readonly sweeping: boolean;
}

/** "Any personal information is stored for 12 months". */
const isSweeping = (statement: RetentionStatement): boolean =>
  isGeneral(statement) &&
  statement.class !== 'none_kept' &&
  statement.data.some(({ place: { block, start, end } }) =>
    /\b(?:any|all)(?: of)?(?: (?:your|the|other))? ?(?:\w+ )?(?:data|information)$/i.test(
      block.text.slice(Math.max(0, start - 20), end),
    ),
  );

function indexOf(
  retention: Policy['retention'],
  contested: ReadonlySet<RetentionStatement>,
  counts: (statement: RetentionStatement) => boolean,
): Index {
  const chapters = new Map<Section, Coverage>();
  const tables = new Coverage();
  const paragraphs = new Set<Block>();
  let sweeping = false;
  for (const statement of retention) {
    if (!counts(statement) || contested.has(statement)) continue;
    const here = chapter(statement.words.block.section);
    const coverage = chapters.get(here) ?? new Coverage();
    chapters.set(here, coverage);
    coverage.add(statement);
    sweeping ||= isSweeping(statement);
    if (statement.kind === 'table') tables.add(statement);
    if (namesGeneralData(statement)) paragraphs.add(statement.words.block);
  }
  return { chapters, tables, paragraphs, sweeping };
}

const indexesOf = selected(
  (policy: Policy) => [policy.retention, disputed(policy)],
  (retention, contested) => ({
    concrete: indexOf(retention, contested, isConcrete),
    exact: indexOf(retention, contested, ({ verdict }) => verdict === 'specific'),
  }),
);

/**
 * Whether other words complete a vague sentence: a period for the same data or for all data in the same part of the
 * draft, a table row for that data, or a row of periods that a general sentence only introduces. A number without an end
 * is completed by an exact one only. What is itself contradicted completes nothing.
 */
export function isCompleted(statement: RetentionStatement, policy: Policy): boolean {
  const indexes = indexesOf(policy);
  const { chapters, tables, paragraphs, sweeping } = VAGUE.has(statement.verdict) ? indexes.concrete : indexes.exact;
  const near = chapters.get(chapter(statement.words.block.section));
  // what the other sentences leave over is completed by none of them
  if (isOfRemainder(statement.sentence)) return sweeping || (near?.coversAll() ?? false);
  if (isGeneral(statement)) return sweeping || paragraphs.has(statement.words.block) || (near?.ofAll() ?? false);
  return near?.coversAll() || near?.of(statement) || tables.of(statement);
}

/** Whether the same part of the draft says until when copies are kept ("backups are overwritten within 35 days"). */
export function areCopiesLimited(statement: RetentionStatement, policy: Policy): boolean {
  const here = chapter(statement.words.block.section);
  return policy.retention.some(
    (other) =>
      (other.residual || (other.action === 'delete' && follows(other.sentence, statement.sentence))) &&
      other.verdict === 'specific' &&
      chapter(other.words.block.section) === here,
  );
}

/** Right behind, in the same paragraph: "We keep a copy. It is deleted within a month." */
const follows = (later: Sentence, { block, index }: Sentence): boolean =>
  later.block === block && later.index === index + 1;
