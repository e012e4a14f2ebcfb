import type { Policy } from '../policy';
import type { Severity } from '../severity';
import type { AnalysisOptions } from '../types';
import { groupsOf } from './groups';
import type { Report, RuleId } from './types';

/** From the gravest on. */
export const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

export function isOn(id: string, shipped: Severity | 'off', options: AnalysisOptions): boolean {
  return (setting(options, id) ?? shipped) !== 'off';
}

function setting({ severities }: AnalysisOptions, rule: RuleId): Severity | 'off' | undefined {
  if (!severities) return undefined;
  const names = [rule, ...groupsOf(rule), rule.slice(0, rule.indexOf('/'))];
  return names.map((name) => severities[name]).find((severity) => severity !== undefined);
}

/** A report without those of its parts that are switched off; undefined where none is left. */
export function withPartsOn(report: Report, options: AnalysisOptions): Report | undefined {
  const { parts } = report;
  if (!parts) return report;
  const on = parts.rules.filter(({ rule }) => setting(options, rule) !== 'off');
  if (on.length === parts.rules.length) return report;
  return on.length > 0 ? parts.only(new Set(on.map(({ rule }) => rule))) : undefined;
}

/** The severity that the author chose for a finding; of one about several things the gravest chosen for any of them. */
export function chosenFor(
  id: RuleId,
  own: Severity,
  { parts }: Report,
  options: AnalysisOptions,
): Severity | 'off' | undefined {
  const byId = options.severities?.[id];
  if (byId !== undefined || !parts) return byId ?? setting(options, id);
  const chosen = parts.rules.map(({ rule }) => setting(options, rule));
  if (chosen.every((severity) => severity === undefined)) return undefined;
  const all = chosen.flatMap((severity) => (severity === 'off' ? [] : [severity ?? own]));
  return all.reduce((a, b) => (ranks[b] < ranks[a] ? b : a), 'hint');
}

/** What rests on a regime that nobody confirmed is no error. */
export function capped(severity: Severity, report: Report, policy: Policy): Severity {
  if (severity !== 'error' || report.regime === undefined) return severity;
  const regime = policy.regimes.find((active) => active.id === report.regime);
  return regime?.source === 'text' ? 'warning' : severity;
}
