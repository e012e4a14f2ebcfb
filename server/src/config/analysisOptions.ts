import type { RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import type { AnalysisOptions } from '../analysis/types';
import { holdsFor } from './paths';
import type { ProjectConfiguration, Setting } from './types';

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
      facts: valuesOf(project.facts),
    },
    severities: project && valuesOf(project.rules),
    ownTerms: project && { data: valuesOf(project.terms), companies: valuesOf(project.companies) },
    suppressions: project?.suppress
      .filter(({ value: { path }, origin }) => path === undefined || holdsFor({ value: path, origin }, given.uri ?? ''))
      .map(({ value }) => value),
  };
}

function valuesOf<T>(settings: ReadonlyMap<string, Setting<T>>): Record<string, T> {
  return Object.fromEntries([...settings].map(([name, { value }]) => [name, value]));
}
