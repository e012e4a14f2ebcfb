import type { AnalysisOptions } from '../analysis/analyze';
import type { RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import type { ProjectConfiguration } from './types';

/** One resolved configuration, as the analysis takes it. Front matter and directives are read from the draft itself. */
export function analysisOptions(
  format: DocumentFormat,
  project: ProjectConfiguration | undefined,
  given: { readonly today?: string; readonly regimes?: readonly RegimeId[] },
): AnalysisOptions {
  return {
    format,
    today: given.today,
    regimes: given.regimes,
    project: project && {
      regimes: project.regimes?.value,
      facts: Object.fromEntries([...project.facts].map(([name, fact]) => [name, fact.value])),
    },
    severities: project && Object.fromEntries([...project.rules].map(([id, rule]) => [id, rule.value])),
  };
}
