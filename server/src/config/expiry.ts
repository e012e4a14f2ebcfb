import { hasEnded } from '../analysis/suppression/apply';
import type { ConfigurationProblem, ProjectConfiguration } from './types';

/** What there is to say about a project file on a day: its mistakes, and suppressions whose day is over. */
export function problemsOn(today: string, { problems, suppress }: ProjectConfiguration): ConfigurationProblem[] {
  const ended = suppress.filter(({ value }) => hasEnded(value.until, today));
  const notices = ended.map(({ value: { rule, until, at }, origin }): ConfigurationProblem => {
    const message = `The suppression of ${rule} ended on ${until}: its findings are reported again. Settle them, or have the exception renewed.`;
    return { message, uri: origin.uri, isNotice: true, ...at };
  });
  return [...problems, ...notices];
}
