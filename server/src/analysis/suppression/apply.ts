import type { Range } from '../document/types';
import type { Finding, RuleId } from '../finding';
import { isDay } from './directive';
import type { NameUse, ProjectSuppression, ProjectSuppressionUse, Suppression, SuppressionUse } from './types';

/** What is known of rules by the names that suppressions use. */
export interface RuleNames {
  /** The name is a rule's id, another name of it, or its family's. */
  isKnown(name: string): boolean;
  closest(name: string): string | undefined;
  names(name: string, rule: string): boolean;
  /** Whether some rule of that name ran on this draft. */
  ran(name: string): boolean;
}

export interface Circumstances {
  /** YYYY-MM-DD. */
  readonly today: string | undefined;
  /** A finding about several things, about some of them only. */
  only(finding: Finding, rules: ReadonlySet<RuleId>): Finding | undefined;
}

/** Takes out the findings that are suppressed, or parts of them, and tells what became of each suppression. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  project: readonly ProjectSuppression[],
  rules: RuleNames,
  { today, only }: Circumstances,
): { findings: Finding[]; uses: SuppressionUse[]; projectUses: ProjectSuppressionUse[] } {
  const entries: Entry[] = suppressions.flatMap((suppression) => {
    if (hasEnded(suppression.until?.text, today)) return [];
    return suppression.rules.map((name, i) => ({ key: name, rule: name.text, covered: suppression.covered[i] }));
  });
  const inProject = project.filter(({ until }) => !hasEnded(until, today));
  for (const suppression of inProject) entries.push({ key: suppression, rule: suppression.rule });
  const silencedBy = new Map<unknown, number>();
  const isSilenced = (finding: Finding, rule: RuleId): boolean => {
    const found = entries.filter((entry) => covers(entry, finding) && rules.names(entry.rule, rule));
    for (const { key } of found) silencedBy.set(key, (silencedBy.get(key) ?? 0) + 1);
    return found.length > 0;
  };
  const left = (finding: Finding): Finding | undefined => {
    if (isSilenced(finding, finding.rule)) return undefined;
    const parts = finding.parts?.filter(({ rule }) => !isSilenced(finding, rule));
    if (!parts || parts.length === finding.parts?.length) return finding;
    return parts.length > 0 ? only(finding, new Set(parts.map(({ rule }) => rule))) : undefined;
  };
  const after = entries.length > 0 ? new Map(findings.map((finding) => [finding, left(finding)])) : undefined;
  const silenced = new Set(findings.filter((finding) => after && !after.get(finding)));
  for (const mirror of mirrorsOf(silenced, findings)) silenced.add(mirror);
  return {
    findings: findings.flatMap((finding) => (silenced.has(finding) ? [] : [after?.get(finding) ?? finding])),
    projectUses: inProject.map((suppression) => ({
      suppression,
      ran: rules.ran(suppression.rule),
      silenced: silencedBy.get(suppression) ?? 0,
    })),
    uses: suppressions.map((suppression) => ({
      suppression,
      ended: hasEnded(suppression.until?.text, today),
      names: suppression.rules.map((name): NameUse => {
        const known = rules.isKnown(name.text);
        const near = known ? undefined : rules.closest(name.text);
        return { name, known, near, ran: known && rules.ran(name.text), silenced: silencedBy.get(name) ?? 0 };
      }),
    })),
  };
}

interface Entry {
  readonly key: unknown;
  readonly rule: string;
  /** Everywhere where undefined. */
  readonly covered?: Range;
}

function covers({ covered }: Entry, { range }: Finding): boolean {
  return !covered || (range.start >= covered.start && range.start < covered.end);
}

/** Whether a last day is over. Without today's date, or where the day cannot be read, nothing ends. */
export function hasEnded(until: string | undefined, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && isDay(until) && until < today;
}

/** A hint that shows the other side of a finding goes with it: all that it points to is silenced. */
function* mirrorsOf(silenced: ReadonlySet<Finding>, findings: readonly Finding[]): Iterable<Finding> {
  if (silenced.size === 0) return;
  const places = new Set([...silenced].map(({ rule, range }) => `${rule} ${range.start} ${range.end}`));
  for (const finding of findings) {
    if (finding.severity !== 'hint' || finding.related.length === 0) continue;
    if (finding.related.every(({ range }) => places.has(`${finding.rule} ${range.start} ${range.end}`))) yield finding;
  }
}
