import { regimeIds } from '../disclosures/catalogue';
import { factLabels } from '../disclosures/facts';
import { factsOf, settingProblems as settingProblemsIn, severitiesOf } from '../draftSettings/apply';
import type { Policy } from '../policy';
import { readsLikePolicy } from '../policyRecognition';
import { otherLanguage as languageOf } from '../practices/draftLanguage';
import { applySuppressions } from '../suppression/apply';
import { readSuppressions } from '../suppression/coverage';
import type { SuppressionUse } from '../suppression/types';
import type { Analysis, AnalysisOptions } from '../types';
import { rules as allRules } from './index';
import { knownRuleNames, ruleNames, rulesNamed } from './names';
import { reportsOf } from './reports';
import { isOn, ranks, withPartsOn } from './severities';
import { toFinding } from './toFinding';
import type { Finding, Report, ReportParts, Rule, RuleContext, RuleId } from './types';
import { notAPolicy } from './wording/notAPolicy';
import { otherLanguage } from './wording/otherLanguage';

/**
 * Runs every rule that is switched on, takes out what is suppressed, and looks at the suppressions last. A rule that
 * throws is named and left out; the rest still report.
 */
export function runRules(
  policy: Policy,
  given: AnalysisOptions,
): Pick<Analysis, 'findings' | 'failedRules' | 'projectSuppressions'> {
  const options = { ...given, severities: severitiesOf(policy.document, given.severities, { rulesNamed }) };
  const run = new Run(policy, options);
  const rules = readableBy(policy, options);
  const unsuppressed = run.findingsOf(
    rules.filter(({ runs }) => runs !== 'last'),
    [],
  );
  const { findings, uses, projectUses } = applySuppressions(
    unsuppressed,
    readSuppressions(policy.document),
    options.suppressions ?? [],
    ruleNames((id, severity) => isOn(id, severity, options), policy.checklist),
    { today: options.today, only: (finding, wanted) => run.only(finding, wanted) },
  );
  const last = run.findingsOf(
    rules.filter(({ runs }) => runs === 'last'),
    uses,
  );
  return {
    findings: [...findings, ...last].sort(inReadingOrder),
    failedRules: run.failed,
    ...(projectUses.length > 0 && { projectSuppressions: projectUses }),
  };
}

/** One run over a draft: what its rules found, and which of them failed. */
class Run {
  readonly failed: { rule: string; error: string }[] = [];
  /** What the findings that speak of several things came from. */
  private readonly composed = new Map<Finding, { readonly rule: Rule; readonly parts: ReportParts }>();
  private readonly context: RuleContext;

  constructor(
    private readonly policy: Policy,
    private readonly options: AnalysisOptions,
  ) {
    const knownNames = { regimes: regimeIds, facts: () => factLabels.keys(), rulesNamed, rules: knownRuleNames };
    const facts = factsOf(policy.document, options.project?.facts);
    this.context = {
      policy,
      settingProblems: settingProblemsIn(policy.document, knownNames),
      ...(options.today !== undefined && { today: options.today }),
      ...(facts && { facts }),
    };
  }

  findingsOf(rules: readonly Rule[], suppressions: readonly SuppressionUse[]): Finding[] {
    const context = { ...this.context, suppressions };
    const found: Finding[] = [];
    for (const rule of rules) {
      if (!isOn(rule.id, rule.severity, this.options)) continue;
      try {
        for (const report of reportsOf(rule, context)) {
          const finding = this.findingOf(rule, report);
          if (finding) found.push(finding);
        }
      } catch (error) {
        this.fail(rule, error);
      }
    }
    return found;
  }

  /** The finding about some of its parts only. */
  only(finding: Finding, wanted: ReadonlySet<RuleId>): Finding | undefined {
    const source = this.composed.get(finding);
    if (!source) return finding;
    try {
      return toFinding(source.rule, source.parts.only(wanted), this.policy, this.options);
    } catch (error) {
      this.fail(source.rule, error);
      return undefined;
    }
  }

  private findingOf(rule: Rule, whole: Report): Finding | undefined {
    const report = withPartsOn(whole, this.options);
    const finding = report && toFinding(rule, report, this.policy, this.options);
    if (finding && report.parts) this.composed.set(finding, { rule, parts: report.parts });
    return finding;
  }

  private fail({ id }: Rule, error: unknown): void {
    const why = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    this.failed.push({ rule: id, error: why });
  }
}

const inReadingOrder = (a: Finding, b: Finding): number =>
  a.range.start - b.range.start ||
  a.range.end - b.range.end ||
  ranks[a.severity] - ranks[b.severity] ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

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
