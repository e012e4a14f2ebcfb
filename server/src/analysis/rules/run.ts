import { regimeIds } from '../disclosures/catalogue';
import { factLabels } from '../disclosures/facts';
import { sourceRange } from '../document/place';
import type { Place } from '../document/types';
import { factsOf, settingProblems as settingProblemsIn, severitiesOf } from '../draftSettings/apply';
import { kept } from '../kept';
import type { Sentence } from '../language/types';
import type { Policy } from '../policy';
import { readsLikePolicy } from '../policyRecognition';
import { otherLanguage as languageOf } from '../practices/draftLanguage';
import { sentencesOf } from '../practices/sentences';
import type { Severity } from '../severity';
import { applySuppressions } from '../suppression/apply';
import { readSuppressions } from '../suppression/coverage';
import type { SuppressionUse } from '../suppression/types';
import type { Analysis, AnalysisOptions } from '../types';
import { groupsOf } from './groups';
import { rules as allRules } from './index';
import { knownRuleNames, ruleNames, rulesNamed } from './names';
import { reportsOf } from './reports';
import type { Finding, Report, ReportParts, Rule, RuleId } from './types';
import { notAPolicy } from './wording/notAPolicy';
import { otherLanguage } from './wording/otherLanguage';

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/**
 * Runs every rule that is switched on, takes out what is suppressed, and looks at the suppressions last. A rule that
 * throws is named and left out; the rest still report.
 */
export function runRules(
  policy: Policy,
  given: AnalysisOptions,
): Pick<Analysis, 'findings' | 'failedRules' | 'projectSuppressions'> {
  const options = { ...given, severities: severitiesOf(policy.document, given.severities, { rulesNamed }) };
  const failedRules: { rule: string; error: string }[] = [];
  const fail = ({ id }: Rule, error: unknown) => {
    const why = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    failedRules.push({ rule: id, error: why });
  };
  const rules = readableBy(policy, options);
  const knownNames = { regimes: regimeIds, facts: () => factLabels.keys(), rulesNamed, rules: knownRuleNames };
  const settingProblems = settingProblemsIn(policy.document, knownNames);
  /** What the findings that speak of several things came from. */
  const composed = new Map<Finding, { readonly rule: Rule; readonly parts: ReportParts }>();
  const run = (chosen: readonly Rule[], suppressions: readonly SuppressionUse[]): Finding[] => {
    const findings: Finding[] = [];
    const facts = factsOf(policy.document, options.project?.facts);
    const context = {
      policy,
      suppressions,
      settingProblems,
      ...(options.today !== undefined && { today: options.today }),
      ...(facts && { facts }),
    };
    for (const rule of chosen) {
      if (!isOn(rule.id, rule.severity, options)) continue;
      try {
        for (const whole of reportsOf(rule, context)) {
          const report = withPartsOn(whole, options);
          const finding = report && toFinding(rule, report, policy, options);
          if (!finding) continue;
          findings.push(finding);
          if (report.parts) composed.set(finding, { rule, parts: report.parts });
        }
      } catch (error) {
        fail(rule, error);
      }
    }
    return findings;
  };
  /** The finding about some of its parts only. */
  const only = (finding: Finding, wanted: ReadonlySet<RuleId>): Finding | undefined => {
    const source = composed.get(finding);
    if (!source) return finding;
    try {
      return toFinding(source.rule, source.parts.only(wanted), policy, options);
    } catch (error) {
      fail(source.rule, error);
      return undefined;
    }
  };
  const all = run(
    rules.filter(({ runs }) => runs !== 'last'),
    [],
  );
  const { findings, uses, projectUses } = applySuppressions(
    all,
    readSuppressions(policy.document),
    options.suppressions ?? [],
    ruleNames((id, severity) => isOn(id, severity, options), policy.checklist),
    { today: options.today, only },
  );
  findings.push(
    ...run(
      rules.filter(({ runs }) => runs === 'last'),
      uses,
    ),
  );
  findings.sort(
    (a, b) =>
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      ranks[a.severity] - ranks[b.severity] ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return { findings, failedRules, ...(projectUses.length > 0 && { projectSuppressions: projectUses }) };
}

/**
 * Of a draft in another language nothing is said but that, and a text that is no policy is asked for nothing that one has to
 * say; whoever switches these rules off, or names the laws to check by, has it checked all the same.
 */
function readableBy(policy: Policy, { severities, regimes }: AnalysisOptions): readonly Rule[] {
  const { document } = policy;
  if (severities?.[otherLanguage.id] !== 'off' && languageOf(policy) !== undefined) return [otherLanguage];
  if (severities?.[notAPolicy.id] === 'off' || regimes || readsLikePolicy(document.source, document.format)) {
    return allRules.filter((rule) => rule !== notAPolicy);
  }
  return allRules.filter(({ id }) => id === notAPolicy.id || !OF_POLICIES.test(id));
}

/** Families of rules about what a policy has to say, and how. */
const OF_POLICIES = /^(?:disclosure|retention|consistency|wording)\//;

function isOn(id: string, shipped: Severity | 'off', options: AnalysisOptions): boolean {
  return (setting(options, id) ?? shipped) !== 'off';
}

function setting({ severities }: AnalysisOptions, rule: RuleId): Severity | 'off' | undefined {
  if (!severities) return undefined;
  const names = [rule, ...groupsOf(rule), rule.slice(0, rule.indexOf('/'))];
  return names.map((name) => severities[name]).find((severity) => severity !== undefined);
}

/** A report without those of its parts that are switched off; undefined where none is left. */
function withPartsOn(report: Report, options: AnalysisOptions): Report | undefined {
  const { parts } = report;
  if (!parts) return report;
  const on = parts.rules.filter(({ rule }) => setting(options, rule) !== 'off');
  if (on.length === parts.rules.length) return report;
  return on.length > 0 ? parts.only(new Set(on.map(({ rule }) => rule))) : undefined;
}

/** The severity that the author chose for a finding; of one about several things the gravest chosen for any of them. */
function chosenFor(
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

function toFinding(rule: Rule, report: Report, policy: Policy, options: AnalysisOptions): Finding | undefined {
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

/** What rests on a regime that nobody confirmed is no error. */
function capped(severity: Severity, report: Report, policy: Policy): Severity {
  if (severity !== 'error' || report.regime === undefined) return severity;
  const regime = policy.regimes.find((active) => active.id === report.regime);
  return regime?.source === 'text' ? 'warning' : severity;
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
