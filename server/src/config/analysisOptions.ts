import type { AnalysisOptions } from '../analysis/analyze';
import type { RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import { holdsFor } from './paths';
import type { ProjectConfiguration } from './types';

/** One resolved configuration, as the analysis takes it. Front matter and directives are read from the draft itself. */
export function analysisOptions(
  format: DocumentFormat,
  project: ProjectConfiguration | undefined,
  given: { readonly today?: string; readonly regimes?: readonly RegimeId[]; readonly uri?: string },
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
    suppressions: project?.suppress
      .filter(({ value: { path }, origin }) => path === undefined || holdsFor({ value: path, origin }, given.uri ?? ''))
      .map(({ value }) => value),
  };
}
