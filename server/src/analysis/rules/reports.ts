import { Dependencies } from '../dependencies';
import { kept } from '../kept';
import type { Report, Rule, RuleContext } from './types';

/** What a rule goes by beside the draft. */
type Circumstances = Pick<RuleContext, 'today' | 'facts'>;

/** What a rule reported last, and what it rests on. */
interface Reported {
  readonly circumstances: Circumstances;
  readonly dependencies: Dependencies;
  readonly reports: readonly Report[];
}

const lastReports = kept((_draft: object) => new Map<Rule, Reported>());

/**
 * What a rule reports on a draft. A rule that would read nothing else than in the version before is not asked again;
 * places in the source are counted afterwards, from the blocks.
 */
export function reportsOf(rule: Rule, context: RuleContext): readonly Report[] {
  const known = lastReports(context.policy.document.draft);
  const last = known.get(rule);
  if (last && isSame(last.circumstances, context) && last.dependencies.holdIn(context.policy)) return last.reports;
  known.delete(rule);
  const dependencies = new Dependencies(context.policy);
  const reports = [...rule.check({ ...context, policy: dependencies.policy })];
  if (rule.runs === 'last' || !reports.every(canBeKept)) return reports;
  dependencies.close();
  const { today, facts } = context;
  known.set(rule, { circumstances: { today, facts }, dependencies, reports });
  return reports;
}

const isSame = (a: Circumstances, b: Circumstances): boolean => a.today === b.today && a.facts === b.facts;

/** Edits and parts speak of the draft as it stands. */
const canBeKept = ({ fixes = [], parts }: Report): boolean =>
  parts === undefined && (typeof fixes === 'function' || fixes.length === 0);
