import type { ChecklistItem } from '../../analysis/disclosures/types';
import { sourceRange, wholeBlock } from '../../analysis/document/place';
import type { Place } from '../../analysis/document/types';
import type { Sentence } from '../../analysis/language/types';
import type { Policy } from '../../analysis/policy';
import type { Mention, RetentionStatement, Statement } from '../../analysis/practices/types';
import type { Analysis } from '../../analysis/types';
import type { LineIndex, LineRange } from '../../drafts/lineIndex';
import { linesOf } from '../../drafts/linesOf';

/**
 * What was read in one document, as one line: the contract that other tools read. Members may be added, never renamed.
 * @param name what the document is known by: its path, or the id it came with
 */
export function inspectionLine(name: Name, analysis: Analysis, lines: LineIndex): string {
  const rangeOf: RangeOf = (place) => lines.rangeOf(sourceRange(place));
  const { policy } = analysis;
  const inspection = {
    ...name,
    regimes: analysis.regimes.filter(({ state }) => state === 'active').map(({ id, source }) => ({ id, source })),
    sections: policy.document.sections.flatMap(({ title, level, heading }) =>
      heading ? [{ title, level, range: rangeOf(wholeBlock(heading)) }] : [],
    ),
    // what was only guessed is kept to ourselves
    statements: policy.statements.filter(isSure).map((statement) => statementOf(statement, rangeOf)),
    retention: policy.retention.filter(isAboutRetention).map((retention) => retentionOf(retention, rangeOf)),
    disclosures: analysis.checklist.map((item) => disclosureOf(item, policy, rangeOf)),
  };
  return `${JSON.stringify(inspection)}\n`;
}

const isSure = ({ confidence }: Statement): boolean => confidence === 'high';

type Name = { readonly path: string } | { readonly id: string | number | null };

function disclosureOf({ id, status, places, elsewhere }: ChecklistItem, policy: Policy, rangeOf: RangeOf) {
  if (!elsewhere) return { id, status, ranges: places.map(rangeOf) };
  const lines = linesOf(policy, elsewhere.document);
  const there = lines ? elsewhere.places.map((place) => lines.rangeOf(sourceRange(place))) : [];
  const { document, checked } = elsewhere;
  return { id, status, ranges: places.map(rangeOf), elsewhere: { path: document, checked, ranges: there } };
}

type RangeOf = (place: Place) => LineRange;

function statementOf(statement: Statement, rangeOf: RangeOf) {
  const { actor, actorName, action, polarity, subject, modality, evidence } = statement;
  return {
    range: rangeOf(evidence.place),
    text: textAround(evidence.sentence),
    actor: actorName ?? actor,
    action,
    polarity,
    data: idsOf(statement.data),
    recipients: statement.recipients.map(({ id, name }) => name ?? id),
    purposes: idsOf(statement.purposes),
    conditions: statement.conditions.map(({ kind }) => kind),
    exceptions: statement.exceptions.map(({ kind }) => kind),
    subject,
    modality,
    region: statement.region.id,
    sense: statement.sense,
    exclusive: statement.exclusive,
    evidence: evidence.kind,
    confidence: statement.confidence,
  };
}

/** `absent` and `none` speak of no retention at all. */
function isAboutRetention(retention: RetentionStatement): boolean {
  return retention.class !== 'absent' && retention.class !== 'none';
}

function retentionOf(retention: RetentionStatement, rangeOf: RangeOf) {
  return {
    range: rangeOf(retention.words),
    text: textAround(retention.sentence),
    class: retention.class,
    verdict: retention.verdict,
    durations: retention.durations,
    data: idsOf(retention.data),
  };
}

function idsOf(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.map(({ id }) => id))];
}

/** Longest item that is quoted whole, in UTF-16 units, and most cells of such a row. */
const LONGEST = 2000;
const MOST_CELLS = 50;

/** The sentence, list item or table row as read; of an endless one the sentence, or the cell. */
function textAround({ block, start, end }: Sentence): string {
  if (block.cell) {
    const row = block.cell.table.rows[block.cell.row];
    return row.length > MOST_CELLS ? block.text : row.flatMap((cell) => cell?.text ?? []).join(' | ');
  }
  return block.kind === 'item' && block.text.length <= LONGEST ? block.text : block.text.slice(start, end);
}
