import { sourceRange } from '../document/place';
import type { Place } from '../document/types';
import { kept } from '../kept';
import type { Sentence } from '../language/types';
import type { Policy } from '../policy';
import { sentencesOf } from '../practices/sentences';
import type { AnalysisOptions } from '../types';
import { capped, chosenFor } from './severities';
import type { Finding, Report, Rule } from './types';

/** What a report says to the author of a draft; undefined where the author switched it off. */
export function toFinding(rule: Rule, report: Report, policy: Policy, options: AnalysisOptions): Finding | undefined {
  const id = report.rule ?? rule.id;
  const own = report.severity ?? (rule.severity === 'off' ? 'information' : rule.severity);
  const chosen = chosenFor(id, own, report, options);
  if (chosen === 'off') return undefined;
  const { fixes = [] } = report;
  let found = typeof fixes === 'function' ? undefined : fixes;
  return {
    rule: id,
    // the author's own setting stands; it cannot raise what the rule itself marks as a hint (the mirror of another finding)
    severity: chosen !== undefined && own !== 'hint' ? chosen : capped(own, report, policy),
    message: report.message,
    range: sourceRange(report.place),
    text: textOf(report.place),
    related: (report.related ?? []).map((related) => ({
      range: sourceRange(related.place),
      text: textOf(related.place),
      message: related.message,
      ...(related.document !== undefined && { document: related.document }),
    })),
    citations: report.citations ?? rule.citations,
    get fixes() {
      if (!found && typeof fixes === 'function') found = fixes(policy);
      return found ?? [];
    },
    explanation: report.explanation ?? [],
    ...(report.parts && { parts: report.parts.rules }),
  };
}

/** A rule that reports the same again gives the same place. */
const textOf = kept((place: Place): string => enclosing(place));

/** Most cells of a row that is quoted whole; of a longer one the cell alone is. */
const MOST_CELLS = 50;

/** The sentence, list item or table row around a place, as reading text. */
function enclosing({ block, start, end }: Place): string {
  if (block.cell) {
    const row = block.cell.table.rows[block.cell.row] ?? [];
    if (row.length > MOST_CELLS) return block.text;
    const text = row.map((cell) => cell?.text ?? '').join(' | ');
    return text.trim() || block.text;
  }
  const sentences = sentencesOf(block);
  const first = sentences[indexAfter(sentences, start)];
  if (!first || first.start >= end) return block.text.trim() || block.section.title || '…';
  let last = first;
  for (let i = first.index + 1; i < sentences.length && sentences[i].start < end; i++) last = sentences[i];
  const text = block.text.slice(Math.min(first.start, start), Math.max(last.end, end));
  return text.trim() || block.section.title || '…';
}

/** Index of the first sentence that ends behind an offset. */
function indexAfter(sentences: readonly Sentence[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
